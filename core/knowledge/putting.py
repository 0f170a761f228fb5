"""Whether words are put as a question: in a report some words of asking deny ("không có gì", "chưa ai")."""

from collections.abc import Sequence

from core.folding import fold
from core.knowledge.subjects import AskingWords
from core.understanding.phrases import Match, PhraseBook, Sense
from core.understanding.words import Word

#: "không" behind fewer words is a no, and no end of a question
_FEWEST = 2


def learn(book: PhraseBook, words: AskingWords) -> None:
    """Puts into the book what `is_put` looks for."""
    for kind, phrases in (
        ("plain", words.plain),
        ("open_end", words.open_ends),
        ("yes_no", words.yes_no),
        ("denying", words.denying),
        ("wish", words.wishes),
    ):
        book.add_all(phrases, Sense(kind))


def tails_of(words: AskingWords) -> frozenset[str]:
    """What stands behind the end of a question, without marks."""
    return frozenset(map(fold, words.tails))


def is_put(
    words: Sequence[Word],
    clauses: Sequence[tuple[int, int]],
    matches: Sequence[Match],
    tails: frozenset[str],
) -> bool:
    """Whether some clause is put as a question: by its mark, a phrase that only asks, or the way it ends.

    A clause that ends open ("... ở chợ nào") asks where nothing before denies it, one that ends as if yes
    or no was wanted ("... không ạ") unless that is the end of what denies ("thì không"). Who asks whether
    somebody comes to help wants that, and no answer.
    """
    return any(_asks(words, start, end, matches, tails) for start, end in clauses)


def _asks(
    words: Sequence[Word], start: int, end: int, matches: Sequence[Match], tails: frozenset[str]
) -> bool:
    here = [match for match in matches if start <= match.start and match.end <= end]
    if any(any(match.of("wish")) for match in here):
        return False
    if words[end - 1].text == "?":
        return end - start > 1
    denied = [match.end for match in here if any(match.of("denying"))]
    last = end
    while last > start and (words[last - 1].mark or words[last - 1].folded in tails):
        last -= 1
    for match in here:
        if any(match.of("plain")) and match.start not in denied:
            return True
        if match.end != last:
            continue
        if any(match.of("open_end")) and not any(at <= match.start for at in denied):
            return True
        if any(match.of("yes_no")) and match.start - start >= _FEWEST and not _denies(here, match):
            return True
    return False


def _denies(here: Sequence[Match], end: Match) -> bool:
    """Whether the last word is the end of a longer phrase that denies: "thì không"."""
    return any(each.end == end.end and each.start < end.start and any(each.of("denying")) for each in here)
