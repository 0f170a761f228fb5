"""Fetching what people sent: from the public addresses an event names, and from nowhere else."""

import ipaddress
import socket
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector, ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.channels.base import FetchError, FileTooBig
from core.messages import Attachment

#: bytes; nothing people send from a phone is larger but films
FILE_BYTES = 20_000_000
TIMEOUT = ClientTimeout(total=120, connect=10)
REDIRECTS = 3


class Forbidden(OSError):
    """The address is not a public one."""


class PublicOnly(AbstractResolver):
    """Finds hosts by name; those inside somebody's own network are not found."""

    def __init__(self) -> None:
        self._resolver = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        public = [address for address in found if ipaddress.ip_address(address["host"]).is_global]
        if not public:
            raise Forbidden("a private address")
        return public

    async def close(self) -> None:
        await self._resolver.close()


class Fetcher:
    """Reads files piece by piece. Where the API itself is (`own`) need not be public."""

    def __init__(self, own: str) -> None:
        self._own = URL(own).origin()
        self._public: ClientSession | None = None
        self._trusted: ClientSession | None = None

    async def close(self) -> None:
        """Close the connections. Safe to call twice."""
        for session in (self._public, self._trusted):
            if session is not None:
                await session.close()
        self._public = self._trusted = None

    async def fetch(self, attachment: Attachment) -> AsyncIterator[bytes]:
        """The bytes of the file. Raises FileTooBig, FileNotFoundError when gone, FetchError to try later."""
        if attachment.size is not None and attachment.size > FILE_BYTES:
            raise FileTooBig
        try:
            async with aclosing(self._pieces(URL(attachment.remote))) as pieces:
                async for piece in pieces:
                    yield piece
        except Forbidden:
            raise FileNotFoundError("the file is not at a public address") from None
        except ValueError:
            raise FileNotFoundError("the file has no address") from None
        except (TimeoutError, ClientError, OSError) as error:
            if isinstance(error, FileNotFoundError) or isinstance(error.__cause__, Forbidden):
                raise FileNotFoundError("the file is gone") from None
            raise FetchError(f"Zalo OA: the file broke off ({type(error).__name__})") from None

    async def _pieces(self, url: URL) -> AsyncGenerator[bytes, None]:
        for _ in range(REDIRECTS + 1):
            session = self._session(url)
            async with session.get(url, timeout=TIMEOUT, allow_redirects=False) as answer:
                if answer.status in (301, 302, 303, 307, 308):
                    url = url.join(URL(answer.headers.get("Location", "")))
                    continue
                if answer.status in (403, 404, 410):
                    raise FileNotFoundError("the file is gone")
                if answer.status != 200:
                    raise FetchError(f"Zalo OA: the file was answered with {answer.status}")
                if (answer.content_length or 0) > FILE_BYTES:
                    raise FileTooBig
                read = 0
                async for piece in answer.content.iter_any():
                    read += len(piece)
                    if read > FILE_BYTES:
                        raise FileTooBig
                    yield piece
                return
        raise FileNotFoundError("the file's address leads from one to the next")

    def _session(self, url: URL) -> ClientSession:
        """The connections for this address. Raises Forbidden for one that must not be asked."""
        if url.is_absolute() and url.origin() == self._own:
            if self._trusted is None:
                self._trusted = ClientSession()
            return self._trusted
        if url.scheme != "https" or _is_private(url.host or ""):
            raise Forbidden("not a public https address")
        if self._public is None:
            self._public = ClientSession(connector=TCPConnector(resolver=PublicOnly()))
        return self._public


def _is_private(host: str) -> bool:
    """Whether the host is written as an address, and not a public one. Names are looked at when resolved."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        # Digits alone are an address too, to whoever connects: 127.1, 2130706433.
        return not host or ":" in host or host.replace(".", "").isdigit()
