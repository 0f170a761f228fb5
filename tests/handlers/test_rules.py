"""A report that breaks a rule of a plan is never stored silently: its sender is told, a manager decides."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.messages import Address
from storage.models import Fact, Person, Tenant
from storage.repositories import conversations
from tests.handlers.village import Village

ANSWERS = ("Hợp tác xã Ví Dụ", "htx", "iso 22000", "được duyệt", "hôm nay")


@pytest.fixture
async def province(village: Village) -> Village:
    """The village with an officer and a manager of a province whose plan supports each content once."""

    def settle(session: Session) -> None:
        tenant = session.scalars(select(Tenant).where(Tenant.code == "lang_son")).one()
        for name, role in (("lan", "officer"), ("son", "manager")):
            speaker = conversations.speaker(session, Address("test", f"demo-{name}"), village.now)
            person = Person(tenant_id=tenant.id, name=name, role=role, status="active", joined_at=village.now)
            session.add(person)
            session.flush()
            conversations.assign(session, speaker, person.id)

    await village.db.write(settle)
    return village


async def support(village: Village) -> str:
    """The same support, reported by its form; what the bot says when it is to be sent."""
    await filled(village, *ANSWERS)
    return await village.say("lan", "đúng")


async def filled(village: Village, *answers: str) -> None:
    """The form filled in, up to its review card."""
    await village.press("lan", "new:support_granted")
    for answer in (*answers, *["bỏ qua"] * 5):
        await village.say("lan", answer)


def main_button(village: Village) -> str:
    return next(b.token for b in village.last["demo-lan"].buttons() if b.main)


async def twice(village: Village) -> str:
    """Reported on one day, and on the next once more; what the bot says then."""
    await support(village)
    village.now += timedelta(days=1)
    return await support(village)


async def waiting(village: Village) -> Fact:
    """The second report sent all the same: it waits."""
    await twice(village)
    await village.press("lan", next(b.token for b in village.last["demo-lan"].buttons() if b.main))
    return (await village.facts(type="support_granted"))[-1]


async def test_a_second_support_of_the_same_content_is_asked_about(province: Village) -> None:
    assert "LS-R1" in await twice(province)
    assert len(await province.facts(type="support_granted")) == 1


async def test_sent_all_the_same_it_waits_and_does_not_count(province: Village) -> None:
    assert (await waiting(province)).status == "pending"


async def test_the_manager_sees_which_rule_it_breaks(province: Village) -> None:
    fact = await waiting(province)
    assert "LS-R1" in await province.press("son", f"w:{fact.id}")


async def test_what_waits_is_not_called_a_household_s(province: Village) -> None:
    """An officer's report that breaks a rule waits beside those of households."""
    fact = await waiting(province)
    await province.press("son", "go:pending")
    assert province.last["demo-son"].buttons()[0].token == f"w:{fact.id}"
    said = [province.last["demo-son"].text]
    said += [await province.press("son", f"w-:{fact.id}"), await province.say("son", "nhầm")]
    assert not any("hộ kinh doanh" in text.casefold() for text in said)


async def test_a_manager_lets_it_stand(province: Village) -> None:
    fact = await waiting(province)
    await province.press("son", f"w+:{fact.id}")
    assert (await province.facts(id=fact.id))[0].status == "confirmed"


async def test_an_officer_does_not_decide_about_it(province: Village) -> None:
    fact = await waiting(province)
    await province.press("lan", f"w+:{fact.id}")
    assert (await province.facts(id=fact.id))[0].status == "pending"


async def test_it_is_asked_once_and_sending_twice_stores_it_once(province: Village) -> None:
    fact = await waiting(province)
    await province.press("lan", f"rule:{fact.draft_key}")
    assert len(await province.facts(type="support_granted")) == 2


async def test_a_correction_that_breaks_a_rule_waits_too(province: Village) -> None:
    await support(province)
    province.now += timedelta(days=1)
    fact = await another(province)
    text = await corrected(province, fact)
    assert "LS-R1" in text
    await province.press("lan", main_button(province))
    await province.say("lan", "ghi nhầm nội dung")
    assert (await province.facts(receipt=fact.receipt))[-1].status == "pending"


async def test_the_button_does_not_make_wait_what_breaks_no_rule(province: Village) -> None:
    await filled(province, *ANSWERS)
    key = next(b.token.partition(":")[2] for b in province.last["demo-lan"].buttons() if b.main)
    await province.press("lan", f"rule:{key}")
    assert [fact.status for fact in await province.facts(type="support_granted")] == ["confirmed"]


async def another(village: Village) -> Fact:
    """A support of something else, which breaks nothing."""
    await filled(village, ANSWERS[0], "htx", "vietgap", *ANSWERS[3:])
    await village.say("lan", "đúng")
    return (await village.facts(type="support_granted"))[-1]


async def corrected(village: Village, fact: Fact) -> str:
    """Its content changed to what was supported before; what the bot says when it is to be sent."""
    await village.press("lan", f"fix:{fact.id}")
    content = next(b.token for b in village.last["demo-lan"].buttons() if "Nội dung" in b.label)
    await village.press("lan", content)
    await village.say("lan", "iso 22000")
    return await village.say("lan", "đúng")
