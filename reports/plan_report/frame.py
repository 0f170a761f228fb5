"""Head and foot of a report on a plan: who reports, the motto, number and day; receivers and signature."""

from typing import TYPE_CHECKING

from core.catalogue.fact_types import Level
from core.texts import say
from reports import office
from reports.letterhead import HALVES, Letterhead, letterhead, place_of
from reports.plan_report.reading import PlanReport
from reports.plan_report.words import Words, title
from reports.span_words import over

if TYPE_CHECKING:
    from docx.document import Document


def head(document: "Document", report: PlanReport, words: Words) -> None:
    """The office and the number on the left, the motto, place and day on the right; then the title."""
    department = report.tenant.level is Level.DEPARTMENT
    letterhead(
        document,
        Letterhead(
            above=words.say("paper-superior" if department else "paper-authority"),
            issuer=words(report.tenant.name),
            nation=words.say("paper-nation"),
            motto=words.say("paper-motto"),
            number=words.say(f"paper-sign-number-{report.tenant.level}"),
            dated=words.say("paper-place-date", place=place_of(report.tenant.name), year=str(report.year)),
            one_name=not department,
        ),
    )
    office.centred(document, words.say("paper-kind")).paragraph_format.space_before = office.points(12)
    subject = words.say("paper-subject", over=over(report.span), plan=title(report))
    office.centred(document, subject).paragraph_format.space_after = office.points(0)
    office.rule(document.add_paragraph(), 5, office.WIDTH)


def signature(document: "Document", report: PlanReport, words: Words) -> None:
    """Receivers on the left, who signs on the right."""
    table = office.frame(document, rows=1, widths=HALVES)
    left, right = table.rows[0].cells
    office.cell(left, words.say("paper-receivers"), size=12, bold=True, italic=True, middle=False)
    for left_over, each in reversed(list(enumerate(reversed(report.plan.recipients)))):
        line = "paper-receiver" if left_over else "paper-receiver-last"
        office.cell(left, words.say(line, name=each), size=office.LIST, middle=False)
    office.cell(right, words(say(f"paper-signs-for-{report.tenant.level}")), size=13, bold=True)
    office.cell(right, words(say(f"paper-signs-{report.tenant.level}")), size=13, bold=True)
    for row in table.rows:
        office.unbroken(row)
