"""A sheet to be put up: a QR code that leads in, whose bot it is, and how to begin on each channel."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import segno
from sqlalchemy.orm import Session

from core.texts import Speech, Texts, say
from reports.made_file import PDF, MadeFile

#: millimetres: the page within its margins, the code, a line of each size of letters (points)
_LEFT, _WIDE, _QR = 20.0, 170.0, 100.0
_TITLE, _LARGE, _PLAIN = (26, 12.0), (18, 9.0), (13, 6.5)


def maker(session: Session, of: tuple[str, ...], texts: Texts) -> Callable[[], MadeFile]:
    """`of`: the code, what links begin with (empty without a web chat), tenant, unit, role, last day."""
    code, link, tenant, unit, role, until = of
    what: list[tuple[Speech, tuple[int, float]]] = [
        (say("sheet-title", tenant=tenant), _TITLE),
        (unit or say(f"role-{role}"), _LARGE),
    ]
    steps = ("sheet-web", "sheet-messenger", "sheet-then") if link else ("sheet-messenger", "sheet-then")
    below: list[Speech] = [say(key, nth=nth, code=code, role=role) for nth, key in enumerate(steps, 1)]
    below.append(say("sheet-until", until=date.fromisoformat(until)))
    head = [(texts.render(line, "vi"), size) for line, size in what]
    lines = [texts.render(line, "vi") for line in below]
    name = texts.render(say("sheet-file", role=role), "vi")
    return lambda: MadeFile(sheet(f"{link}{code}", code, head, lines), name, PDF)


def sheet(holds: str, code: str, head: list[tuple[str, tuple[int, float]]], lines: list[str]) -> bytes:
    """One A4 page as PDF."""
    from fontpkg_noto_sans import ROOT
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_margins(_LEFT, _LEFT)
    pdf.add_font("noto", fname=ROOT / "files" / "NotoSans[wdth,wght].ttf")
    pdf.add_page()
    for text, (points, high) in head:
        pdf.set_font("noto", size=points)
        pdf.multi_cell(_WIDE, high, text, align="C", new_x="LMARGIN", new_y="NEXT")
    kept = BytesIO()
    segno.make(holds, error="m", micro=False).save(kept, kind="png", scale=12, border=2)
    top = pdf.get_y() + 6
    pdf.image(kept, _LEFT + (_WIDE - _QR) / 2, top, _QR, _QR)
    pdf.set_y(top + _QR + 4)
    pdf.set_font("noto", size=_TITLE[0])
    pdf.multi_cell(_WIDE, _TITLE[1] + 4, code, align="C", new_x="LMARGIN", new_y="NEXT")
    points, high = _PLAIN
    pdf.set_font("noto", size=points)
    for line in lines:
        pdf.multi_cell(_WIDE, high, line, align="L", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(2)
    return bytes(pdf.output())
