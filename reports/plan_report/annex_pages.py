"""The annex at the end of the document: how figures came about, what they are drawn from, the chart."""

from typing import TYPE_CHECKING

from reports import office
from reports.plan_report.chart import PAGE, chart, charted, twin
from reports.plan_report.reading import PlanReport
from reports.plan_report.words import Words, point

if TYPE_CHECKING:
    from docx.document import Document

#: centimetres of the columns before and after those of days
_FIRST, _LAST, _DAYS = (2.2, 4.6), (1.4, 1.7), 6.6


def annex(document: "Document", report: PlanReport, words: Words) -> None:
    """The tables on a page of their own, then pictures of at most `PAGE` targets each."""
    office.centred(document, words.say("paper-annex")).paragraph_format.page_break_before = True
    office.centred(document, words.say("paper-annex-title").upper())
    with_report = words.say(f"paper-annex-of-{report.tenant.level}", year=str(report.year))
    office.centred(document, with_report, size=office.BODY, bold=False, italic=True)
    _history(document, report, words)
    _pictures(document, report, words)


def _history(document: "Document", report: PlanReport, words: Words) -> None:
    """Each target at the ends of the quarters and at the cut-off, with what stands behind it."""
    days = [day for day, _ in max((each.trend for each in report.targets), key=len, default=())]
    shown = [f"{day.day}/{day.month}" for day in (*days, report.moment.date)]
    heading = [
        words.say("paper-column-code"),
        words.say("paper-column-name"),
        *shown,
        words.say("paper-column-reports"),
        words.say("paper-column-evidence"),
    ]
    rows = []
    for each in report.targets:
        then = dict(each.trend)
        points = [words(point(then[day])) if day in then else "" for day in days]
        item = each.item
        now = words(point(item))
        rows.append(
            [item.target.code, words(item.target.name), *points, now, str(each.reports), str(each.evidence)]
        )
    widths = (*_FIRST, *(_DAYS / len(shown) for _ in shown), *_LAST)
    office.grid(document, [heading, *rows], widths)


def _pictures(document: "Document", report: PlanReport, words: Words) -> None:
    bars = charted(report)
    for at in range(0, len(bars), PAGE):
        some = bars[at : at + PAGE]
        office.centred(document, words.say("paper-chart-title", day=report.moment.date), size=office.BODY)
        office.picture(document, chart(report, some, words, titled=False), twin(some, words))
