"""`tiendo channels`: how each channel stands with its messenger, and a message to try one out."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Annotated

import typer
from pydantic import SecretStr
from sqlalchemy.orm import Session

from bot import log
from bot.channel_report import Masked, Setup, report_on
from bot.channel_words import in_words
from bot.channels.base import Channel
from bot.channels.web.channel import WebChat
from bot.clock import utc_now
from bot.config import PREFIX, Settings, read_settings
from bot.files import FileStore
from bot.keys import kept_key
from bot.knowledge import Knowledge, read_knowledge
from bot.messengers import MESSENGERS, messengers
from bot.metering import Meter
from bot.sending import Delivery, deliver
from bot.serving import web_chat
from core.errors import SettingsError
from core.messages import Outbound
from core.texts import Value, say
from storage.db import Database, open_database
from storage.repositories import troubles
from storage.repositories.outbox_row import OutboxRow

#: the settings that hold each messenger's credentials; those it is not used without come first
_CREDENTIALS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "telegram": (("telegram_token",), ("telegram_webhook_secret",)),
    "zalo_bot": (("zalo_bot_token",), ("zalo_bot_webhook_secret",)),
    "zalo_oa": (
        ("zalo_oa_app_id", "zalo_oa_app_secret", "zalo_oa_webhook_secret", "zalo_oa_refresh_token"),
        (),
    ),
}
#: characters of a secret that is looked for in what is printed; a shorter one would be found in words
_SECRET_LENGTH = 6


@dataclass(frozen=True, slots=True)
class _Desk:
    """What both uses of the command stand on."""

    settings: Settings
    knowledge: Knowledge
    db: Database
    files: FileStore
    made: Mapping[str, Callable[[], Channel]]


def channels(
    test: Annotated[
        tuple[str, str],
        typer.Option("--test", metavar="CHANNEL CHAT", help="Send a test message to this chat."),
    ] = ("", ""),
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Show how each channel stands with its messenger: webhook, quota, tokens, queues, errors."""
    settings = read_settings(complete=False)
    log.set_up(settings.log_format)
    told, good = asyncio.run(_try_out(settings, *test, locale) if test[0] else _look(settings, locale))
    typer.echo(without_secrets(told, settings))
    if not good:
        raise typer.Exit(1)


async def _look(settings: Settings, locale: str) -> tuple[str, bool]:
    async with _opened(settings) as desk:
        found = [
            (Setup(WebChat.name), web_chat(settings, desk.knowledge, desk.db, desk.files, utc_now)),
            *(_set_up(settings, name, desk.made) for name in MESSENGERS),
        ]
        asked = (report_on(setup, channel, desk.db, utc_now()) for setup, channel in found)
        reports = await asyncio.gather(*asked)
        texts = desk.knowledge.texts
        shown = "\n\n".join(in_words(report, texts, locale) for report in reports)
    return shown, all(report.works for report in reports)


async def _try_out(settings: Settings, name: str, chat: str, locale: str) -> tuple[str, bool]:
    if name not in MESSENGERS:
        raise SettingsError(f"--test: there is no messenger {name!r}; known are {', '.join(MESSENGERS)}")
    async with _opened(settings) as desk:
        setup, channel = _set_up(settings, name, desk.made)
        if channel is None:
            why = "; ".join(setup.wrong) or f"it is not set up: {', '.join(setup.lacking)}"
            raise SettingsError(f"--test {name}: {why}")
        texts = desk.knowledge.texts
        message = Outbound(texts.render(say("channels-test-message"), locale))
        row = OutboxRow(0, name, chat, None, message.as_json(), 0, 0, None, None, None)
        try:
            delivery = await deliver(channel, desk.files, row)
        finally:
            await channel.stop()
        plan = channel.limits.plan
        meter = Meter(name, plan, texts) if plan else None
        await desk.db.write(partial(_note, name, meter, delivery))
        where: dict[str, Value] = {"channel": say("channel-name", channel=name), "chat": chat}
        if delivery.error is not None:
            told = say("channels-test-failed", words=str(delivery.error), **where)
        else:
            told = say("channels-test-sent", reference=delivery.reference or "-", **where)
        return texts.render(told, locale), delivery.error is None


def _note(name: str, meter: Meter | None, delivery: Delivery, session: Session) -> None:
    now = utc_now()
    if delivery.error is not None:
        troubles.note(session, name, str(delivery.error), now)
    if meter is not None and delivery.taken:
        meter.count(session, now, sent=delivery.taken)


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[_Desk]:
    """Beside a bot that may be running."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    knowledge = read_knowledge(settings.content_dir)
    files = FileStore(settings.data_dir / "files")
    db = await open_database(settings.database)
    try:
        key = kept_key(settings.secret_key, settings.data_dir)
        yield _Desk(settings, knowledge, db, files, messengers(settings, knowledge, db, files, key, utc_now))
    finally:
        await db.close()


def _set_up(
    settings: Settings, name: str, made: Mapping[str, Callable[[], Channel]]
) -> tuple[Setup, Channel | None]:
    needed, others = _CREDENTIALS[name]
    values = {f"{PREFIX}{each.upper()}": _value(settings, each) for each in (*needed, *others)}
    credentials = {setting: masked(setting, value) for setting, value in values.items() if value}
    lacking = [f"{PREFIX}{each.upper()}" for each in needed if not _value(settings, each)]
    wrong = settings.incomplete().get(name, ())
    channel = None
    if name in made and not wrong:
        try:
            channel = made[name]()
        except SettingsError as error:
            wrong = (str(error),)
    return Setup(name, credentials, lacking, wrong), channel


def masked(setting: str, value: str) -> Masked:
    """What may be shown of a secret: its length, and the number that a bot's token begins with."""
    if setting.endswith("_ID"):
        return Masked(value)
    number, colon, _ = value.partition(":")
    shown = f"{number}:" if colon and number.isdecimal() else ""
    return Masked(f"{shown}•••", len(value))


def without_secrets(told: str, settings: Settings) -> str:
    """The text with every secret of the settings blotted out, wherever it came from."""
    for name in Settings.model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr) and len(value.get_secret_value()) >= _SECRET_LENGTH:
            told = told.replace(value.get_secret_value(), "•••")
    return told


def _value(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    return value.get_secret_value() if isinstance(value, SecretStr) else value or ""
