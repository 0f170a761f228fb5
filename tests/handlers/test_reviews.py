"""What is sent back can be answered by its sender, and ended by who may send it back, and by nobody else."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.messages import Outbound
from storage.models import DueReply, Outbox, PeriodLock, Remark, UnlockRequest
from tests.handlers.province import WHO, enter
from tests.handlers.village import Village, send_inspection


async def remarks(village: Village) -> list[tuple[str, str]]:
    """The state of each remark, and how it was explained."""

    def read(session: Session) -> list[tuple[str, str]]:
        return [(each.state, each.answer) for each in session.scalars(select(Remark).order_by(Remark.id))]

    return await village.db.read(read)


async def told(village: Village, who: str) -> Outbound:
    """What the bot wrote to somebody last, of itself or not."""

    def read(session: Session) -> Outbound:
        row = session.scalars(
            select(Outbox).where(Outbox.chat == f"demo-{who}").order_by(Outbox.id.desc())
        ).first()
        assert row is not None
        return Outbound.from_json(row.payload)

    return await village.db.read(read)


async def sent_back(village: Village, fact_id: int, words: str) -> str:
    await village.press("dung", f"sb:{fact_id}:4")
    return await village.say("dung", words)


async def test_only_who_may_sends_back_and_only_its_sender_answers(village: Village) -> None:
    fact = await send_inspection(village, "an")
    for who in ("an", "hoa", "binh", "em", "giang", "nobody"):
        await village.press(who, f"sb:{fact.id}:4")
        await village.say(who, "số này sai rồi")
    assert await remarks(village) == []
    await sent_back(village, fact.id, "biên bản ghi 3")
    assert await remarks(village) == [("open", "")]
    number = (await village.db.read(lambda session: session.scalars(select(Remark.id)).all()))[0]
    for who in ("hoa", "binh", "em", "giang", "dung"):
        await village.press(who, f"rk:keep:{number}")
        await village.say(who, "đúng như vậy")
        if who != "dung":
            await village.press(who, f"rk:ok:{number}")
    assert await remarks(village) == [("open", "")]
    await village.press("an", f"rk:ok:{number}")
    assert await remarks(village) == [("open", "")]
    await village.press("an", f"rk:keep:{number}")
    await village.say("an", "đếm lại vẫn 2")
    assert await remarks(village) == [("explained", "đếm lại vẫn 2")]
    assert "đếm lại vẫn 2" in (await told(village, "dung")).text
    assert "rồi" in await village.press("an", f"rk:keep:{number}")
    await village.press("dung", f"rk:ok:{number}")
    await village.press("dung", f"rk:ok:{number}")
    assert await remarks(village) == [("closed", "đếm lại vẫn 2")]


async def test_a_report_taken_back_ends_what_was_remarked(village: Village) -> None:
    fact = await send_inspection(village, "an")
    await sent_back(village, fact.id, "biên bản ghi 3")
    await village.press("dung", f"sb:{fact.id}:4")
    await village.press("an", f"u:{fact.id}")
    assert "rút" in (await told(village, "dung")).text
    assert await remarks(village) == [("closed", "")]
    await village.say("dung", "còn nữa, xem lại")
    assert await remarks(village) == [("closed", "")]
    assert (await village.facts(id=fact.id))[0].status == "withdrawn"


async def test_a_figure_in_the_words_is_taken_over_only_where_it_is_the_only_one(village: Village) -> None:
    fact = await send_inspection(village, "an")
    for words, offered in (
        ("biên bản ghi 3", True),
        ("biên bản ghi 2", False),
        ("3 hay 4 ạ", False),
        ("xem lại", False),
    ):
        await sent_back(village, fact.id, words)
        labels = [button.label for button in (await told(village, "an")).buttons()]
        assert ("✏️ Sửa thành 3" in labels) is offered, words


async def test_the_level_above_reads_what_was_confirmed_and_sends_it_back(village: Village) -> None:
    """Its officer and the manager of the commune hear of it; households stay without a name above."""
    fact = await send_inspection(village, "an")
    await enter(village, "bac_ninh", village.now)
    assert fact.receipt in await village.say(WHO, fact.receipt.lower())
    assert "chợ Ngăm" in await village.press(WHO, f"rep:{fact.id}")
    assert "xã Đông Cứu" in village.last[f"demo-{WHO}"].text
    await village.press(WHO, "bl:0")
    assert fact.receipt in village.last[f"demo-{WHO}"].buttons()[0].label
    await village.press(WHO, f"sb:{fact.id}:4")
    await village.say(WHO, "đề nghị đối chiếu biên bản")
    for who in ("an", "dung"):
        assert "tỉnh Bắc Ninh" in (await told(village, who)).text, who
    for answer in ("fix", "keep"):
        assert "chưa được giao quyền" in await village.press(WHO, f"rk:{answer}:1")
    await village.press("dung", "go:pending")
    assert any(fact.receipt in button.label for button in village.last["demo-dung"].buttons())
    number = (await village.db.read(lambda session: session.scalars(select(Remark.id)).all()))[0]
    await village.press("dung", f"rk:ok:{number}")
    assert await remarks(village) == [("open", "")]
    await village.press("dung", f"rk:fix:{number}")
    await village.say("dung", "3")
    await village.say("dung", "đúng")
    news = await told(village, WHO)
    assert "→" in news.text
    assert "xã Đông Cứu" in news.text
    await village.press(WHO, f"rk:ok:{number}")
    assert await remarks(village) == [("closed", "")]
    for token in ("u", "w+"):
        await village.press(WHO, f"{token}:{fact.id + 1}")
    for token in ("fix", "wd", "ph", "wh:x"):
        assert "chưa được giao quyền" in await village.press(WHO, f"{token}:{fact.id + 1}"), token
    assert (await village.facts(receipt=fact.receipt))[-1].status == "confirmed"


async def test_what_waits_or_is_told_in_confidence_is_not_for_the_level_above(village: Village) -> None:
    await village.say("binh", "em mới mua thêm 2 cân điện tử ở chợ Ngụ hôm nay")
    await village.say("binh", "đúng")
    (fact,) = await village.facts(type="instrument_listed")
    await enter(village, "bac_ninh", village.now)
    assert fact.receipt not in await village.press(WHO, f"rep:{fact.id}")
    await village.press("an", f"w+:{fact.id}")
    text = await village.press(WHO, f"rep:{fact.id}")
    assert fact.receipt in text
    assert "Bình" not in text.splitlines()[1]
    await village.press(WHO, f"sb:{fact.id}:2")
    await village.say(WHO, "hai hay ba cái")
    assert "hai hay ba" in (await told(village, "dung")).text
    assert "hai hay ba" not in (await told(village, "binh")).text


LEAVING = ("hủy", "thôi", "huy")


async def test_words_that_leave_or_lead_elsewhere_are_no_reason(village: Village) -> None:
    fact = await send_inspection(village, "an")
    for words in (*LEAVING, "tiến độ"):
        await sent_back(village, fact.id, words)
    assert await remarks(village) == []
    assert await sent_back(village, fact.id, "bổ sung") != ""
    number = (await village.db.read(lambda session: session.scalars(select(Remark.id)).all()))[0]
    for words in (*LEAVING, "menu"):
        await village.press("an", f"rk:keep:{number}")
        await village.say("an", words)
    assert await remarks(village) == [("open", "")]
    await village.press("dung", "kp:close:2026q1")
    lock = (await village.db.read(lambda session: session.scalars(select(PeriodLock.id)).all()))[0]
    for words in (*LEAVING, "tiến độ"):
        await village.press("an", f"kp:ask:{lock}")
        await village.say("an", words)
        await village.press("hoa", "dv:duty.DC1-D1.2026:doing")
        await village.say("hoa", words)
    assert await village.db.read(
        lambda s: (s.scalars(select(UnlockRequest.id)).all(), s.scalars(select(DueReply.id)).all())
    ) == ([], [])
