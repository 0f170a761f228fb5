"""How python-telegram-bot talks to Telegram here: over aiohttp, because its httpx slows down under load."""

from http import HTTPStatus
from typing import Any

import orjson
from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
)
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.errors import FloodControl, Unanswered

#: seconds for a call without and with a file
CALL = ClientTimeout(total=30, connect=10)
UPLOAD = ClientTimeout(total=180, connect=10)
#: what is read of a message that was sent: its number, and what its file is called
USED = ("message_id", "date", "chat", "photo", "document")
JSON = {"Content-Type": "application/json"}


class AiohttpRequest(BaseRequest):
    """One aiohttp session; nothing is tried twice, the outbox decides about that."""

    __slots__ = ("_call", "_session")

    def __init__(self, call: ClientTimeout = CALL) -> None:
        self._call = call
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds a call may take."""
        return self._call.total

    async def initialize(self) -> None:
        """Open the session; also done by the first request."""
        self._open()

    async def shutdown(self) -> None:
        """Close the session. Safe to call twice."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open(self) -> ClientSession:
        if self._session is None:
            self._session = ClientSession(headers={"User-Agent": self.USER_AGENT})
        return self._session

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer's object. Raises TelegramError when it is something else, such as a proxy's page."""
        try:
            found = orjson.loads(payload)
        except orjson.JSONDecodeError:
            found = None
        if not isinstance(found, dict):
            raise TelegramError("Invalid server response")
        match found:
            case {"result": {"message_id": _, "date": _, "chat": _} as message}:
                # Nothing else of a sent message is used, and reading the rest costs more than sending it.
                found["result"] = {name: message[name] for name in USED if name in message}
        return found

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: object,
        **_timeouts: object,
    ) -> tuple[int, bytes]:
        """The status and body of one request. The library's own timeouts do not apply."""
        upload = request_data is not None and request_data.contains_files
        content = _form(request_data) if request_data and upload else _json(request_data)
        try:
            async with self._open().request(
                method,
                url,
                data=content,
                headers=None if upload else JSON,
                timeout=UPLOAD if upload else self._call,
                allow_redirects=False,
            ) as answer:
                status, body = answer.status, await answer.read()
        # The errors' own texts may hold the address and so the token.
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise NetworkError(f"no connection ({type(error).__name__})") from None
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            raise Unanswered(f"the connection broke ({type(error).__name__})") from None
        if status == HTTPStatus.GATEWAY_TIMEOUT:
            # The service behind the gateway took the request and did not answer in time. With 408 the request
            # itself did not arrive whole, so nothing was done.
            raise Unanswered("HTTP 504: the gateway waited in vain")
        if status >= HTTPStatus.BAD_REQUEST:
            _raise_for_flood(status, body)
        elif "result" not in self.parse_json_payload(body):
            raise NetworkError("the answer holds no result")
        return status, body


def _raise_for_flood(status: int, body: bytes) -> None:
    try:
        answer = orjson.loads(body)
    except orjson.JSONDecodeError:
        answer = None
    match answer:
        case {"parameters": {"retry_after": int() | float() as wait}}:
            raise FloodControl(float(wait))
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        raise FloodControl(1.0)


def _json(data: RequestData | None) -> bytes:
    return orjson.dumps(data.parameters if data else {})


def _form(data: RequestData) -> FormData:
    form = FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
