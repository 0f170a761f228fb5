"""What people sent is fetched from the public internet only, and no further than its limit."""

from collections.abc import AsyncIterator, Callable
from functools import partial

import pytest
from aiohttp import web

from bot.channels.base import FetchError, FileTooBig
from bot.channels.public_files import FILE_BYTES, Fetcher, PublicResolver, is_public
from core.messages import Attachment, AttachmentKind

JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 400


class Elsewhere:
    """A server that stands for the one whose files may be fetched. `answer` is what it gives for any path."""

    def __init__(self) -> None:
        self.answer: Callable[[], web.Response] = partial(web.Response, body=JPEG)
        self.asked: list[str] = []
        self.url = ""

    async def page(self, request: web.Request) -> web.Response:
        self.asked.append(request.path)
        return self.answer() if request.path != "/moved" else web.Response(body=JPEG)


@pytest.fixture
async def elsewhere() -> AsyncIterator[Elsewhere]:
    server = Elsewhere()
    app = web.Application()
    app.router.add_get("/{path:.*}", server.page)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield server
    await runner.cleanup()


@pytest.fixture
async def fetcher(elsewhere: Elsewhere) -> AsyncIterator[Fetcher]:
    made = Fetcher("Zalo", elsewhere.url)
    yield made
    await made.close()


async def whole(fetcher: Fetcher, address: str, size: int | None = None) -> bytes:
    file = Attachment(AttachmentKind.DOCUMENT, remote=address, size=size)
    return b"".join([piece async for piece in fetcher.fetch(file)])


async def test_a_file_is_fetched_whole(elsewhere: Elsewhere, fetcher: Fetcher) -> None:
    assert await whole(fetcher, f"{elsewhere.url}/1.jpg") == JPEG


@pytest.mark.parametrize(
    "address",
    [
        "https://127.0.0.1/1.jpg",
        "https://127.0.0.1:{port}/1.jpg",
        "https://[::1]/1.jpg",
        "https://[::ffff:127.0.0.1]/1.jpg",
        "https://10.0.0.8/1.jpg",
        "https://192.168.1.1/1.jpg",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/1.jpg",
        "https://0.0.0.0/1.jpg",
        "https://127.1/1.jpg",
        "https://2130706433/1.jpg",
        "https://0177.0.0.1/1.jpg",
        "https://[fd00::1]/1.jpg",
        "https://localhost/1.jpg",
        "https://localhost:{port}/1.jpg",
        "http://localhost:{port}/1.jpg",
        "http://example.com/1.jpg",
        "ftp://example.com/1.jpg",
        "file:///etc/passwd",
        "/etc/passwd",
        "1.jpg",
        "",
        "https://",
        "https://[bad",
        "https://a..b/1.jpg",
        "https://{label}.com/1.jpg",
        "https://[64:ff9b::7f00:1]/1.jpg",
        "https://[2002:7f00:1::]/1.jpg",
    ],
)
async def test_a_private_or_odd_address_is_not_asked(
    elsewhere: Elsewhere, fetcher: Fetcher, address: str
) -> None:
    port = elsewhere.url.rpartition(":")[2]
    with pytest.raises(FileNotFoundError):
        await whole(fetcher, address.format(port=port, label="a" * 70))
    assert elsewhere.asked == []


async def test_a_way_round_over_a_redirect_is_not_taken(elsewhere: Elsewhere, fetcher: Fetcher) -> None:
    targets = ("https://169.254.169.254/", "http://localhost/", "https://localhost/", "//localhost/")
    for target in (*targets, "file:///etc/passwd", "data:,a", "https://a..b/", "https://"):
        elsewhere.answer = partial(web.Response, status=302, headers={"Location": target})
        with pytest.raises(FileNotFoundError):
            await whole(fetcher, f"{elsewhere.url}/1.jpg")


async def test_a_redirect_at_home_is_followed_and_one_without_end_is_not(
    elsewhere: Elsewhere, fetcher: Fetcher
) -> None:
    elsewhere.answer = partial(web.Response, status=302, headers={"Location": "/moved"})
    assert await whole(fetcher, f"{elsewhere.url}/1.jpg") == JPEG
    elsewhere.answer = partial(web.Response, status=302, headers={"Location": "/1.jpg"})
    with pytest.raises(FileNotFoundError, match="on and on"):
        await whole(fetcher, f"{elsewhere.url}/1.jpg")


async def test_a_file_that_is_too_big_is_broken_off(elsewhere: Elsewhere, fetcher: Fetcher) -> None:
    elsewhere.answer = partial(web.Response, body=bytes(FILE_BYTES + 1))
    with pytest.raises(FileTooBig):
        await whole(fetcher, f"{elsewhere.url}/1.jpg")
    asked = len(elsewhere.asked)
    with pytest.raises(FileTooBig):
        await whole(fetcher, f"{elsewhere.url}/1.jpg", size=FILE_BYTES + 1)
    assert len(elsewhere.asked) == asked


@pytest.mark.parametrize(
    ("status", "error"), [(404, FileNotFoundError), (403, FileNotFoundError), (500, FetchError)]
)
async def test_what_is_gone_and_what_may_come_back_are_told_apart(
    elsewhere: Elsewhere, fetcher: Fetcher, status: int, error: type[Exception]
) -> None:
    elsewhere.answer = partial(web.Response, status=status)
    with pytest.raises(error):
        await whole(fetcher, f"{elsewhere.url}/1.jpg")


async def test_a_name_that_leads_into_the_own_network_is_not_resolved() -> None:
    resolver = PublicResolver()
    with pytest.raises(FileNotFoundError):
        await resolver.resolve("localhost", 443)
    await resolver.close()


async def test_closing_twice_is_harmless(fetcher: Fetcher) -> None:
    await fetcher.close()
    await fetcher.close()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("118.102.1.9", True),
        ("2606:4700::1", True),
        ("224.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("::10.0.0.1", False),
        ("fec0::1", False),
        ("2002:0a00:1::", False),
        ("64:ff9b::10.0.0.1", False),
        ("64:ff9b::118.102.1.9", True),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public
