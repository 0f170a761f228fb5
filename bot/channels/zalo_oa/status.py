"""What Zalo says of the account, and how long its tokens last. What webhook is set cannot be asked for."""

from datetime import datetime

from bot.channels.standing import Ailment, Life, Standing, Trouble, line_of
from bot.channels.zalo_oa.client import Client
from bot.channels.zalo_oa.errors import Kind, ZaloError
from bot.channels.zalo_oa.ports import Pair
from bot.channels.zalo_oa.tokens import danger

_AILMENTS = {Kind.AUTH: Ailment.TOKEN, Kind.QUOTA: Ailment.BUSY}


async def status(client: Client, pair: Pair | None, address: str, now: datetime) -> Standing:
    """The answer to who the account is, if there is a token to ask with.

    The refresh token is left alone: it can be used once, and a running bot uses it in time.
    """
    if pair is None or not pair.access:
        return Standing("webhook", address)
    life = Life(pair.access_expires_at, pair.refresh_expires_at, danger(pair, now) is not None)
    if now >= pair.access_expires_at:
        expired = Trouble(Ailment.TOKEN, "the access token has expired and was not renewed")
        return Standing("webhook", address, life=life, trouble=expired)
    try:
        account = str((await client.account(pair.access)).get("name") or "")
    except ZaloError as error:
        trouble = Trouble(_AILMENTS.get(error.kind, Ailment.SILENT), line_of(error))
        return Standing("webhook", address, life=life, trouble=trouble)
    return Standing("webhook", address, account, life=life)
