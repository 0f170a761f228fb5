"""Fetching what people sent, where the messenger puts it on the internet and only tells the address.

That comes with the update, so it is trusted with nothing. Open question: for how long such an address is
good. It is used within the turn, at once.
"""

import ipaddress
import socket
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, aclosing

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver
from yarl import URL

from bot.channels.base import FetchError, FileTooBig
from core.messages import Attachment

#: bytes; a photo of a phone has 1 to 5 million
FILE_BYTES = 20_000_000
#: seconds for the whole of one file
DOWNLOAD_SECONDS = 60
PIECE = 64 * 1024
REDIRECTS = 3


#: IPv6 addresses that end in the IPv4 address they stand for, where a host has IPv6 only
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
#: others that stand for one of IPv4; nobody serves files from them
_LED_ON = tuple(map(ipaddress.IPv6Network, ("::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "2002::/16")))


class Forbidden(FileNotFoundError):
    """An address that is not fetched from: not https, or of a private network."""


class PublicResolver(AbstractResolver):
    """Finds only addresses of the public internet, so that no name leads into the network of the bot."""

    def __init__(self) -> None:
        self._inner = DefaultResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Raises Forbidden when the host has none, or can have none."""
        try:
            found = await self._inner.resolve(host, port, family)
        except UnicodeError:
            raise Forbidden("that is no name of a host") from None
        public = [one for one in found if is_public(one["host"])]
        if not public:
            raise Forbidden("the host is not on the public internet")
        return public

    async def close(self) -> None:
        """End the inner resolver."""
        await self._inner.close()


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet. Raises ValueError for what is none."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if found.is_site_local or any(found in network for network in _LED_ON):
            return False
        if found.ipv4_mapped or found in _TRANSLATED:
            found = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return found.is_global and not found.is_multicast


class Fetcher:
    """Fetches files by their public address; also those the messenger's own server (`api`) hands out."""

    def __init__(self, messenger: str, api: str) -> None:
        self._messenger = messenger
        self._own = URL(api).origin()
        self._session: ClientSession | None = None
        self._own_session: ClientSession | None = None

    async def fetch(self, attachment: Attachment) -> AsyncGenerator[bytes, None]:
        """The bytes. Raises FileTooBig, FileNotFoundError when gone or forbidden, FetchError to try later."""
        if attachment.size is not None and attachment.size > FILE_BYTES:
            raise FileTooBig
        try:
            async with aclosing(self._pieces(attachment.remote)) as pieces:
                async for piece in pieces:
                    yield piece
        except FileNotFoundError:
            raise
        except (TimeoutError, ClientError, OSError) as error:
            if isinstance(error.__cause__, Forbidden):
                raise error.__cause__ from None
            raise FetchError(f"{self._messenger}: the file broke off ({type(error).__name__})") from None

    async def close(self) -> None:
        """Close the connections. Safe to call twice."""
        for session in (self._session, self._own_session):
            if session is not None:
                await session.close()
        self._session = self._own_session = None

    async def _pieces(self, remote: str) -> AsyncGenerator[bytes, None]:
        address = _parsed(remote)
        if not address.absolute:
            raise Forbidden("that is no whole address")
        for _ in range(REDIRECTS + 1):
            async with self._get(address) as answer:
                if answer.status in (301, 302, 303, 307, 308):
                    address = _of_web(address.join(_parsed(answer.headers.get("Location", ""))))
                    continue
                read = 0
                self._check(answer)
                async for piece in answer.content.iter_chunked(PIECE):
                    read += len(piece)
                    if read > FILE_BYTES:
                        raise FileTooBig
                    yield piece
                return
        raise Forbidden("the address leads on and on")

    def _get(self, address: URL) -> AbstractAsyncContextManager[ClientResponse]:
        """The request. Raises Forbidden before anything is asked of an address that is not to be asked."""
        own = address.origin() == self._own
        if not own and (address.scheme != "https" or not _may_be_public(address.host or "")):
            raise Forbidden("the address is not https, or of a private network")
        return self._open(own).get(
            address, allow_redirects=False, timeout=ClientTimeout(total=DOWNLOAD_SECONDS, connect=10)
        )

    def _check(self, answer: ClientResponse) -> None:
        if answer.status in (403, 404, 410):
            raise FileNotFoundError(f"the file was answered with {answer.status}")
        if answer.status != 200:
            raise FetchError(f"{self._messenger}: the file was answered with {answer.status}")
        if answer.content_length is not None and answer.content_length > FILE_BYTES:
            raise FileTooBig

    def _open(self, own: bool) -> ClientSession:
        if own:
            self._own_session = self._own_session or ClientSession()
            return self._own_session
        if self._session is None:
            self._session = ClientSession(connector=TCPConnector(resolver=PublicResolver()))
        return self._session


def _parsed(text: str) -> URL:
    try:
        address = URL(text)
    except ValueError:
        raise Forbidden("that is no address") from None
    return _of_web(address) if address.absolute else address


def _of_web(address: URL) -> URL:
    if address.scheme not in ("https", "http") or not address.host:
        raise Forbidden("that is no address of the web")
    return address


def _may_be_public(host: str) -> bool:
    """Whether the host is a name, which the resolver looks into, or a public IP address."""
    try:
        return is_public(host)
    except ValueError:
        # Digits alone are an address too, to whoever connects: 127.1, 2130706433.
        return not host.replace(".", "").isdigit()
