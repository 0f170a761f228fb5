"""When the bot writes by itself: shown to admins of a tenant, and changed by them."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from core.catalogue.hours import CHOSEN, JOBS, OFF, QUIET, as_kept, trouble, with_hours
from core.catalogue.schedule import JobTime, Schedule
from core.dialogue.calendar_effects import SetHours, ShowHours
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.effects.settled_receipt import as_settled
from storage.repositories import plan_settings

_BACK = (Option(say("calendar-see"), "go:calendar"), Option(say("menu-button"), "go:menu"))
_WORK_DAYS = range(1, 7)
#: those whose button shares its row
_SHORT = frozenset({"daily_summary", "monthly_summary", "quarterly_summary", "own_month"})


def show(session: Session, effect: ShowHours, context: Context) -> list[Message]:
    """All of them, each with a button."""
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    return [_page(as_settled(session, context).schedule)]


def set_hours(session: Session, effect: SetHours, context: Context) -> list[Message]:
    """From now on; what would come while nobody is written to is refused."""
    schedule = as_settled(session, context).schedule
    value = _value(effect, schedule)
    if not context.may(Action.SETTLE_PLANS) or value is None:
        return [Message(say("not-allowed"))]
    changed = with_hours(schedule, [(effect.key, value)])
    wrong = trouble(changed)
    if wrong is not None:
        text = say(
            "hours-asleep", job=say(f"hours-name-{_named(wrong)}"), at=f"{changed.jobs[wrong].at:%H:%M}"
        )
        return [Message(text, ((Option(say("hours-see"), "cl:hours"),),))]
    by = (context.person_id, context.now)
    row = plan_settings.decide(
        session, context.speaker.tenant_id, plan_settings.HOURS, effect.key, {"is": value}, by
    )
    context.note(session, "settle", row, new={"key": effect.key, "is": value})
    return [
        Message(lines(say("hours-set"), *_lines(changed)), ((Option(say("hours-see"), "cl:hours"), *_BACK),))
    ]


def _value(effect: SetHours, schedule: Schedule) -> str | None:
    """As it is kept; None for what cannot be set."""
    if effect.key == QUIET and len(effect.times) == 2 and effect.times[0] != effect.times[1]:
        return f"{effect.times[0]:%H:%M}-{effect.times[1]:%H:%M}"
    job = schedule.jobs.get(effect.key, CHOSEN.get(effect.key)) if effect.key in JOBS else None
    if effect.off:
        return OFF if effect.key in CHOSEN else None
    if job is None:
        return None
    if effect.weekday is not None:
        weekly = job.weekday is not None and effect.weekday in _WORK_DAYS
        return as_kept(job.model_copy(update={"weekday": effect.weekday})) if weekly else None
    return as_kept(job.model_copy(update={"at": effect.times[0]})) if len(effect.times) == 1 else None


def _page(schedule: Schedule) -> Message:
    rows = [(Option(say("hours-edit", what=say("hours-name-quiet")), token("cl", "hour", QUIET)),)]
    short: list[Option] = []
    for key in JOBS:
        job, name = schedule.jobs.get(key), say(f"hours-name-{_named(key)}")
        edit = Option(say("hours-edit", what=name), token("cl", "hour", key))
        if key in _SHORT:
            short += [edit] if job or key in CHOSEN else []
        elif job is not None:
            rows.append((edit,))
            if job.weekday:
                rows.append((Option(say("hours-edit-day", what=name), token("cl", "day", key)),))
    return Message(
        lines(say("hours-title"), *_lines(schedule)), (*rows, *rows_of(short), _BACK), in_place=True
    )


def _lines(schedule: Schedule) -> Iterator[Speech]:
    first, last = f"{schedule.quiet_from:%H:%M}", f"{schedule.quiet_to:%H:%M}"
    yield say("hours-quiet", first=first, last=last)
    for key in JOBS:
        job = schedule.jobs.get(key)
        name = say(f"hours-name-{_named(key)}")
        if job is not None:
            yield say("hours-line", job=name, when=_when(key, job), at=f"{job.at:%H:%M}")
        elif key in CHOSEN:
            yield say("hours-off", job=name)


def _when(key: str, job: JobTime) -> Speech:
    """On which days it comes. What tells of every day comes on days off, too, where there is something."""
    if job.weekday:
        return say("hours-weekday", weekday=job.weekday)
    if job.month_day is not None:
        month = "quarter" if key == "quarterly_summary" else "month"
        return say("hours-monthly", day=str(job.month_day).split()[0], of=month)
    return say("hours-daily") if key in CHOSEN else say("hours-working-days")


def _named(key: str) -> str:
    return key.replace("_", "-")
