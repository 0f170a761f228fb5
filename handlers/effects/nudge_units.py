"""A manager has units reminded that reported nothing this week: each of their officers once a day at most."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time

from sqlalchemy.orm import Session

from core.delivery import NOTICE
from core.dialogue.steps import Message, Option
from core.dialogue.summary_effects import NudgeUnits
from core.dialogue.tokens import token
from core.periods import local_date, local_time, moment_of, next_allowed
from core.permissions import Action
from core.round_words import round_named
from core.rounds import Round
from core.texts import Speech, lines, say
from core.week import Week
from handlers.context import Context
from handlers.effects.pages import MENU
from handlers.effects.settled_receipt import as_settled
from handlers.effects.show_summary import open_until, when_of
from reports.people import clipped, listed
from storage.queries.recipients import Recipient
from storage.queries.silent import SilentUnit, silent_units
from storage.repositories import outbox, told
from storage.repositories.nudges import NAME, crews, nudge_key

#: on Sunday evening the week is as good as over
_LAST_HOUR = time(20)
_NAMED = 12


@dataclass
class _Outcome:
    """What became of each silent unit."""

    reminded: list[Speech] = field(default_factory=list)
    #: those who were reminded in this half-day, and will be in the next
    again: list[Speech] = field(default_factory=list)
    already: list[Speech] = field(default_factory=list)
    away: list[Speech] = field(default_factory=list)
    nobody: list[Speech] = field(default_factory=list)
    again_at: datetime | None = None


def nudge(session: Session, effect: NudgeUnits, context: Context) -> list[Message]:
    """Write the reminders, and say who gets one and who does not, and why."""
    if not context.may(Action.READ_SUMMARY):
        return [Message(say("not-allowed"))]
    when = when_of(effect.when, context)
    hours, zone = as_settled(session, context).schedule, context.speaker.timezone
    goes = next_allowed(context.now, hours.quiet_from, hours.quiet_to, zone)
    back = ((Option(say("summary-button-units"), token("wk", "u", when.code)), MENU),)
    if not open_until(when, context.now) or goes >= moment_of(when.last, _LAST_HOUR, zone):
        return [Message(say("nudge-over", time=round_named(when)), back)]
    every = silent_units(session, context.speaker.tenant_id, when)
    silent = [unit for unit in every if effect.unit in ("", unit.code)]
    if not silent:
        return [Message(say("nudge-not-silent" if effect.unit else "summary-none-silent"), back)]
    later = say("nudge-later", at=local_time(goes, zone)) if goes > context.now else None
    done = _remind_all(session, silent, when, goes, context)
    again = None
    if done.again_at is not None:
        at = local_time(done.again_at, zone)
        again = say("nudge-again", at=at, count=len(done.again), units=listed(done.again, _NAMED))
    return [Message(lines(_receipt(done), again, later if done.reminded else None), back)]


def _remind_all(
    session: Session, silent: Sequence[SilentUnit], when: Round, goes: datetime, context: Context
) -> _Outcome:
    """Write to everybody of these units who is there; what is told now goes out at `goes`."""
    done = _Outcome()
    found = crews(session, context.speaker.tenant_id, [unit.code for unit in silent])
    everybody = [each.person_id for crew in found.values() for each in crew]
    away = told.away(session, everybody, context.today)
    for unit in silent:
        crew = found.get(unit.code, ())
        there = [each for each in crew if each.person_id not in away]
        name = clipped(unit.name)
        moments = [_write(session, each, unit, when, context) for each in there]
        now, later = moments.count(goes), [each for each in moments if each is not None and each > goes]
        if not there:
            (done.away if crew else done.nobody).append(name)
        elif not now and not later:
            done.already.append(name)
        if now:
            done.reminded.append(say("nudge-unit", unit=name, count=now))
        if later:
            done.again.append(name)
            done.again_at = max(later)
    return done


def _receipt(done: _Outcome) -> Speech:
    told_of = (
        ("nudge-sent", done.reminded),
        ("nudge-already", done.already),
        ("nudge-away", done.away),
        ("nudge-nobody", done.nobody),
    )
    return lines(
        *(say(key, count=len(units), units=listed(units, _NAMED)) for key, units in told_of if units)
    )


def _goes(session: Session, officer: Recipient, when: Round, context: Context) -> datetime:
    """When a reminder may go out: now or after the quiet hours; to whom the same was told in this half-day in
    the next one.
    """
    hours, zone = as_settled(session, context).schedule, context.speaker.timezone
    goes = next_allowed(context.now, hours.quiet_from, hours.quiet_to, zone)
    week = Week(when.first, zone)
    if not told.told_silent(session, officer.person_id, week, goes):
        return goes
    following = told.next_half_day(goes, zone)
    opens = moment_of(local_date(following, zone), hours.office.opens, zone)
    return next_allowed(max(following, opens), hours.quiet_from, hours.quiet_to, zone)


def _write(
    session: Session, officer: Recipient, unit: SilentUnit, when: Round, context: Context
) -> datetime | None:
    """When it goes out; None when somebody has them reminded that day, or the week is over then."""
    zone = context.speaker.timezone
    goes, ends = _goes(session, officer, when, context), moment_of(when.last, _LAST_HOUR, zone)
    if goes >= ends:
        return None
    text = lines(
        say("reminder-greeting", name=clipped(officer.name, 60)),
        say(
            "nudge-text",
            manager=clipped(context.speaker.name, 60),
            unit=clipped(unit.name, 60),
            time=round_named(when),
        ),
    )
    choices = (
        (Option(say("reminder-button-report"), "go:report", main=True),),
        (Option(say("reminder-button-nil"), "go:nil"),),
        (Option(say("reminder-button-later"), "go:later"),),
    )
    row = outbox.add(
        session,
        address=officer.address,
        message=context.render(Message(text, choices), officer.locale),
        now=context.now,
        priority=NOTICE,
        person_id=officer.person_id,
        dedupe_key=nudge_key(officer.person_id, local_date(goes, zone)),
        not_before=goes,
        useless_after=ends,
        recheck={"name": NAME, "person": officer.person_id, "unit": unit.code, "week": when.code},
    )
    if row is None:
        return None
    told.note_silent(session, officer.person_id, Week(when.first, zone), goes)
    return goes
