"""Files with bytes changed, cut off or put behind: kept whole or not at all, and read without harm."""

import io
import shutil
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image

from bot.files import Empty, FileStore, TooBig, WrongType
from bot.number_files import NoList, read_list
from bot.pictures import drawn_anew
from tests.fuzz.garbage import FACTOR, in_one_loop


@cache
def samples() -> list[bytes]:
    """Whole files of the kinds that people send."""
    found = []
    for form in ("JPEG", "PNG", "GIF", "WEBP"):
        out = io.BytesIO()
        Image.new("RGB", (24, 16), (9, 99, 199)).save(out, form)
        found.append(out.getvalue())
    out = io.BytesIO()
    book = Workbook()
    book.create_sheet("So", 0).append(["STT", "=1+1", 8934567890123])
    book.save(out)
    return [*found, out.getvalue(), b"%PDF-1.7\n%%EOF", b"8934567890123\n8934567890130\n", b"OggS\x00\x02"]


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A file with some bytes changed, cut off or put behind."""
    content = bytearray(draw(st.sampled_from(samples())))
    for _ in range(draw(st.integers(0, 6))):
        content[draw(st.integers(0, len(content) - 1))] = draw(st.integers(0, 255))
    end = draw(st.integers(0, len(content)))
    return bytes(content[:end] if draw(st.booleans()) else content) + draw(st.binary(max_size=20))


# more takes as much longer
@pytest.mark.timeout(120 * FACTOR)
async def test_an_upload_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    async def send(content: bytes) -> None:
        async def pieces() -> Any:
            yield content

        files = FileStore(tmp_path / "files", drawn_anew)
        try:
            stored = await files.store(pieces(), 20_000)
        except (WrongType, Empty, TooBig):
            assert list(files.every_key()) == []
        else:
            path = files.path(stored.key)
            assert path.stat().st_size == stored.size
            if not stored.mime.startswith("image/"):
                with suppress(NoList):
                    read_list(path)
        assert list((tmp_path / "files" / "incoming").iterdir()) == []
        shutil.rmtree(tmp_path / "files")

    await in_one_loop(send, spoilt(), 120)
