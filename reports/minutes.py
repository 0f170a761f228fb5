"""Minutes of an inspection day as a document, laid out as administrative documents are (Decree 30/2020)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.instruments.due import Due, due
from core.instruments.shown import Finding, InspectionShown, InstrumentShown
from core.texts import Texts
from reports import office
from reports.letterhead import place_of
from reports.made_file import MadeFile
from reports.minutes_paper import Words, begun, finished, signatures, words_of
from storage.models import Inspection, Person, Tenant
from storage.queries.inspections import shown

if TYPE_CHECKING:
    from docx.document import Document

COLUMNS = ("no", "stall", "owner", "kind", "until", "found")
#: centimetres: A4 less its margins
WIDTHS = (1.1, 2.0, 4.5, 4.2, 2.5, 2.2)
#: the columns that hold words: whose it is, and what
WORDS_IN = (2, 3)
#: January and February are written 01 and 02
_PADDED_MONTHS = 2


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
    words = words_of(texts)
    dated = words("minutes-place-date", place=place_of(minutes.office), **_dated(minutes.day.day))
    document = begun(minutes.office, dated, words("minutes-subject", place=minutes.day.place_name), words)
    _body(document, minutes, words)
    rows = [_line(number, each, minutes, words) for number, each in enumerate(minutes.day.instruments, 1)]
    office.grid(document, [[words(f"minutes-table-{name}") for name in COLUMNS], *rows], WIDTHS, WORDS_IN)
    _proposals(document, minutes, words)
    # who answers for the place on the left, the team on the right with its officer's name
    signatures(document, (("minutes-sign-place", ""), ("minutes-sign-team", minutes.officer)), words)
    return finished(document, words("minutes-file", date=f"{minutes.day.day:%Y-%m-%d}"))


def _dated(day: date) -> dict[str, str]:
    """A day as the decree writes it: days below 10 and the first two months with a zero."""
    month = f"{day:%m}" if day.month <= _PADDED_MONTHS else str(day.month)
    return {"day": f"{day:%d}", "month": month, "year": str(day.year)}


def _body(document: "Document", minutes: Minutes, words: Words) -> None:
    day = minutes.day
    counts = {
        "listed": len(day.instruments),
        "passed": minutes.count(Finding.PASSED),
        "failed": minutes.count(Finding.FAILED),
        "absent": minutes.count(Finding.ABSENT),
        "left": len(day.left()),
    }
    checked = counts["passed"] + counts["failed"]
    office.paragraph(document, words("minutes-opening", place=day.place_name, **_dated(day.day)))
    office.paragraph(document, words("minutes-basis"))
    office.paragraph(document, words("minutes-team"), bold=True)
    office.paragraph(document, words("minutes-team-line", name=minutes.officer))
    office.paragraph(document, words("minutes-team-blank"))
    office.paragraph(document, words("minutes-result"), bold=True)
    office.paragraph(document, words("minutes-result-text", checked=checked, **counts))


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
        "\n".join(part for part in (kind, each.serial) if part),
        until,
        words(f"minutes-found-{found}" if found else "minutes-found-none"),
    ]


def _proposals(document: "Document", minutes: Minutes, words: Words) -> None:
    failed, today = minutes.count(Finding.FAILED), minutes.day.day
    unverified = sum(
        each.due_on is not None and due(each.due_on, today) in (Due.EXPIRED, Due.UNVERIFIED)
        for each in minutes.day.instruments
    )
    title = office.paragraph(document, words("minutes-proposal"), bold=True)
    title.paragraph_format.space_before = office.points(12)
    if failed:
        office.paragraph(document, words("minutes-proposal-failed", failed=failed))
    if unverified:
        office.paragraph(document, words("minutes-proposal-due", due=unverified))
    if not failed and not unverified:
        office.paragraph(document, words("minutes-proposal-none"))
    office.paragraph(document, words("minutes-closing"))
