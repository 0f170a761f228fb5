"""The parameters of a call, however the client sends them: query, form, JSON or multipart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web
from aiohttp.web_request import FileField

from tests.emulators.telegram.answers import ApiError, bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Params:
    """Typed access to what a client sent; raises 400 as Telegram does."""

    values: Mapping[str, Any]

    def text(self, name: str) -> str:
        """A string, empty when missing."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else str(value)

    def number(self, name: str) -> int | None:
        """A whole number; None when missing."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        """A truth value, False when missing."""
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def json(self, name: str, error: ApiError) -> Any:
        """A value that forms carry as JSON; None when missing. Raises `error` when it is not JSON."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value) if value else None
        except orjson.JSONDecodeError:
            raise error from None

    def upload(self, name: str) -> Upload | None:
        """The file in that field, sent right there or by attach://."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            value = self.values.get(value.removeprefix("attach://"))
        return value if isinstance(value, Upload) else None


async def read(request: web.Request) -> Params:
    """All parameters of the call."""
    found: dict[str, Any] = dict(request.query)
    kind = request.content_type
    if kind == "multipart/form-data":
        for name, value in (await request.post()).items():
            found[name] = _upload(value) if isinstance(value, FileField) else value
        return Params(found)
    body = await request.read()
    if kind == "application/json" and body:
        try:
            found.update(orjson.loads(body))
        except (orjson.JSONDecodeError, TypeError, ValueError):
            raise bad_request("can't parse JSON object") from None
    elif body:
        found.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return Params(found)


def _upload(field: FileField) -> Upload:
    with field.file as file:
        return Upload(field.filename, field.content_type, file.read())
