"""The channels the settings ask for, besides the web chat."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.channel_tokens import StoredTokens, TokenAlarm
from bot.channels.base import Channel
from bot.channels.telegram import NAME as TELEGRAM
from bot.channels.telegram import TelegramSettings
from bot.channels.telegram import create as create_telegram
from bot.channels.zalo_bot import NAME as ZALO_BOT
from bot.channels.zalo_bot import ZaloBotSettings
from bot.channels.zalo_oa import NAME as ZALO_OA
from bot.channels.zalo_oa import ZaloOASettings
from bot.clock import Clock
from bot.command_menu import command_menu
from bot.config import Settings
from bot.files import FileStore
from bot.knowledge import Knowledge
from core.quota import Plan
from storage.db import Database

if TYPE_CHECKING:
    from bot.channels.links import FileLinks

#: their names, in the order in which they are shown
MESSENGERS = (TELEGRAM, ZALO_BOT, ZALO_OA)


def messengers(
    settings: Settings, knowledge: Knowledge, db: Database, files: FileStore, key: bytes, clock: Clock
) -> Mapping[str, Callable[[], Channel]]:
    """How each that has its token is made, by name; made, it is not yet started. `key` signs links to files.

    Making one raises SettingsError when a setting is wrong, and imports what it needs.
    """

    def links(channel: str) -> "FileLinks":
        from bot.channels.links import FileLinks

        return FileLinks(channel, settings.public_url, key, files.path, clock)

    def zalo_bot() -> Channel:
        from bot.channels.zalo_bot.channel import ZaloBot

        return ZaloBot(_zalo_bot(settings), links(ZALO_BOT))

    def official_account() -> Channel:
        from bot.channels.zalo_oa.channel import ZaloOA

        store, alarm = StoredTokens(db, ZALO_OA), TokenAlarm(db, ZALO_OA, knowledge.texts)
        return ZaloOA(_zalo_oa(settings), store, links(ZALO_OA), alarm, clock)

    found: dict[str, Callable[[], Channel]] = {}
    if settings.telegram_token is not None:
        found[TELEGRAM] = lambda: create_telegram(_telegram(settings, knowledge))
    if settings.zalo_bot_token is not None:
        found[ZALO_BOT] = zalo_bot
    if settings.zalo_oa_app_id:
        found[ZALO_OA] = official_account
    return found


def _telegram(settings: Settings, knowledge: Knowledge) -> TelegramSettings:
    return TelegramSettings(
        token=_shown(settings.telegram_token),
        api=settings.telegram_api_url,
        mode=settings.telegram_mode,
        webhook_secret=_shown(settings.telegram_webhook_secret),
        public_url=settings.public_url,
        per_second=settings.telegram_per_second,
        per_chat_per_second=settings.telegram_per_chat_per_second,
        commands=command_menu(knowledge.turns.commands, knowledge.texts),
    )


def _zalo_bot(settings: Settings) -> ZaloBotSettings:
    return ZaloBotSettings(
        token=_shown(settings.zalo_bot_token),
        api=settings.zalo_bot_api_url,
        mode=settings.zalo_bot_mode,
        webhook_secret=_shown(settings.zalo_bot_webhook_secret),
        public_url=settings.public_url,
        per_second=settings.zalo_bot_per_second,
        per_chat_per_second=settings.zalo_bot_per_chat_per_second,
        plan=Plan(settings.zalo_bot_plan_people, settings.zalo_bot_plan_messages),
    )


def _zalo_oa(settings: Settings) -> ZaloOASettings:
    return ZaloOASettings(
        app_id=settings.zalo_oa_app_id,
        app_secret=_shown(settings.zalo_oa_app_secret),
        webhook_secret=_shown(settings.zalo_oa_webhook_secret),
        refresh_token=_shown(settings.zalo_oa_refresh_token),
        public_url=settings.public_url,
        oa_id=settings.zalo_oa_id,
        api=settings.zalo_oa_api_url,
        oauth=settings.zalo_oa_oauth_url,
        pays=settings.zalo_oa_pays,
        template_id=settings.zalo_oa_template_id,
        template_data=settings.zalo_oa_template_data,
        card_picture=settings.zalo_oa_card_picture,
        per_second=settings.zalo_oa_per_second,
    )


def _shown(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""
