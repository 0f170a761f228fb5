"""Sending to the emulator: what is seen, what is changed, what each refusal becomes."""

import logging
from pathlib import Path

import pytest

from bot.channels.base import SendError
from bot.channels.telegram.channel import Telegram
from core.messages import Address, Button, FileRef, Outbound
from tests.bot.channels.second_try import sent_in_two_tries
from tests.emulators.telegram import Person, TelegramEmulator

AN = Address("telegram", "1001")
YES_NO = ((Button("Có", "s1:yes", main=True), Button("Không", "s1:no")),)


async def refused(channel: Telegram, message: Outbound, to: Address = AN) -> SendError:
    with pytest.raises(SendError) as error:
        await channel.send(to, message, None)
    return error.value


async def test_buttons_stand_in_their_rows(an: Person, channel: Telegram) -> None:
    rows = (*YES_NO, (Button("Hủy", "s1:cancel"),))
    reference = await channel.send(AN, Outbound("Tiếp tục?", rows), None)
    assert an.chat[0].buttons == [["Có", "Không"], ["Hủy"]]
    assert reference == str(an.chat[0].id)


async def test_a_token_longer_than_64_bytes_is_a_mistake(an: Person, channel: Telegram) -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        await channel.send(AN, Outbound("?", ((Button("Có", "ổ" * 22),),)), None)
    await channel.send(AN, Outbound("?", ((Button("Có", "x" * 64),),)), None)
    assert an.chat[0].button("Có").data == "x" * 64


async def test_an_edit_that_changes_nothing_is_done(an: Person, channel: Telegram) -> None:
    reference = await channel.send(AN, Outbound("Tiếp tục?", YES_NO), None)
    again = await channel.send(AN, Outbound("Tiếp tục?", YES_NO, edits=reference), None)
    assert again == reference
    assert len(an.chat) == 1


@pytest.mark.parametrize("edits", ["999999", "not-a-number", ""])
async def test_what_cannot_be_edited_is_sent_anew(an: Person, channel: Telegram, edits: str) -> None:
    reference = await channel.send(AN, Outbound("Đã ghi", edits=edits), None)
    assert [message.text for message in an.chat] == ["Đã ghi"]
    assert reference == str(an.chat[0].id)


async def test_text_in_place_of_a_picture_is_sent_anew(an: Person, channel: Telegram, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"\x89PNG")
    file = FileRef("f", "bieu-do.png", "image/png")
    reference = await channel.send(AN, Outbound("Tuần 20", file=file), tmp_path / "f")
    await channel.send(AN, Outbound("Đã xem", edits=reference), None)
    assert [message.text for message in an.chat] == ["Tuần 20", "Đã xem"]


async def test_a_picture_that_is_taken_back_is_seen_no_more(
    an: Person, channel: Telegram, tmp_path: Path
) -> None:
    (tmp_path / "f").write_bytes(b"\x89PNG")
    file = FileRef("f", "bieu-do.png", "image/png")
    reference = await channel.send(AN, Outbound("a", file=file), tmp_path / "f")
    await channel.send(AN, Outbound("b", edits=reference, takes_back=True), None)
    assert [message.text for message in an.chat] == ["b"]
    words = await channel.send(AN, Outbound("c"), None)
    await channel.send(AN, Outbound("d", edits=words, takes_back=True), None)
    assert [message.text for message in an.chat] == ["b", "d"]


async def test_a_picture_is_sent_as_a_picture_with_its_buttons(
    an: Person, channel: Telegram, tmp_path: Path
) -> None:
    (tmp_path / "f").write_bytes(b"\x89PNG")
    file = FileRef("f", "bieu-do.png", "image/png")
    await channel.send(AN, Outbound("**Tuần** 20", YES_NO, file), tmp_path / "f")
    (seen,) = an.chat
    assert seen.file
    assert (seen.file.kind, seen.file.name, seen.file.content) == ("photo", "bieu-do.png", b"\x89PNG")
    assert (seen.text, seen.bold, seen.labels) == ("Tuần 20", ["Tuần"], ["Có", "Không"])


async def test_a_long_text_follows_its_file(an: Person, channel: Telegram, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"PK")
    file = FileRef("f", "tổng hợp.xlsx", "application/zip")
    text = "a" * 1025
    reference = await channel.send(AN, Outbound(text, YES_NO, file), tmp_path / "f")
    document, words = an.chat
    assert document.file
    assert (document.file.kind, document.file.name, document.labels) == ("document", "tổng hợp.xlsx", [])
    assert (words.text, words.labels, str(words.id)) == (text, ["Có", "Không"], reference)


