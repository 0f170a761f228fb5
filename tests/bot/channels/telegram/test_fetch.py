"""Fetching what people sent."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.base import FetchError, FileTooBig
from bot.channels.telegram.channel import Telegram
from core.messages import Attachment, AttachmentKind
from tests.bot.channels.rig import Inbox
from tests.emulators.telegram import Person, TelegramEmulator

UNKNOWN = Attachment(AttachmentKind.PHOTO, "AgAC-unknown")


async def received(channel: Telegram, inbox: Inbox) -> Attachment:
    await channel.start(inbox)
    (update,) = await inbox.first(1)
    found = channel.decode(update.raw)
    assert found
    return found.attachments[0]


async def whole(pieces: AsyncIterator[bytes]) -> bytes:
    return b"".join([piece async for piece in pieces])


async def test_a_document_comes_in_pieces(an: Person, channel: Telegram, inbox: Inbox) -> None:
    content = bytes(range(256)) * 4000
    an.send_document(content, name="biên bản.pdf")
    attachment = await received(channel, inbox)
    pieces = [piece async for piece in channel.fetch(attachment)]
    assert b"".join(pieces) == content
    assert len(pieces) > 1


async def test_a_file_known_to_be_too_big_is_not_asked_for(
    emulator: TelegramEmulator, an: Person, channel: Telegram, inbox: Inbox
) -> None:
    an.send_document(b"", size=50_000_000)
    attachment = await received(channel, inbox)
    with pytest.raises(FileTooBig):
        await whole(channel.fetch(attachment))
    assert emulator.calls("getFile") == []


async def test_a_file_telegram_finds_too_big_is_too_big(an: Person, channel: Telegram, inbox: Inbox) -> None:
    an.send_document(b"", size=50_000_000)
    attachment = await received(channel, inbox)
    with pytest.raises(FileTooBig):
        await whole(channel.fetch(Attachment(attachment.kind, attachment.remote)))


async def test_a_file_longer_than_announced_is_broken_off(
    an: Person, channel: Telegram, inbox: Inbox
) -> None:
    an.send_document(bytes(20_100_000), size=1000)
    attachment = await received(channel, inbox)
    with pytest.raises(FileTooBig):
        await whole(channel.fetch(attachment))


async def test_a_file_that_is_gone_is_not_found(
    emulator: TelegramEmulator, an: Person, channel: Telegram, inbox: Inbox
) -> None:
    an.send_document(b"a")
    attachment = await received(channel, inbox)
    emulator.world.files.lose(emulator.world.files.by_id(attachment.remote).path)
    with pytest.raises(FileNotFoundError):
        await whole(channel.fetch(attachment))


@pytest.mark.parametrize("kind", ["429", "500", "502", "drop"])
async def test_trouble_on_telegrams_side_is_for_later(
    emulator: TelegramEmulator, an: Person, channel: Telegram, inbox: Inbox, kind: str
) -> None:
    an.send_document(b"a")
    attachment = await received(channel, inbox)
    emulator.faults.add("getFile", kind)
    with pytest.raises(FetchError):
        await whole(channel.fetch(attachment))
    assert await whole(channel.fetch(attachment)) == b"a"


async def test_the_token_is_not_in_the_error(emulator: TelegramEmulator, channel: Telegram) -> None:
    await emulator.stop()
    with pytest.raises(FetchError) as error:
        await whole(channel.fetch(UNKNOWN))
    assert emulator.token not in str(error.value)
