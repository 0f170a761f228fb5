"""Labels of instruments, to be printed on A4 and cut: a QR code that opens the card, and whose it is."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import segno
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.instruments.shown import InstrumentShown, by_stall
from core.markup import writable
from core.texts import Texts, say
from reports.made_file import PDF, MadeFile
from storage.queries.instruments import at_place

if TYPE_CHECKING:
    from fpdf import FPDF

#: millimetres: three labels beside each other, seven below
ACROSS, DOWN, WIDE, HIGH, LEFT, TOP, QR = 3, 7, 64.0, 39.0, 9.0, 12.0, 30.0
#: millimetres: a line of words, and between two of them; points: letters of the stall, of the others
LINE, GAP, LARGE, SMALL = 3.4, 0.8, 10, 8
#: which of a label's lines is the stall
STALL = 1
#: what is longer is cut: four of them and what to do fill a label
MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Label:
    """One label: what its code holds, the key to be typed, and lines beside the code."""

    link: str
    key: str
    #: place, stall, owner, kind; what is not known is empty
    lines: tuple[str, ...]


def maker(
    session: Session, of: tuple[str, ...], catalogue: Catalogue, texts: Texts
) -> Callable[[], MadeFile]:
    """Read the instruments of a place; `of` is the tenant's number, the place, what links begin with."""
    tenant, place, link = of
    field = catalogue.fact_types["instrument_listed"].field("instrument_kind")
    kinds = {option.code: option.label.vi for option in field.options} if field else {}
    labels = [
        Label(f"{link}{each.key}", each.key, _lines(each, kinds.get(each.kind, ""), texts))
        for each in sorted(at_place(session, int(tenant), place), key=by_stall)
    ]
    scan = texts.render(say("labels-scan"), "vi")
    name = texts.render(say("labels-file", place=place.replace("_", "-")), "vi")
    return lambda: MadeFile(sheet(labels, scan), name, PDF)


def _lines(each: InstrumentShown, kind: str, texts: Texts) -> tuple[str, ...]:
    stall = texts.render(say("instrument-stall", stall=each.stall), "vi") if each.stall else ""
    return each.place_name or "", stall, writable(each.owner), kind


def sheet(labels: list[Label], scan: str) -> bytes:
    """The pages as PDF."""
    from fontpkg_noto_sans import ROOT
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_font("noto", fname=ROOT / "files" / "NotoSans[wdth,wght].ttf")
    for number, label in enumerate(labels):
        at = number % (ACROSS * DOWN)
        if at == 0:
            pdf.add_page()
        _draw(pdf, label, scan, LEFT + at % ACROSS * WIDE, TOP + at // ACROSS * HIGH)
    return bytes(pdf.output())


def _draw(pdf: "FPDF", label: Label, scan: str, x: float, y: float) -> None:
    """A frame to cut along, the code on the left, the words beside it."""
    pdf.set_draw_color(190)
    pdf.rect(x, y, WIDE, HIGH)
    kept = BytesIO()
    segno.make(label.link, error="m", micro=False).save(kept, kind="png", scale=8, border=1)
    pdf.image(kept, x + 2, y + 2, QR, QR)
    pdf.set_xy(x, y + QR + 2.5)
    pdf.set_font("noto", size=7)
    pdf.cell(QR + 4, 4, label.key, align="C")
    pdf.set_y(y + 2)
    left, wide = x + QR + 4, WIDE - QR - 5
    for at, line in enumerate(label.lines):
        if not line:
            continue
        pdf.set_font("noto", size=LARGE if at == STALL else SMALL)
        pdf.set_xy(left, pdf.get_y() + GAP)
        pdf.multi_cell(wide, LINE, cut(pdf, line, wide), align="L", new_x="LEFT", new_y="NEXT")
    pdf.set_font("noto", size=6)
    pdf.set_xy(left, y + HIGH - 6)
    pdf.multi_cell(wide, LINE, scan, align="L")


def cut(pdf: "FPDF", text: str, wide: float) -> str:
    """As much of a text as fits into two lines of a label, in whole words where it has some."""
    drawn = pdf.multi_cell(wide, LINE, text, dry_run=True, output="LINES")
    if not isinstance(drawn, list) or len(drawn) <= MOST_LINES:
        return text
    return f"{drawn[0].rstrip()}\n{drawn[1].rstrip()[:-1]}…"
