"""What is sent back can be answered by its sender, and ended by who may send it back, and by nobody else."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.messages import Outbound
from storage.models import Outbox, Remark
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
