"""The channel itself: aiogram in, python-telegram-bot out."""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.channels.base import Accept, RawUpdate
from bot.channels.posts import Outcome
from bot.channels.standing import Standing
from bot.channels.telegram.client import client
from bot.channels.telegram.decode import decode
from bot.channels.telegram.errors import scrub
from bot.channels.telegram.fetch import FILE_BYTES, fetch
from bot.channels.telegram.library import (
    AiogramError,
    BotCommand,
    DeleteWebhook,
    GetMe,
    SetMyCommands,
    SetWebhook,
)
from bot.channels.telegram.poll import Poller
from bot.channels.telegram.raw import ALLOWED_UPDATES, of_group, with_bot_name
from bot.channels.telegram.receive import TelegramReceiver
from bot.channels.telegram.send import TEXT_LENGTH, Sender
from bot.channels.telegram.settings import NAME, TelegramSettings
from bot.channels.telegram.status import status
from bot.channels.telegram.webhook import PATH, Webhook
from core.errors import TiendoError
from core.messages import Address, Attachment, Inbound, Limits, Outbound

_log = logging.getLogger(__name__)


class NameUnknown(TiendoError):
    """Whether something in a group is meant for the bot cannot be told yet."""


class Telegram:
    """One bot on Telegram (bot.channels.base.Channel)."""

    name = NAME

    def __init__(self, settings: TelegramSettings) -> None:
        self._settings = settings
        api = settings.api.rstrip("/")
        self._bot = client(settings.token, api)
        self._sender = Sender(settings.token, api)
        self._webhook = Webhook(settings.webhook_secret)
        self._receiver: TelegramReceiver | None = None
        self._username: str | None = None
        self._offering: asyncio.Task[None] | None = None
        self.limits = Limits(
            text_length=TEXT_LENGTH,
            buttons=True,
            edits=True,
            file_bytes=FILE_BYTES,
            per_second=settings.per_second,
            per_chat_per_second=settings.per_chat_per_second,
        )

    @property
    def trouble(self) -> str | None:
        """Why nothing is received for now (wrong token, a second poller); None while all is well."""
        return self._receiver.trouble if self._receiver else None

    @property
    def posts(self) -> Counter[Outcome]:
        """What came of the posts to the webhook since the start."""
        return self._webhook.posts.counts

    async def start(self, accept: Accept) -> None:
        """Begin to receive, by polling or webhook. Telegram is told about it in the background."""
        if self._receiver is not None:
            return
        self._receiver = TelegramReceiver(self._bot, self._naming(accept), self._settings)
        if self._settings.mode == "webhook":
            self._receiver.begin(self._set_webhook, None)
        else:
            poller = Poller(self._bot, self._receiver.store, self._settings.poll_seconds)
            self._receiver.begin(self._delete_webhook, poller.once)

    async def stop(self) -> None:
        """Stop receiving and close both connections. A webhook stays set: Telegram keeps what comes."""
        if self._receiver is not None:
            await self._receiver.stop()
            self._receiver = None
        if self._offering is not None:
            self._offering.cancel()
            await asyncio.gather(self._offering, return_exceptions=True)
        await self._sender.close()
        await self._bot.session.close()

    def routes(self) -> Sequence[web.RouteDef]:
        """The webhook's page; none when polling."""
        return [web.post(PATH, self._post)] if self._settings.mode == "webhook" else []

    def decode(self, raw: Mapping[str, Any]) -> Inbound | None:
        """The update as a message; None for what needs no answer. Raises ValueError when it is malformed."""
        return decode(raw, self._bot.id)

    def fetch(self, attachment: Attachment) -> AsyncIterator[bytes]:
        """The bytes of an attachment. Raises FetchError, FileTooBig, or FileNotFoundError when gone."""
        return fetch(self._bot, attachment)

    async def send(self, to: Address, message: Outbound, file: Path | None) -> str | None:
        """Send, or edit when `message.edits` is set; the message's id. Raises SendError."""
        return await self._sender.send(to, message, file)

    async def status(self) -> Standing:
        """How it stands with Telegram, which is asked who the bot is and what webhook is set."""
        return await status(self._bot, self._settings.mode, self._hook_url)

    @property
    def _hook_url(self) -> str:
        return self._settings.public_url.rstrip("/") + PATH if self._settings.mode == "webhook" else ""

    def _naming(self, accept: Accept) -> Accept:
        """Intake, for which what is said in a group carries the bot's name."""

        async def store(updates: Sequence[RawUpdate]) -> None:
            await accept([self._named(update) for update in updates])

        return store

    def _named(self, update: RawUpdate) -> RawUpdate:
        if not of_group(update.raw):
            return update
        if self._username is None:
            raise NameUnknown("the bot does not know its name yet; Telegram brings this again")
        return with_bot_name(update, self._username)

    async def _post(self, request: web.Request) -> web.Response:
        return await self._webhook(request, self._receiver.store if self._receiver else None)

    async def _delete_webhook(self) -> None:
        await self._bot(DeleteWebhook(drop_pending_updates=False))
        await self._learn_name()

    async def _set_webhook(self) -> None:
        await self._bot(
            SetWebhook(
                url=self._hook_url,
                secret_token=self._settings.webhook_secret,
                allowed_updates=list(ALLOWED_UPDATES),
                drop_pending_updates=False,
            )
        )
        await self._learn_name()

    async def _learn_name(self) -> None:
        self._username = (await self._bot(GetMe())).username
        if self._receiver is not None:
            self._receiver.username = self._username
        self._offering = asyncio.create_task(self._offer_commands())

    async def _offer_commands(self) -> None:
        """Tell Telegram the commands it offers; without them everything else works."""
        try:
            for language, offered in self._settings.commands.items():
                commands = [BotCommand(command=name, description=does) for name, does in offered]
                await self._bot(SetMyCommands(commands=commands, language_code=language or None))
        except (AiogramError, OSError) as error:
            why = scrub(str(error), self._settings.token)
            _log.warning("Telegram: the list of commands was not taken: %s", why)
