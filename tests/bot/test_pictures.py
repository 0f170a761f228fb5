"""A picture is kept without anything that came with it, upright, and what is none is not kept at all."""

import io
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.files import FileStore, WrongType
from bot.pictures import drawn_anew

SECRET = b"taken at 21.0 N 106.1 E by Nguyen"
#: tags of EXIF: which way up, which phone, where
TURNED, MODEL, GPS = 0x0112, 0x0110, 0x8825


def photo(form: str, size: tuple[int, int] = (40, 20)) -> bytes:
    """A red picture with a blue left half, whose file tells more than the picture."""
    picture = Image.new("RGB", size, (200, 0, 0))
    picture.paste((0, 0, 200), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[TURNED], exif[MODEL] = 6, SECRET.decode()
    exif.get_ifd(GPS)[2] = (21.0, 0.0, 0.0)
    out = io.BytesIO()
    if form == "PNG":
        info = PngInfo()
        info.add_text("Comment", SECRET.decode())
        picture.save(out, form, pnginfo=info, exif=exif)
    elif form == "GIF":
        picture.save(out, form, comment=SECRET, save_all=True, append_images=[Image.new("RGB", size)])
    else:
        picture.save(out, form, exif=exif)
    return out.getvalue() + b"<script>alert(1)</script>"


async def pieces(content: bytes) -> AsyncIterator[bytes]:
    yield content


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
async def test_only_the_picture_is_kept(tmp_path: Path, form: str) -> None:
    if form == "HEIF":
        from pillow_heif import register_heif_opener

        register_heif_opener()
    files = FileStore(tmp_path, drawn_anew)
    stored = await files.store(pieces(photo(form)), 1_000_000)
    kept = files.path(stored.key).read_bytes()
    assert stored.size == len(kept)
    assert SECRET not in kept
    assert b"script" not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert stored.mime == Image.MIME[str(picture.format)]
        assert stored.mime in ("image/jpeg", "image/png")
        assert not dict(picture.getexif())
        if form in ("JPEG", "WEBP"):
            assert picture.size == (20, 40), "it stands upright without being told to"
            top, bottom = (picture.convert("RGB").getpixel((10, y)) for y in (5, 35))
            assert isinstance(top, tuple)
            assert isinstance(bottom, tuple)
            assert top[2] > 150 > bottom[2], "the left half is on top now"
    again = await files.store(pieces(photo(form)), 1_000_000)
    assert again.key == stored.key, "the same photo is the same file"


def bomb() -> bytes:
    """A PNG that says it has 100,000 x 100,000 pixels."""
    head = (100_000).to_bytes(4) * 2 + bytes((8, 2, 0, 0, 0))

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + name + body + zlib.crc32(name + body).to_bytes(4)

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000)))


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff\xe0<script>alert(1)</script>",
        b"GIF89a/*" + b"x" * 100,
        photo("JPEG")[:300],
        photo("PNG")[:200],
        b"\x00\x00\x00\x18ftypheic" + bytes(60),
        b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(30),
        bomb(),
    ],
)
async def test_what_only_begins_like_a_picture_is_not_kept(tmp_path: Path, content: bytes) -> None:
    files = FileStore(tmp_path, drawn_anew)
    with pytest.raises(WrongType):
        await files.store(pieces(content), 1_000_000)
    assert list(files.every_key()) == []
    assert list((tmp_path / "incoming").iterdir()) == []
