"""What the page sends over its socket, checked and made into the raw update that intake stores.

A frame has a client-made `id` and one of: `text`; `press` with `of` and `label`; `upload` with `caption` and
`album`; `location`; `start`. The raw update keeps the same names, with `chat`, and `photo` for an upload.
"""

import hashlib
import json
import math
import re
from collections.abc import Mapping
from typing import Any

from bot.channels.web.files import FileLinks

LONGEST_TEXT = 20_000
_ID = re.compile(r"[A-Za-z0-9-]{8,40}")
CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")


def parse(data: str) -> dict[str, Any]:
    """The frame as a mapping. Raises ValueError for anything else."""
    try:
        frame = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(frame, dict):
        raise ValueError("a frame is an object")
    return frame


def frame_id(frame: Mapping[str, Any]) -> str:
    """The client's id of the frame. Raises ValueError when there is none that could be stored."""
    found = frame.get("id")
    if not isinstance(found, str) or not _ID.fullmatch(found):
        raise ValueError("a frame needs an id of 8 to 40 letters, digits and hyphens")
    return found


def raw_update(frame: Mapping[str, Any], chat: str, links: FileLinks) -> dict[str, Any]:
    """The update to store. Raises ValueError when the frame is not one of the page's own."""
    raw: dict[str, Any] = {"chat": chat, "id": frame_id(frame)}
    match frame:
        case {"start": str(code)} if CODE.fullmatch(code):
            # The same link opened twice, by whichever tab, is the same update.
            return raw | {"id": f"start-{hashlib.sha256(code.encode()).hexdigest()[:32]}", "start": code}
        case {"text": str(text)} if text.strip() and len(text) <= LONGEST_TEXT:
            return raw | {"text": storable(text)}
        case {"press": str(token), "of": str(of)} if 0 < len(token.encode("utf-8", "replace")) <= 64:
            label = storable(str(frame.get("label", "")))[:200]
            return raw | {"press": storable(token), "of": storable(of)[:120], "label": label}
        case {"upload": str(receipt)}:
            return raw | _photo(frame, chat, receipt, links)
        case {"location": [int() | float() as latitude, int() | float() as longitude]}:
            return raw | {"location": _degrees(latitude, longitude)}
    raise ValueError("not a frame this chat knows")


def _photo(frame: Mapping[str, Any], chat: str, receipt: str, links: FileLinks) -> dict[str, Any]:
    kept = links.read_receipt(chat, receipt)
    if kept is None:
        raise ValueError("the receipt of the upload is not one of ours")
    album = frame.get("album")
    if album is not None and (not isinstance(album, str) or not _ID.fullmatch(album)):
        raise ValueError("an album is named like a frame")
    photo = {"key": kept.key, "mime": kept.mime, "size": kept.size}
    return {"photo": photo, "text": storable(str(frame.get("caption") or ""))[:LONGEST_TEXT], "album": album}


def _degrees(latitude: float, longitude: float) -> list[float]:
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        raise ValueError("a location is two numbers")
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ValueError("a location lies on the earth")
    return [float(latitude), float(longitude)]


def storable(text: str) -> str:
    """The text without what no database stores: NUL, and halves of surrogate pairs."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
