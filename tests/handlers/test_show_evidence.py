"""The photos behind a report, sent to whoever may see the report."""

from collections.abc import Sequence

import pytest
from sqlalchemy import select, update

from core.messages import Address, Attachment, AttachmentKind, Inbound, Outbound
from storage.models import Fact, Outbox
from tests.handlers.village import Village, send_inspection


def photo(number: int) -> Attachment:
    return Attachment(AttachmentKind.PHOTO, stored=f"{number:064x}", mime="image/jpeg")


async def with_evidence(village: Village, *kept: Attachment) -> Fact:
    """A report that An sent with these."""
    fact = await send_inspection(village, "an")
    await village.press("an", f"ph:{fact.id}")
    await village.send(Inbound(Address("test", "demo-an"), attachments=kept))
    return fact


async def sent(village: Village, who: str, token: str) -> Sequence[Outbound]:
    """What a press brings, message by message."""
    before = await village.db.read(lambda s: len(s.scalars(select(Outbox.id)).all()))
    await village.press(who, token)
    query = select(Outbox).where(Outbox.chat == f"demo-{who}").order_by(Outbox.id)
    rows = await village.db.read(lambda s: list(s.scalars(query.where(Outbox.id > before))))
    return [Outbound.from_json(row.payload) for row in rows]


@pytest.mark.parametrize("who", ["an", "chi", "dung"])
async def test_who_may_see_the_report_gets_its_photos_in_order(village: Village, who: str) -> None:
    fact = await with_evidence(village, photo(1), photo(2))
    await village.press(who, f"rep:{fact.id}")
    [button] = [each for each in village.last[f"demo-{who}"].buttons() if "evi:" in each.token]
    messages = await sent(village, who, button.token)
    assert [message.file and message.file.stored for message in messages] == [f"{n:064x}" for n in (1, 2)]
    assert all(fact.receipt in message.text and message.edits is None for message in messages)
    assert [len(message.rows) for message in messages] == [0, 1]


@pytest.mark.parametrize("who", ["binh", "hoa", "em", "giang", "nobody"])
async def test_nobody_else_gets_them(village: Village, who: str) -> None:
    fact = await with_evidence(village, photo(1))
    messages = await sent(village, who, f"evi:{fact.id}:0")
    assert messages
    assert not any(message.file or fact.receipt in message.text for message in messages)


async def test_a_reviewer_gets_from_the_photos_back_to_the_decision(village: Village) -> None:
    fact = await with_evidence(village, photo(1))
    await village.db.write(lambda s: s.execute(update(Fact).values(status="pending")))
    await village.press("chi", f"w:{fact.id}")
    [button] = [each for each in village.last["demo-chi"].buttons() if "evi:" in each.token]
    [message] = await sent(village, "chi", button.token)
    assert [each.token for each in message.buttons()] == [f"+w:{fact.id}"]
    assert fact.receipt in await village.press("chi", f"+w:{fact.id}")


async def test_many_come_in_several_goes(village: Village) -> None:
    fact = await with_evidence(village, *map(photo, range(1, 13)))
    first = await sent(village, "chi", f"+evi:{fact.id}:0")
    rest = await sent(village, "chi", first[-1].buttons()[0].token)
    assert [len(first), len(rest)] == [10, 2]
    files = [message.file.stored for message in (*first, *rest) if message.file]
    assert files == [f"{number:064x}" for number in range(1, 13)]


async def test_a_place_is_kept_after_a_yes_until_that_is_taken_back(village: Village) -> None:
    place = Attachment(AttachmentKind.LOCATION, latitude=21.0378, longitude=106.0812)
    fact = await with_evidence(village, place)
    [message] = await sent(village, "chi", f"evi:{fact.id}:0")
    assert "không có ảnh" in message.text
    await village.press("an", "dt:agree:location:here")
    await village.send(Inbound(Address("test", "demo-an"), attachments=(place,)))
    [message] = await sent(village, "chi", f"evi:{fact.id}:0")
    assert (message.file, "21.03780, 106.08120" in message.text) == (None, True)
    assert "Giữ vị trí anh/chị gửi: chưa" in await village.press("an", "dt:stop:location")
    [message] = await sent(village, "chi", f"evi:{fact.id}:0")
    assert ("21.03780" in message.text, "đã được xóa" in message.text) == (False, True)


@pytest.mark.parametrize("token", ["evi:{id}:7", "evi:{id}:x", "evi:{id}"])
async def test_a_forged_page_still_shows_what_there_is(village: Village, token: str) -> None:
    fact = await with_evidence(village, photo(1))
    [message] = await sent(village, "chi", token.format(id=fact.id))
    assert message.file


async def test_a_report_without_photos_says_so(village: Village) -> None:
    fact = await send_inspection(village, "an")
    assert "không có ảnh" in await village.press("chi", f"evi:{fact.id}:0")


async def test_more_than_no_photos_said_where_they_were_awaited_is_read_as_any_message(
    village: Village,
) -> None:
    fact = await send_inspection(village, "an")
    for words, answer in (
        ("xong", "không chờ ảnh nữa"),
        ("hết ảnh rồi", "không chờ ảnh nữa"),
        ("thôi", "không chờ ảnh nữa"),
        ("tuần của tôi", "🗓 **Tuần"),
        ("kiểm tra 5 cân chợ Đông Cứu, đạt cả", "**5 cái**"),
    ):
        await village.press("an", f"ph:{fact.id}")
        assert answer in await village.say("an", words), words
