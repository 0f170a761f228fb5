"""The channel itself: events in by webhook, consultation messages out."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.base import Accept
from bot.channels.links import FileLinks
from bot.channels.posts import Outcome
from bot.channels.public_files import FILE_BYTES, Fetcher
from bot.channels.standing import Standing
from bot.channels.uploads import Uploads
from bot.channels.zalo_oa.client import Client
from bot.channels.zalo_oa.decode import decode
from bot.channels.zalo_oa.ports import Alarm, TokenStore
from bot.channels.zalo_oa.send import TEXT_LENGTH, UPLOAD_LIFE, Sender
from bot.channels.zalo_oa.settings import NAME, ZaloOASettings
from bot.channels.zalo_oa.signature import Signature
from bot.channels.zalo_oa.status import status
from bot.channels.zalo_oa.tokens import Tokens
from bot.channels.zalo_oa.webhook import PATH, Webhook
from core.messages import Address, Attachment, Inbound, Limits, Outbound
from core.windows import Window

#: messages cost nothing for so long after the person's last act, and are taken at all
FREE, CLOSES = timedelta(hours=48), timedelta(days=7)


class ZaloOA:
    """One Official Account (bot.channels.base.Channel)."""

    name = NAME

    def __init__(
        self,
        settings: ZaloOASettings,
        store: TokenStore,
        links: FileLinks,
        alarm: Alarm,
        clock: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._client = Client(settings)
        self._fetcher = Fetcher("Zalo OA", settings.api)
        self._tokens = Tokens(self._client, store, settings.refresh_token, clock, alarm)
        self._links = links
        self._sender = Sender(settings, self._client, self._tokens, links, Uploads(UPLOAD_LIFE, clock))
        self._webhook = Webhook(Signature(settings))
        self._accept: Accept | None = None
        self._watching: asyncio.Task[None] | None = None
        self.limits = Limits(
            text_length=TEXT_LENGTH,
            buttons=True,
            edits=False,
            bold=False,
            file_bytes=FILE_BYTES,
            per_second=settings.per_second,
            per_chat_per_second=settings.per_chat_per_second,
            window=Window(FREE, CLOSES, pays=settings.pays, template=bool(settings.template_id)),
        )

    @property
    def trouble(self) -> str | None:
        """Why nothing can be sent until somebody acts; None while all is well."""
        return self._tokens.trouble

    @property
    def posts(self) -> Counter[Outcome]:
        """What came of the posts to the webhook since the start."""
        return self._webhook.posts.counts

    async def start(self, accept: Accept) -> None:
        """Take events from now on, and look after the tokens in the background."""
        self._accept = accept
        if self._watching is None:
            self._watching = asyncio.create_task(self._tokens.watch(self._settings.watch_seconds))

    async def stop(self) -> None:
        """Take nothing more and close the connections; new tokens are stored first. Safe to call twice."""
        self._accept = None
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
            self._watching = None
        await self._tokens.stop()
        await self._client.close()
        await self._fetcher.close()

    def routes(self) -> Sequence[web.RouteDef]:
        """The webhook, and the files that are handed out by a link."""
        return [*self._links.routes(), web.post(PATH, self._post)]

    def decode(self, raw: Mapping[str, Any]) -> Inbound | None:
        """The event as a message; None for what needs no answer. Raises ValueError when it is malformed."""
        return decode(raw)

    def fetch(self, attachment: Attachment) -> AsyncIterator[bytes]:
        """The bytes of an attachment. Raises FetchError, FileTooBig, or FileNotFoundError when gone."""
        return self._fetcher.fetch(attachment)

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        """Send it; what is to be edited is sent anew. The message's id. Raises SendError."""
        return await self._sender.send(to.chat, message, file)

    async def status(self) -> Standing:
        """Whether Zalo takes the living access token, and how long the tokens last. Renews none."""
        address = self._settings.public_url.rstrip("/") + PATH
        return await status(self._client, await self._tokens.living(), address, self._clock())

    async def _post(self, request: web.Request) -> web.Response:
        return await self._webhook(request, self._accept)
