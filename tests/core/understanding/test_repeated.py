"""Equal happenings of one message are one, and what is only said again is not read again."""

from core.understanding.read import read
from core.understanding.situation import Reading, Sender, Situation
from tests import shipped
from tests.core.understanding.seen import cases
from tests.tables import over

CASES = cases("repeated")


def reading(text: str) -> Reading:
    return read(text, Situation(shipped.DAY, Sender("officer")), shipped.lexicon("dong_cuu"))


@over(CASES["messages"])
def test_equal_happenings_of_one_message_are_one(text: str, happenings: int, repeated: bool) -> None:
    found = reading(text)
    assert (len(found.records), found.repeated) == (happenings, repeated)


@over([(each,) for each in CASES["many"]])
def test_the_same_words_five_hundred_times_are_as_if_said_once(words: str) -> None:
    found = reading(words * 500)
    assert [each.fields for each in found.records] == [each.fields for each in reading(words).records]
    assert found.repeated
    assert found.left(6) == ""
