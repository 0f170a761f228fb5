"""What Zalo says of the bot: who it is, and what webhook is set."""

from typing import Any, Literal

from bot.channels.standing import Ailment, Hook, Standing, Trouble, line_of
from bot.channels.zalo_bot.client import Client
from bot.channels.zalo_bot.errors import OverQuota, WrongToken, ZaloError

#: seconds for one question
PATIENCE = 10.0


async def status(client: Client, mode: Literal["polling", "webhook"], address: str) -> Standing:
    """The answers to two questions. `address` is where Zalo is to post; empty when polling."""
    try:
        account = _text(await client.call("getMe", seconds=PATIENCE), "account_name")
        # Zalo tells neither what waits nor what went wrong with the last delivery.
        hook = Hook(_text(await client.call("getWebhookInfo", seconds=PATIENCE), "url"))
    except ZaloError as error:
        return Standing(mode, address, trouble=_trouble(error))
    return Standing(mode, address, account, hook)


def _text(found: Any, name: str) -> str:
    value = found.get(name) if isinstance(found, dict) else None
    return value if isinstance(value, str) else ""


def _trouble(error: ZaloError) -> Trouble:
    match error:
        case WrongToken():
            return Trouble(Ailment.TOKEN, line_of(error))
        case OverQuota():
            return Trouble(Ailment.BUSY, line_of(error))
    return Trouble(Ailment.SILENT, line_of(error))
