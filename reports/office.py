"""Documents laid out as administrative documents are: paper, margins and letters of Decree 30/2020."""

import re
from collections.abc import Collection, Sequence
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING

from core.markup import writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.font import CT_RPr
    from docx.oxml.text.parfmt import CT_PPr
    from docx.section import Section
    from docx.shared import Length
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FONT = "Times New Roman"
#: points: the text, tables, notes and receivers
BODY, SMALL, LIST = 13, 11, 11
#: the code of a target, a task or a report: DC1-6, DC2-T11, KT-0514-03
_CODE = re.compile(r"\b[A-Z\u0110]{2,4}[0-9]{0,2}(?:-[A-Z]?[0-9]+[a-z]?)+\b")
#: a hyphen at which no line ends
_UNBROKEN = "\N{NON-BREAKING HYPHEN}"
#: centimetres: A4 less its margins
WIDTH = 16.5
#: how letters (size, bold, italic) and the paragraphs of cells (in the middle or not) are described: to copy
#: that takes a tenth of the time
_letters: "dict[tuple[int, bool, bool], CT_RPr]" = {}
_places: "dict[bool, CT_PPr]" = {}


def new_document() -> "Document":
    """An empty document: A4, margins of 2 cm above and below, 3 cm left, 1.5 cm right, pages numbered."""
    from docx import Document as empty_document
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    document = empty_document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(BODY)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.paragraph_format.space_after = Pt(6)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    _page_numbers(section)
    return document


def _page_numbers(section: "Section") -> None:
    """Centred in the upper margin, from the second page on."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    section.different_first_page_header_footer = True
    section.header_distance = Cm(1)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def paragraph(document: "Document", text: str, *, bold: bool = False, indent: bool = True) -> "Paragraph":
    """A paragraph of the text: both edges straight, the first line further in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    made: Paragraph = document.add_paragraph()
    if indent:
        made.paragraph_format.first_line_indent = Cm(1)
    made.paragraph_format.keep_with_next = bold
    made.alignment = WD_ALIGN_PARAGRAPH.LEFT if bold else WD_ALIGN_PARAGRAPH.JUSTIFY
    run(made, text, bold=bold)
    return made


def centred(
    document: "Document", text: str, *, size: int = 14, bold: bool = True, italic: bool = False
) -> "Paragraph":
    """A line in the middle of the page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    made: Paragraph = document.add_paragraph()
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.paragraph_format.keep_with_next = True
    run(made, text, size=size, bold=bold, italic=italic)
    return made


def rule(made: "Paragraph", length: float, width: float) -> None:
    """A line `length` centimetres long in the middle of a paragraph `width` wide that holds nothing else."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    shape = made.paragraph_format
    shape.left_indent = shape.right_indent = Cm(max(width - length, 0) / 2)
    shape.line_spacing, shape.space_before, shape.space_after = Pt(4), Pt(3), Pt(6)
    edges, edge = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        edge.set(qn(f"w:{name}"), value)
    edges.append(edge)
    # the place of the element among its neighbours is laid down
    made._p.get_or_add_pPr().insert_element_before(edges, "w:spacing", "w:ind", "w:jc")


def run(
    made: "Paragraph",
    text: str,
    *,
    size: int = BODY,
    bold: bool = False,
    italic: bool = False,
) -> None:
    """Letters at the end of a paragraph; a line break where the text has one, none inside a code among words.

    A text that is nothing but a code keeps its hyphen: who looks for the code finds that one.
    """
    from docx.oxml import OxmlElement

    whole = writable(text)
    kept = whole if _CODE.fullmatch(whole) else _CODE.sub(lambda code: code[0].replace("-", _UNBROKEN), whole)
    parts = kept.split(_UNBROKEN)
    for number, part in enumerate(parts, 1):
        added = made.add_run(part)
        _set(added, size, bold, italic)
        if number < len(parts):
            added._r.append(OxmlElement("w:noBreakHyphen"))


def _set(added: "Run", size: int, bold: bool, italic: bool) -> None:
    """Letters of this kind; the first ones are described step by step, all others get a copy."""
    from docx.shared import Pt

    known = _letters.get((size, bold, italic))
    if known is not None:
        added._r.insert(0, deepcopy(known))
        return
    added.bold, added.italic = bold, italic
    added.font.size = Pt(size)
    _letters[size, bold, italic] = deepcopy(added._r.get_or_add_rPr())


def _place(made: "Paragraph", middle: bool) -> None:
    """The paragraph of a cell, close to the next one; described once, as letters are."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    known = _places.get(middle)
    if known is not None:
        made._p.insert(0, deepcopy(known))
        return
    made.paragraph_format.space_after = Pt(0)
    made.alignment = WD_ALIGN_PARAGRAPH.CENTER if middle else WD_ALIGN_PARAGRAPH.LEFT
    _places[middle] = deepcopy(made._p.get_or_add_pPr())


def cell(
    into: "_Cell",
    text: str,
    *,
    size: int = SMALL,
    bold: bool = False,
    italic: bool = False,
    middle: bool = True,
) -> "Paragraph":
    """The next paragraph of a cell; its first one is there already."""
    first = into.paragraphs[0]
    made: Paragraph = into.add_paragraph() if first.runs else first
    _place(made, middle)
    run(made, text, size=size, bold=bold, italic=italic)
    return made


def grid(
    document: "Document",
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    words: Collection[int] = (1,),
) -> "Table":
    """A table with lines; its first row is the heading, which stands on every page. Widths in centimetres.

    `words` are the columns that hold words: they begin at the left, others stand in the middle.
    """
    from docx.oxml import OxmlElement

    table = frame(document, rows=len(rows), widths=widths)
    table.style = "Table Grid"
    for at, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        unbroken(row)
        for column, (into, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell(into, text, bold=at == 0, middle=at == 0 or column not in words)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def frame(document: "Document", *, rows: int, widths: Sequence[float]) -> "Table":
    """A table without lines whose columns keep their widths, in centimetres."""
    from docx.shared import Cm

    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    lengths = [Cm(width) for width in widths]
    for column, length in zip(table.columns, lengths, strict=True):
        column.width = length
    for row in table.rows:  # of a column python-docx finds the cells only among those of the whole table
        for into, length in zip(row.cells, lengths, strict=True):
            into.width = length
    return table


def unbroken(row: "_Row") -> None:
    """Keep a row on one page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def note(document: "Document", text: str) -> "Paragraph":
    """A remark under a table."""
    made: Paragraph = document.add_paragraph()
    run(made, text, size=SMALL, italic=True)
    return made


def picture(document: "Document", png: bytes, told: str) -> None:
    """A picture in the middle of the page; `told` is what it shows, for whoever cannot see it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    shape = document.add_picture(BytesIO(png), width=Cm(WIDTH - 3))
    shape._inline.docPr.set("descr", told)
    document.paragraphs[-1].alignment = WD_ALIGN_PARAGRAPH.CENTER


def points(size: float) -> "Length":
    """A length in points."""
    from docx.shared import Pt

    return Pt(size)
