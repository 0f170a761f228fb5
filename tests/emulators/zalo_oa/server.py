"""The server: tokens, messages, uploads and the files people sent, all at one address."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import orjson
from aiohttp import web

from tests.emulators.faults import AFTERWARDS, Fault, FaultKind, Faults
from tests.emulators.zalo_oa import messages
from tests.emulators.zalo_oa.account import Account, Call, Refusal
from tests.emulators.zalo_oa.delivery import Delivery
from tests.emulators.zalo_oa.person import Person

PROXY_PAGE = "<html><h1>502 Bad Gateway</h1></html>"
IMAGE_BYTES, FILE_BYTES = 1_000_000, 5_000_000
IMAGES, FILES = ("jpg", "jpeg", "png"), ("pdf", "doc", "docx", "csv")

Answer = Mapping[str, Any]


def real_time() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class ZaloEmulator:
    """`start` (or `async with`), then point a bot at `base_url`; people come from `person`."""

    def __init__(self, clock: Callable[[], datetime] = real_time) -> None:
        self.account = Account(clock)
        self.delivery = Delivery(self.account)
        self._runner: web.AppRunner | None = None
        self._stopping = asyncio.Event()

    @property
    def base_url(self) -> str:
        """Where all services are."""
        return self.account.base_url

    @property
    def faults(self) -> Faults:
        """What is to go wrong."""
        return self.account.faults

    async def start(self) -> None:
        """Listen on 127.0.0.1; `base_url` is known afterwards."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_post("/v4/oa/access_token", self._service("oauth", self._exchange))
        app.router.add_post("/v3.0/oa/message/cs", self._service("cs", self._message))
        app.router.add_post("/v3.0/oa/message/template", self._service("template", self._template))
        app.router.add_post("/v2.0/oa/upload/image", self._service("image", self._image))
        app.router.add_post("/v2.0/oa/upload/file", self._service("file", self._file))
        app.router.add_get("/v2.0/oa/getoa", self._service("getoa", self._about))
        app.router.add_get("/media/{number}/{name}", self._media)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.account.base_url = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Stop listening; requests that hang are let go."""
        self._stopping.set()
        await self.delivery.stop()
        if self._runner:
            await self._runner.cleanup()

    async def __aenter__(self) -> "ZaloEmulator":
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def person(self, name: str) -> Person:
        """Somebody new, who does not follow the account yet."""
        person = Person(self.account, name, self.delivery.put)
        self.account.people[person.id] = person
        return person

    def deliver_to(self, url: str) -> None:
        """The address of the bot's webhook."""
        self.delivery.begin(url)

    def calls(self, service: str) -> list[Call]:
        """What the bot asked of a service, oldest first."""
        return [call for call in self.account.calls if call.service == service]

    def _service(
        self, name: str, answer: Callable[[web.Request], Awaitable[Answer]]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        """A page that answers JSON with HTTP 200 whatever it says, unless something goes wrong."""

        async def page(request: web.Request) -> web.StreamResponse:
            token = request.headers.get("access_token", "")
            fault = self.faults.take(name)
            try:
                if fault is not None and fault.kind not in AFTERWARDS:
                    return await self._suffer(name, token, fault)
                found = dict(await answer(request))
                code = 0
            except Refusal as error:
                found, code = _refusal(name, error), error.code
            self.account.calls.append(Call(name, token, code))
            if fault is not None and fault.kind is FaultKind.GATEWAY_TIMEOUT:
                return web.Response(status=504, text=PROXY_PAGE, content_type="text/html")
            if fault is not None and fault.kind is FaultKind.DROP and request.transport is not None:
                request.transport.abort()
            return web.Response(body=orjson.dumps(found), content_type="application/json")

        return page

    async def _suffer(self, name: str, token: str, fault: Fault) -> web.StreamResponse:
        if isinstance(fault.kind, int):
            raise Refusal(fault.kind, "on demand")
        self.account.calls.append(Call(name, token, int(fault.kind) if fault.kind.isdecimal() else 0))
        match fault.kind:
            case FaultKind.FLOOD:
                return web.Response(status=429, headers={"Retry-After": str(fault.retry_after)})
            case FaultKind.UNAUTHORIZED:
                return web.Response(status=401)
            case FaultKind.HANG:
                await self._stopping.wait()
        return web.Response(status=502, text=PROXY_PAGE, content_type="text/html")

    async def _exchange(self, request: web.Request) -> Answer:
        form = await request.post()
        known = (self.account.app_id, self.account.app_secret)
        if (form.get("app_id"), request.headers.get("secret_key")) != known:
            raise Refusal(-14002, "Invalid app")
        if form.get("grant_type") != "refresh_token":
            raise Refusal(-14005, "Invalid grant type")
        return self.account.exchange(str(form.get("refresh_token")))

    async def _message(self, request: web.Request) -> Answer:
        self._check(request)
        return _success(messages.consultation(self.account, await _json(request)))

    async def _template(self, request: web.Request) -> Answer:
        self._check(request)
        return _success(messages.template(self.account, await _json(request)))

    async def _about(self, request: web.Request) -> Answer:
        self._check(request)
        return _success({"oa_id": self.account.oa_id, "name": "Dong Cuu", "is_verified": True})

    async def _image(self, request: web.Request) -> Answer:
        return _success({"attachment_id": await self._upload(request, IMAGES, IMAGE_BYTES)})

    async def _file(self, request: web.Request) -> Answer:
        return _success({"token": await self._upload(request, FILES, FILE_BYTES)})

    async def _upload(self, request: web.Request, kinds: tuple[str, ...], limit: int) -> str:
        self._check(request)
        field = (await request.post()).get("file")
        if not isinstance(field, web.FileField):
            raise Refusal(-201, "file is invalid")
        content = field.file.read()
        if field.filename.rpartition(".")[2].lower() not in kinds or not 0 < len(content) <= limit:
            raise Refusal(-201, "file is invalid")
        return self.account.upload(field.filename, content)

    async def _media(self, request: web.Request) -> web.StreamResponse:
        fault = self.faults.take("media")
        asset = self.account.media.get(request.match_info["number"])
        if fault is not None:
            return await self._suffer("media", "", fault)
        if asset is None:
            return web.Response(status=404)
        return web.Response(body=asset.content, content_type="application/octet-stream")

    def _check(self, request: web.Request) -> None:
        self.account.check(request.headers.get("access_token", ""))


async def _json(request: web.Request) -> Mapping[str, Any]:
    try:
        found = orjson.loads(await request.read())
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        raise Refusal(-201, "body is invalid")
    return found


def _success(data: Mapping[str, Any]) -> Answer:
    return {"data": data, "error": 0, "message": "Success"}


def _refusal(name: str, error: Refusal) -> dict[str, Any]:
    if name == "oauth":
        return {"error": error.code, "error_name": error.message, "error_description": error.message}
    return {"data": {}, "error": error.code, "message": error.message}
