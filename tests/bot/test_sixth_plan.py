"""A plan nobody wrote code for: imported, given to a tenant, and forms, receipts and figures are there."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo import sample_commune
from bot.knowledge import Knowledge, read_knowledge
from core.indicators.progress import State, TargetProgress
from core.messages import Address
from reports.progress import target_progress
from storage.db import Database
from storage.models import Person, Tenant
from storage.repositories import conversations, people
from tests.bot.plan_office import SIXTH, PlanOffice
from tests.dialogues.player import CHANNEL, Player

CHAT = Path(__file__).parent / "data" / "sixth_plan_chat.yaml"
NOW = datetime(2026, 6, 15, 3, tzinfo=UTC)


@pytest.fixture(scope="module", params=["a plan file", "a workbook"])
def knowledge(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The content after the import, with the plan among those of the province."""
    office = PlanOffice(tmp_path_factory.mktemp("office")).copy_content()
    handed_over = SIXTH
    if request.param == "a workbook":
        office.plan("import", SIXTH, "--yes")
        handed_over = office.workbook("TH")
        office.file("TH").unlink()
    result = office.plan("import", handed_over, "--yes")
    assert result.exit_code == 0, result.output
    tenant = office.content / "tenants" / "bac_ninh.yaml"
    text = tenant.read_text(encoding="utf-8")
    tenant.write_text(text.replace("plans: [BN]", "plans: [BN, TH]"), encoding="utf-8")
    return read_knowledge(office.content)


# asyncio writes out what a fixture came to, which must not be all content.
@dataclass(repr=False)
class Province:
    """The sample commune, and two people of the province it belongs to."""

    player: Player

    async def people_come(self) -> "Province":
        await self.player.set_up()
        await self.player.db.write(self._bring_in)
        return self

    def _bring_in(self, session: Session) -> None:
        tenant = session.scalars(select(Tenant).where(Tenant.code == "bac_ninh")).one()
        unit = people.unit_by_code(session, tenant.id, "so_khcn")
        assert unit is not None
        for name, role in (("lan", "officer"), ("minh", "manager")):
            speaker = conversations.speaker(session, Address(CHANNEL, f"demo-{name}"), NOW)
            person = Person(tenant_id=tenant.id, unit_id=unit.id, name=name, role=role, status="active")
            person.consent_at = person.joined_at = NOW
            session.add(person)
            session.flush()
            conversations.assign(session, speaker, person.id)

    async def hears(self, step: dict[str, Any]) -> str:
        """All that is answered to one step, with the choices that are offered."""
        said = {"press": "", "token": f"new:{step['form']}"} if "form" in step else {"says": step["says"]}
        answers = await self.player.play(step["who"], said)
        buttons = [label for answer in answers for row in answer.get("buttons", ()) for label in row]
        return "\n".join([*(str(answer["text"]) for answer in answers), *buttons])

    async def figures(self) -> dict[str, TargetProgress]:
        """Where the targets of the plan stand."""
        now, catalogue = self.player.now, self.player.knowledge.catalogue
        found = await self.player.db.read(
            lambda session: target_progress(session, catalogue, "bac_ninh", now)
        )
        return {item.target.code: item for item in found if item.plan.code == "TH"}


@pytest.fixture
async def province(db: Database, knowledge: Knowledge) -> Province:
    return await Province(Player(db, knowledge, sample_commune(knowledge.turns), NOW)).people_come()


async def test_its_forms_receipts_and_figures_are_there_without_any_code(province: Province) -> None:
    before = await province.figures()
    for step in yaml.load(CHAT.read_text(encoding="utf-8"), yaml.CSafeLoader):
        heard = await province.hears(step)
        missing = [words for words in step.get("hears", ()) if words not in heard]
        assert missing == [], f"{step}: {heard}"
    after = await province.figures()
    moved = ("TH-1", "TH-2", "TH-3", "TH-4", "TH-D1")
    assert [before[code].value for code in moved] == [0, 0, 0, 0, 0]
    assert [round(after[code].value or Decimal(0), 3) for code in moved] == [1, 20, Decimal("33.333"), 20, 1]
    assert after["TH-1"].state is State.REACHED
    assert after["TH-5"].state is State.NO_DATA, "an admin has not set what the plan leaves open"
    assert after["TH-H1"].value is None
