"""The report as a document that the office edits, numbers and signs (layout of Decree 30/2020)."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from core.texts import Speech, Texts, lines, say
from reports import office
from reports.plan_report import conditions, narrative
from reports.plan_report.annex_pages import annex
from reports.plan_report.frame import head, signature
from reports.plan_report.reading import PlanReport
from reports.plan_report.words import Words, cutoff, estimate, goal, sentence, state, title, value

if TYPE_CHECKING:
    from docx.document import Document

#: the groups of targets (reports.plan_page) that are told as results, and those told after them
GOALS, FOLLOWED = ("goals",), ("duties", "rules", "purposes", "past")
#: centimetres: code, target, goal, value, estimate, state
_WIDTHS = (1.9, 4.6, 3.4, 2.7, 2.0, 1.9)
_COLUMNS = ("code", "name", "goal", "value", "estimate", "state")


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
            say("paper-opening", issuer=plan.issuer, plan=title(report), year=str(report.year)),
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
    heading = [words.say(f"paper-column-{name}", day=report.moment.date) for name in _COLUMNS]
    rows = [
        [
            item.target.code,
            words(item.target.name),
            words(goal(item, report.year) or say("paper-blank")),
            words(value(item)),
            words(estimate(each) or say("paper-blank")),
            words(state(item)),
        ]
        for each in narrative.shown(report, GOALS)
        for item in (each.item,)
    ]
    office.grid(document, [heading, *rows], _WIDTHS)
    office.note(document, words.say("paper-table-note"))
    _sections(document, words, sections)


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
