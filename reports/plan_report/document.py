"""The report as a document that the office edits, numbers and signs (layout of Decree 30/2020)."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from core.texts import Speech, Texts, lines, say
from reports import office
from reports.plan_report import conditions, narrative
from reports.plan_report.annex_pages import annex
from reports.plan_report.frame import head, signature
from reports.plan_report.reading import PlanReport, TargetYear
from reports.plan_report.words import (
    Words,
    cutoff,
    estimate,
    goal,
    point,
    sentence,
    state,
    title,
    value,
)
from reports.span_words import over

if TYPE_CHECKING:
    from docx.document import Document

#: the groups of targets (reports.plan_page) that are told as results, and those told after them
GOALS, FOLLOWED = ("goals",), ("duties", "rules", "purposes", "past")
#: centimetres: code, target, goal, value, estimate, state
_WIDTHS = (2.2, 4.3, 3.4, 2.7, 2.0, 1.9)
_COLUMNS = ("code", "name", "goal", "value", "estimate", "state")
#: of part of a year: what there was when it began, instead of an estimate
_PART_COLUMNS = ("code", "name", "goal", "before", "value", "state")


def write_document(report: PlanReport, texts: Texts, locale: str = "vi") -> bytes:
    """The document as a .docx file."""
    words = Words(texts, locale)
    document = office.new_document()
    document.core_properties.title = words(title(report))[:255]
    document.core_properties.author = words(report.plan.issuer)[:255]
    head(document, report, words)
    _opening(document, report, words)
    _results(document, report, words)
    _followed(document, report, words)
    _work(document, report, words)
    _difficulties(document, report, words)
    _heading(document, words, "paper-part-open")
    _paragraphs(document, words, conditions.lists_and_gaps(report))
    _ahead(document, report, words)
    _paragraphs(document, words, [say("paper-closing", issuer=report.plan.issuer)])
    signature(document, report, words)
    annex(document, report, words)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def _opening(document: "Document", report: PlanReport, words: Words) -> None:
    plan = report.plan
    _paragraphs(
        document,
        words,
        [
            say("paper-opening", issuer=plan.issuer, plan=title(report), over=over(report.span)),
            cutoff(report) if report.ended else lines(cutoff(report), say("paper-rest"), separator=" "),
            say("paper-how-to-check"),
        ],
    )
    _heading(document, words, "paper-part-general")
    bases = (
        sentence(say("paper-bases"), lines(*plan.legal_bases, separator="; ")) if plan.legal_bases else None
    )
    found = [bases, *conditions.drawn_from(report), narrative.counted(report)]
    _paragraphs(document, words, [each for each in found if each is not None])


def _results(document: "Document", report: PlanReport, words: Words) -> None:
    _heading(document, words, "paper-part-results")
    sections = narrative.results(report, GOALS)
    if not sections:
        _paragraphs(document, words, [say("paper-no-goals")])
        return
    office.centred(document, words.say("paper-table-title", day=report.moment.date), size=office.BODY)
    columns = _COLUMNS if report.span.is_year else _PART_COLUMNS
    days = {"value": report.moment.date, "before": report.span.before}
    heading = [words.say(f"paper-column-{name}", day=days.get(name, report.moment.date)) for name in columns]
    cells = [_cells(each, report) for each in narrative.shown(report, GOALS)]
    rows = [[words(cell[name] or say("paper-blank")) for name in columns] for cell in cells]
    office.grid(document, [heading, *rows], _WIDTHS)
    office.note(document, words.say("paper-table-note" if report.span.is_year else "paper-table-note-part"))
    _sections(document, words, sections)


def _cells(each: TargetYear, report: PlanReport) -> dict[str, Speech | None]:
    """What the table has of a target, by column."""
    item, was = each.item, dict(each.trend).get(report.span.before)
    return {
        "code": item.target.code,
        "name": item.target.name,
        "goal": goal(item, report.year),
        "before": point(was) if was else None,
        "value": value(item),
        "estimate": estimate(each),
        "state": state(item),
    }


def _followed(document: "Document", report: PlanReport, words: Words) -> None:
    _heading(document, words, "paper-part-followed")
    sections = narrative.results(report, FOLLOWED)
    _sections(document, words, sections)
    if not sections:
        _paragraphs(document, words, [say("paper-none-followed")])


def _work(document: "Document", report: PlanReport, words: Words) -> None:
    _heading(document, words, "paper-part-work")
    _paragraphs(document, words, [*conditions.work(report), *conditions.money(report)])


def _difficulties(document: "Document", report: PlanReport, words: Words) -> None:
    _heading(document, words, "paper-part-difficulties")
    found = conditions.difficulties(report)
    if not found:
        _paragraphs(document, words, [say("paper-no-difficulties")])
    for subject, told in found:
        office.paragraph(document, words(subject), bold=True)
        _paragraphs(document, words, told)


def _ahead(document: "Document", report: PlanReport, words: Words) -> None:
    _heading(document, words, "paper-part-ahead")
    lagging = narrative.ahead(report)
    _paragraphs(
        document,
        words,
        [say("paper-ahead-some") if lagging else say("paper-ahead-none"), *lagging],
    )
    due = conditions.due(report)
    if due:
        _paragraphs(document, words, [say("paper-due-some"), *due])


def _heading(document: "Document", words: Words, key: str) -> None:
    office.paragraph(document, words.say(key), bold=True)


def _sections(document: "Document", words: Words, found: Iterable[tuple[str, Sequence[Speech]]]) -> None:
    for section, told in found:
        office.paragraph(document, words.say("paper-section", section=section), bold=True)
        _paragraphs(document, words, told)


def _paragraphs(document: "Document", words: Words, told: Iterable[Speech]) -> None:
    for each in told:
        office.paragraph(document, words(each))
