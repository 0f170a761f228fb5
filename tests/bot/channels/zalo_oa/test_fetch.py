"""Fetching what people sent: whole, not too large, and from nowhere inside our own walls."""

import socket

import pytest

from bot.channels.base import FetchError, FileTooBig
from bot.channels.zalo_oa import ZaloOA
from bot.channels.zalo_oa.fetch import FILE_BYTES, Fetcher, Forbidden, PublicOnly
from core.messages import Attachment, AttachmentKind
from tests.emulators.zalo_oa import FaultKind, Person, ZaloEmulator


def photo(url: str, size: int | None = None) -> Attachment:
    return Attachment(AttachmentKind.PHOTO, remote=url, size=size)


async def fetched(channel: ZaloOA, attachment: Attachment) -> bytes:
    return b"".join([piece async for piece in channel.fetch(attachment)])


async def test_what_was_sent_arrives(emulator: ZaloEmulator, channel: ZaloOA) -> None:
    content = bytes(range(256)) * 4000
    url = emulator.account.publish("anh.jpg", content)
    assert await fetched(channel, photo(url)) == content


async def test_what_is_gone_is_gone(emulator: ZaloEmulator, channel: ZaloOA) -> None:
    with pytest.raises(FileNotFoundError):
        await fetched(channel, photo(f"{emulator.base_url}/media/none/anh.jpg"))


async def test_what_does_not_come_now_may_come_later(emulator: ZaloEmulator, channel: ZaloOA) -> None:
    url = emulator.account.publish("anh.jpg", b"abc")
    emulator.faults.add("media", FaultKind.BAD_GATEWAY)
    with pytest.raises(FetchError):
        await fetched(channel, photo(url))
    assert await fetched(channel, photo(url)) == b"abc"


async def test_what_is_huge_is_not_read_to_its_end(emulator: ZaloEmulator, channel: ZaloOA) -> None:
    url = emulator.account.publish("anh.jpg", bytes(FILE_BYTES + 1))
    with pytest.raises(FileTooBig):
        await fetched(channel, photo(url))
    with pytest.raises(FileTooBig):
        await fetched(channel, photo(url, size=FILE_BYTES + 1))


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/a.jpg",
        "https://10.0.0.1/a.jpg",
        "https://192.168.1.1:8443/a.jpg",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/a.jpg",
        "https://[fd00::1]/a.jpg",
        "https://0.0.0.0/a.jpg",
        "https://[::ffff:127.0.0.1]/a.jpg",
        "https://127.1/a.jpg",
        "https://2130706433/a.jpg",
        "https://0177.0.0.1/a.jpg",
        "http://photo.zdn.vn/a.jpg",
        "file:///etc/passwd",
        "ftp://photo.zdn.vn/a.jpg",
        "a.jpg",
        "",
    ],
)
async def test_only_public_https_addresses_are_asked(channel: ZaloOA, url: str) -> None:
    with pytest.raises(FileNotFoundError):
        await fetched(channel, photo(url))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
async def test_a_name_that_leads_inside_is_not_found(host: str) -> None:
    resolver = PublicOnly()
    with pytest.raises(Forbidden):
        await resolver.resolve(host, 443, socket.AF_INET)
    await resolver.close()


async def test_a_name_that_leads_inside_is_given_up(channel: ZaloOA) -> None:
    with pytest.raises(FileNotFoundError):
        await fetched(channel, photo("https://localhost/a.jpg"))


async def test_another_port_of_our_own_host_is_not_the_apis(
    emulator: ZaloEmulator, channel: ZaloOA, an: Person
) -> None:
    port = int(emulator.base_url.rpartition(":")[2])
    with pytest.raises(FileNotFoundError):
        await fetched(channel, photo(f"http://127.0.0.1:{port + 1}/media/a/anh.jpg"))


async def test_closing_twice_is_harmless() -> None:
    fetcher = Fetcher("https://openapi.zalo.me")
    await fetcher.close()
    await fetcher.close()
