"""Whether an answer tells how many there are, where just that is asked: "đoàn kiểm tra gồm mấy người"."""

from collections.abc import Sequence
from dataclasses import replace

from core.folding import words_of
from core.knowledge.articles import Article
from core.knowledge.finding import MOST, Found
from core.knowledge.meant import ALIKE
from core.knowledge.subjects import AskingWords, HowMany


def told_of(found: Found, words: AskingWords) -> Found:
    """The same without articles that name no figure of what is asked for: those much like it that do are
    offered, and where there are none it is unknown.

    Only a question that ends in how many asks for nothing else: "mấy người" before more words may be told.
    """
    asked = _asked(found.asked.words, words)
    if asked is None or found.kind not in ("answer", "choice") or found.ranking[0].exact:
        return found
    if any(_tells(hit.article, asked, words) for hit in found.hits):
        return found
    alike = (hit for hit in found.ranking[:MOST] if hit.wording >= ALIKE)
    telling = tuple(hit for hit in alike if _tells(hit.article, asked, words))
    return replace(
        found, kind="choice" if telling else "unknown", ranking=telling or found.ranking, beside=None
    )


def _asked(said: Sequence[str], words: AskingWords) -> HowMany | None:
    tails = {words_of(tail) for tail in words.tails}
    last = len(said)
    while last and said[last - 1] in tails and not _ends(said[:last], words):
        last -= 1
    return _ends(said[:last], words)


def _ends(said: Sequence[str], words: AskingWords) -> HowMany | None:
    text = f" {' '.join(said)}"
    return next(
        (each for each in words.how_many if any(text.endswith(f" {words_of(one)}") for one in each.asked)),
        None,
    )


def _tells(article: Article, asked: HowMany, words: AskingWords) -> bool:
    """Whether a figure stands before one of the words for what is counted: "ít nhất hai người"."""
    units = [words_of(unit) for unit in asked.told]
    figures = {words_of(figure) for figure in words.figures}
    pieces = words_of(f"{article.answer} {article.more} {article.plain}").split()
    return any(
        (piece.isdecimal() or piece in figures)
        and " ".join(pieces[at + 1 : at + 1 + len(unit.split())]) == unit
        for at, piece in enumerate(pieces)
        for unit in units
    )
