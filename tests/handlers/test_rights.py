"""Everybody sees, gets and may have deleted what is kept of them; who leads does it when asked."""

from functools import partial

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from reports.made import makers
from reports.own_data import NAME
from storage.models import Fact, Person, Request
from storage.repositories import audit
from tests.handlers.test_own_data import report
from tests.handlers.test_people import ended, with_tokens
from tests.handlers.village import Village

ADMIN = "chi"


async def test_an_officer_gets_a_copy_and_is_forgotten_on_request(village: Village) -> None:
    an = await village.person_id("an")
    name = await village.db.read(lambda s: s.get_one(Person, an).name)
    for who in ("an", "binh", "chi", "em"):
        assert await village.say(who, "/dulieu")
    await village.press("an", "dt:file")
    made = makers(village.knowledge.catalogue, village.knowledge.texts)[NAME]
    text, whole = [await village.db.read(partial(made, of=(str(an), form))) for form in ("txt", "json")]
    read = text().content.decode("utf-8-sig")
    assert name in read
    # in words of the person's own, and in the time of where they are
    assert "Vai trò: cán bộ" in read
    assert "Loại báo cáo: Kiểm tra phương tiện đo" in read
    assert "Nơi kiểm tra: chợ Ngụ" in read
    assert "09:32 14/5/2026" in read
    assert "null" not in read
    assert orjson.loads(whole().content)["reports"][0]["fields"]
    await village.press("an", "dt:yes:delete")
    await village.press("an", "dt:yes:delete")
    await village.press("an", "dt:yes:object")
    asked = await village.db.read(lambda s: s.scalars(select(Request).order_by(Request.id)).all())
    assert [(one.kind, one.flags) for one in asked] == [("data", ["erase"]), ("data", [])]
    token = f"dt:forget:{asked[0].id}"
    for stranger in ("an", "binh", "em", "giang"):
        await village.press(stranger, token)
        await village.press(stranger, f"dt:forget:{asked[1].id}")
    assert await village.db.read(lambda s: s.get_one(Person, an).name) == name
    assert name in await village.press(ADMIN, f"dt:for:{asked[0].id}")
    assert "không thấy yêu cầu" in await village.press(ADMIN, f"dt:for:{asked[1].id}")
    await village.press(ADMIN, token)
    await village.press(ADMIN, token)
    gone = await village.db.read(lambda s: (s.get_one(Person, an).name, s.get_one(Person, an).status))
    assert gone == ("–", "blocked")
    kept = await village.db.read(lambda s: s.scalars(select(Fact).where(Fact.reporter_id == an)).all())
    assert any(fact.status == "confirmed" for fact in kept)
    assert await village.db.read(lambda s: [audit.checked(s, c).breaks for c in audit.chains(s)]) == [()]


async def test_what_is_to_be_corrected_goes_along_in_the_persons_words(village: Village) -> None:
    await village.press("an", "dt:ask:correct")
    assert "2 đến" in await village.say("an", "x")
    assert "YC-" in await village.say("an", "tên em ghi sai, phải là Trần Văn An")
    [asked] = await village.db.read(lambda s: s.scalars(select(Request)).all())
    assert asked.text.splitlines()[1] == "tên em ghi sai, phải là Trần Văn An"
    # and words after it are words again; a way out sends nothing
    await village.press("an", "dt:ask:object")
    await village.say("an", "thôi")
    assert len(await village.db.read(lambda s: s.scalars(select(Request)).all())) == 1


async def test_a_household_deletes_by_itself_and_the_last_admin_stays(village: Village) -> None:
    await report(village, "k1", confirmed=True)
    await village.press("binh", "dt:yes:delete")
    await village.press(ADMIN, "dt:yes:delete")
    of_data = select(Request).where(Request.kind == "data")
    asked = await village.db.read(lambda s: s.scalars(of_data).all())
    assert len(asked) == 1
    await village.press(ADMIN, f"dt:forget:{asked[0].id}")
    assert await _role(village, ADMIN) == "admin"
    for odd in ("dt", "dt:ask:x", "dt:yes", "dt:forget:abc", "dt:for:99999"):
        assert await village.press("chi", odd)


async def test_a_suspended_admin_is_forgotten_by_the_other_one_and_their_tokens_end(village: Village) -> None:
    dung = await village.person_id("dung")

    def suspended_admin(session: Session) -> None:
        person = session.get_one(Person, dung)
        person.role, person.status = "admin", "suspended"
        with_tokens(session, dung, village.now)

    await village.db.write(suspended_admin)
    await village.press("dung", "dt:yes:delete")
    asked = await village.db.read(lambda s: s.scalars(select(Request.id)).one())
    assert "Đã thu hồi 1 mã API: Kho của tỉnh" in await village.press(ADMIN, f"dt:forget:{asked}")
    assert await village.db.read(lambda s: s.get_one(Person, dung).name) == "–"
    assert await village.db.read(ended) == {"Kho của tỉnh": True, "Cổng xã": False}


async def test_what_somebody_suspended_claims_in_person_is_noted_and_another_one_deletes(
    village: Village,
) -> None:
    an = await village.person_id("an")
    assert "chưa được giao quyền" in await village.press(ADMIN, f"dt:paper:{an}")
    await village.press(ADMIN, f"pe:do:{an}:status:suspended:active")
    for stranger in ("hoa", "binh", "giang"):
        assert "chưa được giao quyền" in await village.press(stranger, f"dt:paper:{an}:delete")
    await village.press(ADMIN, f"dt:paper:{an}")
    for _ in range(2):
        assert "YC-" in await village.press(ADMIN, f"dt:paper:{an}:delete")
    [asked] = await village.db.read(lambda s: s.scalars(select(Request)).all())
    assert (asked.asker_id, asked.flags) == (an, ["erase"])
    assert "Nguyễn Chi ghi lại" in asked.text
    assert "người khác" in await village.press(ADMIN, f"dt:forget:{asked.id}")
    assert await village.db.read(lambda s: s.get_one(Person, an).status) == "suspended"
    await village.press("dung", f"dt:forget:{asked.id}")
    assert await village.db.read(lambda s: s.get_one(Person, an).name) == "–"


async def _role(village: Village, who: str) -> str:
    number = await village.person_id(who)

    def read(session: Session) -> str:
        return session.get_one(Person, number).role

    return await village.db.read(read)
