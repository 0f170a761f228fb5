"""Head and foot of a report on a plan: who reports, the motto, number and day; receivers and signature."""

from typing import TYPE_CHECKING

from core.catalogue.fact_types import Level
from core.texts import say
from reports import office
from reports.plan_report.reading import PlanReport
from reports.plan_report.words import Words, title
from reports.span_words import over

if TYPE_CHECKING:
    from docx.document import Document

#: centimetres: left and right half of head and foot
_HALVES = (6.5, 10.0)
#: centimetres a cell keeps free on both sides together
_PADDING = 0.4


def head(document: "Document", report: PlanReport, words: Words) -> None:
    """The office and the number on the left, the motto, place and day on the right; then the title."""
    table = office.frame(document, rows=2, widths=_HALVES)
    left, right = table.rows[0].cells
    department = report.tenant.level is Level.DEPARTMENT
    office.cell(
        left,
        words.say("paper-superior" if department else "paper-authority"),
        size=12,
        bold=not department,
    )
    office.cell(left, words(report.tenant.name).upper(), size=12, bold=True)
    office.rule(office.cell(left, ""), 2.2, _HALVES[0] - _PADDING)
    office.cell(right, words.say("paper-nation"), size=12, bold=True)
    office.cell(right, words.say("paper-motto"), size=13, bold=True)
    office.rule(office.cell(right, ""), 5.4, _HALVES[1] - _PADDING)
    left, right = table.rows[1].cells
    office.cell(left, words.say(f"paper-sign-number-{report.tenant.level}"), size=13)
    dated = words.say("paper-place-date", place=_place(report.tenant.name), year=str(report.year))
    office.cell(right, dated, size=13, italic=True)
    office.centred(document, words.say("paper-kind")).paragraph_format.space_before = office.points(12)
    subject = words.say("paper-subject", over=over(report.span), plan=title(report))
    office.centred(document, subject).paragraph_format.space_after = office.points(0)
    office.rule(document.add_paragraph(), 5, office.WIDTH)


def _place(name: str) -> str:
    """The name of a place without the common word before it, which has no capital."""
    words = name.split()
    while len(words) > 1 and not words[0][:1].isupper():
        words.pop(0)
    return " ".join(words)


def signature(document: "Document", report: PlanReport, words: Words) -> None:
    """Receivers on the left, who signs on the right."""
    table = office.frame(document, rows=1, widths=_HALVES)
    left, right = table.rows[0].cells
    office.cell(left, words.say("paper-receivers"), size=12, bold=True, italic=True, middle=False)
    for each in report.plan.recipients:
        office.cell(left, words.say("paper-receiver", name=each), size=office.LIST, middle=False)
    office.cell(right, words(say(f"paper-signs-for-{report.tenant.level}")), size=13, bold=True)
    office.cell(right, words(say(f"paper-signs-{report.tenant.level}")), size=13, bold=True)
    for row in table.rows:
        office.unbroken(row)
