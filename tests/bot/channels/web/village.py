"""Everything behind the web chat, in memory: what intake, outbox, file store and register do for it."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import ClientSession, CookieJar
from aiohttp.test_utils import unused_port

from bot.channels.base import RawUpdate
from bot.channels.web import DemoPerson, Kept, Said, Sent, UploadRefused, WebSettings, Who
from bot.channels.web.channel import WebChat
from bot.web import WebServer, application
from core.messages import Address, Button, FileRef, Inbound, InboundKind, Outbound, Refusal
from tests import shipped

ROOT = Path(__file__).parents[4]
AN = "demo-an"
PEOPLE = (
    DemoPerson("officer", "An", "Cán bộ", "Phòng Kinh tế", "Thử nhắn: hnay ktra 23 cân chợ Ngụ", chat=AN),
    DemoPerson(
        "household", "Bình", "Hộ kinh doanh", "Chợ Ngụ", "Thử hỏi: bán tương ớt cần mã vạch không?", chat="b"
    ),
    DemoPerson("manager", "Chi", "Lãnh đạo", "UBND xã", "Xem tiến độ, duyệt báo cáo", chat="demo-chi"),
    DemoPerson("admin", "Dung", "Quản trị", "UBND xã", "Mời người mới, gửi thông báo", chat="demo-dung"),
    DemoPerson("newcomer", "Người mới", "Có liên kết mời của Trạm Y tế", invite="MOI-2026"),
)
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@dataclass
class Village:
    """A small bot that repeats what it hears, offers buttons, and changes its message when one is pressed."""

    folder: Path
    log: list[tuple[str, Said | Sent]] = field(default_factory=list)
    updates: dict[str, RawUpdate] = field(default_factory=dict)
    people: dict[str, Who] = field(default_factory=lambda: {AN: Who("An", "Cán bộ", "Phòng Kinh tế")})
    demo: Sequence[DemoPerson] | None = PEOPLE
    burst: int = 1000
    photo_bytes: int = 20_000_000
    public_url: str | None = None
    upload_seconds: float = 900
    broken: bool = False
    #: how many photos were sent today, where no more are taken
    sent_today: int | None = None
    #: how many of the next updates are stored without anybody being told
    lost_answers: int = 0
    look_every: float | None = None
    silent: bool = False
    commune: str = "Xã Đông Cứu"
    now: datetime | None = None
    channel: WebChat = field(init=False)
    #: keys of updates that were handed in again
    repeated: list[str] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.channel = self.new_channel()

    def clock(self) -> datetime:
        return self.now or datetime.now(UTC)

    def new_channel(self) -> WebChat:
        return WebChat(self.settings(), self, self, self)

    def settings(self) -> WebSettings:
        return WebSettings(
            secret=b"a secret of thirty-two bytes ....",
            commune=self.commune,
            texts=shipped.texts(),
            clock=self.clock,
            public_url=self.public_url,
            demo=self.demo,
            photo_bytes=self.photo_bytes,
            burst=self.burst,
            upload_seconds=self.upload_seconds,
            look_every=self.look_every,
            guard_every=0.01,
        )

    async def recent(
        self, address: Address, limit: int, until: datetime | None = None
    ) -> Sequence[Said | Sent]:
        mine = [entry for chat, entry in self.log if chat == address.chat]
        return [entry for entry in mine if until is None or entry.at <= until][-limit:]

    def record(self, chat: str, entry: Said | Sent) -> None:
        self.log.append((chat, entry))

    async def who(self, address: Address) -> Who | None:
        return self.people.get(address.chat)

    async def shut_out(self) -> Collection[str]:
        return [chat for chat, who in self.people.items() if who.shut_out]

    async def keep(self, address: Address, pieces: AsyncIterator[bytes], limit: int) -> Kept:
        if self.sent_today is not None:
            raise UploadRefused(Refusal.TOO_MANY, self.sent_today)
        body = b""
        async for piece in pieces:
            body += piece
            if len(body) > limit:
                raise UploadRefused(Refusal.TOO_BIG)
        if not body:
            raise UploadRefused(Refusal.EMPTY)
        mime = next((mime for start, mime in _PICTURES.items() if body.startswith(start)), None)
        if mime is None:
            raise UploadRefused(Refusal.WRONG_TYPE)
        key = hashlib.sha256(body).hexdigest()
        (self.folder / key).write_bytes(body)
        return Kept(key, mime, len(body))

    def path(self, key: str) -> Path:
        path = self.folder / key
        if not path.is_file():
            raise FileNotFoundError(key)
        return path

    async def accept(self, updates: Sequence[RawUpdate]) -> None:
        if self.broken:
            raise OSError("the disk is full")
        for update in updates:
            if update.key in self.updates:
                self.repeated.append(update.key)
                continue
            self.updates[update.key] = update
            inbound = self.channel.decode(update.raw)
            assert inbound is not None
            self.record(inbound.address.chat, Said(update.raw, self.clock()))
            if not self.silent:
                task = asyncio.get_running_loop().create_task(self.answer(inbound))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            if self.lost_answers:
                self.lost_answers -= 1
                raise ConnectionError("stored, and the answer was lost")

    async def answer(self, inbound: Inbound) -> None:
        if inbound.kind is InboundKind.PRESS:
            text = f"Đã ghi **{inbound.press}**"
            await self.say(inbound.address.chat, Outbound(text, edits=inbound.pressed_message))
        elif inbound.attachments:
            await self.say(inbound.address.chat, Outbound(f"Đã nhận ảnh **{len(inbound.attachments)}**"))
        else:
            rows = (
                (Button("Đúng, gửi", "yes", main=True), Button("Sửa", "edit")),
                (Button("Hủy", "cancel"),),
            )
            await self.say(inbound.address.chat, Outbound(f"Nghe: **{inbound.text}**", rows))

    async def say(self, chat: str, message: Outbound) -> str:
        """What the outbox does: send, then write down that it was sent."""
        reference = await self.channel.send(Address("web", chat), message, None)
        assert reference is not None
        self.record(chat, Sent(reference, message, self.clock()))
        return reference

    def picture(self, body: bytes, name: str = "bieu-do.png") -> FileRef:
        key = hashlib.sha256(body).hexdigest()
        (self.folder / key).write_bytes(body)
        return FileRef(key, name, "image/png")

    def heard(self, chat: str = AN) -> list[Mapping[str, object]]:
        return [update.raw for update in self.updates.values() if update.raw["chat"] == chat]


class Served:
    """The village behind a real port, which stays the same when the server is stopped and started again."""

    def __init__(self, village: Village) -> None:
        self.village = village
        self._port = unused_port()
        self.url = f"http://127.0.0.1:{self._port}"
        self._server: WebServer | None = None

    async def start(self) -> None:
        """As after a restart: nothing but the village's own memory is left."""
        self.village.channel = self.village.new_channel()
        await self.village.channel.start(self.village.accept)
        self._server = WebServer(application([self.village.channel], _well), "127.0.0.1", self._port)
        await self._server.start()

    async def stop(self) -> None:
        if self._server is not None:
            await self.village.channel.stop()
            await self._server.stop()
            self._server = None


@asynccontextmanager
async def served(village: Village) -> AsyncIterator[Served]:
    """Serve inside the block."""
    server = Served(village)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


@asynccontextmanager
async def browser_of(server: Served, person: str | None = None) -> AsyncIterator[ClientSession]:
    """A client with cookies of its own, signed in as one of the demo's people."""
    async with ClientSession(
        server.url, cookie_jar=CookieJar(unsafe=True), headers={"Origin": server.url}
    ) as client:
        if person is not None:
            async with client.post(f"/demo/{person}", allow_redirects=False) as response:
                assert response.status == 303
        yield client


async def _well() -> Mapping[str, str]:
    return {}
