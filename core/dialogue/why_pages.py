"""The page that explains a figure whose reason is asked for: "vì sao dc2-4 47 %", "vì sao 71 %", "sao kiểm
định cân chậm thế".
"""

import re

from core.dialogue.code_pages import page_among
from core.dialogue.known import Known
from core.dialogue.tokens import token
from core.folding import clean, fold, words_of
from core.permissions import Action
from core.understanding.read import target_meant

#: a figure as people type it, with or without the sign of percent
_FIGURE = re.compile(r"([0-9]{1,6})(?:[.,]([0-9]{1,2}))?%?")
_SIGNS = frozenset("%?!.,;:")


def why_page(known: Known, text: str) -> str:
    """The token of the page; empty for who reads no figures, and where a text asks for no reason of one."""
    if not known.may(Action.READ_PROGRESS):
        return ""
    pieces = _without_why([each for piece in clean(text).split() if (each := piece.strip("?!;:,."))], known)
    if not pieces:
        return ""
    page, beside = page_among(known, pieces)
    numbers = [number for piece in beside if (number := figure_in(piece))]
    words = {fold(piece) for piece in beside if piece not in _SIGNS and not figure_in(piece)}
    if page:
        return _why(page) if words <= _of_reasons(known) and len(numbers) < 2 else ""
    if not words <= _of_reasons(known) | _of_targets(known):
        return ""
    if len(numbers) == 1:
        return token("tv", numbers[0])
    return _by_name(known, " ".join(beside)) if not numbers else ""


def _why(page: str) -> str:
    """The reason of a target's figure; of a plan or a task there is only their page."""
    verb, _, code = page.partition(":")
    return token("tw", code) if verb == "tg" else page


def _by_name(known: Known, text: str) -> str:
    """The target that is said to lag, by words of its name and what it counts."""
    said, lexicon = f" {words_of(text)} ", known.lexicon()
    lags = any(f" {word} " in said for word in known.words.common.lagging)
    if lexicon is None or not lags or set(said.split()) <= _of_reasons(known):
        return ""
    code = target_meant(text, known.today, lexicon)
    return token("tw", code) if code and known.page_of(code) else ""


def _without_why(pieces: list[str], known: Known) -> list[str]:
    """What stands beside the words that ask why; nothing where there are none."""
    common, folded = known.words.common, [fold(piece) for piece in pieces]
    for start in range(len(pieces)):
        for end in range(min(start + 3, len(pieces)), start, -1):
            said = " ".join(folded[start:end])
            if said in common.why or (not start and said in common.why_first):
                return [*pieces[:start], *pieces[end:]]
    return []


def figure_in(piece: str) -> str:
    """A number as it is compared, "47.3"; empty for other words."""
    found = _FIGURE.fullmatch(piece)
    return ".".join(part for part in found.groups() if part) if found else ""


def _of_reasons(known: Known) -> frozenset[str]:
    common = known.words.common
    lagging = {word for phrase in common.lagging for word in phrase.split()}
    return common.of_figures | common.of_reasons | lagging


def _of_targets(known: Known) -> frozenset[str]:
    """The words of the names of all targets, without their marks."""
    lexicon = known.lexicon()
    return frozenset(lexicon.targets.rarity) if lexicon else frozenset()
