"""Figures for whoever watches the server, as Prometheus reads them: queues, the backup, the process."""

import ipaddress
import secrets
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

PATH = "/metrics"
#: reads the gauges: their names without "tiendo_", and what they are at
Gauges = Callable[[], Awaitable[Mapping[str, float]]]

#: what each gauge says
MEANINGS: Mapping[str, str] = {
    "inbox_waiting": "Messages that wait to be handled.",
    "outbox_waiting": "Messages that wait to be sent and are due.",
    "given_up": "Messages that were given up; see `tiendo outbox`.",
    "oldest_inbox_seconds": "How long the oldest message has waited to be handled.",
    "oldest_outbox_seconds": "How long the oldest message that is due has waited to be sent.",
    "backup_age_seconds": "How old the latest backup is; absent where there is none.",
}


def metrics_page(gauges: Gauges, token: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A page for who has the token; without one set, for this computer only."""

    async def page(request: web.Request) -> web.Response:
        if not _may_read(request, token):
            raise web.HTTPNotFound
        # imported when somebody watches: the bot starts without it
        from prometheus_client import (
            CONTENT_TYPE_LATEST,
            CollectorRegistry,
            Gauge,
            ProcessCollector,
            generate_latest,
        )

        registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        for name, value in (await gauges()).items():
            Gauge(f"tiendo_{name}", MEANINGS[name], registry=registry).set(value)
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return page


def _may_read(request: web.Request, token: str) -> bool:
    if token:
        given = request.headers.get("Authorization", "")
        return secrets.compare_digest(given.encode("utf-8", "surrogateescape"), f"Bearer {token}".encode())
    # a proxy on this computer speaks for somebody else
    forwarded = any(name in request.headers for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP"))
    try:
        near = ipaddress.ip_address(request.remote or "").is_loopback
    except ValueError:
        near = False
    return near and not forwarded
