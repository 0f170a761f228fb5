"""Choosing what to report: a few kinds all at once; many by the latest used and by area."""

from collections.abc import Sequence

from core.catalogue.fact_types import FactType
from core.catalogue.fact_types import Option as Area
from core.dialogue.kinds import NIL_REPORT
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import words_of
from core.texts import lines, say
from handlers.conversations.parking import draft_rows
from handlers.conversations.starting import start

#: kinds on one screen; somebody with more is asked for the area first
PAGE = 8
#: drafts and kinds used last, above the areas
SHORTCUTS = 4
#: kinds that a text may mean
LIKELY = 3

#: an area with its kinds
Grouped = tuple[Area, list[FactType]]

_MENU = Option(say("menu-button"), "go:menu")


def choose_kind(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """What to report. `args` are the page and the key of photos that wait."""
    page, key, kinds = _number(args[:1]), _waiting(state, args[1:2]), _kinds(known)
    if len(kinds) == 1:
        return start(state, known, kinds[0].code, *key)
    grouped = _grouped(known, kinds)
    if grouped:
        return _overview(state, known, kinds, grouped, key)
    rows = (*draft_rows(state, known)[:3], *_page(kinds, page, key, "report"), (_MENU,))
    return Turn(state, (Message(say("report-which" if kinds else "report-none"), rows, in_place=True),))


def choose_in_area(state: State, known: Known, args: tuple[str, ...]) -> Turn:
    """The kinds of one area. `args` are its code, the page and the key of photos that wait."""
    page, key = _number(args[1:2]), _waiting(state, args[2:3])
    for area, kinds in _grouped(known, _kinds(known)):
        if area.code in args[:1]:
            back = (Option(say("report-areas"), token("go", "report", 0, *key)), _MENU)
            rows = (*_page(kinds, page, key, "area", area.code), back)
            return Turn(state, (Message(say("report-in-area", area=area.label), rows, in_place=True),))
    return choose_kind(state, known, ("0", *key))


def named(state: State, known: Known, text: str) -> Turn | None:
    """What the name of a kind or of an area leads to, typed whole; None for any other text."""
    typed, key = words_of(text), photos_at_hand(state)
    for kind in _kinds(known, nothing=True):
        if typed in map(words_of, (kind.label.vi, kind.label.en)):
            return start(state, known, kind.code, *key)
    for area, _ in _grouped(known, _kinds(known)):
        if typed in map(words_of, (area.label.vi, area.label.en, *area.also)):
            return choose_in_area(state, known, (area.code, "0", *key))
    return None


def likely(state: State, known: Known, text: str) -> Rows:
    """The kinds whose names are in the text, at most three: those with the longest name in it first."""
    typed, found = f" {words_of(text)} ", list[tuple[int, FactType]]()
    for kind in _kinds(known, nothing=True):
        names = map(words_of, (kind.label.vi, kind.label.en, *kind.also))
        found.append((max((len(name) for name in names if f" {name} " in typed), default=0), kind))
    found.sort(key=lambda each: -each[0])
    return _buttons([kind for length, kind in found[:LIKELY] if length], photos_at_hand(state))


def photos_at_hand(state: State) -> tuple[str, ...]:
    """The key of photos that wait, if the choices shown last were about them."""
    about_them = any(state.loose in shown.split(":") for shown, _ in state.offered)
    return (state.loose,) if state.loose and about_them else ()


def _kinds(known: Known, *, nothing: bool = False) -> list[FactType]:
    """The kinds to choose from; with `nothing` that there was nothing to report, too."""
    offered = (kind for kind in known.may_report() if kind.one_by_one is None)
    return [kind for kind in offered if nothing or kind.code != NIL_REPORT]


def _grouped(known: Known, kinds: Sequence[FactType]) -> list[Grouped]:
    """The areas with several kinds in them; none for somebody whose kinds all fit on one screen."""
    if len(kinds) <= PAGE:
        return []
    groups = [(area, [kind for kind in kinds if kind.area == area.code]) for area in known.catalogue.areas]
    return [(area, within) for area, within in groups if len(within) > 1]


def _overview(
    state: State, known: Known, kinds: Sequence[FactType], grouped: Sequence[Grouped], key: tuple[str, ...]
) -> Turn:
    """Drafts, the kinds used last, the areas; a kind that is alone in its area by its own name."""
    drafts = draft_rows(state, known)[: SHORTCUTS // 2]
    codes = known.look.recent_kinds([kind.code for kind in kinds], SHORTCUTS - len(drafts))
    recent = [kind for code in codes for kind in kinds if kind.code == code]
    elsewhere = {*codes, *(kind.code for _, within in grouped for kind in within)}
    rows = (
        *drafts,
        *_buttons(recent, key),
        *rows_of(_area(area, len(within), key) for area, within in grouped),
        *_buttons([kind for kind in kinds if kind.code not in elsewhere], key),
        (_MENU,),
    )
    return Turn(state, (Message(lines(say("report-which"), say("report-by-name")), rows, in_place=True),))


def _number(args: tuple[str, ...]) -> int:
    return (whole_number(args[0]) if args else None) or 0


def _waiting(state: State, args: tuple[str, ...]) -> tuple[str, ...]:
    """The key of photos, if they still wait to be put somewhere."""
    return args if state.loose is not None and args == (state.loose,) else ()


def _area(area: Area, count: int, key: tuple[str, ...]) -> Option:
    return Option(say("report-area", area=area.label, count=count), token("go", "area", area.code, 0, *key))


def _buttons(kinds: Sequence[FactType], key: tuple[str, ...]) -> Rows:
    options = (
        Option(say("kind", icon=kind.icon, kind=kind.label), token("new", kind.code, *key)) for kind in kinds
    )
    return rows_of(options, 1)


def _page(kinds: Sequence[FactType], page: int, key: tuple[str, ...], *where: str) -> Rows:
    """The kinds of one page, and the way to the next; `where` leads here, with the page and the key."""
    pages = max(-(-len(kinds) // PAGE), 1)
    here = page % pages
    rows = _buttons(kinds[here * PAGE : (here + 1) * PAGE], key)
    if pages == 1:
        return rows
    label = say("form-more", page=here + 1, pages=pages)
    return (*rows, (Option(label, token("go", *where, (here + 1) % pages, *key)),))
