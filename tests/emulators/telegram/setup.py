"""The methods about the bot itself: who it is, its webhook, its commands, its files."""

import re
from typing import Any

from tests.emulators.telegram.answers import bad_request
from tests.emulators.telegram.params import Params
from tests.emulators.telegram.world import WebhookInfo, World

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_KINDS_NOT_JSON = bad_request("can't parse allowed updates JSON object")


def get_me(world: World, params: Params) -> dict[str, Any]:
    """getMe"""
    return world.bot


def set_webhook(world: World, params: Params) -> bool:
    """setWebhook; plain http is taken on this machine only."""
    url, secret = params.text("url"), params.text("secret_token")
    if url and not url.startswith(("https://", "http://127.0.0.1:")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _drop(world, params)
    world.updates.allow(allowed_updates(params))
    world.webhook = WebhookInfo(url, secret, params.number("max_connections") or 40)
    world.webhook_changed()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """deleteWebhook"""
    _drop(world, params)
    world.webhook = WebhookInfo()
    world.webhook_changed()
    return True


def get_webhook_info(world: World, params: Params) -> dict[str, Any]:
    """getWebhookInfo"""
    webhook = world.webhook
    info: dict[str, Any] = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if webhook.url:
        info["max_connections"] = webhook.max_connections
    if webhook.last_error:
        info |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error}
    return info


def set_my_commands(world: World, params: Params) -> bool:
    """setMyCommands"""
    commands = params.json("commands", bad_request("can't parse commands JSON object"))
    if not isinstance(commands, list):
        raise bad_request("can't parse commands JSON object")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
    world.commands[params.text("language_code")] = commands
    return True


def get_file(world: World, params: Params) -> dict[str, Any]:
    """getFile"""
    file = world.files.by_id(params.text("file_id"))
    return {
        "file_id": file.id,
        "file_unique_id": f"AgAD{file.id[-10:]}",
        "file_size": file.size,
        "file_path": file.path,
    }


def allowed_updates(params: Params) -> list[str] | None:
    """The kinds of update the bot asks for; None when it says nothing about it."""
    kinds = params.json("allowed_updates", _KINDS_NOT_JSON)
    if kinds is not None and not isinstance(kinds, list):
        raise _KINDS_NOT_JSON
    return kinds


def _drop(world: World, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.clear()
