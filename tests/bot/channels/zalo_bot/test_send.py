"""Sending: choices as a list, long texts in parts, files by link, every failure told apart."""

from pathlib import Path

import pytest
from aiohttp import ClientSession
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import SendError
from bot.channels.zalo_bot.channel import ZaloBot
from bot.channels.zalo_bot.send import text_styles
from core.markup import plain
from core.messages import Address, Button, FileRef, Outbound
from tests.bot.channels.second_try import sent_in_two_tries
from tests.bot.channels.site import Site
from tests.bot.channels.zalo_bot.conftest import Make
from tests.emulators.zalo_bot import Person, ZaloBotEmulator
from tests.emulators.zalo_bot.person import bold_pieces

CHOICES = ((Button("Có", "y"), Button("Không", "n")), (Button("Hủy", "c"),))
JPEG = b"\xff\xd8\xff" + bytes(500)
PHOTO = FileRef("0a1b", "cân số 3.jpg", "image/jpeg")
SHEET = FileRef("0a1b", "tổng hợp.xlsx", "application/vnd.ms-excel")


@pytest.fixture
async def serving(make: Make, site: Site, tmp_path: Path) -> ZaloBot:
    """A channel whose file pages are served, and one stored file."""
    (tmp_path / "0a1b").write_bytes(JPEG)
    channel = make(public_url=site.url)
    await site.serve(channel)
    return channel


def to(person: Person) -> Address:
    return Address("zalo_bot", person.id)


async def test_choices_are_a_numbered_list_below_the_text(an: Person, channel: ZaloBot) -> None:
    reference = await channel.send(to(an), Outbound("Tiếp tục?", CHOICES), None)
    (seen,) = an.chat
    assert (seen.id, seen.text) == (reference, "Tiếp tục?\n\n1. Có\n2. Không\n3. Hủy")


async def test_where_the_question_asks_for_a_number_choices_have_none(an: Person, channel: ZaloBot) -> None:
    await channel.send(to(an), Outbound("Bao nhiêu?", CHOICES, numbered=False), None)
    assert an.chat[0].text == "Bao nhiêu?\n\n• Có\n• Không\n• Hủy"


async def test_choices_stay_together_below_the_last_part(an: Person, channel: ZaloBot) -> None:
    line = "x" * 99
    await channel.send(to(an), Outbound("\n".join([line] * 20), CHOICES), None)
    first, last = an.chat
    assert "1. Có" not in first.text
    assert last.labels == ["Có", "Không", "Hủy"]


@given(text=st.text(max_size=200), bold=st.text(min_size=1, max_size=20).filter(str.isalnum))
def test_bold_is_where_it_was_counted_in_utf_16(text: str, bold: str) -> None:
    marked = f"{plain(text).replace('*', '')}😀 **{bold}** sau"
    assert bold_pieces(plain(marked), text_styles(marked)) == (bold,)


async def test_a_picture_goes_out_by_its_address(an: Person, serving: ZaloBot, tmp_path: Path) -> None:
    await serving.send(to(an), Outbound("**Ảnh** 1", CHOICES, file=PHOTO), tmp_path / "0a1b")
    (seen,) = an.chat
    assert (seen.text, seen.picture) == ("Ảnh 1\n\n1. Có\n2. Không\n3. Hủy", JPEG)


async def test_a_text_too_long_for_a_caption_follows_its_picture(
    an: Person, serving: ZaloBot, tmp_path: Path
) -> None:
    text = "\n".join(["x" * 99] * 25)
    await serving.send(to(an), Outbound(text, CHOICES, file=PHOTO), tmp_path / "0a1b")
    picture, *texts = an.chat
    assert (picture.text, picture.picture) == ("", JPEG)
    assert texts[-1].labels == ["Có", "Không", "Hủy"]


