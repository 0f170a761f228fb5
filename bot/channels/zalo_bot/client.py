"""Calls of the Bot API. An answer is good when it says so itself: errors too come with HTTP 200."""

from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, ConnectionTimeoutError

from bot.channels.incoming import loads
from bot.channels.zalo_bot.errors import Unanswered, Unavailable, of_code

#: seconds a call may take, unless said otherwise
CALL = 20.0
#: bytes of an answer that are read; an update is far shorter
ANSWER_BYTES = 1_000_000


class Client:
    """One bot at one server. The token stands in every address, so no error of the network is passed on."""

    def __init__(self, token: str, api: str) -> None:
        self._token = token
        self._base = f"{api.rstrip('/')}/bot{token}"
        self._session: ClientSession | None = None

    async def call(
        self, method: str, body: Mapping[str, object] | None = None, *, seconds: float = CALL
    ) -> Any:
        """What the answer holds under `result`. Raises ZaloError."""
        try:
            async with self._open().post(
                f"{self._base}/{method}",
                data=orjson.dumps(body or {}),
                headers={"Content-Type": "application/json"},
                timeout=ClientTimeout(total=seconds, connect=10),
                allow_redirects=False,
            ) as answer:
                status, content = answer.status, await answer.content.read(ANSWER_BYTES)
                while piece := await answer.content.read(ANSWER_BYTES):
                    content += piece
                    if len(content) > ANSWER_BYTES:
                        raise Unanswered(f"{method}: the answer does not end")
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise Unavailable(f"{method}: no connection ({type(error).__name__})") from None
        except TimeoutError:
            raise Unanswered(f"{method}: no answer within {seconds:g} s") from None
        except (ClientError, OSError) as error:
            raise Unanswered(f"{method}: the connection broke ({type(error).__name__})") from None
        return self._result(method, status, content)

    async def close(self) -> None:
        """Close the connections. Safe to call twice."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession()
        return self._session

    def _result(self, method: str, status: int, content: bytes) -> Any:
        try:
            answer = loads(content)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
            raise Unavailable(f"{method}: HTTP {status}, not an answer of the Bot API")
        if answer["ok"]:
            return answer.get("result")
        code = _code(answer) or status
        words = str(answer.get("description", "")).replace(self._token, "<token>")[:200]
        raise of_code(method, code, words)


def _code(answer: dict[str, Any]) -> int | None:
    """The answer's own code; testWebhook spells it another way."""
    code = answer.get("error_code", answer.get("errorCode"))
    return code if isinstance(code, int) and not isinstance(code, bool) else None
