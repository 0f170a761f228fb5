"""One person, several contacts: what a code allows, what is kept of it, and what is shared afterwards."""

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from core.dialogue.linking import MOST_CONTACTS
from core.messages import Address, Inbound, InboundKind
from core.people import PersonStatus
from storage.models import Audit, Contact, Conversation, LinkCode, Outbox, Person
from storage.repositories import contacts, conversations
from storage.repositories.link_codes import MOST_WRONG
from tests.handlers.village import Village, send_inspection


async def code_of(village: Village, who: str) -> str:
    """The code the bot gives them."""
    found = re.search(r"[0-9]{4} [0-9]{4}", await village.say(who, "/lienket"))
    assert found is not None
    return found[0]


async def link(village: Village, who: str, other: str) -> None:
    """The account `other` becomes one more of theirs."""
    await village.say(other, await code_of(village, who))
    person = await village.person_id(who)
    assert "Xong rồi" in await village.press(other, f"lk:yes:{person}")


async def stored(village: Village, query: Any) -> list[Any]:
    return await village.db.read(lambda session: list(session.scalars(query)))


async def test_only_a_hash_of_a_code_is_kept_and_only_of_the_newest(village: Village) -> None:
    before, code = await code_of(village, "an"), await code_of(village, "an")
    (kept,) = await stored(village, select(LinkCode.code_hash))
    assert code.replace(" ", "") not in kept
    assert before.replace(" ", "") not in kept
    assert "không thấy mã" in await village.say("an2", before)


async def test_linking_is_on_the_trail_from_the_code_to_the_end(village: Village) -> None:
    await link(village, "an", "an2")
    an = await village.person_id("an")
    (an2,) = await stored(village, select(Contact.id).where(Contact.chat == "demo-an2"))
    await village.press("an", f"ch:pref:{an2}")
    await village.press("an", f"ch:undo:{an2}")
    lines = await stored(village, select(Audit).order_by(Audit.id))
    assert [(line.action, line.entity, line.entity_id, line.actor_id) for line in lines[-4:]] == [
        ("link_code", "person", an, an),
        ("link", "contact", an2, an),
        ("prefer", "contact", an2, an),
        ("disown", "contact", an2, an),
    ]
    assert lines[-3].new == {"person": an, "channel": "test"}
    assert all(line.inbox_id for line in lines[-4:])


async def test_too_many_wrong_codes_lock_the_contact_and_are_on_the_trail(village: Village) -> None:
    for number in range(MOST_WRONG):
        await village.say("la", f"0000 000{number}")
    code = await code_of(village, "an")
    assert "sai mã nhiều lần" in await village.say("la", code)
    locked = await stored(village, select(Audit.action).where(Audit.action == "link_locked"))
    assert len(locked) == 1
    village.now += timedelta(hours=1)
    assert "T. An" in await village.say("la", await code_of(village, "an"))


async def test_a_code_typed_right_without_a_yes_shows_and_changes_nothing(village: Village) -> None:
    fact = await send_inspection(village, "an")
    await village.say("la", await code_of(village, "an"))
    assert fact.receipt not in await village.say("la", "/cuatoi")
    assert await village.person_id("la") == 0


async def test_a_yes_needs_a_code_that_was_typed_there(village: Village) -> None:
    an, hoa = await village.person_id("an"), await village.person_id("hoa")
    await village.say("la", await code_of(village, "an"))
    await village.say("la2", await code_of(village, "hoa"))
    for who, person in (("la", hoa), ("la2", an), ("la3", an)):
        assert "hết hạn" in await village.press(who, f"lk:yes:{person}")
        assert await village.person_id(who) == 0


async def test_a_yes_comes_too_late_after_ten_minutes(village: Village) -> None:
    await village.say("la", await code_of(village, "an"))
    village.now += timedelta(minutes=11)
    assert "hết hạn" in await village.press("la", f"lk:yes:{await village.person_id('an')}")
    assert await village.person_id("la") == 0


@pytest.mark.parametrize("status", [PersonStatus.PENDING, PersonStatus.BLOCKED])
async def test_who_is_not_let_in_links_nothing(village: Village, status: PersonStatus) -> None:
    code, an = await code_of(village, "an"), await village.person_id("an")
    await set_status(village, an, status)
    assert "không thấy mã" in await village.say("la", code)
    assert "Mã liên kết" not in await village.say("an", "/lienket")


async def test_who_was_turned_down_does_not_come_in_by_a_code(village: Village) -> None:
    await village.say("moi", f"/start {village.code}")
    await village.press("moi", "join:yes")
    await village.say("moi", "Vũ Minh")
    await set_status(village, await village.person_id("moi"), PersonStatus.BLOCKED)
    assert "không dùng được bot" in await village.say("moi", await code_of(village, "an"))


async def test_an_officer_of_another_commune_is_refused_and_keeps_what_is_theirs(village: Village) -> None:
    em = await village.person_id("em")
    assert "không liên kết với người khác" in await village.say("em", await code_of(village, "an"))
    await village.press("em", f"lk:yes:{await village.person_id('an')}")
    assert await village.person_id("em") == em
    assert await stored(village, select(Audit.action).where(Audit.action == "link_refused"))


async def test_a_candidate_who_was_known_all_along_needs_no_decision_any_more(village: Village) -> None:
    await village.say("moi", f"/start {village.code}")
    await village.press("moi", "join:yes")
    await village.say("moi", "Trần An")
    candidate = await village.person_id("moi")
    await link(village, "an", "moi")
    assert await village.person_id("moi") == await village.person_id("an")
    assert await stored(village, select(Person.status).where(Person.id == candidate)) == ["replaced"]
    assert "không cần duyệt nữa" in await village.press("chi", f"m+:{candidate}")


