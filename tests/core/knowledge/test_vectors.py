"""Words that ask for the same point the same way, through the file that keeps them; unknown ones nowhere."""

from datetime import date

import pytest

from core.knowledge.bayes import Questions
from core.knowledge.check import VECTORS, check_knowledge
from core.knowledge.vectors import SIZE, Directions, Vectors, read_vectors, written
from tests.core.knowledge.samples import SAMPLE

#: where the first two of all numbers point to
FEE, TERM, BETWEEN = ((x, y, *(0.0,) * (SIZE - 2)) for x, y in ((3.0, 0.0), (0.0, 0.02), (0.5, 0.5)))
KEPT = read_vectors(written({"phi": FEE, "tien": FEE, "bao lau": TERM, "can": BETWEEN}))


def pointing(*questions: str) -> Directions:
    """One article of these questions, their terms parted by commas."""
    terms = [text.split(",") for text in questions]
    return Directions(KEPT, Questions(lambda _: terms, 1, len(terms)))


def alike(asked: str, *questions: str) -> float:
    directions = pointing(*questions)
    return directions.alike(0, directions.of((term, 1.0) for term in asked.split(",")))


def test_a_question_is_like_an_article_that_shares_no_word_with_it() -> None:
    assert alike("tien", "phi") == pytest.approx(1, abs=1e-3)
    assert alike("tien", "bao lau") == pytest.approx(0, abs=1e-3)


def test_short_rows_are_kept_as_exactly_as_long_ones() -> None:
    assert alike("bao lau", "bao lau", "phi") == pytest.approx(0.5**0.5, abs=1e-3)


def test_a_word_that_matters_less_turns_a_question_less() -> None:
    directions = pointing("phi")
    full, less = (directions.of((("can", 1.0), ("phi", much))) for much in (1.0, 0.1))
    assert directions.alike(0, full) > directions.alike(0, less) > 0.5


def test_words_nobody_knows_point_nowhere() -> None:
    assert (alike("iso", "phi"), alike("phi", "iso")) == (0, 0)
    assert set(Vectors().of([("phi", 1.0)])) == {0.0}


@pytest.mark.parametrize("line", ["phi", "phi\tlong\tAAAA", "phi\t0.5\t!", "phi\t0.5\tAAAA"])
def test_a_file_with_a_line_that_is_no_row_is_named(line: str) -> None:
    base, problems = check_knowledge({**SAMPLE, VECTORS: written({"can": FEE}) + line}, date(2026, 11, 22))
    assert base is None
    assert [(each.file, "line 2" in each.what) for each in problems] == [(f"content/{VECTORS}", True)]
