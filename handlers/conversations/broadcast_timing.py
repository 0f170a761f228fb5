"""When a message goes out: at once, at a day and an hour, every week or month until a last day."""

from datetime import date, datetime, timedelta

from core.broadcasts.known import BroadcastKnown
from core.broadcasts.states import OPEN
from core.broadcasts.timing import FARTHEST, Repeat, cut_hour
from core.dialogue.broadcast_effects import ScheduleBroadcast
from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.periods import moment_of
from core.texts import Speech, say
from handlers.conversations.broadcast_card import card
from handlers.conversations.one_day import one_day


def choose(state: State, known: Known, one: BroadcastKnown, what: str) -> Turn:
    """Now, later, again and again, or in quiet hours too."""
    if one.state not in OPEN:
        return Turn(state, (card(one, known),))
    match what:
        case "now":
            return Turn(state, (ScheduleBroadcast(one.id, any_hour=one.any_hour),))
        case "any":
            kept = ScheduleBroadcast(one.id, one.start_at, one.repeat, one.repeat_until, not one.any_hour)
            return Turn(state, (kept,))
        case "at":
            return _ask(state, one, "when", say("broadcast-when-typed"))
        case "weekly" | "monthly" if one.start_at is not None:
            return _ask(state, one, f"until:{what}", say("broadcast-until-typed"))
        case _:
            return Turn(state, (_choices(one),))


def typed(state: State, known: Known, one: BroadcastKnown, text: str) -> Turn:
    """The day and the hour; or the last day of one that is repeated."""
    what, *rest = (state.about or "").split(":")
    idle = state.model_copy(update={"asking": None, "about": None})
    if one.state not in OPEN:
        return Turn(idle, (card(one, known),))
    if what == "when":
        at = _moment(text, known)
        if at is None:
            return _ask(state, one, "when", say("broadcast-when-again"))
        return Turn(idle, (ScheduleBroadcast(one.id, at, one.repeat, one.repeat_until, one.any_hour),))
    how = rest[-1] if rest else ""
    last = one_day(text, known, future=True)
    fits = last is not None and one.start_at is not None and one.start_at.date() < last
    if (
        not fits
        or how not in (Repeat.WEEKLY, Repeat.MONTHLY)
        or last is None
        or last > known.today + FARTHEST
    ):
        return _ask(state, one, f"until:{how}", say("broadcast-until-again"))
    return Turn(idle, (ScheduleBroadcast(one.id, one.start_at, Repeat(how), last, one.any_hour),))


def _moment(text: str, known: Known) -> datetime | None:
    """A moment to come, within a year; an hour alone is that of today, or of tomorrow when it has passed."""
    hour, rest = cut_hour(text)
    if hour is None:
        return None
    day: date | None = one_day(rest, known, future=True) if rest else known.today
    tenant = known.catalogue.tenants.get(known.person.tenant) if known.person else None
    if day is None or tenant is None:
        return None
    at = moment_of(day, hour, tenant.timezone)
    if not rest and at <= known.now:
        at = moment_of(day + timedelta(days=1), hour, tenant.timezone)
    return at if known.now < at <= known.now + FARTHEST else None


def _ask(state: State, one: BroadcastKnown, about: str, question: Speech) -> Turn:
    what, _, rest = about.partition(":")
    named = f"{what}:{one.id}:{rest}" if rest else f"{what}:{one.id}"
    waits = state.model_copy(update={"asking": "broadcast", "about": named})
    back = Option(say("broadcast-back", number=one.id), token("tb", "card", one.id))
    return Turn(waits, (Message(question, ((back,),), numbered=False),))


def _choices(one: BroadcastKnown) -> Message:
    options = [
        Option(say("broadcast-when-now"), token("tb", "when", one.id, "now")),
        Option(say("broadcast-when-at"), token("tb", "when", one.id, "at")),
    ]
    if one.start_at is not None:
        options += [
            Option(say(f"broadcast-when-{each}"), token("tb", "when", one.id, each))
            for each in ("weekly", "monthly")
        ]
    hours = "broadcast-when-quiet" if one.any_hour else "broadcast-when-any"
    options.append(Option(say(hours), token("tb", "when", one.id, "any")))
    back = Option(say("broadcast-back", number=one.id), token("tb", "card", one.id))
    return Message(say("broadcast-when-question"), (*rows_of(options), (back,)), in_place=True)
