"""Figures on request: the plans and the targets of one of them."""

from datetime import date

from sqlalchemy.orm import Session

from core.catalogue.plans import Plan
from core.dialogue.plan_effects import ShowPlan, ShowProgress
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.texts import lines, say
from handlers.context import Context
from handlers.effects.pages import MENU, PROGRESS, as_of, gone, more, now_row, read, then
from reports.plan_page import plan_lines, plan_page, plan_pages, shown_on
from reports.reading import Figures


def progress(session: Session, effect: ShowProgress, context: Context) -> list[Message]:
    """The plans, each with a button to its targets; a tenant with one plan sees those at once."""
    day = effect.day
    figures = read(session, context, day=day)
    if len(figures.plans) == 1:
        return [_plan(figures, figures.plans[0], 0, day)]
    title = say("figures-title", tenant=context.speaker.tenant_name)
    named = (plan_lines(plan, figures.progress(plan)) for plan in figures.plans)
    options = [
        Option(say("plan-button", code=plan.code), then("pl", plan.code, day)) for plan in figures.plans
    ]
    rows = (*rows_of(options), *now_row(day, "go:progress"), (MENU,))
    return [Message(lines(as_of(day), title, *named, separator="\n\n"), rows, in_place=True)]


def plan(session: Session, effect: ShowPlan, context: Context) -> list[Message]:
    """A page of one plan's targets, each with a button to its own page."""
    figures = read(session, context, day=effect.day)
    found = figures.plan(effect.code)
    return [_plan(figures, found, effect.page, effect.day) if found else gone("plan-unknown")]


def _plan(figures: Figures, plan: Plan, page: int, day: date | None) -> Message:
    items = figures.progress(plan)
    pages = plan_pages(items)
    page %= pages
    shown = shown_on(items, page)
    targets = [Option(item.target.code, then("tg", item.target.code, day)) for item in shown]
    back = MENU if len(figures.plans) == 1 else PROGRESS
    rows = (
        *rows_of(targets, 3),
        *more(page, pages, "pl", plan.code, day),
        *(rows_of(_beside(plan)) if day is None else now_row(day, token("pl", plan.code))),
        (back,),
    )
    return Message(lines(as_of(day), plan_page(plan, items, page), separator="\n\n"), rows, in_place=True)


def _beside(plan: Plan) -> list[Option]:
    """The other pages of a plan, where it has something to show on them."""
    tasks = [Option(say("plan-tasks", count=len(plan.tasks)), token("ts", plan.code))] if plan.tasks else []
    budget = [Option(say("plan-budget"), token("bd", plan.code))] if plan.budget else []
    return [*tasks, *budget]
