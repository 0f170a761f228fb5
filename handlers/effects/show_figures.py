"""Figures on request: all targets, one target with the facts behind it, the weekly summary."""

from sqlalchemy.orm import Session

from core.dialogue.effects import ShowProgress, ShowSummary, ShowTarget
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.indicators.facts import Moment
from core.indicators.progress import assess
from core.permissions import Action, may
from core.texts import lines, say
from handlers.context import Context
from reports.progress import states_line, target_line, target_page, target_progress
from reports.weekly import weekly_summary
from storage.queries.progress import tenant_facts
from storage.queries.visible import facts_by_ids

#: targets on one page of the list
PAGE = 6
#: facts behind a target that can be opened from its page
OPENED = 6


def progress(session: Session, effect: ShowProgress, context: Context) -> list[Message]:
    """A page of the targets, each with a button to its own page."""
    items = target_progress(session, context.catalogue, context.speaker.tenant_code, _moment(context))
    pages = max(-(-len(items) // PAGE), 1)
    page = effect.page % pages
    shown = items[page * PAGE : (page + 1) * PAGE]
    title = say("figures-title", tenant=context.speaker.tenant_name, page=page + 1, pages=pages)
    listed = lines(*(target_line(item) for item in shown))
    text = lines(lines(title, states_line(items)), listed, separator="\n\n")
    options = [Option(item.target.code, token("tg", item.target.code)) for item in shown]
    rows = rows_of(options, 3)
    if pages > 1:
        more = Option(say("form-more", page=page + 1, pages=pages), token("pg", (page + 1) % pages))
        rows = (*rows, (more,))
    return [Message(text, (*rows, (Option(say("menu-button"), "go:menu"),)), numbered=False, in_place=True)]


def target(session: Session, effect: ShowTarget, context: Context) -> list[Message]:
    """One target; the facts the person may see open from here."""
    plans = context.catalogue.plans_of(context.speaker.tenant_code)
    found = next(((p, t) for p in plans for t in p.targets if t.code == effect.code), None)
    if found is None:
        return [Message(say("target-unknown"), ((Option(say("menu-progress"), "go:progress"),),))]
    facts = tenant_facts(session, context.catalogue, context.speaker.tenant_code, whole=True)
    item = assess(*found, facts, context.catalogue, _moment(context))
    behind = facts_by_ids(session, context.viewer, item.measure.facts)
    options = [Option(fact.receipt, token("rep", fact.id)) for fact in behind[:OPENED]]
    back = (Option(say("menu-progress"), "go:progress"), Option(say("menu-button"), "go:menu"))
    text = target_page(item, context.catalogue, behind)
    return [Message(text, (*rows_of(options, 2), back), numbered=False, in_place=True)]


def summary(session: Session, effect: ShowSummary, context: Context) -> list[Message]:
    """The week so far, as the Friday message tells it."""
    if not may(context.role, Action.READ_SUMMARY):
        return [Message(say("not-allowed"))]
    text = weekly_summary(session, context.catalogue, context.speaker.tenant_code, context.now)
    options = (Option(say("menu-progress"), "go:progress"), Option(say("menu-button"), "go:menu"))
    return [Message(text, (options,))]


def _moment(context: Context) -> Moment:
    return Moment(context.today, context.now)
