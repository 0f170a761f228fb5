"""The annexes of a report as a workbook: the same figures, as numbers to go on with."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from core.markup import writable
from core.texts import Texts, say
from reports.amounts import rounded, terms
from reports.people import unit_name
from reports.plan_report.conditions import subject_label, whose
from reports.plan_report.reading import PlanReport, TargetYear
from reports.plan_report.words import Words, goal, point, state, value
from reports.tasks import months_text

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | Decimal | date | None
Rows = Iterable[Sequence[Cell]]


def write_annexes(report: PlanReport, texts: Texts, locale: str = "vi") -> bytes:
    """The workbook as an .xlsx file: a sheet each for targets, tasks, money, difficulties, lists, tenants."""
    from openpyxl import Workbook

    words = Words(texts, locale)
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, columns, rows in (
        ("targets", _target_columns(report, words), _targets(report, words)),
        ("tasks", _named(words, "code", "name", "state", "months", "owner", "steps"), _tasks(report, words)),
        ("money", _named(words, "code", "name", "planned", "spent", "settled"), _money(report, words)),
        (
            "difficulties",
            _named(words, "receipt", "subject", "detail", "whose"),
            _difficulties(report, words),
        ),
        ("lists", _named(words, "list", "members"), _lists(report, words)),
        ("gaps", _named(words, "code", "name", "gap"), _gaps(report, words)),
        ("tenants", _named(words, "tenant", "reports", "evidence"), _tenants(report, words)),
    ):
        page: Worksheet = book.create_sheet(words.say(f"paper-sheet-{name}"))
        _fill(page, columns, rows)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _named(words: Words, *columns: str) -> list[str]:
    return [words.say(f"paper-column-{name}") for name in columns]


def _target_columns(report: PlanReport, words: Words) -> list[str]:
    day = report.moment.date
    before = _named(words, "code", "section", "name", "goal")
    now = [
        words.say("paper-column-value", day=day),
        *_named(words, "number", "unit", "needed", "estimate"),
    ]
    quarters = [words.say("paper-column-value", day=each) for each in _days(report)]
    return [*before, *now, *_named(words, "state"), *quarters, *_named(words, "reports", "evidence", "owner")]


def _targets(report: PlanReport, words: Words) -> Rows:
    for each in report.targets:
        item, then = each.item, dict(each.trend)
        owner = item.target.owner
        yield (
            item.target.code,
            item.target.section,
            words(item.target.name),
            words(goal(item, report.year) or ""),
            words(value(item)),
            _number(each, item.value),
            words(item.target.unit),
            _number(each, item.expected),
            _number(each, each.estimate),
            words(state(item)),
            *(words(point(then[day])) if day in then else None for day in _days(report)),
            each.reports,
            each.evidence,
            unit_name(report.catalogue, report.tenant.code, owner, report.moment.date) if owner else None,
        )


def _days(report: PlanReport) -> list[date]:
    return [day for day, _ in max((each.trend for each in report.targets), key=len, default=())]


def _number(each: TargetYear, number: Decimal | None) -> Decimal | None:
    """A number as its words have it: a share in percent, to a tenth."""
    return None if number is None else rounded(number * terms(each.item).factor)


def _tasks(report: PlanReport, words: Words) -> Rows:
    for each in report.tasks:
        task = each.task
        starts, ends = (str(day)[:7] if day else None for day in (task.starts, task.ends))
        owner = task.owner
        yield (
            task.code,
            words(task.name),
            words.say(f"paper-task-{each.state}"),
            months_text(starts, ends),
            unit_name(report.catalogue, report.tenant.code, owner, report.moment.date) if owner else None,
            len(each.steps),
        )


def _money(report: PlanReport, words: Words) -> Rows:
    for each in report.budget.lines if report.budget else ():
        planned = None if each.amount is None else rounded(each.amount)
        yield each.line.code, words(each.line.name), planned, rounded(each.spent), rounded(each.settled)


def _difficulties(report: PlanReport, words: Words) -> Rows:
    for each in report.difficulties:
        yield (
            each.receipt,
            words(subject_label(report, each.subject)),
            each.detail,
            words(whose(report, each)),
        )


def _lists(report: PlanReport, words: Words) -> Rows:
    for name, members in report.rosters:
        yield words(name), members


def _gaps(report: PlanReport, words: Words) -> Rows:
    for each in report.gaps:
        yield each.key, words(each.name), words(say(f"paper-gap-{each.kind}"))


def _tenants(report: PlanReport, words: Words) -> Rows:
    for each in report.contributions:
        yield words(each.tenant.name), each.reports, each.evidence


def _fill(page: "Worksheet", columns: Sequence[str], rows: Rows) -> None:
    """The heading stays in sight. Text stays text, whatever it begins with."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate([columns, *rows], 1):
        for column, content in enumerate(row, 1):
            cell = page.cell(number, column)
            cell.value = writable(content) if isinstance(content, str) else content
            if isinstance(content, str):
                cell.data_type, cell.quotePrefix = "s", True
            cell.font = Font(name="Times New Roman", size=11, bold=number == 1)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for column, name in enumerate(columns, 1):
        page.column_dimensions[get_column_letter(column)].width = (
            42 if column in (2, 3) else max(14, len(name))
        )
    page.freeze_panes = "B2"
