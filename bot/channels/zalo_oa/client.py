"""Asking Zalo: JSON and files there, JSON back. Every failure is a ZaloError, without a token in it."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import orjson
from aiohttp import FormData

from bot.channels.calls import Answer, Calls, NoAnswer, NoConnection
from bot.channels.incoming import loads
from bot.channels.zalo_oa.errors import Kind, ZaloError, of_code, of_status
from bot.channels.zalo_oa.settings import ZaloOASettings

#: seconds a call, an upload and a question about the account may take
CALL, UPLOAD, QUESTION = 15.0, 90.0, 10.0

CONSULTATION = "/v3.0/oa/message/cs"
TEMPLATE = "/v3.0/oa/message/template"
UPLOAD_IMAGE = "/v2.0/oa/upload/image"
UPLOAD_FILE = "/v2.0/oa/upload/file"
ACCESS_TOKEN = "/v4/oa/access_token"
ACCOUNT = "/v2.0/oa/getoa"


class Client:
    """One account's calls. Tokens are handed in and kept nowhere."""

    def __init__(self, settings: ZaloOASettings) -> None:
        self._settings = settings
        self._api = settings.api.rstrip("/")
        self._oauth = settings.oauth.rstrip("/")
        self._calls = Calls()

    async def close(self) -> None:
        """Close the connections. Safe to call twice."""
        await self._calls.close()

    async def call(self, path: str, body: Mapping[str, Any], token: str) -> Mapping[str, Any]:
        """The `data` of the answer to a message."""
        headers = {"access_token": token, "Content-Type": "application/json"}
        answer = await self._post(self._api + path, orjson.dumps(body), headers, CALL)
        return _data(answer)

    async def upload(self, path: str, name: str, mime: str, content: bytes, token: str) -> Mapping[str, Any]:
        """The `data` of the answer to a file."""
        form = FormData(quote_fields=False)
        form.add_field("file", BytesIO(content), filename=name, content_type=mime)
        return _data(await self._post(self._api + path, form, {"access_token": token}, UPLOAD))

    async def account(self, token: str) -> Mapping[str, Any]:
        """The `data` of the answer to who the account is: `name`, `is_verified`."""
        try:
            answer = await self._calls.get(
                self._api + ACCOUNT, seconds=QUESTION, headers={"access_token": token}
            )
        except (NoConnection, NoAnswer) as error:
            raise ZaloError(Kind.TRANSIENT, f"Zalo OA: {error}") from None
        return _data(_read(answer))

    async def exchange(self, refresh_token: str) -> Mapping[str, Any]:
        """The answer to a refresh token: `access_token`, `refresh_token`, `expires_in` seconds as text."""
        form = {
            "refresh_token": refresh_token,
            "app_id": self._settings.app_id,
            "grant_type": "refresh_token",
        }
        headers = {"secret_key": self._settings.app_secret}
        return await self._post(self._oauth + ACCESS_TOKEN, FormData(form), headers, CALL)

    async def _post(
        self, url: str, data: bytes | FormData, headers: Mapping[str, str], seconds: float
    ) -> Mapping[str, Any]:
        try:
            answer = await self._calls.post(url, data, seconds=seconds, headers=headers)
        except NoConnection as error:
            raise ZaloError(Kind.TRANSIENT, f"Zalo OA: {error}") from None
        except NoAnswer as error:
            raise ZaloError(Kind.PERHAPS, f"Zalo OA: {error}") from None
        return _read(answer)


def _read(answer: Answer) -> Mapping[str, Any]:
    if answer.status >= 400:
        raise of_status(answer.status, answer.headers.get("Retry-After"))
    try:
        found = loads(answer.body)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ZaloError(Kind.TRANSIENT, "Zalo OA: the answer is no JSON object")
    code = _code(found.get("error", 0))
    if code:
        raise of_code(code, str(found.get("message") or found.get("error_name") or "")[:200])
    return found


def _code(error: object) -> int:
    """The code, which some of Zalo's services write as text; what is no number counts as an unknown error."""
    try:
        return int(str(error))
    except ValueError:
        return -1


def _data(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    data = answer.get("data")
    return data if isinstance(data, dict) else {}
