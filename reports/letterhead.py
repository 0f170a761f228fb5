"""The head of an administrative document (Decree 30/2020): who issues it, the motto, number, place, day."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports import office

if TYPE_CHECKING:
    from docx.document import Document

#: centimetres: left and right half of head and foot
HALVES = (6.5, 10.0)
#: centimetres a cell keeps free on both sides together
_PADDING = 0.4


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Its lines: `above` is who the issuer is part of, in bold letters where that is one name with it."""

    above: str
    issuer: str
    nation: str
    motto: str
    number: str
    dated: str
    one_name: bool = True


def letterhead(document: "Document", head: Letterhead) -> None:
    """The issuer and the number on the left, the motto, place and day on the right."""
    table = office.frame(document, rows=2, widths=HALVES)
    left, right = table.rows[0].cells
    office.cell(left, head.above, size=12, bold=head.one_name)
    office.cell(left, head.issuer.upper(), size=12, bold=True)
    office.rule(office.cell(left, ""), 2.2, HALVES[0] - _PADDING)
    office.cell(right, head.nation, size=12, bold=True)
    office.cell(right, head.motto, size=13, bold=True)
    office.rule(office.cell(right, ""), 5.4, HALVES[1] - _PADDING)
    left, right = table.rows[1].cells
    office.cell(left, head.number, size=13)
    office.cell(right, head.dated, size=13, italic=True)


def place_of(issuer: str) -> str:
    """The name of a place without the common word before it, which has no capital."""
    words = issuer.split()
    while len(words) > 1 and not words[0][:1].isupper():
        words.pop(0)
    return " ".join(words)
