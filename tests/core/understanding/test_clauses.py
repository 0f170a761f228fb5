"""A message cut into happenings: where it is cut, and that no piece of it is lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.understanding.cutting import atoms_of
from core.understanding.topics import parts_of
from tests import shipped
from tests.core.understanding.seen import cases, seen
from tests.tables import over
from tests.understanding.corpora import messages

CASES = cases("clauses")
CUT = "|"
LEXICON = shipped.lexicon("dong_cuu")
WORDS = sorted({word for message in messages("dev") for word in message.text.split()})
SPEECH = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
SEVERAL = st.lists(st.sampled_from(messages("dev")), min_size=1, max_size=3).map(
    lambda some: "\n".join(message.text for message in some)
)


def typed(text: str) -> tuple[str, list[str]]:
    """A message of the table, and its clauses."""
    clauses = [" ".join(clause.split()) for clause in text.split(CUT)]
    return text.replace(f" {CUT} ", " ").replace("\n ", "\n"), clauses


@over(CASES["parts"])
def test_a_message_is_cut_where_another_happening_begins(text: str, kinds: list[str]) -> None:
    message, clauses = typed(text)
    parts = parts_of(seen(message), LEXICON)
    assert [" ".join(part.scene.text.split()) for part in parts] == clauses
    assert [part.fact_type or "-" for part in parts] == kinds


@over(CASES["atoms"])
def test_names_days_and_numbers_are_never_cut(text: str) -> None:
    message, clauses = typed(text)
    scene = seen(message)
    assert [scene.part(*atom).text for atom in atoms_of(scene)] == clauses


@given(st.one_of(SPEECH, SEVERAL, st.text(max_size=60)))
def test_cutting_loses_no_piece_and_doubles_none(text: str) -> None:
    scene = seen(text)
    for cut in (
        atoms_of(scene),
        [(part.scene.start, part.scene.end) for part in parts_of(scene, LEXICON)],
    ):
        assert all(end == begin for (_, end), (begin, _) in pairwise(cut))
        assert all(start < end for start, end in cut)
        assert [cut[0][0], cut[-1][1]] == [0, len(scene.words)] if scene.words else not cut


@given(st.one_of(SPEECH, SEVERAL))
def test_every_part_holds_the_days_numbers_and_names_that_stand_in_it(text: str) -> None:
    scene = seen(text)
    parts = [part.scene for part in parts_of(scene, LEXICON)]
    assert [number for part in parts for number in part.numbers] == list(scene.numbers)
    assert [name for part in parts for name in part.names] == list(scene.names)
    assert [days for part in parts for days in part.days] == list(scene.days)