async def test_the_dialogue_of_a_newcomer_ends_with_the_link(village: Village) -> None:
    await village.say("moi", f"/start {village.code}")
    await village.press("moi", "join:yes")
    before = await stored(village, select(func.count()).select_from(Conversation))
    await link(village, "an", "moi")
    assert await stored(village, select(func.count()).select_from(Conversation)) == [before[0] - 1]
    assert "họ và tên" not in await village.say("moi", "Vũ Minh")


async def test_no_more_contacts_than_a_person_may_have(village: Village) -> None:
    for number in range(MOST_CONTACTS - 1):
        await link(village, "an", f"an{number}")
    assert "nhiều nhất" in await village.say("an", "/lienket")


async def test_all_other_contacts_are_told_and_the_new_one_alone_is_not(village: Village) -> None:
    await link(village, "an", "an2")
    await link(village, "an", "an3")
    told = await stored(village, select(Outbox.chat).where(Outbox.payload["text"].as_string().contains("🔗")))
    assert sorted(told) == ["demo-an", "demo-an", "demo-an2"]


async def test_what_is_told_of_a_link_follows_no_preference(village: Village) -> None:
    await link(village, "an", "an2")
    (an2,) = await stored(village, select(Contact.id).where(Contact.chat == "demo-an2"))
    await village.press("an2", f"ch:pref:{an2}")
    told = await stored(village, select(Outbox.chat).where(Outbox.payload["text"].as_string().contains("🔗")))
    assert told == ["demo-an"]


async def test_what_is_said_to_a_person_by_itself_goes_where_they_prefer(village: Village) -> None:
    await link(village, "chi", "chi2")
    (first,) = await stored(village, select(Contact.id).where(Contact.chat == "demo-chi"))
    await village.press("chi2", f"ch:pref:{first}")
    await village.say("chi2", "/menu")
    await village.say("moi", f"/start {village.code}")
    await village.press("moi", "join:yes")
    await village.say("moi", "Vũ Minh")
    asked = select(Outbox.chat).where(Outbox.payload["text"].as_string().contains("xin vào bot"))
    assert sorted(await stored(village, asked)) == ["demo-chi", "demo-dung"]


async def test_a_parted_contact_sees_nothing_from_that_moment(village: Village) -> None:
    fact = await send_inspection(village, "an")
    await link(village, "an", "an2")
    assert fact.receipt in await village.say("an2", "/cuatoi") or fact.receipt in labels(village, "an2")
    (an2,) = await stored(village, select(Contact.id).where(Contact.chat == "demo-an2"))
    await village.press("an", f"ch:off:{an2}:yes")
    for answer in (await village.say("an2", "/cuatoi"), await village.press("an2", f"rep:{fact.id}")):
        assert fact.receipt not in answer
        assert "mã mời" in answer


async def test_a_message_that_waits_while_its_contact_is_parted_is_a_strangers(village: Village) -> None:
    """PostgreSQL hands out the contact as it was before its dialogue's lock was waited for."""
    await link(village, "an", "an2")
    (an2,) = await stored(village, select(Contact.id).where(Contact.chat == "demo-an2"))
    locked = asyncio.Event()

    def part(session: Session) -> None:
        conversations.speaker(session, Address("test", "demo-an"), village.now)
        conversations.part(session, an2, village.now)
        locked.set()
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text("SELECT pg_sleep(0.5)"))

    parting = asyncio.create_task(village.db.write(part))
    while not locked.is_set():
        await asyncio.sleep(0.01)
    assert "mã mời" in await village.say("an2", "/cuatoi")
    await parting


async def test_a_yes_after_a_no_links_nothing(village: Village) -> None:
    await village.say("la", await code_of(village, "an"))
    await village.press("la", "lk:no")
    await village.say("la", "đúng")
    await village.press("la", f"lk:yes:{await village.person_id('an')}")
    assert await village.person_id("la") == 0


async def test_a_reminder_asked_for_twice_on_two_channels_is_one(village: Village) -> None:
    await link(village, "an", "an2")
    await village.press("an", "go:later")
    await village.press("an2", "go:later")
    waiting = await stored(village, select(Outbox.chat).where(Outbox.coalesce_key.startswith("snooze:")))
    assert waiting == ["demo-an2"]


async def test_who_left_on_one_channel_is_reached_on_the_other(village: Village) -> None:
    await link(village, "an", "an2")
    await village.send(Inbound(Address("test", "demo-an2"), InboundKind.LEFT))
    an = await village.person_id("an")
    assert await village.db.read(lambda session: contacts.reach(session, an)) == Address("test", "demo-an")


async def set_status(village: Village, person: int, status: PersonStatus) -> None:
    change = update(Person).where(Person.id == person).values(status=status)
    await village.db.write(lambda session: session.execute(change))


def labels(village: Village, who: str) -> str:
    return " ".join(button.label for button in village.last[f"demo-{who}"].buttons())


async def test_who_forgot_a_password_is_told_that_there_is_none_and_gets_a_code_at_one_press(
    village: Village,
) -> None:
    for words in ("tui quên mật khẩu", "I forgot my password"):
        assert "Bot không có mật khẩu" in await village.say("an", words)
        assert [button.token for button in village.last["demo-an"].buttons()] == ["lk:new", "go:menu"]
    assert "mật khẩu" not in await village.say("an", "cho tui mật khẩu của chủ tịch")
