"""How a question is put tells articles of one thing apart, through slips, and says nothing of what is new."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain

import pytest

from core.knowledge import bayes
from core.knowledge.bayes import Bayes, Questions, letters_in, words_and_pairs

Asked = Sequence[Sequence[Sequence[str]]]

#: two articles of one thing, and one of another
ASKED = (
    ((("can", "bao", "lau", "kiem", "dinh"), ("may", "thang", "kiem", "dinh", "can"))),
    ((("can", "kiem", "dinh", "o", "dau"), ("kiem", "dinh", "can", "cho", "nao"))),
    ((("nhan", "ghi", "gi"), ("tren", "nhan", "phai", "co", "gi"))),
)


def questions(asked: Asked) -> Questions:
    return Questions(lambda at: asked[at], len(asked), sum(map(len, asked)))


def of_words(asked: Asked, beside: Callable[[int], Sequence[Sequence[str]]] = lambda _: ()) -> Bayes:
    counts = Counter(chain.from_iterable(map(words_and_pairs, chain.from_iterable(asked))))
    return bayes.of_words(questions(asked), counts, beside)


def of_letters(asked: Asked) -> Bayes:
    words = Counter(chain.from_iterable(chain.from_iterable(asked)))
    return bayes.of_letters(questions(asked), letters_in(words))


def order(made: Bayes, question: str) -> list[int]:
    put = made.put(question.split())
    return sorted(range(len(ASKED)), key=lambda at: -made.likelier(at, put))


@pytest.mark.parametrize(
    ("question", "first"),
    [("kiem dinh can bao lau", 0), ("can thi kiem dinh cho nao", 1), ("phai ghi gi", 2), ("o dau", 1)],
)
def test_words_of_asking_tell_articles_apart(question: str, first: int) -> None:
    assert [order(of_words(ASKED), question)[0], order(of_letters(ASKED), question)[0]] == [first] * 2


def test_letters_are_read_through_a_slip() -> None:
    assert order(of_letters(ASKED), "thannh kiiem")[0] == 0


def test_words_said_in_pairs_count_more_than_apart() -> None:
    together, apart = (of_words(ASKED).put(text.split()) for text in ("cho nao", "nao cho"))
    assert of_words(ASKED).likelier(1, together) > of_words(ASKED).likelier(1, apart)


@pytest.mark.parametrize("make", [of_words, of_letters])
def test_what_no_article_has_says_nothing(make: Callable[[Asked], Bayes]) -> None:
    made = make(ASKED)
    put = made.put(["zzz"])
    assert put.features == {}
    assert {made.likelier(at, put) for at in range(len(ASKED))} == {0.0}


def test_a_question_of_an_article_is_likelier_there_than_anywhere() -> None:
    made = of_words(ASKED)
    put = made.put(ASKED[0][0])
    own, *others = (made.likelier(at, put) for at in range(len(ASKED)))
    assert own > max(0.0, *others)


def test_where_nothing_is_known_nothing_is_likely() -> None:
    assert of_words(()).put(["can"]).features == {}


def test_an_article_is_learned_from_its_sentences_too_as_far_as_questions_have_their_words() -> None:
    said = {1: (("phai", "co", "zzz"),)}
    alone, beside = of_words(ASKED), of_words(ASKED, lambda at: said.get(at, ()))
    gained = [
        beside.likelier(1, beside.put([word])) - alone.likelier(1, alone.put([word]))
        for word in ("phai", "zzz")
    ]
    assert gained[0] > gained[1] == 0.0
