"""Closed periods: which are, closing one that has ended, asking to open one again, deciding about that.

Verb: kp (new: look before it is closed, close, end, open, ask, yes and no to who asked).
"""

from core.dialogue.known import Known
from core.dialogue.lock_effects import AskToReopen, ClosePeriod, DecideReopening, EndLock, ReopenPeriod
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.locks import Asked, LockKnown, offered
from core.messages import Inbound
from core.permissions import Action
from core.spans import Span, span_of
from core.texts import Speech, lines, say
from handlers.conversations.refusing import not_allowed
from handlers.conversations.span_words import span_name

VERBS = frozenset({"kp"})

MAX_WORDS = 300
_MENU = Option(say("menu-button"), "go:menu")
_BACK = Option(say("periods-back"), "go:periods")
#: requests told of each period
_TOLD = 3


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, value = (*args, "", "")[:2]
    number, span = whole_number(value), span_of(value)
    if not _may_see(known):
        return not_allowed(state)
    if what == "ask" and number is not None:
        waits = state.model_copy(update={"asking": "reopening", "about": str(number)})
        return Turn(waits, (Message(say("period-ask-why")),))
    if not _decides(known):
        return overview(state, known)
    match what:
        case "new" if span is not None:
            return Turn(state, (_sure(span, known),))
        case "close" if span is not None and span.last < known.today:
            return Turn(state, (ClosePeriod(span),))
        case "open" if number is not None:
            return Turn(state, (ReopenPeriod(number),))
        case "end" if number is not None:
            return Turn(state, (EndLock(number),))
        case "yes" | "no" if number is not None:
            return Turn(state, (DecideReopening(number, granted=what == "yes"),))
    return overview(state, known)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """Why a period should be opened again: who decides reads it."""
    words = clean(inbound.text)
    if not 2 <= len(words) <= MAX_WORDS:
        return Turn(state, (Message(say("correct-reason-length", most=MAX_WORDS)),))
    done = state.model_copy(update={"asking": None, "about": None})
    return Turn(done, (AskToReopen(whole_number(state.about or "") or 0, words),))


def overview(state: State, known: Known) -> Turn:
    """The closed periods, who asked to open them, and those that may be closed."""
    if not _may_see(known):
        return not_allowed(state)
    locks = known.look.reviews.locks()
    text = lines(say("periods-title" if locks else "periods-none"), *(_told(lock, known) for lock in locks))
    options = [option for lock in locks for option in _ways(lock, known)]
    if _decides(known):
        spans = offered(known.today, [lock.span for lock in locks])
        options += [
            Option(say("period-close", period=span_name(each)), token("kp", "new", each.code))
            for each in spans
        ]
    return Turn(state, (Message(text, rows_of((*options, _MENU), 1), in_place=True),))


def _sure(span: Span, known: Known) -> Message:
    """What closing means, before it is done."""
    name, count = span_name(span), known.look.reviews.waiting_in(span)
    close = Option(say("period-close", period=name), token("kp", "close", span.code), main=True)
    waiting = say("period-waiting", count=count) if count else None
    text = lines(say("period-sure", period=name), waiting)
    return Message(text, ((close, _BACK),), in_place=True, yes=close.token)


def _told(lock: LockKnown, known: Known) -> Speech:
    return lines(
        say("period-closed", period=span_name(lock.span), day=lock.closed_on, by=lock.closed_by),
        say("period-open-until", until=lock.open_until) if lock.open_until else None,
        *(_asked(each) for each in lock.asked[:_TOLD]),
    )


def _asked(asked: Asked) -> Speech:
    key = "waits" if asked.granted is None else "granted" if asked.granted else "refused"
    return say(f"period-asked-{key}", name=asked.name, at=asked.at, why=asked.why, by=asked.decided_by)


def _ways(lock: LockKnown, known: Known) -> list[Option]:
    name = span_name(lock.span)
    if not _decides(known):
        return (
            [] if lock.open_until else [Option(say("period-ask", period=name), token("kp", "ask", lock.id))]
        )
    waiting = [each for each in lock.asked if each.granted is None and not each.own]
    found = [
        option
        for each in waiting
        for option in (
            Option(say("period-yes", name=each.name), token("kp", "yes", each.id)),
            Option(say("period-no", name=each.name), token("kp", "no", each.id)),
        )
    ]
    again = (
        Option(say("period-close", period=name), token("kp", "close", lock.span.code))
        if lock.open_until
        else Option(say("period-open", period=name), token("kp", "open", lock.id))
    )
    return [*found, again, Option(say("period-end", period=name), token("kp", "end", lock.id))]


def _may_see(known: Known) -> bool:
    return known.may(Action.READ_PROGRESS)


def _decides(known: Known) -> bool:
    return known.may(Action.CLOSE_PERIODS)
