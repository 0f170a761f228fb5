"""To whom a message goes: groups that are put together by tapping, and groups that are left out.

The verb ba (who, all: an audience ready made, by: a dimension, t: one value of it, flag, add, pick, clear).
`side` is "i" for who gets it, "x" for who is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal
from zlib import crc32

from core.broadcasts.audience import (
    ALL_COMMUNES,
    DIMENSIONS,
    DIMENSIONS_BELOW,
    EXPIRES,
    READY_BELOW,
    READY_MADE,
    Audience,
    Dimension,
    Group,
)
from core.broadcasts.known import BroadcastKnown
from core.broadcasts.states import OPEN
from core.catalogue.fact_types import Role
from core.dialogue.broadcast_effects import ChangeBroadcast
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.texts import Speech, lines, say
from handlers.conversations.broadcast_card import card
from handlers.conversations.broadcast_words import described, kinds, reached

_PAGE = 8
_ICON = {True: "☑", False: "☐"}


def press(state: State, known: Known, one: BroadcastKnown, args: tuple[str, ...]) -> Turn:
    """One tap of putting it together."""
    what, _, side, dimension, value = (*args, "", "", "", "", "")[:5]
    if one.state not in OPEN or one.audience.follows is not None:
        return Turn(state, (card(one, known),))
    without = side == "x"
    by = next((each for each in DIMENSIONS if each == dimension), None)
    match what:
        case "all" if (ready := _ready(known).get(side)) is not None:
            about = replace(ready, incident=one.audience.incident)
            return _changed(state, one, about, known, chosen=True)
        case "by" if by:
            return Turn(state, (_values(one, known, by, side, whole_number(value) or 0),))
        case "t" if by:
            return _toggled(state, one, known, (by, value, side))
        case "flag":
            group = _flagged(one.audience.last(without=without), dimension, value)
            return _changed(state, one, one.audience.changed(group, without=without), known, side=side)
        case "add":
            return _changed(state, one, one.audience.begun(without=without), known, side=side)
        case "pick":
            return Turn(state, (chooser(one, known, side or "i"),))
        case "clear":
            return _changed(state, one, Audience(incident=one.audience.incident), known)
    return Turn(state, (overview(one, known),))


def overview(one: BroadcastKnown, known: Known) -> Message:
    """The audience so far; a ready-made one is one tap away."""
    if one.audience.chosen:
        return chooser(one, known, "i")
    ready = [Option(say(f"broadcast-all-{name}"), token("ba", "all", one.id, name)) for name in _ready(known)]
    narrow = Option(say("broadcast-narrow"), token("ba", "add", one.id, "i"))
    return Message(say("broadcast-who-question"), (*rows_of((*ready, narrow)), (_done(one),)), in_place=True)


def _ready(known: Known) -> Mapping[str, Audience]:
    """The audiences that are one tap away; more of them where there are others below."""
    return {**READY_MADE, **READY_BELOW} if known.look.broadcasts.communes() else READY_MADE


def _dimensions(group: Group, known: Known) -> Sequence[Dimension]:
    """What a group can be narrowed by: units and places of one's own, not those of others."""
    if group.goes_below:
        return DIMENSIONS_BELOW
    own = tuple(each for each in DIMENSIONS if each != "commune")
    return DIMENSIONS if known.look.broadcasts.communes() else own


def chooser(one: BroadcastKnown, known: Known, side: str) -> Message:
    """What the group that is being put together can be narrowed by."""
    without, audience = side == "x", one.audience
    group = audience.last(without=without)
    by = [
        Option(
            _mark(bool(group.picked(each)), say(f"broadcast-by-{each}")),
            token("ba", "by", one.id, side, each),
        )
        for each in _dimensions(group, known)
    ]
    flags = [_flag(one, group, side, "silent")]
    if group.goes_below:
        flags.append(_flag(one, group, side, "quiet"))
    expires = [
        Option(
            _mark(group.expires == days, say("broadcast-flag-expires", days=days)),
            token("ba", "flag", one.id, side, "expires", days),
        )
        for days in EXPIRES
    ]
    other = (
        (Option(say("broadcast-back-to-groups"), token("ba", "pick", one.id, "i")),)
        if without
        else (
            Option(say("broadcast-add-group"), token("ba", "add", one.id, "i")),
            Option(say("broadcast-less"), token("ba", "add", one.id, "x")),
        )
    )
    clear = Option(say("broadcast-clear"), token("ba", "clear", one.id))
    question = say("broadcast-less-question") if without else say("broadcast-narrow-question")
    text = lines(
        say("broadcast-to", audience=described(audience, known)),
        reached(known.look.broadcasts.reach(audience)) if audience.chosen else None,
        question,
    )
    rows = (*rows_of((*by, *flags)), *rows_of(expires), other, (clear, _done(one)))
    return Message(text, rows, in_place=True)


