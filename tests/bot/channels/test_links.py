"""Links to files: made by us, good for a while, and of use to nobody who guesses."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.channels.links import LIFE, FileLinks
from core.messages import FileRef
from tests.bot.channels.site import Site
from tests.bot.queue_world import HandClock

KEY = b"k" * 32
SHEET = FileRef("0a1b", "tổng hợp.xlsx", "application/vnd.ms-excel")
PHOTO = FileRef("0a1b", "cân số 3.jpg", "image/jpeg")


@pytest.fixture
def clock() -> HandClock:
    return HandClock(datetime(2026, 5, 14, 2, 30, tzinfo=UTC))


@pytest.fixture
async def links(site: Site, clock: HandClock, tmp_path: Path) -> FileLinks:
    """Links that are served, and one stored file."""
    (tmp_path / "0a1b").write_bytes(b"what is in it")
    made = FileLinks("zalo_bot", site.url, KEY, tmp_path.joinpath, clock)
    await site.serve(made)
    return made


async def answer(address: str) -> tuple[int, str, bytes]:
    """Status, how it is to be shown, content."""
    async with ClientSession() as session, session.get(address) as found:
        return found.status, found.headers.get("Content-Disposition", ""), await found.read()


async def status(address: str | None) -> int:
    assert address
    return (await answer(address))[0]


@pytest.mark.parametrize(("file", "shown"), [(SHEET, "attachment"), (PHOTO, "inline")])
async def test_a_link_leads_to_the_file_with_its_name(links: FileLinks, file: FileRef, shown: str) -> None:
    address = links.to(file)
    assert address
    found, disposition, content = await answer(address)
    assert (found, content) == (200, b"what is in it")
    assert disposition.startswith(f"{shown}; filename*=UTF-8''")


async def test_a_link_ends(links: FileLinks, clock: HandClock) -> None:
    address = links.to(SHEET)
    clock.move(LIFE.total_seconds() - 1)
    assert await status(address) == 200
    clock.move(1)
    assert await status(address) == 404


async def test_a_link_to_what_is_gone_leads_nowhere(links: FileLinks, tmp_path: Path) -> None:
    (tmp_path / "0a1b").unlink()
    assert await status(links.to(SHEET)) == 404


async def test_a_link_we_did_not_make_leads_nowhere(links: FileLinks, site: Site, clock: HandClock) -> None:
    address = links.to(SHEET)
    assert address
    ticket = address.split("/")[-2]
    other_channel = FileLinks("zalo_oa", site.url, KEY, Path, clock).to(SHEET)
    assert other_channel
    for forged in (
        ticket[:-1] + ("A" if ticket[-1] != "A" else "B"),
        "A" + ticket[1:],
        ticket.partition(".")[0],
        "0a1b",
        "%C3%A1",
        "..%2F..%2Fsecret.key",
        other_channel.split("/")[-2],
    ):
        assert await status(address.replace(ticket, forged)) == 404


def test_without_a_public_address_there_are_no_links(clock: HandClock) -> None:
    links = FileLinks("zalo_bot", "", KEY, Path, clock)
    assert (links.to(SHEET), links.routes()) == (None, [])
