"""What is kept of free messages, with how they turned out; and what is kept of none."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select, update

from core.messages import Address
from handlers.effects.hear import BEFORE_TIP
from storage.models import Fact, HeardMessage, Person
from tests.handlers.village import Village

CASES: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "heard.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


async def step(village: Village, who: str, says: str = "", press: str = "", token: str = "") -> str:
    """Type, or press the button whose token has this in it."""
    if press:
        tokens = [button.token for button in village.last[f"demo-{who}"].buttons()]
        found = [each for each in tokens if press in each]
        assert found, f"no button with {press!r} among {tokens}"
        token = found[0]
    return await village.press(who, token) if token else await village.say(who, says)


async def kept(village: Village) -> list[HeardMessage]:
    query = select(HeardMessage).order_by(HeardMessage.id)
    return await village.db.read(lambda session: list(session.scalars(query)))


async def report_of(village: Village, message: HeardMessage) -> str | None:
    query = select(Fact.type).where(Fact.id == message.fact_id)
    return await village.db.read(lambda session: session.scalar(query))


@pytest.mark.parametrize("name", CASES["outcomes"])
async def test_what_is_kept_of_a_message_says_how_it_turned_out(village: Village, name: str) -> None:
    case = CASES["outcomes"][name]
    for each in case["steps"]:
        await step(village, **each)
    found = [
        {
            "status": each.status,
            "intent": each.intent,
            "fact_type": each.fact_type,
            "report": await report_of(village, each),
        }
        for each in await kept(village)
    ]
    assert found == case["kept"]


async def test_nothing_is_kept_of_somebody_who_is_not_active(village: Village) -> None:
    person = await village.person_id("an")
    await village.db.write(
        lambda session: session.execute(
            update(Person).where(Person.id == person).values(status="pending")
        ).close()
    )
    await village.say("an", CASES["unread"])
    await village.say("nobody", CASES["unread"])
    assert await kept(village) == []


@pytest.mark.parametrize("late", [False, True], ids=["shortly before", "long before"])
async def test_what_was_said_in_vain_shortly_before_a_tip_is_forgotten(village: Village, late: bool) -> None:
    await village.say("binh", CASES["in_vain"])
    assert [each.status for each in await kept(village)] == ["unread"]
    at = village.now + BEFORE_TIP + timedelta(minutes=1 if late else -1)
    kind = village.knowledge.catalogue.fact_types["violation_tip"]
    tip = {**CASES["tip"], kind.date_field().code: CASES["tip"]["day"]}
    await village.db.write(
        lambda session: village.knowledge.turns.record(
            session, Address("test", "demo-binh"), "violation_tip", tip, ("tip-1", at)
        )
    )
    assert len(await kept(village)) == late


async def test_what_a_household_may_have_said_of_another_is_shown_to_nobody(village: Village) -> None:
    for text in CASES["hinted"]:
        await village.say("binh", text)
    assert await kept(village) == []
    await village.say("binh", CASES["in_vain"])
    assert [each.text for each in await kept(village)] == [CASES["in_vain"]]
