"""What people see of what is sent, and what Zalo's refusals come to."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.channels.base import SendError
from bot.channels.zalo_oa import NAME
from bot.channels.zalo_oa.channel import ZaloOA
from core.messages import Address, Button, FileRef, Outbound
from tests.bot.channels.rig import Inbox
from tests.bot.channels.second_try import sent_in_two_tries
from tests.bot.channels.site import Site
from tests.bot.queue_world import PNG, HandClock
from tests.emulators.zalo_oa import FaultKind, Person, ZaloEmulator

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def send(channel: ZaloOA, person: Person, message: Outbound, file: Path | None = None) -> str | None:
    return await channel.send(Address(NAME, person.id), message, file)


async def refused(channel: ZaloOA, person: Person, message: Outbound | None = None) -> SendError:
    with pytest.raises(SendError) as error:
        await send(channel, person, message or Outbound("xin chào"))
    return error.value


def choices(number: int) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(f"Chọn {each}", f"s1:0:{each}"),) for each in range(1, number + 1))


def stored(folder: Path, content: bytes, name: str, mime: str) -> tuple[FileRef, Path]:
    key = "ab" * 32
    (folder / key).write_bytes(content)
    return FileRef(key, name, mime), folder / key


async def test_up_to_five_choices_are_buttons(an: Person, channel: ZaloOA) -> None:
    reference = await send(channel, an, Outbound("Chọn nhé:", choices(5)))
    [seen] = an.chat
    assert (seen.id, seen.text) == (reference, "Chọn nhé:")
    assert seen.labels == [f"Chọn {number}" for number in range(1, 6)]


async def test_more_choices_are_a_numbered_list(an: Person, channel: ZaloOA) -> None:
    await send(channel, an, Outbound("**Chọn** nhé:", choices(6)))
    [seen] = an.chat
    assert seen.text.splitlines() == ["Chọn nhé:", "", *(f"{n}. Chọn {n}" for n in range(1, 7))]
    assert seen.buttons == ()


async def test_where_a_number_is_an_answer_they_are_named_instead(an: Person, channel: ZaloOA) -> None:
    await send(channel, an, Outbound("Bao nhiêu người?", choices(6), numbered=False))
    [seen] = an.chat
    assert seen.text.splitlines()[2:] == [f"• Chọn {number}" for number in range(1, 7)]


async def test_a_long_label_is_cut_and_its_token_kept(an: Person, channel: ZaloOA) -> None:
    await send(channel, an, Outbound("Chọn:", ((Button("dài " * 40, "s1:0:x"),),)))
    [button] = an.chat[0].buttons
    assert len(button.label) == 100
    assert button.payload.endswith("s1:0:x")


async def test_nothing_is_sent_of_a_button_whose_token_is_too_long(an: Person, channel: ZaloOA) -> None:
    with pytest.raises(ValueError, match="token"):
        await send(channel, an, Outbound("Chọn:", ((Button("a", "x" * 1000),),)))
    assert an.chat == []


@pytest.mark.parametrize(
    ("content", "mime", "name"),
    [
        (PNG, "image/png", "tuan-20.png"),
        (PNG, "image/png", ""),
        (b"\xff\xd8\xff" + bytes(10), "image/jpeg", "anh.jpg"),
        (b"\xff\xd8\xff" + bytes(10), "image/jpeg", "anh.JPEG"),
        (b"\xff\xd8\xff" + bytes(10), "image/jpeg", "ảnh chợ"),
    ],
)
async def test_a_picture_is_shown_with_its_text(
    an: Person, channel: ZaloOA, tmp_path: Path, content: bytes, mime: str, name: str
) -> None:
    file, path = stored(tmp_path, content, name, mime)
    reference = await send(channel, an, Outbound("**Tuần 20**", file=file), path)
    [seen] = an.chat
    assert (seen.id, seen.text) == (reference, "Tuần 20")
    assert seen.file
    assert seen.file.content == content


async def test_a_picture_with_choices_comes_before_them(an: Person, channel: ZaloOA, tmp_path: Path) -> None:
    file, path = stored(tmp_path, PNG, "tuan-20.png", "image/png")
    await send(channel, an, Outbound("Tuần 20", choices(2), file=file), path)
    picture, question = an.chat
    assert (picture.text, bool(picture.file)) == ("tuan-20.png", True)
    assert (question.text, len(question.labels)) == ("Tuần 20", 2)


async def test_a_document_comes_before_its_text(an: Person, channel: ZaloOA, tmp_path: Path) -> None:
    file, path = stored(tmp_path, b"%PDF-1.7 ...", "bien-ban.pdf", "application/pdf")
    await send(channel, an, Outbound("Biên bản", choices(1), file=file), path)
    document, text = an.chat
    assert document.file
    assert (document.file.name, document.file.content) == ("bien-ban.pdf", b"%PDF-1.7 ...")
    assert (text.text, text.labels) == ("Biên bản", ["Chọn 1"])


@pytest.mark.parametrize(
    "sent",
    [
        (b"PK\x03\x04" + bytes(100), "tổng hợp.xlsx", XLSX),
        (PNG + bytes(1_000_000), "lon.png", "image/png"),
        (b"%PDF" + bytes(5_000_000), "lon.pdf", "application/pdf"),
    ],
    ids=["workbook", "picture", "document"],
)
async def test_what_zalo_does_not_carry_is_had_by_a_link(
    an: Person, channel: ZaloOA, site: Site, tmp_path: Path, sent: tuple[bytes, str, str]
) -> None:
    await site.serve(channel)
    (content, _, mime), (file, path) = sent, stored(tmp_path, *sent)
    await send(channel, an, Outbound("Tổng hợp", choices(2), file=file), path)
    [seen] = an.chat
    assert (seen.text, seen.labels, len(seen.links)) == ("Tổng hợp", ["Chọn 1", "Chọn 2"], 1)
    async with ClientSession() as session, session.get(seen.links[0]) as answer:
        assert (answer.status, answer.content_type) == (200, mime)
        assert await answer.read() == content


async def test_a_file_that_is_gone_is_given_up(an: Person, channel: ZaloOA, tmp_path: Path) -> None:
    file, path = stored(tmp_path, PNG, "a.png", "image/png")
    path.unlink()
    with pytest.raises(SendError) as error:
        await send(channel, an, Outbound("a", file=file), path)
    assert error.value.permanent


async def test_the_template_stands_in_with_the_first_line(
    emulator: ZaloEmulator, an: Person, make: Callable[..., ZaloOA], clock: HandClock
) -> None:
    [template] = emulator.account.templates
    channel = make(template_id=template, template_data={"noi_dung": "{text}", "don_vi": "Xã Mẫu"})
    clock.move(timedelta(days=30).total_seconds())
    await send(channel, an, Outbound("**Chào** anh/chị,\nTuần 20", choices(2), stand_in=True))
    [seen] = an.chat
    assert (seen.template, dict(seen.filled)) == (
        template,
        {"noi_dung": "Chào anh/chị,", "don_vi": "Xã Mẫu"},
    )


async def test_a_card_asks_for_a_name_and_the_answer_arrives_as_typed(
    emulator: ZaloEmulator,
    an: Person,
    make: Callable[..., ZaloOA],
    site: Site,
    inbox: Inbox,
) -> None:
    channel = make(card_picture="https://bot.example.vn/bia.png")
    reference = await send(channel, an, Outbound("Anh/chị cho em xin **họ tên**?", asks_name=True))
    question, card = an.chat
    assert (question.id, question.asks_info, card.asks_info) == (reference, False, True)
    await channel.start(inbox)
    await site.serve(channel)
    emulator.deliver_to(f"{site.url}/zalo-oa/webhook")
    an.share_info("Nguyễn Thị Mẫu", "84900000000")
    [update] = await inbox.first(1)
    found = channel.decode(update.raw)
    assert found is not None
    assert found.text == "Nguyễn Thị Mẫu"


async def test_a_card_that_is_refused_leaves_the_question(
    emulator: ZaloEmulator, an: Person, make: Callable[..., ZaloOA]
) -> None:
    channel = make(card_picture="https://bot.example.vn/bia.png")
    await send(channel, an, Outbound("a"))
    emulator.account.refuses_cards = True
    assert await send(channel, an, Outbound("Tên?", asks_name=True))
    assert [message.text for message in an.chat] == ["a", "Tên?"]


async def test_without_a_picture_there_is_no_card(an: Person, channel: ZaloOA) -> None:
    await send(channel, an, Outbound("Tên?", asks_name=True))
    assert [message.asks_info for message in an.chat] == [False]


async def test_outside_the_window_the_outbox_is_told_so(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, clock: HandClock
) -> None:
    clock.move(timedelta(days=7).total_seconds())
    error = await refused(channel, an)
    assert (error.outside_window, error.permanent, error.unreachable) == (True, False, False)
    assert an.chat == []


async def test_who_unfollowed_cannot_be_reached(an: Person, channel: ZaloOA) -> None:
    an.follows = False
    error = await refused(channel, an)
    assert (error.permanent, error.unreachable) == (True, True)


@pytest.mark.parametrize(("fault", "wait"), [(FaultKind.FLOOD, 30), (-32, 60), (-211, 3600)])
async def test_too_much_leaves_the_whole_account_alone(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, fault: FaultKind | int, wait: float
) -> None:
    emulator.faults.add("cs", fault, retry_after=30)
    error = await refused(channel, an)
    assert (error.retry_after, error.permanent) == (wait, False)


async def test_uploads_that_are_used_up_do_not_hold_up_messages(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, tmp_path: Path
) -> None:
    emulator.faults.add("image", -211)
    file, path = stored(tmp_path, PNG, "a.png", "image/png")
    with pytest.raises(SendError) as error:
        await send(channel, an, Outbound("a", file=file), path)
    assert (error.value.retry_after, error.value.permanent) == (None, False)


async def test_a_broken_gateway_is_tried_again_later(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA
) -> None:
    emulator.faults.add("cs", FaultKind.BAD_GATEWAY)
    error = await refused(channel, an)
    assert (error.permanent, error.perhaps, error.retry_after) == (False, False, None)


@pytest.mark.parametrize("fault", [FaultKind.DROP, FaultKind.GATEWAY_TIMEOUT])
async def test_an_answer_that_got_lost_may_have_arrived(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, fault: FaultKind
) -> None:
    emulator.faults.add("cs", fault)
    error = await refused(channel, an)
    assert error.perhaps
    assert len(an.chat) == 1


async def test_zalo_that_hangs_is_not_waited_for_for_ever(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, monkeypatch: pytest.MonkeyPatch
) -> None:
    await send(channel, an, Outbound("a"))
    monkeypatch.setattr("bot.channels.zalo_oa.client.CALL", 0.2)
    emulator.faults.add("cs", FaultKind.HANG)
    assert (await refused(channel, an)).perhaps


async def test_nobody_there_is_tried_again_later(an: Person, make: Callable[..., ZaloOA]) -> None:
    error = await refused(make(api="http://127.0.0.1:9", oauth="http://127.0.0.1:9"), an)
    assert (error.permanent, error.perhaps) == (False, False)
    assert "no connection" in str(error)


LONG = "\n".join(["x" * 99] * 20)


@pytest.mark.parametrize(
    "told",
    [
        ("Biên bản", 1, (b"%PDF-1.7 ...", "bien-ban.pdf", "application/pdf")),
        ("Tuần 20", 2, (PNG, "tuan-20.png", "image/png")),
        (f"{LONG}\n{LONG}", 1, (b"PK\x03\x04" + bytes(100), "tong-hop.xlsx", XLSX)),
        (LONG, 8, None),
    ],
    ids=["document", "picture", "link", "list"],
)
async def test_what_went_out_is_not_sent_again_when_the_next_part_fails(
    emulator: ZaloEmulator,
    an: Person,
    channel: ZaloOA,
    tmp_path: Path,
    told: tuple[str, int, tuple[bytes, str, str] | None],
) -> None:
    text, number, file = told
    emulator.faults.add("cs", FaultKind.BAD_GATEWAY, skip=1)
    ref, path = stored(tmp_path, *file) if file else (None, None)
    message = Outbound(text, choices(number), file=ref)
    assert await sent_in_two_tries(channel, Address(NAME, an.id), message, path) == 1
    lines = [line for seen in an.chat for line in seen.text.splitlines()]
    wanted = text.splitlines()
    assert [line for line in lines if line in wanted] == wanted
    assert [label for seen in an.chat for label in seen.labels if label.startswith("Chọn")] == [
        f"Chọn {each}" for each in range(1, number + 1)
    ]
    assert sum(seen.file is not None or bool(seen.links) for seen in an.chat) == (file is not None)
