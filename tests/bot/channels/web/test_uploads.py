"""Photos in, files out: sizes, types, and whose they are."""

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from core.messages import Attachment, AttachmentKind, FileRef
from tests.bot.channels.web.village import AN, Served, Village, browser_of, served

pytestmark = pytest.mark.asyncio(loop_scope="module")

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


async def upload(client: ClientSession, body: bytes, **headers: str) -> tuple[int, dict[str, Any]]:
    form = FormData()
    form.add_field("photo", BytesIO(body), filename="anh.png")
    async with client.post("/upload", data=form, headers=headers) as response:
        return response.status, await response.json()


async def test_a_photo_is_kept_and_its_chat_may_look_at_it(server: Served) -> None:
    async with browser_of(server, "officer") as client:
        status, answer = await upload(client, PNG)
        assert status == 200
        async with client.get(answer["url"]) as response:
            assert (response.status, response.content_type, await response.read()) == (200, "image/png", PNG)


async def test_a_link_is_worth_nothing_in_another_chat(server: Served) -> None:
    async with browser_of(server, "officer") as owner, browser_of(server, "manager") as other:
        _, answer = await upload(owner, PNG)
        async with other.get(answer["url"]) as response:
            assert response.status == 404


async def test_a_link_is_worth_nothing_without_a_session(server: Served) -> None:
    async with browser_of(server, "officer") as owner, browser_of(server) as stranger:
        _, answer = await upload(owner, PNG)
        async with stranger.get(answer["url"]) as response:
            assert response.status == 404


async def test_a_file_that_could_run_is_downloaded_not_shown(server: Served, village: Village) -> None:
    key = village.picture(b"<script>alert(1)</script>").stored
    link = village.channel._desk.links.link(AN, FileRef(key, 'biên bản".html', "text/html"))
    async with browser_of(server, "officer") as client, client.get(link) as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"] == (
            "attachment; filename*=UTF-8''bi%C3%AAn%20b%E1%BA%A3n%22.html"
        )
        assert "sandbox" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_file_that_is_gone_is_not_found(server: Served, village: Village) -> None:
    link = village.channel._desk.links.link(AN, FileRef("0" * 64, "anh.png", "image/png"))
    async with browser_of(server, "officer") as client, client.get(link) as response:
        assert response.status == 404


async def test_a_photo_that_says_it_is_too_big_is_refused_with_its_limit(village: Village) -> None:
    village.photo_bytes = 2_000_000
    async with served(village) as server, browser_of(server, "officer") as client:
        status, answer = await upload(client, PNG + b"0" * 2_100_000)
        assert status == 413
        assert "tối đa 2 MB" in answer["error"]
        assert list(village.folder.iterdir()) == []


async def test_a_photo_of_unsaid_size_is_refused_when_it_grows_too_big(village: Village) -> None:
    village.photo_bytes = 1_000_000

    async def body() -> AsyncIterator[bytes]:
        yield b'--edge\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\n' + PNG
        for _ in range(20):
            yield b"0" * 100_000
        yield b"\r\n--edge--\r\n"

    headers = {"Content-Type": "multipart/form-data; boundary=edge"}
    async with (
        served(village) as server,
        browser_of(server, "officer") as client,
        client.post("/upload", data=body(), headers=headers) as response,
    ):
        assert response.status == 413


async def test_a_photo_that_never_ends_does_not_keep_its_place(village: Village) -> None:
    village.upload_seconds = 0.05

    async def body() -> AsyncIterator[bytes]:
        yield b'--edge\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\n' + PNG
        await asyncio.Event().wait()

    headers = {"Content-Type": "multipart/form-data; boundary=edge"}
    async with (
        served(village) as server,
        browser_of(server, "officer") as client,
        client.post("/upload", data=body(), headers=headers) as response,
    ):
        assert response.status == 408
        assert "Chưa gửi được ảnh" in (await response.json())["error"]
    assert list(village.folder.iterdir()) == []


async def test_a_photo_that_breaks_off_is_no_fault_of_the_server(
    village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    sent = asyncio.Event()

    async def body() -> AsyncIterator[bytes]:
        yield b'--edge\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\n\r\n' + PNG
        sent.set()
        await asyncio.Event().wait()

    headers = {"Content-Type": "multipart/form-data; boundary=edge"}
    async with served(village) as server:
        async with browser_of(server, "officer") as client:
            posted = asyncio.create_task(client.post("/upload", data=body(), headers=headers).__aenter__())
            await sent.wait()
            await asyncio.sleep(0.1)
            posted.cancel()
        await asyncio.sleep(0.1)
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


async def test_beyond_the_days_measure_a_photo_is_refused_with_what_was_sent(village: Village) -> None:
    village.sent_today = 200
    async with served(village) as server, browser_of(server, "officer") as client:
        status, answer = await upload(client, PNG)
        assert (status, answer["reason"]) == (429, "too-many")
        assert "đã gửi 200 ảnh/tệp" in answer["error"]


@pytest.mark.parametrize(("body", "status"), [(b"", 400), (b"MZ this is a program", 415), (b"<svg/>", 415)])
async def test_what_is_no_photo_is_refused_with_a_reason(server: Served, body: bytes, status: int) -> None:
    async with browser_of(server, "officer") as client:
        found, answer = await upload(client, body)
        assert found == status
        assert "Anh/chị" in answer["error"]


async def test_another_site_cannot_upload(server: Served) -> None:
    async with browser_of(server, "officer") as client:
        assert (await upload(client, PNG, Origin="https://evil.example"))[0] == 403


async def test_a_stranger_cannot_fill_the_disk(server: Served, village: Village) -> None:
    async with browser_of(server) as client, client.get("/vao/MOI-2026"):
        assert (await upload(client, PNG))[0] == 403
        assert list(village.folder.iterdir()) == []


async def test_without_a_session_nothing_is_uploaded(server: Served) -> None:
    async with browser_of(server) as client:
        assert (await upload(client, PNG))[0] == 401


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "multipart/form-data; boundary=x"])
async def test_a_body_that_is_no_form_is_refused(server: Served, kind: str) -> None:
    async with (
        browser_of(server, "officer") as client,
        client.post("/upload", data=b"not a form", headers={"Content-Type": kind}) as response,
    ):
        assert response.status == 400


@pytest.mark.parametrize(("packed", "head"), [("gzip", b""), ("identity", b"X: " + b"a" * 20_000 + b"\r\n")])
async def test_a_form_that_cannot_be_read_is_refused_with_a_reason(
    server: Served, packed: str, head: bytes
) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Content-Encoding": packed}
    async with (
        browser_of(server, "officer") as client,
        client.post("/upload", data=b"--x\r\n" + head + b"\r\nabc\r\n--x--\r\n", headers=headers) as response,
    ):
        assert response.status == 400
        assert (await response.json())["error"]


async def test_fetching_an_upload_reads_the_file_store(village: Village) -> None:
    key = village.picture(PNG).stored
    photo = Attachment(AttachmentKind.PHOTO, remote=key, stored=key)
    assert b"".join([piece async for piece in village.channel.fetch(photo)]) == PNG


async def test_fetching_what_is_gone_is_a_file_not_found(village: Village) -> None:
    with pytest.raises(FileNotFoundError):
        _ = [
            piece async for piece in village.channel.fetch(Attachment(AttachmentKind.PHOTO, remote="0" * 64))
        ]
