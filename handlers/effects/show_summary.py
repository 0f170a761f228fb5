"""The summary on request, and the pages behind it."""

from datetime import datetime

from sqlalchemy.orm import Session

from core.dialogue.effects import ShowSummary
from core.dialogue.steps import Message
from core.dialogue.summary_effects import (
    ShowDifficulties,
    ShowLateSteps,
    ShowOwnWeek,
    ShowSummaryTargets,
    ShowUnits,
)
from core.permissions import Action
from core.rounds import Every, Round, round_of
from core.texts import say
from handlers.context import Context
from handlers.effects.pages import read
from reports.summary.chart import made, pictures
from reports.summary.message import summary_message
from reports.summary.own_week import due_in, own_week_message, read_own_week
from reports.summary.pages import (
    difficulties_page,
    picture_rows,
    steps_page,
    targets_page,
    units_page,
)
from reports.summary.reading import all_targets, late_steps, read_summary, urgent_first
from storage.queries.weekly import activity_in, difficulties_in
from storage.repositories.nudges import reachable_on


def summary(session: Session, effect: ShowSummary, context: Context) -> list[Message]:
    """The week so far, as the Friday message tells it, or the round that a button names."""
    if not context.may(Action.READ_SUMMARY):
        return [Message(say("not-allowed"))]
    when = when_of(effect.when, context)
    found = read_summary(session, context.catalogue, context.speaker.tenant_code, context.now, when)
    return [summary_message(found, context.texts, context.speaker.locale, asked=True)]


def targets(session: Session, effect: ShowSummaryTargets, context: Context) -> list[Message]:
    """A page of the targets, those that need somebody first."""
    figures = read(session, context)
    found = urgent_first(all_targets(figures))
    pages = pictures(found)
    if not effect.picture or not pages:
        return [targets_page(found, effect.page)]
    page, code = effect.page % pages, context.speaker.tenant_code
    text = say("summary-picture", day=figures.moment.date, page=page + 1, pages=pages)
    picture = made(code, figures.moment, page, context.speaker.locale)
    return [Message(text, picture_rows(found, page), made=picture)]


def units(session: Session, effect: ShowUnits, context: Context) -> list[Message]:
    """Who reported, who did not, and who was reminded of it today."""
    when, tenant = when_of(effect.when, context), context.speaker.tenant_id
    found = activity_in(session, tenant, when)
    reachable = reachable_on(session, tenant, {unit.code for unit in found.silent}, context.today)
    return [units_page(when, found.silent, found.units, reachable, open_until(when, context.now))]


def steps(session: Session, effect: ShowLateSteps, context: Context) -> list[Message]:
    """The late steps of all plans."""
    return [steps_page(late_steps(read(session, context)), effect.page)]


def difficulties(session: Session, effect: ShowDifficulties, context: Context) -> list[Message]:
    """What was reported to stand in the way."""
    when = when_of(effect.when, context)
    return [
        difficulties_page(when, difficulties_in(session, context.speaker.tenant_id, when), context.catalogue)
    ]


def own_week(session: Session, effect: ShowOwnWeek, context: Context) -> list[Message]:
    """What the person sent in a round, what it moved, what waits, what is due next."""
    tenant, person = context.speaker.tenant_code, context.person_id
    due = due_in(session, context.catalogue, tenant, context.now)
    found = read_own_week(session, context.catalogue, tenant, person, due, when_of(effect.when, context))
    return [own_week_message(found, context.speaker.name, asked=True)]


def when_of(code: str, context: Context) -> Round:
    """The round a button names, or this week."""
    zone = context.speaker.timezone
    return round_of(code, zone) or Round.at(Every.WEEK, context.now, zone)


def open_until(when: Round, now: datetime) -> bool:
    """Whether units can still report for it and be reminded: it is the week that runs."""
    return when.every is Every.WEEK and when.starts <= now < when.ends
