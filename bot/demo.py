"""The sample commune of `tiendo demo` and `tiendo chat`: invented people, reports stored like real ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.channels.web import DemoPerson
from bot.content import CONTENT
from core.catalogue.fact_types import Role
from core.dialogue.state import Answer
from core.errors import ContentError
from core.messages import Address
from core.texts import Label, say
from handlers.effects.make_invite import new_code
from handlers.turn import Turns
from storage.models import Person, Tenant
from storage.repositories import conversations, people

FILE = Path("demo") / "dong_cuu.yaml"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SamplePerson(_Frozen):
    key: str
    name: str
    role: Role
    unit: str | None = None
    organisation: str | None = None
    hint: Label


class Newcomer(_Frozen):
    name: Label
    role: Role
    unit: str


class SampleReport(_Frozen):
    by: str
    type: str
    days_ago: int
    answers: dict[str, Answer]


class Sample(_Frozen):
    """The file content/demo/dong_cuu.yaml."""

    tenant: str
    people: tuple[SamplePerson, ...]
    newcomer: Newcomer
    reports: tuple[SampleReport, ...]


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
        raise ContentError(f"content/{FILE}: there is no {role} among the people")

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
            status="active",
            consent_at=joined,
            joined_at=joined,
        )
        session.add(person)
        session.flush()
        conversations.assign(session, speaker, person.id)

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


def sample_commune(turns: Turns, content: Path = CONTENT) -> SampleCommune:
    """The sample as its file tells it. Raises ContentError when the file is wrong."""
    path = content / FILE
    try:
        sample = Sample.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise ContentError(f"content/{FILE}: {error}") from error
    return SampleCommune(sample, turns)


def _chat(key: str) -> str:
    return f"demo-{key}"
