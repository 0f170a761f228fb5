"""Calls of the Bot API. An answer is good when it says so itself: errors too come with HTTP 200."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import orjson

from bot.channels.calls import Calls, NoAnswer, NoConnection
from bot.channels.incoming import loads
from bot.channels.zalo_bot.errors import Unanswered, Unavailable, of_code

#: seconds a call may take, unless said otherwise
CALL = 20.0


class Client:
    """One bot at one server. The token stands in every address, so no error of the network is passed on."""

    def __init__(self, token: str, api: str) -> None:
        self._token = token
        self._base = f"{api.rstrip('/')}/bot{token}"
        self._calls = Calls()

    async def call(
        self, method: str, body: Mapping[str, object] | None = None, *, seconds: float = CALL
    ) -> Any:
        """What the answer holds under `result`. Raises ZaloError."""
        try:
            answer = await self._calls.post(
                f"{self._base}/{method}",
                orjson.dumps(body or {}),
                seconds=seconds,
                headers={"Content-Type": "application/json"},
            )
        except NoConnection as error:
            raise Unavailable(f"{method}: {error}") from None
        except NoAnswer as error:
            raise Unanswered(f"{method}: {error}") from None
        return self._result(method, answer.status, answer.body)

    async def close(self) -> None:
        """Close the connections. Safe to call twice."""
        await self._calls.close()

    def _result(self, method: str, status: int, content: bytes) -> Any:
        try:
            answer = loads(content)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
            found = Unanswered if status == HTTPStatus.GATEWAY_TIMEOUT else Unavailable
            raise found(f"{method}: HTTP {status}, not an answer of the Bot API")
        if answer["ok"]:
            return answer.get("result")
        code = _code(answer) or status
        words = str(answer.get("description", "")).replace(self._token, "<token>")[:200]
        raise of_code(method, code, words)


def _code(answer: dict[str, Any]) -> int | None:
    """The answer's own code; testWebhook spells it another way."""
    code = answer.get("error_code", answer.get("errorCode"))
    return code if isinstance(code, int) and not isinstance(code, bool) else None
