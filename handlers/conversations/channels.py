"""A person's own contacts: which is written to first, and taking one away.

Verb: ch (pref: write here first; off: take away, asked first; undo: it was never theirs).
"""

from core.dialogue.contact_effects import PartContact, PreferContact
from core.dialogue.known import ContactKnown, Known
from core.dialogue.linking import may_part
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token, whole_number
from core.messages import Inbound
from core.texts import Lines, Speech, lines, say

VERBS = frozenset({"ch"})


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    number = whole_number(args[1]) if len(args) > 1 else None
    chosen = next((one for one in known.look.contacts() if one.id == number), None)
    if chosen is None:
        gone = say("channel-gone") if number is not None else None
        return overview(state, known, gone)
    match (args[0], *args[2:]):
        case ("pref", *_):
            return Turn(state, (PreferContact(chosen.id),))
        case ("off", "yes"):
            return Turn(state, (PartContact(chosen.id),))
        case ("off", *_):
            return _sure(state, known, chosen)
        case ("undo", *_):
            return Turn(state, (PartContact(chosen.id, disowned=True),))
        case _:
            return overview(state, known)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return overview(state, known)


def overview(state: State, known: Known, first: Speech | None = None) -> Turn:
    """Every contact with what it is for, and what can be done about it."""
    found = known.look.contacts()
    rows: list[tuple[Option, ...]] = []
    if len(found) > 1:
        for one in found:
            prefer = Option(say("channel-prefer", channel=channel_name(one)), token("ch", "pref", one.id))
            part = Option(say("channel-part", channel=channel_name(one)), token("ch", "off", one.id))
            rows.append((part,) if one.written_to or not one.reachable else (prefer, part))
    rows.append((Option(say("channel-add"), token("lk", "new")),))
    rows.append((Option(say("menu-button"), "go:menu"),))
    several = say("channels-order") if len(found) > 1 else say("channels-one")
    text = lines(first, say("channels-title"), *map(_line, found), several)
    return Turn(state, (Message(text, tuple(rows), in_place=True),))


def channel_name(one: ContactKnown) -> Speech:
    """How a contact is called: by its channel, numbered where the person has several on it."""
    name = say("channel-name", channel=one.channel)
    return say("channel-nth", channel=name, nth=one.nth) if one.nth else name


def _line(one: ContactKnown) -> Speech:
    parts = (
        say("channel-line", channel=channel_name(one)),
        say("channel-here") if one.here else say("channel-seen", day=one.last_seen),
        say("channel-written-to") if one.written_to else None,
        None if one.reachable else say("channel-unreachable"),
    )
    return Lines(tuple(part for part in parts if part is not None), " · ")


def _sure(state: State, known: Known, one: ContactKnown) -> Turn:
    own = known.look.contacts()
    here = next((each for each in own if each.here), one)
    if len(own) < 2:
        return overview(state, known, say("channel-last"))
    if not one.here and not may_part(here.since, one.since, known.now):
        return overview(state, known, say("channel-too-new"))
    yes = token("ch", "off", one.id, "yes")
    options = (
        Option(say("channel-part-yes"), yes, main=True),
        Option(say("channel-part-no"), "go:channels"),
    )
    key = "channel-part-here" if one.here else "channel-part-sure"
    text = say(key, channel=channel_name(one))
    return Turn(state, (Message(text, (options,), in_place=True, yes=yes),))
