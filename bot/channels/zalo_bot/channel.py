"""The channel itself."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.base import Accept
from bot.channels.links import FileLinks
from bot.channels.posts import Outcome
from bot.channels.public_files import FILE_BYTES, Fetcher
from bot.channels.standing import Standing
from bot.channels.zalo_bot.client import Client
from bot.channels.zalo_bot.decode import decode
from bot.channels.zalo_bot.errors import Unavailable
from bot.channels.zalo_bot.poll import Poller
from bot.channels.zalo_bot.receive import ZaloReceiver
from bot.channels.zalo_bot.send import TEXT_LENGTH, Sender
from bot.channels.zalo_bot.settings import NAME, ZaloBotSettings
from bot.channels.zalo_bot.status import status
from bot.channels.zalo_bot.webhook import PATH, Webhook
from core.messages import Address, Attachment, Inbound, Limits, Outbound

#: seconds at the end for an update that was read and is not stored yet
LAST_SECONDS = 5.0


class ZaloBot:
    """One bot on Zalo's Bot Platform (bot.channels.base.Channel)."""

    name = NAME

    def __init__(self, settings: ZaloBotSettings, links: FileLinks) -> None:
        self._settings = settings
        self._links = links
        self._client = Client(settings.token, settings.api)
        self._sender = Sender(self._client, links)
        self._fetcher = Fetcher("Zalo", settings.api)
        self._webhook = Webhook(settings.webhook_secret)
        self._receiver: ZaloReceiver | None = None
        self._poller: Poller | None = None
        self.limits = Limits(
            text_length=TEXT_LENGTH,
            buttons=False,
            edits=False,
            file_bytes=FILE_BYTES,
            per_second=settings.per_second,
            per_chat_per_second=settings.per_chat_per_second,
            plan=settings.plan,
        )

    @property
    def trouble(self) -> str | None:
        """Why nothing is received for now (wrong token); None while all is well."""
        return self._receiver.trouble if self._receiver else None

    @property
    def posts(self) -> Counter[Outcome]:
        """What came of the posts to the webhook since the start."""
        return self._webhook.posts.counts

    async def start(self, accept: Accept) -> None:
        """Begin to receive, by polling or webhook. Zalo is told about it in the background."""
        if self._receiver is not None:
            return
        self._receiver = ZaloReceiver(accept, self._sender.typing, self._settings)
        if self._settings.mode == "webhook":
            self._receiver.begin(self._set_webhook, None)
        else:
            self._poller = Poller(self._client, self._receiver.store, self._settings)
            self._receiver.begin(self._delete_webhook, self._poller.once)

    async def stop(self) -> None:
        """Stop receiving, store what was read, close the connections. A webhook stays set."""
        if self._receiver is not None:
            await self._receiver.stop()
            self._receiver = None
        if self._poller is not None:
            await self._poller.finish(LAST_SECONDS)
            self._poller = None
        await self._client.close()
        await self._fetcher.close()

    def routes(self) -> Sequence[web.RouteDef]:
        """The page of the files that are sent; in webhook mode also the page Zalo posts to."""
        posts = [web.post(PATH, self._post)] if self._settings.mode == "webhook" else []
        return [*self._links.routes(), *posts]

    def decode(self, raw: Mapping[str, Any]) -> Inbound | None:
        """The update as a message; None for what needs no answer. Raises ValueError when it is malformed."""
        return decode(raw)

    def fetch(self, attachment: Attachment) -> AsyncIterator[bytes]:
        """The bytes of an attachment. Raises FetchError, FileTooBig, or FileNotFoundError when gone."""
        return self._fetcher.fetch(attachment)

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        """Send; edits are sent anew. A file goes as a link to the store. Raises SendError."""
        return await self._sender.send(to.chat, message)

    async def status(self) -> Standing:
        """How it stands with Zalo, which is asked who the bot is and what webhook is set."""
        return await status(self._client, self._settings.mode, self._hook_url)

    @property
    def _hook_url(self) -> str:
        return self._settings.public_url.rstrip("/") + PATH if self._settings.mode == "webhook" else ""

    async def _post(self, request: web.Request) -> web.Response:
        return await self._webhook(request, self._receiver.store if self._receiver else None)

    async def _delete_webhook(self) -> None:
        await self._client.call("deleteWebhook")

    async def _set_webhook(self) -> None:
        url = self._hook_url
        secret = self._settings.webhook_secret
        found = await self._client.call("setWebhook", {"url": url, "secret_token": secret})
        match found:
            case {"verification": {"ok": False, **rest}}:
                # Zalo keeps the address all the same. It is told again until it gets through, so that the
                # operator sees for how long it does not; at the start the server is not listening yet.
                why = f"{rest.get('outcome', '')} {rest.get('hint', '')}".strip()
                raise Unavailable(f"the webhook at {url} was not reached: {why[:200]}")
