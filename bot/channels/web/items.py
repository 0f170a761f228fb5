"""Messages as the page draws them: plain JSON, never HTML."""

from collections.abc import Mapping
from typing import Any

from bot.channels.web.files import SHOWN, FileLinks
from bot.channels.web.ports import Said, Sent
from core.messages import FileRef

Item = dict[str, Any]


def item(entry: Said | Sent, chat: str, links: FileLinks) -> Item:
    """One message of either side. The page knows it by `id`: drawing an id twice changes the first."""
    if isinstance(entry, Sent):
        return _sent(entry, chat, links)
    return {"id": str(entry.raw.get("id", "")), "mine": True, "at": entry.at.isoformat()} | _said(
        entry.raw, chat, links
    )


def _sent(entry: Sent, chat: str, links: FileLinks) -> Item:
    message = entry.message
    return {
        "id": entry.reference,
        "mine": False,
        "at": entry.at.isoformat(),
        "text": message.text,
        "rows": [[{"label": b.label, "token": b.token, "main": b.main} for b in row] for row in message.rows],
        "file": _file(message.file, chat, links) if message.file else None,
    }


def _said(raw: Mapping[str, Any], chat: str, links: FileLinks) -> Item:
    match raw:
        case {"start": _}:
            return {"joined": True}
        case {"press": _, "of": of}:
            return {"press": raw.get("label") or "", "of": of}
        case {"photo": {"key": str(key), "mime": str(mime)}}:
            return {"text": raw.get("text", ""), "file": _file(FileRef(key, "", mime), chat, links)}
        case {"location": [latitude, longitude]}:
            return {"place": [latitude, longitude]}
    return {"text": str(raw.get("text", ""))}


def _file(file: FileRef, chat: str, links: FileLinks) -> Item:
    return {"url": links.link(chat, file), "name": file.name, "image": file.mime in SHOWN}
