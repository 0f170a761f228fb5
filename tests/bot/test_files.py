import errno
import io
import os
import zipfile
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import utc_now
from bot.files import Empty, FileStore, TooBig, WrongType

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


async def pieces(content: bytes, size: int = 7) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


def archive(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return packed.getvalue()


def left(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path)


async def test_a_file_is_kept_under_the_hash_of_its_content(files: FileStore) -> None:
    stored = await files.store(pieces(PNG), 1000)
    assert files.path(stored.key).read_bytes() == PNG
    assert (len(stored.key), stored.mime, stored.size) == (64, "image/png", len(PNG))


async def test_the_same_content_is_kept_once(files: FileStore, tmp_path: Path) -> None:
    first = await files.store(pieces(PNG), 1000)
    second = await files.store(pieces(PNG, 50), 1000)
    assert first == second
    assert len(left(tmp_path)) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.binary(max_size=3000), st.integers(1, 500))
async def test_what_is_stored_is_what_came_however_it_was_cut(
    files: FileStore, body: bytes, size: int
) -> None:
    stored = await files.store(pieces(PNG + body, size), 10_000)
    assert files.path(stored.key).read_bytes() == PNG + body


@pytest.mark.parametrize(
    ("content", "limit", "error"),
    [
        (b"", 1000, Empty),
        (PNG, len(PNG) - 1, TooBig),
        (b"MZ\x90\x00 a program", 1000, WrongType),
        (b"\x7fELF a program", 1000, WrongType),
        (b"#!/bin/sh\n", 1000, WrongType),
        (b"<html><script>", 1000, WrongType),
        (b"PK\x03\x04 not really an archive", 1000, WrongType),
        (archive("setup.exe"), 1000, WrongType),
        (archive("word/document.xml"), 1000, WrongType),
        (archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), 2000, WrongType),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an installer", 1000, WrongType),
        (b"RIFF\x00\x00\x00\x00AVI ", 1000, WrongType),
        (b"\x00\x00\x00\x18ftyp????", 1000, WrongType),
        (b"x", 1000, WrongType),
    ],
)
async def test_what_is_refused_leaves_nothing_behind(
    files: FileStore, tmp_path: Path, content: bytes, limit: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await files.store(pieces(content), limit)
    assert left(tmp_path) == []


async def test_a_file_of_exactly_the_limit_is_kept(files: FileStore) -> None:
    assert (await files.store(pieces(PNG), len(PNG))).size == len(PNG)


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (b"\xff\xd8\xff\xe0 JFIF", "image/jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x00\x00\x00\x18ftypisom", "video/mp4"),
        (b"\x00\x00\x00\x18ftypqt  ", "video/quicktime"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"OggS\x00", "audio/ogg"),
        (
            archive("[Content_Types].xml", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            archive("[Content_Types].xml", "xl/workbook.xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "application/msword"),
    ],
)
async def test_the_type_is_found_from_the_content(files: FileStore, content: bytes, mime: str) -> None:
    assert (await files.store(pieces(content), 10_000)).mime == mime


async def test_a_source_that_breaks_off_leaves_nothing_behind(files: FileStore, tmp_path: Path) -> None:
    async def broken() -> AsyncIterator[bytes]:
        yield PNG
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await files.store(broken(), 1000)
    assert left(tmp_path) == []


async def test_a_full_disk_is_told_and_leaves_nothing_behind(
    files: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        await files.store(pieces(PNG), 1000)
    monkeypatch.undo()
    assert left(tmp_path) == []
    assert (await files.store(pieces(PNG), 1000)).size == len(PNG)


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 64 + "\n", "a" * 65])
def test_what_is_no_key_leads_to_no_file(files: FileStore, key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        files.path(key)


@pytest.mark.parametrize(("age", "removed"), [(2, 1), (0, 0)])
def test_what_a_killed_process_left_half_written_is_swept_when_old(
    files: FileStore, tmp_path: Path, age: int, removed: int
) -> None:
    half = tmp_path / "incoming" / "half"
    half.write_bytes(b"x")
    then = (utc_now() - timedelta(days=age)).timestamp()
    os.utime(half, (then, then))
    assert files.sweep(utc_now() - timedelta(days=1)) == removed
    assert half.exists() is not bool(removed)
