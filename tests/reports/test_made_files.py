"""Minutes and labels are files that office programs open, and say what was found."""

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from docx import Document
from fpdf import FPDF

from core.instruments.history import Status, Trouble
from core.instruments.shown import Finding, InspectionShown, InstrumentShown
from reports.labels import MOST_LINES, Label, cut, sheet
from reports.minutes import Minutes, write
from tests import shipped


def instrument(number: int, trouble: Trouble | None = None) -> InstrumentShown:
    return InstrumentShown(
        id=number,
        key=f"KEY{number:07}",
        place="p",
        place_name="Market",
        kind="dial",
        owner=f"household {number}",
        stall=str(number),
        capacity=5,
        serial=f"S{number}",
        status=Status.IN_USE,
        since=date(2026, 1, 1),
        verified_on=None if trouble else date(2026, 1, 1),
        valid_until=None if trouble else date(2027, 1, 1),
        trouble=trouble,
        due_on=date(1, 1, 1) if trouble else date(2027, 1, 1),
    )


def inspected() -> InspectionShown:
    return InspectionShown(
        id=1,
        place="p",
        place_name="Market",
        day=date(2026, 5, 14),
        status="signed",
        opened_at=datetime(2026, 5, 14, tzinfo=UTC),
        instruments=tuple(
            instrument(number, Trouble.NEVER if number == 3 else None) for number in range(1, 61)
        ),
        found={
            f"KEY{number:07}": Finding.FAILED if number == 2 else Finding.PASSED for number in range(1, 60)
        },
        photos={},
    )


def test_the_minutes_list_every_instrument_with_what_was_found() -> None:
    made = write(Minutes("Commune", "Officer", inspected(), {"dial": "Dial scale"}), shipped.texts())
    document = Document(BytesIO(made.content))
    heading, listed, signatures = document.tables
    assert "COMMUNE" in heading.cell(0, 0).text
    assert len(listed.rows) == 61
    assert [cell.text for cell in listed.rows[2].cells][:4] == ["2", "2", "household 2", "Dial scale\nS2"]
    found = {row.cells[5].text for row in listed.rows[1:]}
    assert len(found) == 3
    assert any("Officer" in each.text for each in document.paragraphs)
    assert made.name.endswith("2026-05-14.docx")
    section = document.sections[0]
    assert section.page_width is not None
    assert round(section.page_width.cm, 1) == 21.0
    assert section.left_margin is not None
    assert round(section.left_margin.cm, 1) == 3.0
    assert len(signatures.rows) == 2


def test_what_no_document_can_hold_is_left_out_and_code_of_any_kind_stays_words() -> None:
    owner = 'Chi\x07 \ufffe<w:br/> { HYPERLINK "http://x" } \u202egnp.exe ' + "W" * 500
    day = replace(inspected(), instruments=(replace(instrument(1), owner=owner),))
    made = write(Minutes("Com\x1bmune", "Officer", day, {}), shipped.texts())
    listed = Document(BytesIO(made.content)).tables[1]
    assert listed.rows[1].cells[2].text == 'Chi <w:br/> { HYPERLINK "http://x" } gnp.exe ' + "W" * 500


def test_labels_fill_pages_of_twenty_one() -> None:
    labels = [
        Label(
            f"https://chat.example.vn/vao/KEY{n:07}", f"KEY{n:07}", ("Market", f"Stall {n}", "Owner", "scale")
        )
        for n in range(22)
    ]
    made = sheet(labels, "Scan")
    assert made.startswith(b"%PDF-")
    assert made.count(b"/Type /Page\n") == 2


def test_what_is_too_long_for_a_label_is_cut_and_does_not_run_into_the_next_line() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=8)
    for text in ("household of market " * 20, "x" * 200):
        drawn = pdf.multi_cell(29, 3.4, text, dry_run=True, output="LINES")
        fitting = cut(pdf, text, 29).splitlines()
        assert isinstance(drawn, list)
        assert (len(drawn) > MOST_LINES, len(fitting)) == (True, MOST_LINES)
        assert fitting[-1].endswith("\u2026")
        assert "".join(drawn).startswith(fitting[0])
    assert cut(pdf, "stall 12", 29) == "stall 12"


def test_the_minutes_are_laid_out_like_other_papers_and_leave_room_to_sign() -> None:
    made = write(Minutes("Commune", "Officer", inspected(), {"dial": "Dial scale"}), shipped.texts())
    document = Document(BytesIO(made.content))
    heading, listed, signatures = document.tables
    assert document.sections[0].different_first_page_header_footer
    assert "14" in heading.cell(1, 1).text
    widths = [round(cell.width.cm, 1) for cell in listed.rows[1].cells if cell.width]
    assert len(set(widths)) > 1
    assert sum(widths) == pytest.approx(16.5)
    assert signatures.cell(1, 1).text == "Officer"
