"""Figures as they stood at the end of an earlier day: "/tiendo dc1-1 30/4", "tiến độ đến hết 30/4/2026"."""

from datetime import date

from core.answers import Read, read_answer
from core.catalogue.fact_types import FieldSpec, FieldType
from core.dialogue.code_pages import code_page
from core.dialogue.known import PROGRESS, Known
from core.dialogue.tokens import token
from core.folding import fold, words_of
from core.texts import Label

_DAY = Label(vi="day", en="day")
_FIELD = FieldSpec(code="day", type=FieldType.DATE, label=_DAY, prompt=_DAY)
#: pages that can be shown as they stood: of a plan, of a target
_PAGES = ("pl", "tg")


def past_page(known: Known, text: str, *, command: bool = False) -> str:
    """The token of the page a text names with a day before today at its end; empty if it names none.

    `command`: figures were asked for already, so that a day alone is enough.
    """
    head, _, last = text.strip().rpartition(" ")
    day = _day(known, last)
    if day is None:
        return ""
    named = _without_links(known, head)
    if (command and not named) or known.commands.get(words_of(named)) == PROGRESS:
        return token("pg", day.isoformat())
    verb, _, code = code_page(known, named).partition(":")
    return token(verb, code, 0, day.isoformat()) if verb in _PAGES else ""


def _day(known: Known, text: str) -> date | None:
    """A day of the calendar in figures that is over; None for other words."""
    if not text[:1].isdigit() or not any(mark in text for mark in "/-."):
        return None
    read = read_answer(_FIELD, text, known.setting({}))
    day = date.fromisoformat(str(read.value).partition("/")[0]) if isinstance(read, Read) else None
    return day if day is not None and day < known.today else None


def _without_links(known: Known, text: str) -> str:
    """The text without the words that lead to the day: "đến hết ngày"."""
    links = known.words.dates.to | known.words.dates.day | known.words.common.all
    pieces = text.split()
    while pieces and fold(pieces[-1]) in links:
        pieces.pop()
    return " ".join(pieces)
