"""Whether a conditional target applies: yes or no, why, and when that is to be looked at again."""

from datetime import date

from core.catalogue.settled import DecidedTarget
from core.dialogue.plan_effects import DecideCondition
from core.dialogue.state import Settling
from core.dialogue.steps import Message, rows_of
from core.texts import Speech, lines, say
from handlers.conversations.plan_settings_desk import (
    Desk,
    Next,
    answer,
    confirmation,
    day_of,
    day_options,
    moved,
    read_day,
    way_back,
)

MAX_REASON = 300
#: the question before each
_BEFORE = {"reason": "choose", "day": "reason", "confirm": "day"}


def ask(settling: Settling, desk: Desk, first: Speech | None) -> Message | None:
    """The condition and the question that is next; None if there is no such target any more."""
    found = desk.target(settling.key)
    target = found[1] if found else None
    condition = target.conditional if target else None
    if target is None or condition is None:
        return None
    title = say("settle-condition-title", code=target.code, name=target.name)
    match settling.step:
        case "reason":
            chosen = say(f"settle-condition-{settling.value}")
            text = lines(first, title, chosen, say("settle-condition-why"))
            return Message(text, way_back(settling), numbered=False, in_place=True)
        case "day":
            text = lines(first, title, say("settle-condition-review"))
            options = [
                *day_options(settling, ()),
                answer(settling, "none", say("settle-condition-no-review")),
            ]
            return Message(text, rows_of(options) + way_back(settling), numbered=False, in_place=True)
        case "confirm":
            text = lines(first, title, decision(settling), say("settle-confirm"))
            return Message(text, confirmation(settling), in_place=True)
        case _:
            now = (
                say("settle-now", value=stands(settling.key, desk))
                if isinstance(target, DecidedTarget)
                else None
            )
            options = [answer(settling, each, say(f"settle-condition-{each}")) for each in ("yes", "no")]
            text = lines(
                first,
                title,
                say("progress-conditional", condition=condition),
                now,
                say("settle-condition-which"),
            )
            return Message(text, rows_of(options) + way_back(settling), in_place=True)


def decision(settling: Settling) -> Speech:
    """What is about to be decided."""
    return lines(
        say(f"settle-condition-{settling.value}"),
        say("settle-reason", reason=settling.reason or ""),
        say("settle-review", date=settling.day) if settling.day else None,
    )


def stands(key: str, desk: Desk) -> Speech:
    """The decision as it is now."""
    found = desk.target(key)
    target = found[1] if found else None
    if not isinstance(target, DecidedTarget):
        return say("settle-undecided")
    return say("settle-condition-yes" if target.condition_met else "settle-condition-no")


def pressed(settling: Settling, value: str, desk: Desk) -> Next:
    match settling.step:
        case "choose" if value in ("yes", "no"):
            return Next(moved(settling, step="reason", value=value))
        case "day" if value == "none":
            return Next(moved(settling, step="confirm", day=None))
        case "day" if value in settling.readings:
            return _reviewed(settling, day_of(value), desk)
        case "confirm" if value == "yes" and settling.reason is not None:
            decided = DecideCondition(settling.key, settling.value == "yes", settling.reason, settling.day)
            return Next(settling, effect=decided)
        case _:
            return Next(settling)


def typed(settling: Settling, text: str, desk: Desk) -> Next:
    match settling.step:
        case "reason" if 2 <= len(text) <= MAX_REASON:
            return Next(moved(settling, step="day", reason=text))
        case "reason":
            return Next(settling, say("settle-reason-length", most=MAX_REASON))
        case "day":
            return _typed_day(settling, text, desk)
        case _:
            return Next(settling, say("settle-press-please"))


def back(settling: Settling) -> Settling:
    return moved(settling, step=_BEFORE.get(settling.step, "choose"))


def _typed_day(settling: Settling, text: str, desk: Desk) -> Next:
    match read_day(text, desk, ahead=True):
        case date() as day:
            return _reviewed(settling, day, desk)
        case tuple() as readings:
            ahead = tuple(each for each in readings if each > desk.known.today.isoformat())
            if len(ahead) == 1:
                return _reviewed(settling, day_of(ahead[0]), desk)
            return Next(moved(settling, readings=ahead), say("settle-which-one"))
        case reason:
            return Next(moved(settling), say("form-refused", reason=reason))


def _reviewed(settling: Settling, day: date | None, desk: Desk) -> Next:
    if day is None or day <= desk.known.today:
        return Next(moved(settling), say("settle-review-past", today=desk.known.today))
    return Next(moved(settling, step="confirm", day=day))
