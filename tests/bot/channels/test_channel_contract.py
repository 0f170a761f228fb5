"""What every channel promises, whatever the messenger. A new channel adds its rig to RIGS."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
import pytest_asyncio

from bot.channels.base import SendError
from bot.channels.public_files import FILE_BYTES
from bot.fetching import fetched
from bot.files import FileStore
from core.messages import (
    Address,
    Attachment,
    AttachmentKind,
    Button,
    FileRef,
    Group,
    Inbound,
    InboundKind,
    Outbound,
    Refusal,
)
from tests.bot.channels.rig import GroupRig, Rig, RigFactory
from tests.bot.channels.telegram.rig import telegram_rig
from tests.bot.channels.web.rig import web_rig
from tests.bot.channels.zalo_bot.rig import zalo_bot_rig
from tests.bot.channels.zalo_oa.rig import zalo_oa_rig

RIGS: dict[str, RigFactory] = {
    "telegram": telegram_rig,
    "web": web_rig,
    "zalo_bot": zalo_bot_rig,
    "zalo_oa": zalo_oa_rig,
}

CHOICES = ((Button("Có", "s1:0:yes", main=True), Button("Không", "s1:0:no")), (Button("Hủy", "s1:0:cancel"),))


#: on a page of our own nobody sends stickers or blocks the bot; these are told by messengers only
MESSENGERS = [name for name in RIGS if name != "web"]
#: where choices can be pressed; elsewhere their number is typed
WITH_BUTTONS = ["telegram", "web", "zalo_oa"]
#: the bot can be in groups of people, and is told of it
WITH_GROUPS = ["telegram"]
#: Zalo tells its bots nothing of who blocks them
TELLING_WHO_BLOCKS = ["telegram", "zalo_oa"]
#: these tell the address of a picture, which may be any
TELLING_ADDRESSES = ["zalo_bot", "zalo_oa"]
JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 400


pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(params=list(RIGS))
def starting(request: pytest.FixtureRequest) -> AbstractAsyncContextManager[Rig]:
    return RIGS[request.param](request)


@pytest_asyncio.fixture(loop_scope="module")
async def rig(starting: AbstractAsyncContextManager[Rig]) -> AsyncIterator[Rig]:
    async with starting as running:
        yield running


async def received(rig: Rig, count: int) -> list[Inbound | None]:
    return [rig.channel.decode(update.raw) for update in await rig.inbox.first(count)]


async def only(rig: Rig) -> Inbound:
    (found,) = await received(rig, 1)
    assert found
    return found


def bold(rig: Rig, *pieces: str) -> tuple[str, ...]:
    """What is to be seen bold there, of what was meant to be."""
    return pieces if rig.channel.limits.bold else ()


async def test_text_arrives_in_the_order_it_was_written(rig: Rig) -> None:
    written = [f"tin thứ {number}: Đông Cứu 😀" for number in range(20)]
    for text in written:
        await rig.says(text)
    found = await received(rig, len(written))
    assert [inbound.text for inbound in found if inbound] == written
    assert {inbound.address for inbound in found if inbound} == {rig.address}


async def test_every_update_has_a_key_of_its_own_and_its_persons_lane(rig: Rig) -> None:
    await rig.says("một")
    await rig.says("hai")
    first, second = await rig.inbox.first(2)
    assert first.key != second.key
    assert first.lane == second.lane == str(rig.address)
    assert first.channel == rig.channel.name


async def test_an_update_delivered_again_has_the_same_key(rig: Rig) -> None:
    await rig.says("một")
    await rig.inbox.first(1)
    await rig.delivers_again()
    first, again = await rig.inbox.first(2)
    assert (first.key, first.lane, first.raw) == (again.key, again.lane, again.raw)


@pytest.mark.parametrize("starting", WITH_BUTTONS, indirect=True)
async def test_a_press_arrives_with_its_token(rig: Rig) -> None:
    reference = await rig.channel.send(rig.address, Outbound("Tiếp tục?", CHOICES), None)
    await rig.presses("Không")
    found = await only(rig)
    assert (found.kind, found.press) == (InboundKind.PRESS, "s1:0:no")
    assert found.address == rig.address
    # what cannot be changed any more need not be named
    assert found.pressed_message == (reference if rig.channel.limits.edits else None)


@pytest.mark.parametrize("starting", WITH_GROUPS, indirect=True)
async def test_what_happens_in_a_group_comes_from_the_persons_own_chat(rig: Rig) -> None:
    assert isinstance(rig, GroupRig)
    chat = await rig.puts_bot_into_group("Tổ đo lường")
    there = Address(rig.channel.name, chat)
    await received(rig, 1)
    await rig.channel.send(there, Outbound("Tiếp tục?", CHOICES), None)
    (seen,) = await rig.group_screen()
    assert (seen.text, seen.choices) == ("Tiếp tục?", ("Có", "Không", "Hủy"))
    await rig.presses_in_group("Không")
    await received(rig, 2)
    await rig.throws_bot_out()
    added, press, expelled = (found for found in await received(rig, 3) if found)
    assert [each.kind for each in (added, press, expelled)] == [
        InboundKind.ADDED,
        InboundKind.PRESS,
        InboundKind.EXPELLED,
    ]
    assert {each.address for each in (added, press, expelled)} == {rig.address}
    assert {each.group for each in (added, press, expelled)} == {Group(chat, "Tổ đo lường")}
    # what stands in the group is for all: it is not changed by what one of them presses
    assert (press.press, press.pressed_message) == ("s1:0:no", None)
    with pytest.raises(SendError) as refused:
        await rig.channel.send(there, Outbound("Còn đây không?"), None)
    assert (refused.value.permanent, refused.value.unreachable) == (True, True)
    assert await rig.screen() == []


@pytest.mark.parametrize("starting", sorted(RIGS.keys() - set(WITH_BUTTONS)), indirect=True)
async def test_without_buttons_a_choice_arrives_as_its_number(rig: Rig) -> None:
    assert not rig.channel.limits.buttons
    await rig.channel.send(rig.address, Outbound("Tiếp tục?", CHOICES), None)
    await rig.presses("Không")
    found = await only(rig)
    assert (found.kind, found.text, found.address) == (InboundKind.MESSAGE, "2", rig.address)


@pytest.mark.parametrize("starting", MESSENGERS, indirect=True)
async def test_what_no_bot_reads_is_unsupported(rig: Rig) -> None:
    await rig.sends_something_unreadable()
    assert (await only(rig)).kind == InboundKind.UNSUPPORTED


async def test_what_is_sent_is_seen_with_its_choices(rig: Rig) -> None:
    await rig.channel.send(rig.address, Outbound("Tiếp tục?", CHOICES), None)
    (seen,) = await rig.screen()
    assert seen.text == "Tiếp tục?"
    assert seen.choices == ("Có", "Không", "Hủy")


async def test_bold_is_shown_bold(rig: Rig) -> None:
    await rig.channel.send(rig.address, Outbound("Đã ghi **DC-17**: 14/20"), None)
    (seen,) = await rig.screen()
    assert (seen.text, seen.bold) == ("Đã ghi DC-17: 14/20", bold(rig, "DC-17"))


async def test_what_people_typed_stays_as_they_typed_it(rig: Rig) -> None:
    typed = "<b>5 < 6 & 7 > 6</b> &lt; _a_ *b* [c](d) `e` <script>alert(1)</script>"
    await rig.channel.send(rig.address, Outbound(f"**Ghi chú**: {typed}"), None)
    (seen,) = await rig.screen()
    assert (seen.text, seen.bold) == (f"Ghi chú: {typed}", bold(rig, "Ghi chú"))


async def test_an_edit_changes_the_message_in_place(rig: Rig) -> None:
    reference = await rig.channel.send(rig.address, Outbound("Tiếp tục?", CHOICES), None)
    await rig.channel.send(rig.address, Outbound("Đã chọn: Có", edits=reference), None)
    screen = await rig.screen()
    assert [seen.text for seen in screen][-1] == "Đã chọn: Có"
    assert len(screen) == (1 if rig.channel.limits.edits else 2)
    assert screen[-1].choices == ()


async def test_a_photo_is_fetched_as_it_was_sent(rig: Rig) -> None:
    photo = b"\xff\xd8\xff" + bytes(range(256)) * 800
    await rig.sends_photo(photo, "Cân số 3")
    found = await only(rig)
    assert found.text == "Cân số 3"
    (attachment,) = found.attachments
    assert attachment.kind == AttachmentKind.PHOTO
    assert b"".join([piece async for piece in rig.channel.fetch(attachment)]) == photo


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (b"%PDF-1.7 not a picture", Refusal.WRONG_TYPE),
        (b"<html>not a picture</html>", Refusal.WRONG_TYPE),
        (JPEG + bytes(FILE_BYTES), Refusal.TOO_BIG),
        (JPEG, None),
    ],
    ids=["document", "page", "huge", "picture"],
)
@pytest.mark.parametrize("starting", MESSENGERS, indirect=True)
async def test_a_picture_is_kept_when_its_content_is_one(
    rig: Rig, tmp_path: Path, content: bytes, refused: Refusal | None
) -> None:
    await rig.sends_photo(content, "")
    (kept,) = (await _fetched(rig, await only(rig), tmp_path)).attachments
    assert (kept.refused, kept.stored is None) == (refused, refused is not None)


@pytest.mark.parametrize("starting", TELLING_ADDRESSES, indirect=True)
async def test_a_picture_at_a_private_address_is_not_asked_for(rig: Rig, tmp_path: Path) -> None:
    for address in ("https://10.0.0.8/1.jpg", "http://127.0.0.1:9/1.jpg", "file:///etc/passwd"):
        picture = Attachment(AttachmentKind.PHOTO, remote=address)
        (kept,) = (await _fetched(rig, Inbound(rig.address, attachments=(picture,)), tmp_path)).attachments
        assert (kept.refused, kept.stored) == (Refusal.GONE, None)


async def _fetched(rig: Rig, message: Inbound, folder: Path) -> Inbound:
    """The message with its files fetched, as the bot does it the first time."""
    return await fetched(rig.channel, FileStore(folder / "kept"), message, last_attempt=False)


async def test_a_file_arrives_as_it_was_stored(rig: Rig, tmp_path: Path) -> None:
    stored = tmp_path / "0a1b"
    stored.write_bytes(b"PK\x03\x04" + bytes(range(256)))
    file = FileRef(
        "0a1b", "tong-hop.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    await rig.channel.send(rig.address, Outbound("Tổng hợp **tuần 20**", file=file), stored)
    (seen,) = await rig.screen()
    assert (seen.text, seen.bold) == ("Tổng hợp tuần 20", bold(rig, "tuần 20"))
    assert seen.file == stored.read_bytes()


async def test_text_longer_than_a_message_is_seen_whole(rig: Rig) -> None:
    lines = [f"{number}. **Chỉ tiêu** số {number}: chưa có số liệu" for number in range(400)]
    await rig.channel.send(rig.address, Outbound("\n".join(lines), CHOICES), None)
    screen = await rig.screen()
    seen = "\n".join(message.text.strip() for message in screen)
    assert seen == "\n".join(lines).replace("**", "")
    assert all(len(message.text) <= rig.channel.limits.text_length for message in screen)
    assert screen[-1].choices == ("Có", "Không", "Hủy")


@pytest.mark.parametrize("starting", TELLING_WHO_BLOCKS, indirect=True)
async def test_who_blocked_the_bot_cannot_be_reached(rig: Rig) -> None:
    await rig.blocks()
    assert (await only(rig)).kind == InboundKind.LEFT
    with pytest.raises(SendError) as refused:
        await rig.channel.send(rig.address, Outbound("xin chào"), None)
    assert refused.value.unreachable
    assert refused.value.permanent


async def test_how_it_stands_is_told_without_disturbing_it(rig: Rig) -> None:
    for _ in range(2):
        standing = await rig.channel.status()
        assert (standing.trouble, standing.hook is None or standing.hook.url == standing.address) == (
            None,
            True,
        )
    await rig.says("still here")
    assert len(await rig.inbox.first(1)) == 1


async def test_stopping_twice_is_harmless(rig: Rig) -> None:
    await rig.channel.stop()
    await rig.channel.stop()
