"""How often one address on the network may knock: whatever takes a code, a body or a socket."""

from collections.abc import Awaitable, Callable, Sequence
from time import monotonic

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.callers import caller
from bot.channels.web.pace import Pace

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

#: beginnings of addresses, how often at once, and then how often a second. A whole office may sit behind one
#: address, on the day when all of it joins.
LIMITED: tuple[tuple[str, int, float], ...] = (
    ("/vao", 120, 1.0),
    ("/join", 120, 1.0),
    ("/upload", 120, 2.0),
    ("/ws", 240, 4.0),
    ("/api/token", 30, 0.5),
    ("/past", 240, 4.0),
    ("/demo", 120, 2.0),
    ("/out", 60, 1.0),
)
_WAIT = 30


class Limits:
    """A middleware; messengers' webhooks are not limited, for they knock for everybody."""

    def __init__(
        self,
        proxies: Sequence[str] = (),
        moment: Callable[[], float] = monotonic,
        limited: Sequence[tuple[str, int, float]] = LIMITED,
    ) -> None:
        self._proxies = proxies
        self._paces = [(start, Pace(burst, rate, moment)) for start, burst, rate in limited]

    def middleware(self) -> Middleware:
        """What aiohttp asks before each page."""

        @web.middleware
        async def hold(request: web.Request, handler: Handler) -> web.StreamResponse:
            pace = next((pace for start, pace in self._paces if _below(request.path, start)), None)
            if pace is not None and not pace.allows(caller(request, self._proxies)):
                raise web.HTTPTooManyRequests(headers={"Retry-After": str(_WAIT)})
            return await handler(request)

        return hold


def _below(path: str, start: str) -> bool:
    return path == start or path.startswith(f"{start}/")
