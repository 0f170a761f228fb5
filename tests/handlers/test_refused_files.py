"""A file that is not kept says why, and the words that came with it are taken all the same."""

from core.messages import Address, Attachment, AttachmentKind, Inbound, Refusal
from tests.handlers.village import Village

TOO_MANY = Attachment(AttachmentKind.PHOTO, refused=Refusal.TOO_MANY, sent_today=200)


async def test_a_report_under_a_photo_too_many_is_taken_without_it(village: Village) -> None:
    words = "hôm nay kiểm tra 23 cân ở chợ Ngụ, 2 cái không đạt"
    said = await village.send(Inbound(Address("test", "demo-an"), text=words, attachments=(TOO_MANY,)))
    assert said.startswith("Hôm nay anh/chị đã gửi 200 ảnh/tệp")
    assert "Kiểm tra phương tiện đo" in said
    assert "23" in said


async def test_alone_it_leaves_the_open_form_where_it_stands(village: Village) -> None:
    question = await village.press("an", "new:measuring_inspection")
    said = await village.send(Inbound(Address("test", "demo-an"), attachments=(TOO_MANY,)))
    assert said.startswith("Hôm nay anh/chị đã gửi 200 ảnh/tệp")
    assert said.endswith(question.splitlines()[-1])
