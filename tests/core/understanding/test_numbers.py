"""Numbers inside messages: tables of what people write, and laws that hold for any number."""

from hypothesis import given
from hypothesis import strategies as st

from core.folding import fold
from core.texts import show_number
from tests.core.answers.spelling import spelled
from tests.core.understanding.seen import cases, numbers, put, without_marks
from tests.tables import over

CASES = cases("numbers")
TABLE = [
    *put(CASES["sentences"], CASES["counts"]),
    *put(CASES["money_sentences"], CASES["money"]),
    *put(CASES["share_sentences"], CASES["shares"]),
    *map(tuple, CASES["messages"]),
]
COUNTED = CASES["sentences"][0]
SPENT = CASES["money_sentences"][1]


@over(TABLE)
def test_the_numbers_of_a_message_are_those_of_the_table(text: str, expected: str) -> None:
    assert numbers(text) == expected


@given(st.integers(2, 999_999))
def test_a_number_in_words_is_read_back_with_and_without_marks(number: int) -> None:
    sentence = COUNTED.replace("{}", spelled(number))
    assert numbers(sentence) == str(number)
    assert numbers(fold(sentence)) == str(number)
    assert numbers(sentence.upper()) == str(number)


@given(st.integers(0, 999_999_999))
def test_a_number_in_figures_is_read_back_however_it_is_grouped(number: int) -> None:
    shown = show_number(number, "vi")
    for written in (str(number), shown, shown.replace(".", " ")):
        assert numbers(COUNTED.replace("{}", written)) == str(number)


@given(st.integers(1, 999), st.sampled_from(CASES["scales"]))
def test_a_sum_of_money_is_the_same_in_words_and_in_figures(count: int, scale: list[str]) -> None:
    word, zeros = scale
    expected = f"{count}{zeros}{CASES['money_mark']}"
    for written in (f"{count} {word}", f"{count}{word}", f"{spelled(count)} {word}"):
        assert numbers(SPENT.replace("{}", written)) == expected


@over(
    [
        *put([COUNTED], [row for row in CASES["counts"] if row[0] not in CASES["only_with_marks"]]),
        *put([SPENT], [row for row in CASES["money"] if row[0] not in CASES["only_with_marks"]]),
        *put(CASES["share_sentences"], CASES["shares"]),
    ],
)
def test_stripping_the_marks_changes_no_number(text: str, expected: str) -> None:
    assert numbers(without_marks(text)) == expected