def _flag(one: BroadcastKnown, group: Group, side: str, flag: Literal["silent", "quiet"]) -> Option:
    """What holds of somebody or not: ticked, or to be ticked."""
    ticked = group.silent if flag == "silent" else group.quiet
    label = _mark(ticked, say(f"broadcast-flag-{flag}"))
    return Option(label, token("ba", "flag", one.id, side, flag, 0))


def _values(one: BroadcastKnown, known: Known, dimension: Dimension, side: str, page: int) -> Message:
    """The values of a dimension to tick, a page at a time."""
    picked = one.audience.last(without=side == "x").picked(dimension)
    found = values(known, dimension)
    pages = max(1, -(-len(found) // _PAGE))
    page %= pages
    options = [
        Option(
            _mark(set(each) <= set(picked), label), token("ba", "t", one.id, side, dimension, _short(code))
        )
        for code, label, each in found[page * _PAGE : (page + 1) * _PAGE]
    ]
    more = token("ba", "by", one.id, side, dimension, page + 1)
    turn: Rows = ((Option(say("form-more", page=page + 1, pages=pages), more),),) if pages > 1 else ()
    back = Option(say("broadcast-values-done"), token("ba", "pick", one.id, side), main=True)
    text = say(f"broadcast-pick-{dimension}") if found else say("broadcast-pick-none")
    return Message(text, (*rows_of(options, 1), *turn, (back,)), in_place=True)


def values(known: Known, dimension: Dimension) -> Sequence[tuple[str, Speech, tuple[str, ...]]]:
    """What can be ticked: a code for its button, its label, and the values it stands for."""
    match dimension:
        case "role":
            return [(role.value, say(f"broadcast-role-{role}"), (role.value,)) for role in Role]
        case "unit":
            return [(code, name, (code,)) for code, name in known.look.units()]
        case "place":
            return [(place.code, place.name, (place.code,)) for place in known.places]
        case "kind":
            return [(option.code, option.label, (option.code,)) for option in kinds(known)]
        case "trade":
            return [(spelled[0], spelled[0], spelled) for spelled in known.look.broadcasts.trades()]
        case "commune":
            named = known.look.broadcasts.communes()
            every = [("all", say("broadcast-communes-all"), (ALL_COMMUNES,))] if named else []
            return [*every, *((code, name, (code,)) for code, name in named)]


def _toggled(state: State, one: BroadcastKnown, known: Known, pressed: tuple[Dimension, str, str]) -> Turn:
    dimension, code, side = pressed
    found = values(known, dimension)
    at = next((at for at, each in enumerate(found) if _short(each[0]) == code), None)
    if at is None:
        return Turn(state, (chooser(one, known, side),))
    without = side == "x"
    group = one.audience.last(without=without).toggled(dimension, found[at][2])
    audience = (
        one.audience.changed(group, without=without)
        if one.audience.chosen or without
        else replace(one.audience, groups=(group,))
    )
    changed = _with(one, audience)
    page = _values(changed, known, dimension, side, at // _PAGE)
    return Turn(state, (ChangeBroadcast(one.id, audience=audience), page))


def _flagged(group: Group, what: str, value: str) -> Group:
    """The group with one of what holds of somebody or not, or without it where it had it."""
    told = group.as_json()
    if what == "silent":
        return Group.from_json({**told, "silent": not group.silent})
    if what == "quiet":
        return Group.from_json({**told, "quiet": not group.quiet})
    days = whole_number(value)
    wanted = days if days in EXPIRES and days != group.expires else None
    return Group.from_json({**told, "expires": wanted})


def _changed(
    state: State,
    one: BroadcastKnown,
    audience: Audience,
    known: Known,
    *,
    side: str = "i",
    chosen: bool = False,
) -> Turn:
    after = _with(one, audience)
    if chosen:
        shown = card(after, known)
    else:
        # a group that was begun is narrowed next, though it means nobody yet
        shown = chooser(after, known, side) if audience.groups or side == "x" else overview(after, known)
    return Turn(state, (ChangeBroadcast(one.id, audience=audience), shown))


def _with(one: BroadcastKnown, audience: Audience) -> BroadcastKnown:
    return replace(one, audience=audience)


def _done(one: BroadcastKnown) -> Option:
    return Option(say("broadcast-who-done"), token("tb", "card", one.id), main=True)


def _mark(ticked: bool, label: Speech) -> Speech:
    return lines(_ICON[ticked], label, separator=" ")


def _short(code: str) -> str:
    """A code as a button can hold it: trades are words, of any length, with colons maybe."""
    return code if len(code) <= 32 and code.isascii() and ":" not in code else f"~{crc32(code.encode()):08x}"
