"""One target with what stands behind it; all reports behind one."""

from datetime import date

from sqlalchemy.orm import Session

from core.dialogue.plan_effects import ShowReports, ShowTarget
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.indicators.progress import TargetProgress
from core.texts import lines, say
from handlers.context import Context
from handlers.conversations.trail import history_option
from handlers.effects.pages import MENU, as_of, back_to_plan, gone, more, now_row, read
from handlers.effects.show_reason import why_option
from reports.behind import NEWEST, PAGE, report_pages, reports_page
from reports.target_page import TASKS, target_page, target_view
from storage.queries import trail
from storage.queries.visible import FactShown, facts_by_ids

#: reports behind a figure that are looked up, the latest; older ones are only counted
_LOOKED_UP = 600


def target(session: Session, effect: ShowTarget, context: Context) -> list[Message]:
    """One target; its tasks and the reports the person may see open from here."""
    day = effect.day
    item = _whole(session, effect.code, context, day)
    if item is None:
        return [gone("target-unknown")]
    figures = read(session, context, day=day)
    view = target_view(figures, item)
    behind = _behind(session, item, context)
    text = lines(as_of(day), target_page(view, figures, behind), separator="\n\n")
    reports = [_opens(fact, effect.code) for fact in behind[:NEWEST]]
    every = Option(say("target-reports", count=len(behind)), token("bh", effect.code))
    why = why_option(item)
    tasks = [Option(each.task.code, token("tk", each.task.code)) for each in view.tasks[:TASKS]]
    settled = trail.settings_of(session, context.speaker.tenant_id, item.target.code)
    past = ((history_option("target", item.target.code),),) if settled else ()
    rows = (
        *rows_of(reports, 2),
        *(((every,),) if len(behind) > NEWEST and day is None else ()),
        *(((why,),) if why and day is None else ()),
        *(rows_of(tasks, 2) if day is None else now_row(day, token("tg", effect.code))),
        *past,
        (back_to_plan(item.plan.code, day), MENU),
    )
    return [Message(text, rows, in_place=True)]


def reports(session: Session, effect: ShowReports, context: Context) -> list[Message]:
    """A page of the reports behind a target; each opens."""
    item = _whole(session, effect.code, context)
    if item is None:
        return [gone("target-unknown")]
    behind = _behind(session, item, context)
    pages = report_pages(behind)
    page = effect.page % pages
    shown = behind[page * PAGE : (page + 1) * PAGE]
    options = [_opens(fact, effect.code) for fact in shown]
    back = Option(item.target.code, token("tg", item.target.code))
    rows = (*rows_of(options, 2), *more(page, pages, "bh", effect.code), (back, MENU))
    return [Message(reports_page(item, context.catalogue, behind, page), rows, in_place=True)]


def _opens(fact: FactShown, target: str) -> Option:
    """Opens a report, from where there is a way back to the target."""
    return Option(fact.receipt, token("rep", fact.id, target))


def _whole(session: Session, code: str, context: Context, day: date | None = None) -> TargetProgress | None:
    """The target measured fact by fact, so that it names the reports behind it."""
    figures = read(session, context, whole=True, day=day)
    found = figures.target(code)
    return figures.stands(*found) if found else None


def _behind(session: Session, item: TargetProgress, context: Context) -> tuple[FactShown, ...]:
    return facts_by_ids(session, context.viewer, item.measure.facts[-_LOOKED_UP:])
