"""Phrases in messages: all are found, in one order, whatever else is in the book."""

from hypothesis import given
from hypothesis import strategies as st

from core.understanding.phrases import Match, PhraseBook, Sense
from core.understanding.words import Word, words_in
from tests import shipped
from tests.core.understanding.seen import cases
from tests.tables import over

CASES = cases("phrases")
SPELLING = shipped.lexicon("dong_cuu").spelling
LETTERS = st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(" ".join)
BOOKS = st.sets(LETTERS, min_size=1, max_size=6)
SPOKEN = st.lists(st.sampled_from("abcd"), max_size=15)


def book_of(phrases: dict[str, list[str]]) -> PhraseBook:
    book = PhraseBook(CASES["short"])
    for kind, some in phrases.items():
        for each in some:
            book.add(each, Sense(kind, code=each.casefold()))
    return book


BOOK = book_of({**CASES["book"], "option": CASES["short_phrases"]})


def found(text: str, book: PhraseBook) -> list[str]:
    """The phrases in a text, by the words of their first meaning."""
    return [match.senses[0].code for match in book.matches(words_in(text, SPELLING))]


def spoken(letters: list[str]) -> list[Word]:
    """Words of one letter each."""
    return [
        Word(each, each, each, "word", 2 * at, 2 * at + 1, glued=False) for at, each in enumerate(letters)
    ]


def filled(phrases: set[str]) -> PhraseBook:
    return added(PhraseBook(), phrases)


def added(book: PhraseBook, phrases: set[str]) -> PhraseBook:
    for each in sorted(phrases):
        book.add(each, Sense("cue", code=each))
    return book


def matches(phrases: set[str], letters: list[str]) -> list[Match]:
    return filled(phrases).matches(spoken(letters))


def all_of(book: PhraseBook, letters: list[str]) -> list[object]:
    """Whatever a book can tell."""
    told = (sorted(book.phrases()), dict(book.spelled), book.pairs, book.couples)
    return [*told, book.matches(spoken(letters))]


@over(CASES["found"])
def test_the_phrases_of_a_message_are_found(text: str, expected: list[str]) -> None:
    assert found(text, BOOK) == [each.casefold() for each in expected]


@given(BOOKS, SPOKEN)
def test_a_phrase_is_found_wherever_its_words_stand(phrases: set[str], letters: list[str]) -> None:
    places = [(at, end) for at in range(len(letters)) for end in range(len(letters), at, -1)]
    expected = [
        (at, end, " ".join(letters[at:end])) for at, end in places if " ".join(letters[at:end]) in phrases
    ]
    assert [(m.start, m.end, m.senses[0].code) for m in matches(phrases, letters)] == expected


@given(BOOKS, LETTERS, SPOKEN)
def test_one_more_phrase_hides_no_other(phrases: set[str], more: str, letters: list[str]) -> None:
    with_more = matches(phrases | {more}, letters)
    assert [m for m in with_more if m.senses[0].code != more or more in phrases] == matches(phrases, letters)


@given(BOOKS, BOOKS, SPOKEN)
def test_a_copy_with_more_phrases_is_a_book_filled_with_all(
    phrases: set[str], more: set[str], letters: list[str]
) -> None:
    longer = added(filled(phrases).copy(), more)
    assert all_of(longer, letters) == all_of(filled(phrases | more), letters)


@given(BOOKS, BOOKS, BOOKS, SPOKEN)
def test_what_is_added_to_copies_is_in_no_other_book(
    phrases: set[str], more: set[str], still_more: set[str], letters: list[str]
) -> None:
    book = filled(phrases)
    copies = [added(book.copy(), each) for each in (more, still_more)]
    assert all_of(book, letters) == all_of(filled(phrases), letters)
    assert all_of(copies[0], letters) == all_of(filled(phrases | more), letters)


def test_a_phrase_given_twice_means_the_same_once() -> None:
    book = PhraseBook()
    for _ in range(2):
        book.add("a b", Sense("cue"))
    (match,) = book.matches(spoken(["a", "b"]))
    assert match.senses == (Sense("cue"),)
    assert list(book.phrases()) == ["a b"]
