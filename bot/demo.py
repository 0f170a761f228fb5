"""The sample commune of `tiendo demo` and `tiendo chat`: invented people, reports stored like real ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.channels.web import DemoPerson
from bot.content import CONTENT
from bot.samples import FOLDER, Sample, SamplePerson, SampleReport, elsewhere, read_samples
from core.catalogue.fact_types import Role
from core.dialogue.state import Answer
from core.errors import ContentError, SettingsError
from core.messages import Address
from core.people import PersonStatus
from core.texts import say
from handlers.effects.make_invite import new_code
from handlers.turn import Turns
from storage.models import Person, Place, Tenant
from storage.repositories import conversations, organisations, people


@dataclass(frozen=True)
class SampleCommune:
    """The sample, to be brought into a database."""

    sample: Sample
    turns: Turns

    def bring_in(self, session: Session, channel: str, now: datetime) -> str:
        """Store people (reached on `channel`) and reports, unless they are there; a fresh invite code."""
        tenant = session.scalars(select(Tenant).where(Tenant.code == self.sample.tenant)).one()
        for person in self.sample.people:
            self._person(session, tenant, person, channel, now - timedelta(days=60))
        for number, report in enumerate(self.sample.reports):
            self._report(session, report, number, channel, now)
        return self._invite(session, tenant, now)

    def cards(self, code: str) -> Sequence[DemoPerson]:
        """The people as the web chat's picker shows them."""
        units = {unit.code: unit.name for unit in self.turns.catalogue.tenants[self.sample.tenant].units}
        known = [
            DemoPerson(
                key=person.key,
                name=person.name,
                role=say(f"role-{person.role}"),
                unit=person.organisation or units.get(person.unit or "", ""),
                hint=person.hint,
                chat=_chat(person.key),
            )
            for person in self.sample.people
        ]
        newcomer = self.sample.newcomer
        name = newcomer.name.vi
        return [*known, DemoPerson("newcomer", name, say(f"role-{newcomer.role}"), invite=code)]

    def chat_of(self, role: Role) -> str:
        """The chat of the first person with this role. Raises ContentError when the sample has none."""
        for person in self.sample.people:
            if person.role is role:
                return _chat(person.key)
        raise ContentError(f"content/{FOLDER}: there is no {role} among the people")

    def _person(
        self, session: Session, tenant: Tenant, sample: SamplePerson, channel: str, joined: datetime
    ) -> None:
        speaker = conversations.speaker(session, Address(channel, _chat(sample.key)), joined)
        if speaker.person_id is not None:
            return
        unit = people.unit_by_code(session, tenant.id, sample.unit) if sample.unit else None
        person = Person(
            tenant_id=tenant.id,
            unit_id=unit.id if unit else None,
            name=sample.name,
            role=sample.role.value,
            organisation=sample.organisation,
            status=PersonStatus.ACTIVE,
            consent_at=joined,
            joined_at=joined,
        )
        session.add(person)
        session.flush()
        conversations.assign(session, speaker, person.id)
        if person.organisation:
            org = organisations.added(session, tenant.id, person.organisation, (person.id, joined), "ho_kd")
            if org is not None:
                organisations.speaks_for(session, person.id, org, joined)
                org.place_id = _place(session, tenant.id, sample.place)

    def _report(
        self, session: Session, report: SampleReport, number: int, channel: str, now: datetime
    ) -> None:
        at = now - timedelta(days=report.days_ago)
        kind = self.turns.catalogue.fact_types[report.type]
        answers: dict[str, Answer] = {**report.answers, kind.date_field().code: at.date().isoformat()}
        address = Address(channel, _chat(report.by))
        self.turns.record(session, address, report.type, answers, (f"demo-{number}", at))

    def _invite(self, session: Session, tenant: Tenant, now: datetime) -> str:
        unit = people.unit_by_code(session, tenant.id, self.sample.newcomer.unit)
        columns: dict[str, Any] = {
            "tenant_id": tenant.id,
            "unit_id": unit.id if unit else None,
            "role": self.sample.newcomer.role.value,
            "expires_at": now + timedelta(days=1),
            "uses_left": 20,
            "needs_approval": True,
        }
        code = new_code()
        people.add_invite(session, code, columns, now)
        return code


def sample_commune(turns: Turns, content: Path = CONTENT, tenant: str = "") -> SampleCommune:
    """The sample of a tenant, as its file tells it; without one, such people in the tenant's first unit.

    No tenant named is the one of the first file that fits. Raises ContentError when a file is wrong, and
    SettingsError when there is no such tenant.
    """
    samples = read_samples(content) or read_samples(CONTENT)
    tenants = turns.catalogue.tenants
    own = next((one.tenant for one in samples.values() if one.tenant in tenants), next(iter(tenants)))
    code = tenant or own
    if code not in tenants:
        raise SettingsError(f"--tenant: there is no tenant {code!r}; known are {', '.join(tenants)}")
    first = next(iter(samples.values()))
    sample = next((one for one in samples.values() if one.tenant == code), None)
    return SampleCommune(sample or elsewhere(first, tenants[code]), turns)


def _place(session: Session, tenant_id: int, code: str | None) -> int | None:
    if code is None:
        return None
    return session.scalars(select(Place.id).where(Place.tenant_id == tenant_id, Place.code == code)).one()


def _chat(key: str) -> str:
    return f"demo-{key}"