async def test_a_file_that_is_gone_is_never_tried_again(
    an: Person, channel: Telegram, tmp_path: Path
) -> None:
    file = FileRef("f", "a.pdf", "application/pdf")
    with pytest.raises(SendError) as error:
        await channel.send(AN, Outbound("a", file=file), tmp_path / "missing")
    assert error.value.permanent
    assert not error.value.unreachable


@pytest.mark.parametrize("seconds", [1, 37])
async def test_429_says_how_long_to_leave_the_channel_alone(
    emulator: TelegramEmulator, an: Person, channel: Telegram, seconds: int
) -> None:
    emulator.faults.add("sendMessage", "429", retry_after=seconds)
    error = await refused(channel, Outbound("a"))
    assert (error.retry_after, error.permanent, error.unreachable) == (float(seconds), False, False)
    assert an.chat == []


@pytest.mark.parametrize(("kind", "perhaps"), [("500", False), ("502", False), ("504", True), ("drop", True)])
async def test_trouble_on_telegrams_side_is_tried_again_later(
    emulator: TelegramEmulator, an: Person, channel: Telegram, kind: str, perhaps: bool
) -> None:
    emulator.faults.add("sendMessage", kind)
    error = await refused(channel, Outbound("a"))
    assert (error.retry_after, error.permanent, error.unreachable) == (None, False, False)
    assert error.perhaps is perhaps
    assert len(emulator.calls("sendMessage")) == 1


async def test_who_never_wrote_or_blocked_the_bot_is_unreachable(
    emulator: TelegramEmulator, an: Person, channel: Telegram
) -> None:
    stranger = await refused(channel, Outbound("a"), Address("telegram", "4711"))
    an.block()
    blocked = await refused(channel, Outbound("a"))
    assert [(error.permanent, error.unreachable) for error in (stranger, blocked)] == [(True, True)] * 2


async def test_a_message_telegram_cannot_take_is_never_tried_again(an: Person, channel: Telegram) -> None:
    empty = await refused(channel, Outbound("   "))
    nowhere = await refused(channel, Outbound("a"), Address("telegram", "An"))
    assert [(error.permanent, error.unreachable) for error in (empty, nowhere)] == [(True, False)] * 2


async def test_without_a_server_it_is_tried_again_later(
    emulator: TelegramEmulator, channel: Telegram
) -> None:
    await emulator.stop()
    error = await refused(channel, Outbound("a"))
    assert (error.permanent, error.perhaps) == (False, False)
    assert emulator.token not in str(error)


async def test_the_token_is_in_no_log_and_no_error(
    emulator: TelegramEmulator, an: Person, channel: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    emulator.faults.add("sendMessage", "500")
    errors = [await refused(channel, Outbound("a"))]
    await channel.send(AN, Outbound("a"), None)
    emulator.world.token = emulator.token = "1:another"
    errors.append(await refused(channel, Outbound("a")))
    assert "@BotFather" in str(errors[-1])
    secret = "AAemulator-token_for-tests-only"
    assert secret not in caplog.text
    assert all(secret not in str(error) for error in errors)


async def test_a_file_is_not_sent_again_when_its_long_text_fails(
    emulator: TelegramEmulator, an: Person, channel: Telegram, tmp_path: Path
) -> None:
    path = tmp_path / "anh"
    path.write_bytes(b"\xff\xd8\xff" + bytes(100))
    message = Outbound("x" * 1500, YES_NO, file=FileRef("anh", "anh.jpg", "image/jpeg"))
    emulator.faults.add("sendMessage", "502")
    assert await sent_in_two_tries(channel, AN, message, path) == 1
    picture, text = an.chat
    assert (picture.text, picture.file is not None) == ("", True)
    assert (text.text, text.labels) == ("x" * 1500, ["Có", "Không"])


@pytest.mark.parametrize(
    ("mime", "method"), [("image/jpeg", "sendPhoto"), ("application/pdf", "sendDocument")]
)
async def test_a_file_for_many_goes_up_once_and_anew_when_telegram_forgot_it(
    emulator: TelegramEmulator, an: Person, channel: Telegram, tmp_path: Path, mime: str, method: str
) -> None:
    path = tmp_path / "tep"
    path.write_bytes(b"\xff\xd8\xff" + bytes(100))
    message = Outbound("Mời họp", YES_NO, file=FileRef("tep", "tep", mime))
    await channel.send(AN, message, path)
    await channel.send(AN, message, path)
    first, second = an.chat
    assert first.file is second.file
    assert (second.text, second.labels) == ("Mời họp", ["Có", "Không"])
    an.chat.clear()
    await channel.send(AN, message, path)
    assert an.chat[0].file is not first.file
    assert [call.status for call in emulator.calls(method)] == [200, 200, 400, 200]
