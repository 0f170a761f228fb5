"""The bot's one web application: every channel's pages and webhooks, and whether the bot is well."""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.channels.base import Channel
from bot.limits import Handler, Limits

#: answers what to show at /health, and raises when something the bot needs does not work
Health = Callable[[], Awaitable[Mapping[str, str | int | float | bool | None]]]

#: the page for an address that leads nowhere
Lost = Callable[[web.Request], web.Response]

_HOST = re.compile(r"[A-Za-z0-9.\-\[\]:]{1,255}")
_SECONDS_TO_FINISH = 5
#: how long a body that was refused is still read, so that its sender reads the answer
_SECONDS_TO_LINGER = 2


def application(
    channels: Iterable[Channel],
    health: Health,
    more: Iterable[web.RouteDef] = (),
    limits: Limits | None = None,
    lost: Lost | None = None,
) -> web.Application:
    """The application, ready to be served, with `more` pages of its own; `lost` is shown to people who open
    an address that leads nowhere.

    Raises ValueError when two channels claim one address.
    """
    middlewares = [limits.middleware()] if limits else []
    if lost is not None:
        middlewares.append(_nowhere(lost))
    app = web.Application(middlewares=middlewares)
    app.on_response_prepare.append(_protect)
    app.router.add_get("/health", _health_page(health))
    own = list(more)
    app.router.add_routes(own)
    taken = {("GET", "/health"), *((route.method, route.path) for route in own)}
    for channel in channels:
        for route in channel.routes():
            if (route.method, route.path) in taken:
                raise ValueError(f"two channels answer {route.method} {route.path}")
            taken.add((route.method, route.path))
            app.router.add_routes([route])
    return app


class WebServer:
    """Serves an application on one address. `port` 0 takes a free one."""

    def __init__(self, app: web.Application, host: str, port: int) -> None:
        self._runner = web.AppRunner(
            app, access_log=None, shutdown_timeout=_SECONDS_TO_FINISH, lingering_time=_SECONDS_TO_LINGER
        )
        self._host = host
        self._port = port

    async def start(self) -> str:
        """Listen; the address to open. Raises OSError when the port is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        port = self._runner.addresses[0][1]
        return f"http://{self._host}:{port}"

    async def stop(self) -> None:
        """Answer what has begun, then close. Safe to call twice."""
        await self._runner.cleanup()


def _nowhere(lost: Lost) -> Middleware:
    """Whoever asks for a page gets one; programs get the bare answer."""

    @web.middleware
    async def shown(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPNotFound:
            if request.method != "GET" or "text/html" not in request.headers.get("Accept", ""):
                raise
            return lost(request)

    return shown


def _health_page(health: Health) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def page(request: web.Request) -> web.Response:
        try:
            report = await health()
        except Exception as error:
            # What went wrong may name hosts or paths: strangers read this page, the log is for operators.
            return web.json_response({"status": "failing", "error": type(error).__name__}, status=503)
        return web.json_response({"status": "ok", **report})

    return page


async def _protect(request: web.Request, response: web.StreamResponse) -> None:
    """The headers every response carries; a handler's own, stricter ones stay."""
    sockets = f" ws://{request.host} wss://{request.host}" if _HOST.fullmatch(request.host) else ""
    policy = (
        f"default-src 'self'; connect-src 'self'{sockets}; img-src 'self' blob:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    response.headers.setdefault("Content-Security-Policy", policy)
    response.headers["Server"] = "tiendo"
    if "https" in (request.scheme, request.headers.get("X-Forwarded-Proto", "")):
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("X-Frame-Options", "DENY")
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    response.headers.setdefault("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()")
