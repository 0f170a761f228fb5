"""The server: takes calls at /bot<token>/<method> and hands out files at /file/bot<token>/<path>."""

import asyncio
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.emulators.faults import AFTERWARDS, Fault, FaultKind, Faults
from tests.emulators.telegram import messages, setup
from tests.emulators.telegram.answers import (
    BLOCKED,
    INTERNAL,
    NO_METHOD,
    NO_SUCH_PAGE,
    OTHER_POLLER,
    UNAUTHORIZED,
    WEBHOOK_ACTIVE,
    ApiError,
    flood,
    ok,
)
from tests.emulators.telegram.group import Group
from tests.emulators.telegram.params import Params, read
from tests.emulators.telegram.person import Person
from tests.emulators.telegram.updates import Updates
from tests.emulators.telegram.webhook import WebhookDelivery
from tests.emulators.telegram.world import Call, World

TOKEN = "123456789:AAemulator-token_for-tests-only"
PROXY_PAGE = "<html><h1>502 Bad Gateway</h1></html>"
#: stands for an answer that came too late for the proxy
TOO_LATE = b""
UPLOAD_BYTES = 64 * 1024 * 1024

METHODS: dict[str, Callable[[World, Params], Any]] = {
    "getme": setup.get_me,
    "setwebhook": setup.set_webhook,
    "deletewebhook": setup.delete_webhook,
    "getwebhookinfo": setup.get_webhook_info,
    "setmycommands": setup.set_my_commands,
    "getfile": setup.get_file,
    "sendmessage": messages.send_message,
    "sendphoto": messages.send_photo,
    "senddocument": messages.send_document,
    "editmessagetext": messages.edit_message_text,
    "editmessagereplymarkup": messages.edit_message_reply_markup,
    "deletemessage": messages.delete_message,
    "answercallbackquery": messages.answer_callback_query,
    "sendchataction": messages.send_chat_action,
}


class TelegramEmulator:
    """`start` (or `async with`), then point a bot with `token` at `base_url`; people come from `user`."""

    def __init__(self, token: str = TOKEN, username: str = "tiendo_bot", port: int = 0) -> None:
        self.world = World(token, username)
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
        app = web.Application(client_max_size=UPLOAD_BYTES)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.base_url = f"http://{host}:{port}"
        self.world.webhook_changed = self.delivery.restart

    async def stop(self) -> None:
        """Stop listening; calls that hang are let go."""
        self._stopping.set()
        await self.delivery.stop()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> "TelegramEmulator":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def user(self, number: int, name: str, *, started: bool = False) -> Person:
        """A person, the same one for the same number. `started` people can be written to at once."""
        found = self.world.people.get(number)
        if found is None:
            found = self.world.people[number] = Person(self.world, number, name, started=started)
        return found

    def group(self, number: int, title: str) -> Group:
        """A group without the bot."""
        return Group(self.world, number, title)

    def push(self, content: dict[str, Any]) -> int:
        """Any update at all, also one no client can read; its number."""
        return self.updates.put(content)

    def push_malformed(self) -> int:
        """An update with a valid number whose message no client can decode."""
        return self.push({"message": {"message_id": "không phải số", "chat": "nowhere", "date": None}})

    def limit_flood(self, *, overall: float = 0, per_chat: float = 0) -> None:
        """From now on answer 429 to more messages a second than that."""
        self.world.flood.overall, self.world.flood.per_chat = overall, per_chat

    def calls(self, method: str | None = None) -> list[Call]:
        """What the bot called, oldest first; of one method when named (any case)."""
        wanted = method.lower() if method else None
        return [call for call in self.world.calls if wanted is None or call.method == wanted]

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        at = self.world.clock()
        chat: int | None = None
        try:
            if request.match_info["token"] != self.token:
                raise UNAUTHORIZED
            params = await read(request)
            chat = params.number("chat_id") if "chat_id" in params.values else None
            body = await self._answer(request, method, params, chat)
            status = 200 if body is not None else 0
        except ApiError as error:
            body, status = error.body(), error.code
            error.with_traceback(None)
        self.world.calls.append(Call(at, method, chat, status))
        if body is None:
            return web.Response(status=502, text=PROXY_PAGE, content_type="text/html")
        if body == TOO_LATE:
            return web.Response(status=504, text=PROXY_PAGE, content_type="text/html")
        return web.Response(body=body, status=status, content_type="application/json")

    async def _answer(
        self, request: web.Request, method: str, params: Params, chat: int | None
    ) -> bytes | None:
        fault = self.faults.take(method, chat)
        if fault is not None and fault.kind not in AFTERWARDS:
            return await self._suffer(fault)
        body = ok(await self._do(method, params))
        if fault is not None and fault.kind == FaultKind.GATEWAY_TIMEOUT:
            return TOO_LATE
        if fault is not None and request.transport is not None:
            request.transport.abort()
        return body

    async def _do(self, method: str, params: Params) -> object:
        if method == "getupdates":
            return await self._get_updates(params)
        call = METHODS.get(method)
        if call is None:
            raise NO_METHOD
        return call(self.world, params)

    async def _get_updates(self, params: Params) -> object:
        if self.world.webhook.url:
            raise WEBHOOK_ACTIVE
        self.updates.allow(setup.allowed_updates(params))
        limit = min(max(params.number("limit") or 100, 1), 100)
        poll = asyncio.ensure_future(
            self.updates.poll(params.number("offset"), limit, params.number("timeout") or 0)
        )
        stopping = asyncio.ensure_future(self._stopping.wait())
        try:
            await asyncio.wait((poll, stopping), return_when=asyncio.FIRST_COMPLETED)
            return poll.result() if poll.done() else []
        finally:
            poll.cancel()
            stopping.cancel()

    async def _suffer(self, fault: Fault) -> bytes | None:
        match fault.kind:
            case FaultKind.FLOOD:
                raise flood(fault.retry_after)
            case FaultKind.FORBIDDEN:
                raise BLOCKED
            case FaultKind.CONFLICT:
                raise OTHER_POLLER
            case FaultKind.SERVER_ERROR:
                raise INTERNAL
            case FaultKind.HANG:
                await self._stopping.wait()
        return None

    async def _file(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.token:
            error = UNAUTHORIZED
        elif file := self.world.files.by_path(request.match_info["path"]):
            return web.Response(body=file.content, content_type="application/octet-stream")
        else:
            error = NO_SUCH_PAGE
        return web.Response(body=error.body(), status=error.code, content_type="application/json")
