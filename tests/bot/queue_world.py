"""A channel without a network, and a clock that moves when told: what the tests of the queues stand on."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.channels.base import Accept, RawUpdate
from bot.channels.standing import Standing
from core.messages import Address, Attachment, AttachmentKind, Inbound, Limits, Outbound
from storage.db import Database
from storage.models import Inbox, Outbox
from storage.repositories import outbox

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class LoopChannel:
    """The network's edge: `sent` is what arrived, in order; `answers` are what the next sends run into."""

    name: str = "loop"
    limits: Limits = field(
        default_factory=lambda: Limits(text_length=4096, buttons=True, edits=True, file_bytes=1000)
    )
    sent: list[tuple[str, Outbound]] = field(default_factory=list)
    answers: list[Exception | None] = field(default_factory=list)
    files: dict[str, bytes | Exception] = field(default_factory=dict)
    fetches: int = 0
    #: closed while the network is slow
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    async def start(self, accept: Accept) -> None: ...

    async def stop(self) -> None: ...

    def routes(self) -> Sequence[web.RouteDef]:
        return ()

    def decode(self, raw: Mapping[str, Any]) -> Inbound | None:
        if raw.get("ignored"):
            return None
        photos = tuple(Attachment(AttachmentKind.PHOTO, remote) for remote in raw.get("photos", ()))
        sizes = raw.get("sizes", {})
        photos = tuple(Attachment(photo.kind, photo.remote, size=sizes.get(photo.remote)) for photo in photos)
        return Inbound(Address(self.name, raw["chat"]), text=raw["text"], attachments=photos)

    async def fetch(self, attachment: Attachment) -> AsyncIterator[bytes]:
        self.fetches += 1
        await self.gate.wait()
        content = self.files[attachment.remote]
        if isinstance(content, Exception):
            raise content
        for start in range(0, len(content), 64):
            yield content[start : start + 64]

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        await self.gate.wait()
        answer = self.answers.pop(0) if self.answers else None
        if answer is not None:
            raise answer
        self.sent.append((to.chat, message))
        return f"ref-{len(self.sent)}"

    async def status(self) -> Standing:
        return Standing("polling")

    def texts(self) -> list[str]:
        return [message.text for _, message in self.sent]


def raw(key: str, chat: str = "an", text: str = "hi", **more: Any) -> RawUpdate:
    """An update of the loop channel."""
    return RawUpdate("loop", key, f"loop:{chat}", {"chat": chat, "text": text, **more})


async def put(db: Database, now: datetime, message: Outbound, chat: str = "an", **options: Any) -> int | None:
    """Let a message wait in the outbox."""
    address = Address("loop", chat)

    def add(session: Session) -> int | None:
        return outbox.add(session, address=address, message=message, now=now, **options)

    return await db.write(add)


async def inbox_rows(db: Database) -> list[Inbox]:
    return await db.read(lambda session: list(session.scalars(select(Inbox).order_by(Inbox.id))))


async def outbox_rows(db: Database) -> list[Outbox]:
    return await db.read(lambda session: list(session.scalars(select(Outbox).order_by(Outbox.id))))
