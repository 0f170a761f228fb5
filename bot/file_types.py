"""What a file is, by its content: names and claims of the sender are not believed."""

import re
import zipfile
from pathlib import Path

_OFFICE = "application/vnd.openxmlformats-officedocument"
_HEAD = 64
#: how much of a text is looked at to see whether it is a list of numbers
_LIST_SEARCHED = 64 << 10
_LONG_NUMBER = re.compile(r"[0-9](?:[ .\-]?[0-9]){6}")
#: how much of an old Office file is searched for the name of its main stream
_OLD_OFFICE_SEARCHED = 8 << 20

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),  # ADTS, as Zalo records voice; with and without a checksum, MPEG-4 and -2
    (b"\xff\xf0", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"\xff\xf8", "audio/aac"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"hevc": "image/heic",
    b"mif1": "image/heif",
    b"msf1": "image/heif",
    b"avif": "image/avif",
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
    b"isom": "video/mp4",
    b"iso2": "video/mp4",
    b"iso4": "video/mp4",
    b"iso5": "video/mp4",
    b"iso6": "video/mp4",
    b"mp41": "video/mp4",
    b"mp42": "video/mp4",
    b"avc1": "video/mp4",
    b"dash": "video/mp4",
    b"M4V ": "video/mp4",
    b"MSNV": "video/mp4",
    b"3gp4": "video/3gpp",
    b"3gp5": "video/3gpp",
    b"3gp6": "video/3gpp",
}
_OFFICE_PARTS = {
    "word/document.xml": f"{_OFFICE}.wordprocessingml.document",
    "xl/workbook.xml": f"{_OFFICE}.spreadsheetml.sheet",
    "ppt/presentation.xml": f"{_OFFICE}.presentationml.presentation",
}
_OLD_OFFICE_STREAMS = {
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
    "PowerPoint Document": "application/vnd.ms-powerpoint",
}


def type_of(path: Path) -> str | None:
    """The MIME type; None for what is not a picture, document, video or recording people send as evidence."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for start, mime in _STARTS:
        if head.startswith(start):
            return mime
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12])
    if head[:4] == b"PK\x03\x04":
        return _office(path)
    if any(char.isdigit() for char in map(chr, head)) and _is_list(path):
        return "text/csv"
    if head[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        return _old_office(path)
    return None


def _is_list(path: Path) -> bool:
    """A text of lines with long numbers in most of them: a list of codes, and no program or page."""
    with path.open("rb") as file:
        content = file.read(_LIST_SEARCHED)
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    # a letter may have been cut in two at the end
    lines = [line for line in content.decode(encoding, "replace").splitlines() if line.strip()]
    plain = all(char.isprintable() or char == "\t" for line in lines for char in line)
    listed = sum(bool(_LONG_NUMBER.search(line)) for line in lines)
    return plain and "<" not in "".join(lines) and listed * 2 > len(lines)


def _office(path: Path) -> str | None:
    """A Word, Excel or PowerPoint file without macros; other archives may hold anything."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return None
    if "[Content_Types].xml" not in names or any(name.endswith("vbaProject.bin") for name in names):
        return None
    return next((mime for part, mime in _OFFICE_PARTS.items() if part in names), None)


def _old_office(path: Path) -> str | None:
    """Installers have the same start; what tells them apart is the name of the main stream."""
    with path.open("rb") as file:
        content = file.read(_OLD_OFFICE_SEARCHED)
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        return None
    found = (mime for stream, mime in _OLD_OFFICE_STREAMS.items() if stream.encode("utf-16-le") in content)
    return next(found, None)
