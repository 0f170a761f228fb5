"""People are moved, suspended and relieved of their duties by who may, and by nobody else."""

from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bot.desk import StoredDirectory, StoredHistory
from core.api import Scope
from core.dialogue.people_effects import ChangePerson
from core.dialogue.steps import Message
from core.messages import Address, Outbound
from core.texts import say
from handlers.context import Context
from handlers.effects import apply
from storage.models import ApiToken, Audit, Outbox, Person, Unit
from storage.repositories import api_tokens, conversations, outbox
from tests.handlers.requests_office import ask, told
from tests.handlers.village import Village


async def test_requests_of_one_wait_for_another_after_a_hand_over_and_both_are_told(village: Village) -> None:
    an, hoa = await village.person_id("an"), await village.person_id("hoa")
    number = (await ask(village)).id
    await village.press("an", f"rq:take:{number}")
    assert "1 yêu cầu" in await village.press("chi", f"pe:card:{an}")
    assert "Lê Hoà" in await village.press("chi", f"pe:hand:{an}:{hoa}")
    assert "1 yêu cầu chờ trả lời: YC-" in await village.press("chi", f"pe:over:{an}:{hoa}")
    assert "giao cho anh/chị việc của **Trần An**" in await told(village, "hoa")
    assert "nay do **Lê Hoà** làm" in await told(village, "an")
    assert "không còn việc nào" in await village.press("chi", f"pe:over:{an}:{hoa}")


async def test_who_is_suspended_gets_nothing_until_they_are_back(village: Village) -> None:
    an = await village.person_id("an")
    place = Address("test", "demo-an")
    notice = Outbound("a reminder")

    def remind(session: Session) -> None:
        outbox.add(session, address=place, message=notice, now=village.now, person_id=an, priority=1)

    await village.db.write(remind)
    await village.press("chi", f"pe:do:{an}:status:suspended:active")
    assert await states(village, an) == ["held", "waiting"]
    context = await village.db.write(
        lambda session: village.knowledge.turns.context(
            session, Address("test", "demo-chi"), "k", village.now
        )
    )

    def tell(session: Session) -> bool:
        return context.tell(session, session.get_one(Person, an), Message(say("menu-question")))

    assert not await village.db.write(tell)
    who = await StoredDirectory(village.db, {"dong_cuu": "Bộ phận Một cửa"}).who(place)
    assert who is not None
    assert who.shut_out
    assert (who.tenant, who.contact) == ("xã Đông Cứu", "Bộ phận Một cửa")
    web = await village.db.write(lambda session: _on_the_web(session, an, village))
    assert await StoredDirectory(village.db).shut_out() == {web}
    assert await StoredHistory(village.db).recent(place, 10) == []
    await village.press("chi", f"pe:do:{an}:status:active:suspended")
    assert await StoredDirectory(village.db).shut_out() == set()
    assert await states(village, an) == ["waiting"] * 3
    trail = await village.db.read(lambda session: session.scalars(_trail()).all())
    assert [(line.old, line.new) for line in trail] == [
        ({"status": "active"}, {"status": "suspended"}),
        ({"status": "suspended"}, {"status": "active"}),
    ]


async def test_what_was_not_shown_any_more_or_is_not_theirs_is_not_changed(village: Village) -> None:
    an, dung = await village.person_id("an"), await village.person_id("dung")
    role, unit = await village.db.read(lambda session: _of(session, an))
    elsewhere = await village.db.read(
        lambda session: session.scalar(select(Unit.id).where(Unit.tenant_id != 1))
    )
    refused = "chưa được giao quyền"
    presses = {
        ("chi", f"pe:do:{an}:unit:{elsewhere}:{unit}"): refused,
        ("chi", f"pe:do:{an}:role:king:officer"): refused,
        ("chi", f"pe:do:{an}:status:replaced:active"): refused,
        ("dung", f"pe:do:{an}:role:manager:officer"): refused,
        ("dung", f"pe:do:{dung}:role:admin:manager"): refused,
        ("giang", f"pe:do:{an}:status:suspended:active"): refused,
        ("giang", f"pe:over:{an}:{dung}"): "không thấy người này",
        ("chi", f"pe:do:{an}:role:manager:household"): "vừa có người đổi",
        ("chi", f"pe:do:{an}:role:officer:officer"): "đã như vậy rồi",
    }
    for (who, token), said in presses.items():
        answer = await village.press(who, token)
        assert said in answer or "không thấy người này" in answer, token
    assert await village.db.read(lambda session: _of(session, an)) == (role, unit)


async def test_two_admins_who_turn_each_other_out_at_once_leave_one(village: Village) -> None:
    chi, dung = await village.person_id("chi"), await village.person_id("dung")
    await village.press("chi", f"pe:do:{dung}:role:admin:manager")
    begun = await village.db.write(
        lambda session: village.knowledge.turns.context(
            session, Address("test", "demo-chi"), "k", village.now
        )
    )
    await village.press("dung", f"pe:do:{chi}:role:officer:admin")
    turned = ChangePerson(dung, "role", "officer", "admin")
    (answer,) = await village.db.write(lambda session: apply(session, turned, begun))
    assert answer.text == say("person-last-admin", name="Phạm Dung")


async def chis_context(village: Village) -> Context:
    """What an effect of the admin's would be done with now."""
    address, turns = Address("test", "demo-chi"), village.knowledge.turns
    return await village.db.write(lambda session: turns.context(session, address, "k", village.now))


async def states(village: Village, person: int) -> list[str]:
    query = select(Outbox.status).where(Outbox.person_id == person, Outbox.answers_inbox_id.is_(None))
    return await village.db.read(lambda session: list(session.scalars(query.order_by(Outbox.id))))


def _trail() -> Select[Audit]:
    return select(Audit).where(Audit.action == "person-status").order_by(Audit.id)


def _of(session: Session, person: int) -> tuple[str, int | None]:
    found = session.get_one(Person, person)
    return found.role, found.unit_id


@pytest.mark.parametrize(
    ("what", "to", "was"), [("status", "suspended", "active"), ("role", "officer", "manager")]
)
async def test_tokens_of_the_api_end_with_the_right_of_who_made_them(
    village: Village, what: str, to: str, was: str
) -> None:
    dung = await village.person_id("dung")
    await village.db.write(partial(with_tokens, made_by=dung, now=village.now))
    asked = await village.press("chi", f"pe:ask:{dung}:{what}:{to}")
    assert "1 mã API do người này cấp hết hiệu lực ngay" in asked
    assert "thu hồi 1 mã API: Kho của tỉnh" in await village.press("chi", f"pe:do:{dung}:{what}:{to}:{was}")
    assert await village.db.read(ended) == {"Kho của tỉnh": True, "Cổng xã": False}


def with_tokens(session: Session, made_by: int, now: datetime) -> None:
    """A token that somebody made, and one that nobody of the tenant did."""
    tenant, until = session.get_one(Person, made_by).tenant_id, now + timedelta(days=90)
    for name, person in (("Kho của tỉnh", made_by), ("Cổng xã", None)):
        api_tokens.add(session, api_tokens.new_token(), (tenant, name, [Scope.FACTS]), now, until, person)


def ended(session: Session) -> dict[str, bool]:
    """The tokens by name, and whether each was revoked."""
    return {row.name: row.revoked_at is not None for row in session.scalars(select(ApiToken))}


def _on_the_web(session: Session, person_id: int, village: Village) -> str:
    """Their page, too."""
    speaker = conversations.speaker(session, Address("web", "page"), village.now - timedelta(days=1))
    conversations.assign(session, speaker, person_id)
    return "page"
