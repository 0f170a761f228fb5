"""Assembles what is served over HTTP: the web chat, webhooks, the API, pages for who watches the bot.

Imported by `bot.app` when there is something to serve: a console, or a worker, needs no web server.
"""

from collections.abc import Mapping, Sequence

from aiohttp import web

from bot import metrics
from bot.allowances import Allowances
from bot.api.pickup import Pickup
from bot.api.site import ApiSite
from bot.channels.base import Channel
from bot.channels.web import DemoPerson, WebSettings
from bot.channels.web.channel import WebChat
from bot.clock import Clock
from bot.config import Settings
from bot.desk import StoredDirectory, StoredHistory, StoredUploads
from bot.files import FileStore
from bot.keys import kept_key
from bot.knowledge import Knowledge
from bot.limits import Limits
from bot.nightly import latest_backup
from bot.web import WebServer, application
from storage.db import Database
from storage.queries.depths import depths, waits

#: seconds: where several processes serve the web chat, each looks for what the others sent to its pages
_LOOK_EVERY = 3.0


def web_chat(
    settings: Settings,
    knowledge: Knowledge,
    db: Database,
    files: FileStore,
    clock: Clock,
    shown: tuple[str, Sequence[DemoPerson]] | None = None,
) -> WebChat:
    """The web chat, not yet started; `shown` are a tenant and the people of a demo."""
    tenants = knowledge.catalogue.tenants
    code, people = shown or (next(iter(tenants)), None)
    tenant = tenants[code]
    web_settings = WebSettings(
        secret=kept_key(settings.secret_key, settings.data_dir),
        # with several tenants a page belongs to none of them until it is known who reads it
        commune=tenant.name if people is not None or len(tenants) == 1 else "",
        texts=knowledge.texts,
        clock=clock,
        public_url=settings.public_url or None,
        demo=people,
        timezone=tenant.timezone,
        look_every=None if db.sole_owner else _LOOK_EVERY,
    )
    return WebChat(
        web_settings,
        StoredHistory(db),
        StoredUploads(files, Allowances(db, settings.uploads, clock)),
        StoredDirectory(db, {each.code: each.contact for each in tenants.values()}),
    )


def server(
    settings: Settings, channels: Mapping[str, Channel], db: Database, clock: Clock, knowledge: Knowledge
) -> WebServer:
    """Serves the pages and webhooks of the channels, the API, files to fetch, and how the bot is."""

    async def health() -> Mapping[str, str | int | float | bool | None]:
        waiting = await db.read(depths)
        return {"inbox_waiting": waiting.inbox, "outbox_waiting": waiting.outbox, "dead": waiting.dead}

    async def gauges() -> Mapping[str, float]:
        now = clock()
        waiting, oldest = await db.read(lambda session: (depths(session), waits(session, now)))
        made = latest_backup(settings.backups)
        age = {"backup_age_seconds": (now - made).total_seconds()} if made else {}
        counts = {"inbox_waiting": waiting.inbox, "outbox_waiting": waiting.outbox, "given_up": waiting.dead}
        return {**counts, **oldest, **age}

    token = settings.metrics_token.get_secret_value() if settings.metrics_token else ""
    pickup = Pickup(db, knowledge.texts, clock, settings.public_url or None)
    api = ApiSite(db, knowledge.catalogue, clock, proxies=settings.proxies)
    pages = [web.get(metrics.PATH, metrics.metrics_page(gauges, token)), *pickup.routes(), *api.routes()]
    limits = Limits(settings.proxies)
    chat = next((each for each in channels.values() if isinstance(each, WebChat)), None)
    app = application(channels.values(), health, pages, limits, chat.lost if chat else None)
    return WebServer(app, settings.host, settings.port)
