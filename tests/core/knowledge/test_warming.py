"""A finder warmed before it is asked, or half of it, or not at all, finds the same."""

from itertools import islice

from hypothesis import given, settings
from hypothesis import strategies as st

from core.knowledge.finding import Finder
from tests.core.knowledge.samples import SAMPLE
from tests.core.knowledge.test_finding import QUESTIONS, finder_of

TEXTS = st.lists(st.sampled_from(QUESTIONS).map(lambda case: str(case["text"])), min_size=1, max_size=3)


def cold() -> Finder:
    return finder_of(dict(SAMPLE))


STEPS = sum(1 for _ in cold().warm())


@settings(max_examples=20, deadline=None)
@given(st.integers(0, STEPS), TEXTS)
def test_questions_come_to_the_same_however_much_was_warmed_before(steps: int, texts: list[str]) -> None:
    finder, other = cold(), cold()
    assert len(list(islice(finder.warm(), steps))) == steps
    assert [finder.find(text) for text in texts] == [other.find(text) for text in texts]


def test_questions_may_be_asked_between_its_steps() -> None:
    finder, text = cold(), QUESTIONS[0]["text"]
    expected = cold().find(text)
    assert all(finder.find(text) == expected for _ in finder.warm())


def test_who_goes_on_with_what_was_left_in_the_middle_ends_it() -> None:
    finder = cold()
    list(islice(finder.warm(), STEPS // 2))
    assert len(list(finder.warm())) == STEPS
    assert finder.is_warm
    assert list(finder.warm()) == []
