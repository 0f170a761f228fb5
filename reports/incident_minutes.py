"""The minutes of an incident with personal data, laid out as administrative documents are (Decree 30/2020).

They tell what was found, what it is about and what was done, by whom and when; who signs fills in the rest.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from core.incidents import Step, at, clock
from core.texts import Lines, Texts, say
from reports import office
from reports.letterhead import place_of
from reports.made_file import MadeFile
from reports.minutes_paper import Words, begun, finished, signatures, words_of
from storage.models import Incident, Person, Tenant
from storage.repositories import incidents
from storage.repositories.incidents import Done

if TYPE_CHECKING:
    from docx.document import Document

NAME = "incident"
#: centimetres: A4 less its margins
_WIDTHS = (1.1, 5.2, 3.4, 6.8)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the minutes tell of."""

    office: str
    zone: str
    row: Incident
    done: Mapping[str, Done]
    opened_by: str
    closed: tuple[str, ...]


def maker(session: Session, of: tuple[str, ...], texts: Texts) -> Callable[[], MadeFile]:
    """Read the incident with this number."""
    row = session.get_one(Incident, int(of[0]))
    tenant = session.get_one(Tenant, row.tenant_id)
    people = [session.get_one(Person, each).name for each in (row.closing_by, row.closed_by) if each]
    done = incidents.done(session, row.id)
    opened_by = session.get_one(Person, row.opened_by).name
    session.expunge(row)
    told = _Told(tenant.name, tenant.timezone, row, done, opened_by, tuple(people) if row.closed_at else ())
    return partial(write, told, words_of(texts))


def write(told: _Told, words: Words) -> MadeFile:
    """The document."""
    dated = words("incident-paper-dated", place=place_of(told.office))
    subject = words("incident-paper-subject", receipt=told.row.receipt)
    document = begun(told.office, dated, subject, words)
    _what(document, told, words)
    _steps(document, told, words)
    _end(document, told, words)
    return finished(document, words("incident-paper-file", receipt=told.row.receipt))


def _what(document: "Document", told: _Told, words: Words) -> None:
    row, zone = told.row, told.zone
    data = Lines(tuple(say("incident-data", what=code) for code in row.data), ", ")
    many = say("incident-people-unknown")
    if row.people is not None:
        many = say("incident-people", count=row.people)
    office.paragraph(document, words("incident-paper-basis"))
    office.paragraph(document, words("incident-paper-what"), bold=True)
    office.paragraph(document, words("incident-paper-kind", kind=say("incident-kind", what=row.kind)))
    found = {"at": at(row.found_at, zone), "until": at(clock(row.found_at, row.found_at).ends, zone)}
    office.paragraph(document, words("incident-paper-found", **found))
    office.paragraph(
        document, words("incident-paper-opened", name=told.opened_by, at=at(row.opened_at, zone))
    )
    where = say("incident-where", what=row.place)
    office.paragraph(document, words("incident-paper-data", data=data, people=many, where=where))
    office.paragraph(document, words("incident-paper-text", text=row.text))


def _steps(document: "Document", told: _Told, words: Words) -> None:
    office.paragraph(document, words("incident-paper-steps"), bold=True)
    head = [words(f"incident-paper-table-{name}") for name in ("no", "step", "when", "how")]
    rows = [head]
    for number, step in enumerate(Step, 1):
        done = told.done.get(step)
        when = f"{at(done.at, told.zone)}\n{done.name}" if done else ""
        how = words("incident-paper-open")
        if done:
            how = words("incident-paper-needless", text=done.text) if done.needless else done.text
        rows.append([str(number), words("incident-step", step=step), when, how])
    office.grid(document, rows, _WIDTHS, (1, 3))


def _end(document: "Document", told: _Told, words: Words) -> None:
    row = told.row
    state = words("incident-paper-still")
    if row.closed_at is not None:
        state = words("incident-paper-closed", names=", ".join(told.closed), at=at(row.closed_at, told.zone))
    last = office.paragraph(document, state)
    last.paragraph_format.space_before = office.points(12)
    office.paragraph(document, words("incident-paper-blank"))
    signatures(document, (("incident-paper-sign-made", ""), ("incident-paper-sign-head", "")), words)
