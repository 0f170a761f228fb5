"""From which address a request came, where a proxy may stand before the bot."""

import ipaddress
from collections.abc import Sequence

from aiohttp import web


def caller(request: web.Request, proxies: Sequence[str] = ()) -> str:
    """The address that called; behind a proxy (this computer's own, or one of `proxies`) what it last noted.

    What a caller wrote into the header itself stands before that, and is not believed. Of IPv6 the first 64
    bits are the caller: they have all the others.
    """
    near = request.remote or ""
    noted = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    if noted and _is_proxy(near, proxies):
        near = noted
    return _whole(near)


def _is_proxy(address: str, proxies: Sequence[str]) -> bool:
    try:
        found = ipaddress.ip_address(address)
        return found.is_loopback or any(found in ipaddress.ip_network(each) for each in proxies)
    except ValueError:
        return False


def _whole(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return str(ipaddress.ip_network(f"{found}/64", strict=False))
    return str(found)
