"""A manager has units reminded that reported nothing this week: each of their officers once a day at most."""

from dataclasses import dataclass, field
from datetime import time

from sqlalchemy.orm import Session

from core.delivery import NOTICE
from core.dialogue.steps import Message, Option
from core.dialogue.summary_effects import NudgeUnits
from core.dialogue.tokens import token
from core.periods import local_time, moment_of, next_allowed
from core.permissions import Action
from core.rounds import Round
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.effects.pages import MENU
from handlers.effects.show_summary import open_until, when_of
from reports.people import clipped, listed
from reports.summary.words import round_named
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
    already: list[Speech] = field(default_factory=list)
    away: list[Speech] = field(default_factory=list)
    nobody: list[Speech] = field(default_factory=list)


def nudge(session: Session, effect: NudgeUnits, context: Context) -> list[Message]:
    """Write the reminders, and say who gets one and who does not, and why."""
    if not context.may(Action.READ_SUMMARY):
        return [Message(say("not-allowed"))]
    when = when_of(effect.when, context)
    hours, zone = context.catalogue.schedule, context.speaker.timezone
    goes = next_allowed(context.now, hours.quiet_from, hours.quiet_to, zone)
    back = ((Option(say("summary-button-units"), token("wk", "u", when.code)), MENU),)
    if not open_until(when, context.now) or goes >= moment_of(when.last, _LAST_HOUR, zone):
        return [Message(say("nudge-over", time=round_named(when)), back)]
    silent = silent_units(session, context.speaker.tenant_id, when)
    if not silent:
        return [Message(say("summary-none-silent"), back)]
    later = say("nudge-later", at=local_time(goes, zone)) if goes > context.now else None
    done = _Outcome()
    found = crews(session, context.speaker.tenant_id, [unit.code for unit in silent])
    everybody = [each.person_id for crew in found.values() for each in crew]
    away = told.away(session, everybody, context.today)
    for unit in silent:
        crew = found.get(unit.code, ())
        there = [each for each in crew if each.person_id not in away]
        name = clipped(unit.name)
        if not crew:
            done.nobody.append(name)
        elif not there:
            done.away.append(name)
        elif written := sum(_write(session, each, unit, when, context) for each in there):
            done.reminded.append(say("nudge-unit", unit=name, count=written))
        else:
            done.already.append(name)
    return [Message(lines(_receipt(done), later if done.reminded else None), back)]


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


def _write(session: Session, officer: Recipient, unit: SilentUnit, when: Round, context: Context) -> bool:
    """False when somebody has reminded them today."""
    hours, zone = context.catalogue.schedule, context.speaker.timezone
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
        dedupe_key=nudge_key(officer.person_id, context.today),
        not_before=next_allowed(context.now, hours.quiet_from, hours.quiet_to, zone),
        useless_after=moment_of(when.last, _LAST_HOUR, zone),
        recheck={"name": NAME, "person": officer.person_id, "unit": unit.code, "week": when.code},
    )
    return row is not None
