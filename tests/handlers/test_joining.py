"""Coming in by an invite: consent first, one use each, approval by who may."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers.conversations.gate import CODE_LENGTH
from reports import invite_sheet
from storage.models import Invite, Person
from storage.repositories.people import code_hash
from tests.handlers.village import Village


async def join(village: Village, who: str, name: str = "Vũ Minh") -> str:
    await village.say(who, f"/start {village.code}")
    await village.press(who, "join:yes")
    return await village.say(who, name)


async def test_nothing_about_a_newcomer_is_stored_before_consent(village: Village) -> None:
    await village.say("moi", f"/start {village.code}")
    await village.say("moi", "Vũ Minh")
    assert await people_called(village, "Vũ Minh") == []


async def test_consent_is_kept_with_its_time_and_version(village: Village) -> None:
    await join(village, "moi")
    (person,) = await people_called(village, "Vũ Minh")
    assert person.consent_at is not None
    assert person.consent_version


async def test_a_command_is_nobodys_name_nor_a_business(village: Village) -> None:
    await set_invite(village, role="household", unit_id=None)
    assert "Em cần họ và tên" in await join(village, "moi", "/help")
    await village.say("moi", "Vũ Minh")
    await village.say("moi", "/menu")
    assert await people_called(village, "Vũ Minh") == []
    await village.say("moi", "Hộ Minh")
    (person,) = await people_called(village, "Vũ Minh")
    assert person.organisation == "Hộ Minh"


async def test_an_invite_for_one_lets_in_one(village: Village) -> None:
    await set_invite(village, uses_left=1)
    await join(village, "moi", "Vũ Minh")
    await join(village, "hai", "Đỗ Hai")
    assert await people_called(village, "Đỗ Hai") == []


async def test_an_invite_used_up_between_consent_and_name_says_so(village: Village) -> None:
    await village.say("hai", f"/start {village.code}")
    await village.press("hai", "join:yes")
    await set_invite(village, uses_left=0)
    assert "không đúng hoặc đã hết hiệu lực" in await village.say("hai", "Đỗ Hai")


async def test_an_expired_invite_says_so(village: Village) -> None:
    village.now += timedelta(days=2)
    assert "hết hạn" in await village.say("moi", f"/start {village.code}")


async def test_a_used_invite_says_so(village: Village) -> None:
    await set_invite(village, uses_left=0)
    assert "đã hết lượt dùng" in await village.say("moi", f"/start {village.code}")


async def test_a_code_typed_in_small_letters_is_understood(village: Village) -> None:
    assert "được mời vào" in await village.say("moi", village.code.lower())


async def test_a_pasted_invite_link_is_understood(village: Village) -> None:
    assert "đồng ý" in await village.say("moi", f"https://chat.example.vn/vao/{village.code}")


async def test_who_declines_is_forgotten(village: Village) -> None:
    await village.say("moi", f"/start {village.code}")
    await village.press("moi", "join:no")
    assert "mã mời" in await village.say("moi", "Vũ Minh")


async def test_a_candidate_can_do_nothing_yet(village: Village) -> None:
    await join(village, "moi")
    assert "đang chờ duyệt" in await village.press("moi", "new:club")


async def test_the_first_decision_about_a_candidate_holds(village: Village) -> None:
    await join(village, "moi")
    (person,) = await people_called(village, "Vũ Minh")
    await village.press("chi", f"m+:{person.id}")
    answer = await village.press("dung", f"m-:{person.id}")
    assert "đã được duyệt trước đó" in answer


async def test_a_refused_candidate_stays_outside(village: Village) -> None:
    await join(village, "moi")
    (person,) = await people_called(village, "Vũ Minh")
    await village.press("chi", f"m-:{person.id}")
    assert "không dùng được bot" in await village.say("moi", "/menu")


async def test_a_name_with_markup_stays_plain_text(village: Village) -> None:
    await join(village, "moi", "**An** <b>x</b>")
    await village.press("chi", "go:members")
    assert "**An**" not in village.last["demo-chi"].text.replace("**∗∗", "")


async def people_called(village: Village, name: str) -> list[Person]:
    query = select(Person).where(Person.name == name)
    return await village.db.read(lambda session: list(session.scalars(query)))


async def set_invite(village: Village, **columns: object) -> None:
    def change(session: Session) -> None:
        invite = session.scalars(select(Invite).where(Invite.code_hash == code_hash(village.code))).one()
        for name, value in columns.items():
            setattr(invite, name, value)

    await village.db.write(change)


async def test_an_invite_for_many_tells_who_came_by_it_and_can_be_taken_back(village: Village) -> None:
    made = await village.press("chi", "inv:household:-:5:30")
    (code,) = [line.strip("*") for line in made.splitlines() if len(line.strip("*")) == CODE_LENGTH]
    sheet = village.last["demo-chi"].buttons()[0].token
    await village.press("chi", sheet)
    printed = village.last["demo-chi"].made
    assert printed is not None
    texts = village.knowledge.texts
    file = await village.db.read(lambda session: invite_sheet.maker(session, printed.of, texts))
    assert file().content.startswith(b"%PDF")
    assert file().name == "to-moi-ho-kinh-doanh.pdf"
    for who, name in (("moi", "Vũ Minh"), ("hai", "Đỗ Hải")):
        await village.say(who, f"/start {code}")
        await village.press(who, "join:yes")
        await village.say(who, name)
        await village.say(who, f"Hộ {name}")
    assert "còn 3 lượt" in (listed := await village.press("chi", "inv:!list"))
    assert "đã vào: Vũ Minh, Đỗ Hải" in listed
    waiting = await village.press("chi", "go:members")
    assert "hộ kinh doanh" in waiting
    both = next(each.token for each in village.last["demo-chi"].buttons() if each.token.count(":") == 2)
    approved = await village.press("chi", both)
    assert [name in approved for name in ("Vũ Minh", "Đỗ Hải")] == [True, True]
    (number,) = await village.db.read(
        lambda session: session.scalars(select(Invite.id).where(Invite.code_hash == code_hash(code))).all()
    )
    refused = "chưa được giao quyền"
    for who in ("giang", "an", "moi"):
        assert refused in await village.press(who, f"inv:!drop:{number}")
    assert "Đã thu hồi" in await village.press("chi", f"inv:!drop:{number}")
    assert "không còn dùng được" in await village.press("chi", f"inv:!drop:{number}")
    assert "đã được thu hồi" in await village.say("ba", f"/start {code}")
    assert "không còn dùng được" in await village.press("chi", sheet)


async def test_only_officers_and_households_are_invited_by_a_code_for_many(village: Village) -> None:
    for forged in ("inv:admin:-:50:30", "inv:manager:-:50:30"):
        await village.press("chi", forged)
    for forged in ("inv:officer:phong_kinh_te:5000:7", "inv:officer:phong_kinh_te:5:9999"):
        assert "Mã mời" not in await village.press("chi", forged)
    assert "không còn dùng được" in await village.press("chi", "inv:officer:nowhere:1:7")
    uses = select(Invite.uses_left).where(Invite.role.in_(("admin", "manager")))
    assert await village.db.read(lambda session: session.scalars(uses).all()) == [1, 1]
