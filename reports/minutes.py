"""Minutes of an inspection day as a document, laid out as administrative documents are (Decree 30/2020)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.instruments.due import Due, due
from core.instruments.shown import Finding, InspectionShown, InstrumentShown
from core.texts import Speech, Texts, say
from reports.made_file import MadeFile
from storage.models import Inspection, Person, Tenant
from storage.queries.inspections import shown

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

#: the language of the office
LOCALE = "vi"
COLUMNS = ("no", "stall", "owner", "kind", "until", "found")
#: centimetres: A4 less its margins
WIDTHS = (1.0, 1.6, 4.6, 4.6, 2.6, 2.1)


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the minutes tell of."""

    office: str
    officer: str
    day: InspectionShown
    kinds: dict[str, str]

    def count(self, finding: Finding) -> int:
        return self.day.count(finding)


def maker(
    session: Session, of: tuple[str, ...], catalogue: Catalogue, texts: Texts
) -> Callable[[], MadeFile]:
    """Read the inspection day with this number."""
    row = session.get_one(Inspection, int(of[0]))
    tenant, officer = session.get_one(Tenant, row.tenant_id), session.get_one(Person, row.opened_by)
    field = catalogue.fact_types["instrument_listed"].field("instrument_kind")
    kinds = {option.code: option.label.vi for option in field.options} if field else {}
    return partial(write, Minutes(tenant.name, officer.name, shown(session, row), kinds), texts)


def write(minutes: Minutes, texts: Texts) -> MadeFile:
    """The document."""
    from docx import Document as new_document

    document = new_document()
    words = partial(_words, texts)
    _page(document)
    _heading(document, minutes, words)
    _body(document, minutes, words)
    _table(document, minutes, words)
    _proposals(document, minutes, words)
    _signatures(document, words)
    kept = BytesIO()
    document.save(kept)
    name = words("minutes-file", date=f"{minutes.day.day:%Y-%m-%d}")
    return MadeFile(kept.getvalue(), name)


Words = Callable[..., str]


def _words(texts: Texts, key: str, **args: "Speech | int | float | date") -> str:
    return texts.render(say(key, **args), LOCALE)


def _page(document: "Document") -> None:
    """A4 with the margins of the decree, in 13 points."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.space_before = Pt(0)


def _heading(document: "Document", minutes: Minutes, words: Words) -> None:
    """The office and the number on the left, the motto, place and day on the right; then the title."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    day = minutes.day.day
    table = document.add_table(rows=2, cols=2)
    table.autofit = False
    office = f"{words('minutes-authority')}\n{minutes.office.upper()}"
    _cell(table.cell(0, 0), office, bold=True, size=12)
    _cell(table.cell(0, 1), words("minutes-nation"), bold=True, size=12)
    motto = table.cell(0, 1).add_paragraph()
    motto.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(motto, words("minutes-motto"), bold=True, size=13, underline=True)
    _cell(table.cell(1, 0), words("minutes-number"), size=13)
    place = minutes.office
    when = words("minutes-place-date", place=place, day=f"{day:%d}", month=f"{day:%m}", year=f"{day:%Y}")
    _cell(table.cell(1, 1), when, size=13, italic=True)
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Cm(6.5), Cm(10)
    for key in ("minutes-title", "minutes-subject"):
        _centred(document, words(key, place=minutes.day.place_name), bold=True, size=14)


def _body(document: "Document", minutes: Minutes, words: Words) -> None:
    day = minutes.day
    dated = {"day": f"{day.day:%d}", "month": f"{day.day:%m}", "year": f"{day.day:%Y}"}
    counts = {
        "listed": len(day.instruments),
        "passed": minutes.count(Finding.PASSED),
        "failed": minutes.count(Finding.FAILED),
        "absent": minutes.count(Finding.ABSENT),
        "left": len(day.left()),
    }
    checked = counts["passed"] + counts["failed"]
    _paragraph(document, words("minutes-opening", place=day.place_name, **dated))
    _paragraph(document, words("minutes-basis"))
    _paragraph(document, words("minutes-team"), bold=True)
    _paragraph(document, words("minutes-team-line", name=minutes.officer))
    _paragraph(document, words("minutes-team-blank"))
    _paragraph(document, words("minutes-result"), bold=True)
    _paragraph(document, words("minutes-result-text", checked=checked, **counts))


def _table(document: "Document", minutes: Minutes, words: Words) -> None:
    """One line an instrument, by stall; the heading stands on every page."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    rows = [[words(f"minutes-table-{name}") for name in COLUMNS]]
    rows += [_line(number, each, minutes, words) for number, each in enumerate(minutes.day.instruments, 1)]
    table = document.add_table(rows=len(rows), cols=len(COLUMNS))
    table.style, table.autofit = "Table Grid", False
    for at, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text, width in zip(row.cells, texts, WIDTHS, strict=True):
            cell.width = Cm(width)
            _cell(cell, text, bold=at == 0, size=11, centred=at == 0)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)


def _line(number: int, each: InstrumentShown, minutes: Minutes, words: Words) -> list[str]:
    found = minutes.day.found.get(each.key)
    kind = minutes.kinds.get(each.kind, each.kind)
    until = words(f"minutes-until-{each.trouble}") if each.trouble else ""
    if each.trouble is None and each.valid_until is not None:
        until = f"{each.valid_until:%d/%m/%Y}"
    return [
        str(number),
        each.stall,
        each.owner,
        ", ".join(part for part in (kind, each.serial) if part),
        until,
        words(f"minutes-found-{found}" if found else "minutes-found-none"),
    ]


def _proposals(document: "Document", minutes: Minutes, words: Words) -> None:
    failed, today = minutes.count(Finding.FAILED), minutes.day.day
    unverified = sum(
        each.due_on is not None and due(each.due_on, today) in (Due.EXPIRED, Due.UNVERIFIED)
        for each in minutes.day.instruments
    )
    space = document.add_paragraph()
    space.paragraph_format.space_after = 0
    _paragraph(document, words("minutes-proposal"), bold=True)
    if failed:
        _paragraph(document, words("minutes-proposal-failed", failed=failed))
    if unverified:
        _paragraph(document, words("minutes-proposal-due", due=unverified))
    if not failed and not unverified:
        _paragraph(document, words("minutes-proposal-none"))
    _paragraph(document, words("minutes-closing"))


def _signatures(document: "Document", words: Words) -> None:
    table = document.add_table(rows=2, cols=2)
    for at, key in enumerate(("minutes-sign-place", "minutes-sign-team")):
        _cell(table.cell(0, at), words(key), bold=True, size=13)
        _cell(table.cell(1, at), words("minutes-sign-how"), italic=True, size=12)


def _paragraph(document: "Document", text: str, *, bold: bool = False) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Cm(1)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _run(paragraph, text, bold=bold, size=13)


def _centred(document: "Document", text: str, *, bold: bool, size: int) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, text, bold=bold, size=size)


def _cell(
    cell: "_Cell", text: str, *, size: int, bold: bool = False, italic: bool = False, centred: bool = True
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = 0
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, text, bold=bold, size=size, italic=italic)


def _run(
    paragraph: "Paragraph",
    text: str,
    *,
    size: int,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(text)
    run.bold, run.italic, run.underline = bold, italic, underline
    run.font.size = Pt(size)
