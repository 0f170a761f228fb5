"""A commune and its province with a year of reports, and the report on that year."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from docx import Document
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.seed import bring_in
from core.catalogue import Catalogue
from core.indicators.facts import Moment
from core.spans import Span
from reports.plan_report.reading import PlanReport, read_report
from storage.db import Database
from storage.models import Evidence, Fact, Person, Tenant, Unit
from tests import shipped

if TYPE_CHECKING:
    from docx.document import Document as Opened

T = TypeVar("T")
CATALOGUE = shipped.catalogue()
#: what was known at the end of 31 October 2026 in Vietnam
AUTUMN = Moment(date(2026, 10, 31), datetime(2026, 10, 31, 17, tzinfo=UTC))
COURSE: dict[str, Any] = {"organizer_level": "tinh", "subject": "5s"}
NASTY = '=HYPERLINK("http://x.example") <b>**bold**</b> & {{7*7}}\x0b'
_keys = count(1)


def store(session: Session, catalogue: Catalogue = CATALOGUE) -> None:
    """All tenants, each with one person and without reports."""
    bring_in(session, catalogue)
    for tenant in session.scalars(select(Tenant)):
        person = {"role": "officer", "status": "active", "joined_at": datetime(2026, 1, 2, tzinfo=UTC)}
        session.add(Person(tenant_id=tenant.id, name=tenant.code, **person))
    session.flush()


def told(
    session: Session, tenant: str, kind: str, day: date, *, unit: str | None = None, **fields: Any
) -> None:
    """A confirmed report, recorded the day after, with one photo."""
    found = session.scalars(select(Tenant).where(Tenant.code == tenant)).one()
    person = session.scalars(select(Person.id).where(Person.tenant_id == found.id)).one()
    of_unit = select(Unit.id).where(Unit.tenant_id == found.id, Unit.code == unit)
    key = f"key-{next(_keys)}"
    recorded = datetime(day.year, day.month, day.day, 3, tzinfo=UTC) + timedelta(days=1)
    session.add(
        Fact(
            tenant_id=found.id,
            type=kind,
            type_version=1,
            receipt=key.upper(),
            draft_key=key,
            occurred_from=day,
            occurred_to=day,
            unit_id=session.scalar(of_unit) if unit else None,
            reporter_id=person,
            fields=fields,
            status="confirmed",
            recorded_at=recorded,
        )
    )
    session.add(Evidence(draft_key=key, person_id=person, kind="photo", stored=key, added_at=recorded))
    session.flush()


def a_year(session: Session) -> None:
    """Courses, scales and difficulties of the commune; a course of the province."""
    store(session)
    for month, people in ((3, 4), (5, 3), (8, 5), (10, 2)):
        audience = {"can_bo": people, "chu_co_so_sx": 1}
        told(session, "dong_cuu", "training_attendance", date(2026, month, 12), **COURSE, audience=audience)
    scales: dict[str, Any] = {"place": "cho_ngu", "instrument_kind": "can_ban"}
    told(session, "dong_cuu", "instrument_registered", date(2026, 2, 3), **scales, count=1300)
    told(session, "dong_cuu", "instrument_verified", date(2026, 6, 3), **scales, checked=1100, passed=1000)
    for unit, detail in (("phong_kinh_te", NASTY), ("phong_vhxh", "A" * 200 + " 0912345678")):
        told(
            session, "dong_cuu", "difficulty", date(2026, 7, 3), unit=unit, subject="kinh_phi", detail=detail
        )
    told(session, "bac_ninh", "training_attendance", date(2026, 4, 12), **COURSE, audience={"can_bo": 12})


async def report_of(
    db: Database,
    tenant: str,
    plan: str,
    moment: Moment = AUTUMN,
    catalogue: Catalogue = CATALOGUE,
    span: Span | None = None,
) -> PlanReport:
    """The report on a plan as the database stands: of a span, or the moment's year."""
    over = span or Span.year(moment.date.year)
    return await db.read(lambda session: read_report(session, catalogue, tenant, plan, over, moment))


def opened(data: bytes) -> "Opened":
    """A document that was written."""
    return Document(BytesIO(data))


def everything(document: "Opened") -> str:
    """All that is written in a document, tables too."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def one_of(found: "list[T]", fits: Callable[[T], bool]) -> T:
    """The only one that fits."""
    (only,) = [each for each in found if fits(each)]
    return only
