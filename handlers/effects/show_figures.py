"""Figures on request: the plans, the targets of one of them, the weekly summary."""

from sqlalchemy.orm import Session

from core.catalogue.plans import Plan
from core.dialogue.effects import ShowPlan, ShowProgress, ShowSummary
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.permissions import Action, may
from core.texts import lines, say
from handlers.context import Context
from handlers.effects.pages import MENU, PROGRESS, gone, more, read
from reports.plan_page import plan_lines, plan_page, plan_pages, shown_on
from reports.reading import Figures
from reports.weekly import weekly_summary


def progress(session: Session, effect: ShowProgress, context: Context) -> list[Message]:
    """The plans, each with a button to its targets; a tenant with one plan sees those at once."""
    figures = read(session, context)
    if len(figures.plans) == 1:
        return [_plan(figures, figures.plans[0], 0)]
    title = say("figures-title", tenant=context.speaker.tenant_name)
    named = (plan_lines(plan, figures.progress(plan)) for plan in figures.plans)
    options = [Option(say("plan-button", code=plan.code), token("pl", plan.code)) for plan in figures.plans]
    rows = (*rows_of(options), (MENU,))
    return [Message(lines(title, *named, separator="\n\n"), rows, in_place=True)]


def plan(session: Session, effect: ShowPlan, context: Context) -> list[Message]:
    """A page of one plan's targets, each with a button to its own page."""
    figures = read(session, context)
    found = figures.plan(effect.code)
    return [_plan(figures, found, effect.page) if found else gone("plan-unknown")]


def summary(session: Session, effect: ShowSummary, context: Context) -> list[Message]:
    """The week so far, as the Friday message tells it."""
    if not may(context.role, Action.READ_SUMMARY):
        return [Message(say("not-allowed"))]
    text = weekly_summary(session, context.catalogue, context.speaker.tenant_code, context.now)
    return [Message(text, ((PROGRESS, MENU),))]


def _plan(figures: Figures, plan: Plan, page: int) -> Message:
    items = figures.progress(plan)
    pages = plan_pages(items)
    page %= pages
    targets = [Option(item.target.code, token("tg", item.target.code)) for item in shown_on(items, page)]
    back = MENU if len(figures.plans) == 1 else PROGRESS
    rows = (
        *rows_of(targets, 3),
        *more(page, pages, "pl", plan.code),
        *rows_of(_beside(plan)),
        (back,),
    )
    return Message(plan_page(plan, items, page), rows, in_place=True)


def _beside(plan: Plan) -> list[Option]:
    """The other pages of a plan, where it has something to show on them."""
    tasks = [Option(say("plan-tasks", count=len(plan.tasks)), token("ts", plan.code))] if plan.tasks else []
    budget = [Option(say("plan-budget"), token("bd", plan.code))] if plan.budget else []
    return [*tasks, *budget]
