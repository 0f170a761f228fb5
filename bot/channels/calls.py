"""Calls of a messenger's HTTP service: one pool of connections, answers that end, errors without a token."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
)

from core.errors import TiendoError

#: bytes of an answer that are read; all are far shorter
ANSWER_BYTES = 1_000_000
#: seconds for a connection
CONNECT = 10.0
USER_AGENT = "tiendo"


class NoConnection(TiendoError):
    """The service was not reached: the call had no effect."""


class NoAnswer(TiendoError):
    """The call was made and no whole answer came: it may have had its effect."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer, whatever its status."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Calls:
    """The connections to a messenger. They are opened with the first call."""

    def __init__(self) -> None:
        self._session: ClientSession | None = None

    async def post(
        self, url: str, data: bytes | FormData, *, seconds: float, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """The answer within so many seconds. Raises NoConnection, NoAnswer; neither tells the address."""
        return await self._request("POST", url, data, seconds, headers)

    async def get(self, url: str, *, seconds: float, headers: Mapping[str, str] | None = None) -> Answer:
        """The same for a page that is only read."""
        return await self._request("GET", url, None, seconds, headers)

    async def _request(
        self,
        method: str,
        url: str,
        data: bytes | FormData | None,
        seconds: float,
        headers: Mapping[str, str] | None,
    ) -> Answer:
        try:
            async with self._open().request(
                method,
                url,
                data=data,
                headers=headers,
                timeout=ClientTimeout(total=seconds, connect=min(CONNECT, seconds)),
                allow_redirects=False,
            ) as answer:
                body = bytearray()
                async for piece in answer.content.iter_any():
                    body += piece
                    if len(body) > ANSWER_BYTES:
                        raise NoAnswer("the answer does not end")
                return Answer(answer.status, answer.headers, bytes(body))
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise NoConnection(f"no connection ({type(error).__name__})") from None
        except TimeoutError:
            raise NoAnswer(f"no answer within {seconds:g} s") from None
        except (ClientError, OSError) as error:
            raise NoAnswer(f"the connection broke ({type(error).__name__})") from None

    async def close(self) -> None:
        """Close the connections. Safe to call twice."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(headers={"User-Agent": USER_AGENT})
        return self._session
