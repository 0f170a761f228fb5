"""The calendar of a tenant is shown, and changed by its admins."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from core.dialogue.calendar_effects import AddDay, DecideDay, DropDay, SetDeadline, ShowCalendar, ShowSetDays
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.due.duties import AdHoc, Deadline
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.effects.settled_receipt import as_settled
from reports.due.countdown import countdown, day_set, days_told_of, read_ahead, unit_pages
from reports.due.words import day_before
from reports.people import clipped
from storage.models import SetDay
from storage.queries.weekly import find_tenant
from storage.repositories import plan_settings

_MENU = Option(say("menu-button"), "go:menu")
#: days that were set and may be dropped: beside the calendar, and on a page of their own
_DROPS, _DAYS = 4, 8


def show(session: Session, effect: ShowCalendar, context: Context) -> list[Message]:
    """Managers read it; admins have the buttons to change it."""
    if not context.may(Action.READ_SUMMARY):
        return [Message(say("not-allowed"))]
    return [_page(session, context, effect.page)]


def add(session: Session, effect: AddDay, context: Context) -> list[Message]:
    """All units that report are reminded of it from now on."""
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    row = SetDay(tenant_id=context.speaker.tenant_id, due=effect.due, name=effect.name, units=[])
    row.set_by, row.set_at = context.person_id, context.now
    session.add(row)
    session.flush()
    context.note(session, "add-day", row, new={"name": row.name, "due": row.due.isoformat()})
    return [_done(say("calendar-added", name=effect.name, when=day_before(effect.due)))]


def show_set(session: Session, effect: ShowSetDays, context: Context) -> list[Message]:
    """All days that were set and people hear of, a button to drop each."""
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    found = days_told_of(session, context.speaker.tenant_id, context.today)
    if not found:
        return [_page(session, context)]
    pages = -(-len(found) // _DAYS)
    page = effect.page if effect.page < pages else 0
    shown = found[page * _DAYS : (page + 1) * _DAYS]
    text = lines(say("calendar-set-title"), *(day_set(each, context.today) for each in shown))
    onward = Option(say("form-more", page=page + 1, pages=pages), token("cl", "set", (page + 1) % pages))
    last = (Option(say("calendar-see"), "go:calendar"), _MENU)
    rows = (*(_drop(each) for each in shown), *(((onward,),) if pages > 1 else ()), last)
    return [Message(text, rows, in_place=True)]


def _drop(each: AdHoc) -> tuple[Option, ...]:
    return (Option(say("calendar-drop", name=clipped(each.name, 24)), token("cl", "drop", each.number)),)


def drop(session: Session, effect: DropDay, context: Context) -> list[Message]:
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    stands = update(SetDay).where(
        SetDay.id == effect.number,
        SetDay.tenant_id == context.speaker.tenant_id,
        SetDay.dropped_at.is_(None),
    )
    number = session.scalar(stands.values(dropped_at=context.now).returning(SetDay.id))
    if number is None:
        return [_page(session, context)]
    row = session.get_one(SetDay, number)
    context.note(session, "drop-day", row, old={"name": row.name, "due": row.due.isoformat()})
    return [_done(say("calendar-dropped", name=row.name))]


def decide_day(session: Session, effect: DecideDay, context: Context) -> list[Message]:
    """From now on nobody is reminded on it if it is off, and it counts as worked if it is not."""
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    _keep(session, context, "day", effect.day.isoformat(), {"works": effect.works})
    key = "calendar-now-worked" if effect.works else "calendar-now-off"
    return [_done(say(key, day=effect.day))]


def set_deadline(session: Session, effect: SetDeadline, context: Context) -> list[Message]:
    """The last day on which the report counts as in time for its reminders, in that year and after."""
    plans = as_settled(session, context).plans_of(context.speaker.tenant_code)
    duty = next((d for plan in plans for d in plan.duties if d.code == effect.duty), None)
    yearly = duty is not None and duty.every == "year" and (effect.day.month, effect.day.day) != (2, 29)
    if not context.may(Action.SETTLE_PLANS) or duty is None or not yearly:
        return [Message(say("not-allowed"))]
    day, earlier = effect.day, duty.last_day(context.today.year)
    kept: dict[str, object] = {"due": f"{day:%m-%d}"}
    if earlier is not None and day.year > context.today.year:
        kept = {"due": f"{earlier:%m-%d}", "moved": [day.year, f"{day:%m-%d}"]}
    _keep(session, context, "deadline", duty.code, kept)
    told = {"name": duty.name, "when": day_before(day), "day": day, "year": str(day.year)}
    return [_done(say("calendar-deadline-set", **told))]


def _keep(session: Session, context: Context, kind: str, key: str, value: dict[str, object]) -> None:
    by = (context.person_id, context.now)
    row = plan_settings.decide(session, context.speaker.tenant_id, kind, key, value, by)
    context.note(session, "settle", row, new={"key": key, **value})


def _done(text: Speech) -> Message:
    return Message(text, ((Option(say("calendar-see"), "go:calendar"), _MENU),))


def _edit(each: Deadline) -> Option:
    label = say("calendar-edit", code=each.duty.code, year=str(each.year))
    return Option(label, token("cl", "duty", each.key))


def _page(session: Session, context: Context, wanted: int = 0) -> Message:
    code = context.speaker.tenant_code
    tenant = find_tenant(session, code)
    if tenant is None:
        raise LookupError(code)
    ahead = read_ahead(session, context.catalogue, tenant, code, context.now)
    rows: list[tuple[Option, ...]] = []
    count = unit_pages(ahead)
    page = wanted if wanted < count else 0
    if count > 1:
        label = say("form-more", page=page + 1, pages=count)
        rows.append((Option(label, token("go", "calendar", (page + 1) % count)),))
    if context.may(Action.SETTLE_PLANS):
        rows.append((Option(say("calendar-add"), token("cl", "add"), main=True),))
        rows.append(
            (Option(say("calendar-make-off"), "cl:off"), Option(say("calendar-make-worked"), "cl:work"))
        )
        rows.append((Option(say("hours-see"), "cl:hours"),))
        rows += [(_edit(each),) for each in ahead.deadlines]
        coming = [each for each in ahead.days_set if each.due >= ahead.today][:_DROPS]
        rows += [_drop(each) for each in coming]
        if len(coming) < len(ahead.days_set):
            label = say("calendar-set-days", count=len(ahead.days_set))
            rows.append((Option(label, token("cl", "set", 0)),))
    rows.append((Option(say("digest-all"), "go:dues"), _MENU))
    return Message(countdown(ahead, page), tuple(rows), in_place=True)
