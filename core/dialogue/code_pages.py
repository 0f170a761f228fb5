"""The page of a plan, target or task that is named by its code: "dc1-1", "tiến độ dc1", "dc1 tới đâu rồi"."""

from core.dialogue.known import PROGRESS, Known
from core.folding import clean, fold, words_of

#: pieces of the longest code as it is typed: "DC1 5 a"
_WIDEST = 3
_MARKS = ".,;:!?"


def code_page(known: Known, text: str) -> str:
    """The token of the page; empty where a text names none, or several, or says something else beside it."""
    return known.page_of(text) or asked_page(known, text)


def asked_page(known: Known, text: str) -> str:
    """The same, where some word beside the code asks how it stands.

    A code without a figure may be any word: it has to stand behind those that ask for figures.
    """
    pieces = [piece for each in clean(text).split() if (piece := each.strip(_MARKS))]
    for start in range(len(pieces)):
        for end in range(min(start + _WIDEST, len(pieces)), start, -1):
            page = known.page_of(" ".join(pieces[start:end]))
            beside = [*pieces[:start], *pieces[end:]]
            if not page or not beside:
                continue
            if _figured(pieces[start:end]):
                return page if {fold(word) for word in beside} <= known.words.common.of_figures else ""
            return page if known.commands.get(words_of(" ".join(beside))) == PROGRESS and start else ""
    return ""


def page_among(known: Known, pieces: list[str]) -> tuple[str, list[str]]:
    """The page of the first code with a figure among these words, and the words beside it."""
    for start in range(len(pieces)):
        for end in range(min(start + _WIDEST, len(pieces)), start, -1):
            page = known.page_of(" ".join(pieces[start:end])) if _figured(pieces[start:end]) else ""
            if page:
                return page, [*pieces[:start], *pieces[end:]]
    return "", pieces


def _figured(pieces: list[str]) -> bool:
    return any(letter.isdecimal() for piece in pieces for letter in piece)
