"""The units of the speaker's tenant with what hangs on them, for who keeps them."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.successors import carried_on
from core.dialogue.units_known import UnitCard
from core.periods import local_date
from core.permissions import Action, Rights
from core.requests.states import WAITING
from storage.models import Fact, Request, Unit
from storage.queries import people as queries
from storage.queries.settled import settled_catalogue
from storage.repositories import people
from storage.repositories.conversations import Speaker
from storage.repositories.facts import STANDING


class DbUnits:
    """`core.dialogue.units_known.UnitLookups` over the database."""

    def __init__(
        self, session: Session, speaker: Speaker, catalogue: Catalogue, now: datetime, rights: Rights
    ) -> None:
        self._session = session
        self._speaker = speaker
        self._catalogue = catalogue
        self._now = now
        self._today = local_date(now, speaker.timezone)
        self._allowed = rights.may(Action.KEEP_UNITS)

    def listed(self) -> Sequence[tuple[int, str, date | None]]:
        if not self._allowed:
            return []
        found = people.units_now(self._session, self._speaker.tenant_id, self._today)
        return [(unit.id, unit.name, unit.valid_to) for unit in found]

    def card(self, unit_id: int) -> UnitCard | None:
        unit = self._session.get(Unit, unit_id) if self._allowed else None
        if unit is None or unit.tenant_id != self._speaker.tenant_id:
            return None
        successor = self._session.get(Unit, unit.successor_id) if unit.successor_id else None
        targets, tasks = self._owned(unit.code)
        members = queries.of_tenant(unit.tenant_id, unit.id)
        return UnitCard(
            id=unit.id,
            name=unit.name,
            since=unit.valid_from,
            until=unit.valid_to,
            successor=successor.name if successor else None,
            people=queries.count(self._session, members),
            requests=self._count(Request, Request.unit_id == unit.id, Request.state.in_(WAITING)),
            targets=targets,
            tasks=tasks,
            reports=self._count(Fact, Fact.unit_id == unit.id, Fact.status.in_(STANDING)),
        )

    def _owned(self, code: str) -> tuple[int, int]:
        """How many targets and tasks of the tenant's plans are in the hands of this unit today."""
        tenant = self._speaker.tenant_code
        settled = settled_catalogue(self._session, self._catalogue, tenant, self._now)
        units, plans = settled.tenants[tenant].units, settled.plans_of(tenant)
        owners = [target.owner for plan in plans for target in plan.targets]
        doers = [task.owner for plan in plans for task in plan.tasks]
        mine = [
            sum(bool(each) and carried_on(units, each or "", self._today) == code for each in found)
            for found in (owners, doers)
        ]
        return mine[0], mine[1]

    def _count(self, table: type[Request] | type[Fact], *which: ColumnElement[bool]) -> int:
        query = select(func.count()).select_from(table).where(*which)
        return self._session.scalar(query) or 0
