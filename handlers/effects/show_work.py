"""The work of a plan on request: its tasks, one task with its steps, its money."""

from sqlalchemy.orm import Session

from core.dialogue.plan_effects import ShowBudget, ShowTask, ShowTasks
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.indicators.work import STEP_REPORT, StepState, urgent_first
from core.texts import lines, say
from handlers.context import Context
from handlers.effects.pages import MENU, back_to_plan, gone, more, read
from reports.budget import budget_page, budget_pages
from reports.tasks import task_line, task_page, tasks_heading

#: tasks on one page
PAGE = 6
#: targets a task serves that open from its page
SERVED = 6


def tasks(session: Session, effect: ShowTasks, context: Context) -> list[Message]:
    """A page of a plan's tasks, late ones first, each with a button to its own page."""
    figures = read(session, context)
    plan = figures.plan(effect.plan)
    if plan is None:
        return [gone("plan-unknown")]
    every = urgent_first(figures.tasks(plan))
    pages = max(-(-len(every) // PAGE), 1)
    page = effect.page % pages
    shown = every[page * PAGE : (page + 1) * PAGE]
    heading = tasks_heading(plan.code, every, page + 1, pages)
    text = lines(heading, lines(*(task_line(each, figures) for each in shown)), separator="\n\n")
    options = [Option(each.task.code, token("tk", each.task.code)) for each in shown]
    rows = (*rows_of(options, 3), *more(page, pages, "ts", plan.code), (back_to_plan(plan.code), MENU))
    return [Message(text, rows, in_place=True)]


def task(session: Session, effect: ShowTask, context: Context) -> list[Message]:
    """One task; its steps are reported from here, and the targets it serves open."""
    figures = read(session, context)
    found = figures.task(effect.code)
    if found is None:
        return [gone("task-unknown")]
    plan = found[0]
    standing = next(each for each in figures.tasks(plan) if each.task.code == effect.code)
    known = {target.code for target in plan.targets}
    served = [code for code in standing.task.serves if code in known][:SERVED]
    targets = [Option(code, token("tg", code)) for code in served]
    back = Option(say("task-back"), token("ts", plan.code))
    report = Option(say("task-report"), token("new", STEP_REPORT), main=True)
    left = any(each.state is not StepState.DONE for each in standing.steps)
    tells = left and context.known.reportable(STEP_REPORT) is not None
    rows = (*(((report,),) if tells else ()), *rows_of(targets, 3), (back, back_to_plan(plan.code), MENU))
    return [Message(task_page(standing, figures, figures.budget(plan)), rows, in_place=True)]


def budget(session: Session, effect: ShowBudget, context: Context) -> list[Message]:
    """A page of a plan's money."""
    figures = read(session, context)
    plan = figures.plan(effect.plan)
    money = figures.budget(plan) if plan else None
    if plan is None or money is None:
        return [gone("plan-unknown")]
    pages = budget_pages(money)
    page = effect.page % pages
    rows = (*more(page, pages, "bd", plan.code), (back_to_plan(plan.code), MENU))
    return [Message(budget_page(money, page), rows, in_place=True)]