async def test_a_picture_zalo_does_not_take_goes_out_as_a_link(
    an: Person, serving: ZaloBot, tmp_path: Path
) -> None:
    (tmp_path / "0a1b").unlink()
    await serving.send(to(an), Outbound("Ảnh 1", file=PHOTO), tmp_path / "0a1b")
    assert an.chat[0].text.startswith("Ảnh 1\n📎 cân số 3.jpg: http://")


async def test_other_files_are_links_in_the_text(an: Person, serving: ZaloBot, tmp_path: Path) -> None:
    await serving.send(to(an), Outbound("Tổng hợp", CHOICES, file=SHEET), tmp_path / "0a1b")
    (seen,) = an.chat
    name, _, link = seen.text.split("\n")[1].partition(": ")
    assert (name, seen.labels) == ("📎 tổng hợp.xlsx", ["Có", "Không", "Hủy"])
    async with ClientSession() as session, session.get(link) as answer:
        assert (answer.status, answer.content_type) == (200, "application/vnd.ms-excel")
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert await answer.read() == JPEG


async def test_without_a_public_address_the_file_is_named(
    an: Person, channel: ZaloBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await channel.send(to(an), Outbound("Tổng hợp", file=SHEET), tmp_path / "0a1b")
    assert an.chat[0].text == "Tổng hợp\n📎 tổng hợp.xlsx"
    assert "TIENDO_PUBLIC_URL" in caplog.text


async def test_a_quota_leaves_the_channel_alone_longer_each_time(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot
) -> None:
    emulator.faults.add("sendMessage", "429", times=2)
    waits = []
    for _ in range(2):
        with pytest.raises(SendError) as raised:
            await channel.send(to(an), Outbound("xin chào"), None)
        waits.append(raised.value.retry_after)
    await channel.send(to(an), Outbound("xin chào"), None)
    emulator.faults.add("sendMessage", "429")
    with pytest.raises(SendError) as raised:
        await channel.send(to(an), Outbound("xin chào"), None)
    assert [*waits, raised.value.retry_after] == [60, 120, 60]


@pytest.mark.parametrize(
    ("fault", "perhaps"),
    [("403", False), ("500", False), ("502", False), ("408", True), ("504", True), ("drop", True)],
)
async def test_a_fault_is_to_be_tried_again(
    emulator: ZaloBotEmulator, an: Person, channel: ZaloBot, fault: str, perhaps: bool
) -> None:
    emulator.faults.add("sendMessage", fault)
    with pytest.raises(SendError) as raised:
        await channel.send(to(an), Outbound("xin chào"), None)
    assert (raised.value.permanent, raised.value.perhaps) == (False, perhaps)


async def test_who_never_wrote_cannot_be_reached(emulator: ZaloBotEmulator, channel: ZaloBot) -> None:
    stranger = emulator.user("Bình")
    with pytest.raises(SendError) as raised:
        await channel.send(to(stranger), Outbound("xin chào"), None)
    assert (raised.value.permanent, raised.value.unreachable) == (True, True)


@pytest.mark.parametrize(("file", "good"), [(PHOTO, 0), (SHEET, 1)], ids=["picture", "link"])
async def test_what_went_out_is_not_sent_again_when_the_next_part_fails(
    emulator: ZaloBotEmulator,
    an: Person,
    serving: ZaloBot,
    tmp_path: Path,
    file: FileRef,
    good: int,
) -> None:
    wanted = ["x" * 99] * 25
    emulator.faults.add("sendMessage", "502", skip=good)
    message = Outbound("\n".join(wanted), CHOICES, file=file)
    assert await sent_in_two_tries(serving, to(an), message, tmp_path / "0a1b") == 1
    lines = [line for seen in an.chat for line in seen.text.splitlines()]
    assert [line for line in lines if line in wanted] == wanted
    assert sum(seen.picture is not None or "📎" in seen.text for seen in an.chat) == 1
    assert [label for seen in an.chat for label in seen.labels] == ["Có", "Không", "Hủy"]
