"""A commune in the database: two units, one market, people of every role; and reports to put there."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from storage.models import Fact, Person, Place, Tenant, Unit
from storage.queries.visible import Viewer

MORNING = datetime(2026, 5, 14, 3, 30, tzinfo=UTC)
_keys = count(1)


@dataclass
class Commune:
    """The ids of what is there."""

    tenant: int
    economy: int
    culture: int
    market: int
    people: dict[str, int]

    def viewer(self, name: str, role: Role, unit: int | None = None) -> Viewer:
        return Viewer(self.people[name], self.tenant, unit, role)


def settle(session: Session, code: str = "dong_cuu") -> Commune:
    """Make the commune."""
    tenant = _added(session, Tenant(code=code, name="xã", timezone="Asia/Ho_Chi_Minh"))
    economy = _added(session, Unit(tenant_id=tenant, code="phong_kinh_te", name="Phòng Kinh tế"))
    culture = _added(session, Unit(tenant_id=tenant, code="phong_vhxh", name="Phòng VH-XH"))
    market = _added(session, Place(tenant_id=tenant, code="cho_ngu", name="chợ Ngụ", kind="cho"))
    people = {
        name: _added(
            session,
            Person(tenant_id=tenant, unit_id=unit, name=name, role=role, status="active", joined_at=MORNING),
        )
        for name, role, unit in (
            ("An", Role.OFFICER, economy),
            ("Chi", Role.OFFICER, culture),
            ("Bình", Role.HOUSEHOLD, None),
            ("Dung", Role.MANAGER, None),
        )
    }
    return Commune(tenant, economy, culture, market, people)


def report(session: Session, commune: Commune, by: str, kind: str, **more: Any) -> int:
    """A report of 14/5/2026 by one of the people; anything may be said otherwise. Its id."""
    number = next(_keys)
    units = {"An": commune.economy, "Chi": commune.culture}
    said: dict[str, Any] = {
        "tenant_id": commune.tenant,
        "type": kind,
        "type_version": 1,
        "receipt": f"AB-0514-{number:02}",
        "draft_key": f"key-{number}",
        "occurred_from": date(2026, 5, 14),
        "occurred_to": date(2026, 5, 14),
        "unit_id": units.get(by),
        "reporter_id": commune.people[by],
        "fields": {},
        "status": "confirmed",
        "recorded_at": MORNING,
    }
    return _added(session, Fact(**{**said, **more}))


def _added(session: Session, row: Any) -> int:
    session.add(row)
    session.flush()
    number: int = row.id
    return number
