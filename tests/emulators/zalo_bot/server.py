"""The server: takes calls at /bot<token>/<method> and hands out what people sent at /media/."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from tests.emulators.faults import AFTERWARDS, FaultKind, Faults
from tests.emulators.zalo_bot import methods
from tests.emulators.zalo_bot.answers import (
    EMPTY_POLL,
    INTERNAL,
    NOT_FOUND,
    OVER_QUOTA,
    UNAUTHORIZED,
    WEBHOOK_ACTIVE,
    ApiError,
    bad_request,
    ok,
)
from tests.emulators.zalo_bot.person import Person
from tests.emulators.zalo_bot.updates import Updates
from tests.emulators.zalo_bot.webhook import WebhookDelivery
from tests.emulators.zalo_bot.world import Call, World

TOKEN = "12345689:emulator-token-for-tests-only"
PROXY_PAGE = "<html><h1>502 Bad Gateway</h1></html>"

#: names are case-sensitive
METHODS: dict[str, Callable[[World, Mapping[str, Any]], Awaitable[object]]] = {
    "getMe": methods.get_me,
    "setWebhook": methods.set_webhook,
    "deleteWebhook": methods.delete_webhook,
    "getWebhookInfo": methods.get_webhook_info,
    "sendMessage": methods.send_message,
    "sendPhoto": methods.send_photo,
    "sendSticker": methods.send_sticker,
    "sendChatAction": methods.send_chat_action,
}
#: stands for an answer that came too late for the proxy
TOO_LATE = b""

ERRORS = {
    FaultKind.FLOOD: OVER_QUOTA,
    FaultKind.UNAUTHORIZED: UNAUTHORIZED,
    FaultKind.FORBIDDEN: INTERNAL,
    FaultKind.EMPTY: EMPTY_POLL,
    FaultKind.SERVER_ERROR: ApiError(500, "Internal Server Error"),
}


class ZaloBotEmulator:
    """`start` (or `async with`), then point a bot with `token` at `base_url`; people come from `user`."""

    def __init__(self, token: str = TOKEN, port: int = 0) -> None:
        self.world = World(token)
        self.token = token
        self.base_url = ""
        self.delivery = WebhookDelivery(self.world)
        self._port = port
        self._runner: web.AppRunner | None = None
        self._stopping = asyncio.Event()

    @property
    def faults(self) -> Faults:
        """What is to go wrong."""
        return self.world.faults

    @property
    def updates(self) -> Updates:
        """The updates that wait for the bot."""
        return self.world.updates

    async def start(self) -> None:
        """Listen on 127.0.0.1; `base_url` is known afterwards."""
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/media/{name}", self._media)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        host, port = self._runner.addresses[0][:2]
        self.base_url = self.world.base_url = f"http://{host}:{port}"
        self.world.webhook_changed = self.delivery.restart

    async def stop(self) -> None:
        """Stop listening; calls that hang are let go."""
        self._stopping.set()
        await self.delivery.stop()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> "ZaloBotEmulator":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def user(self, name: str, *, started: bool = False) -> Person:
        """A new person. `started` people can be written to at once."""
        person = Person(self.world, name, started=started)
        self.world.people[person.id] = person
        return person

    def calls(self, method: str | None = None) -> list[Call]:
        """What the bot called, oldest first; of one method when named."""
        return [call for call in self.world.calls if method is None or call.method == method]

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        chat: str | None = None
        code = 200
        try:
            body = await _read(request)
            chat = str(body["chat_id"]) if "chat_id" in body else None
            if request.match_info["token"] != self.token:
                raise UNAUTHORIZED
            answer = await self._answer(request, method, body)
        except ApiError as error:
            answer, code = error.body(), error.code
            error.with_traceback(None)
        self.world.calls.append(Call(method, chat, 0 if answer is None else code))
        if answer is None:
            return web.Response(status=502, text=PROXY_PAGE, content_type="text/html")
        if answer == TOO_LATE:
            return web.Response(status=504, text=PROXY_PAGE, content_type="text/html")
        return web.Response(body=answer, content_type="application/json")

    async def _answer(self, request: web.Request, method: str, body: Mapping[str, Any]) -> bytes | None:
        fault = self.faults.take(method.lower())
        if fault is not None:
            if fault.kind in ERRORS:
                raise ERRORS[fault.kind]
            if fault.kind == FaultKind.HANG:
                await self._stopping.wait()
            if fault.kind not in AFTERWARDS:
                return None
        answer = ok(await self._do(method, body))
        if fault is not None and fault.kind == FaultKind.GATEWAY_TIMEOUT:
            return TOO_LATE
        if fault is not None and request.transport is not None:
            request.transport.abort()
        return answer

    async def _do(self, method: str, body: Mapping[str, Any]) -> object:
        if method == "getUpdates":
            return await self._get_updates(body)
        call = METHODS.get(method)
        if call is None:
            raise NOT_FOUND
        return await call(self.world, body)

    async def _get_updates(self, body: Mapping[str, Any]) -> object:
        """One update, which is gone then; 408 when none came in the time that was asked for."""
        if self.world.webhook_url:
            raise WEBHOOK_ACTIVE
        waiting = asyncio.ensure_future(self.updates.wait(float(body.get("timeout", 30))))
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((waiting, stopping), return_when=asyncio.FIRST_COMPLETED)
        finally:
            waiting.cancel()
            stopping.cancel()
        update = self.updates.take_now()
        if update is None:
            raise EMPTY_POLL
        return update

    async def _media(self, request: web.Request) -> web.Response:
        media = self.world.media.get(request.path)
        if media is None:
            raise web.HTTPNotFound
        return web.Response(body=media.content, content_type=media.mime)


async def _read(request: web.Request) -> dict[str, Any]:
    """The parameters, however the client sends them: query, form or JSON."""
    found: dict[str, Any] = dict(request.query)
    body = await request.read()
    if request.content_type == "application/json" and body:
        try:
            found.update(orjson.loads(body))
        except (orjson.JSONDecodeError, TypeError, ValueError):
            raise bad_request("can't parse JSON object") from None
    elif body:
        found.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return found
