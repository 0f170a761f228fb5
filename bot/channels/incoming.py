"""What messengers send us over HTTP, read with as few demands as possible."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import orjson

from core.storable import storable


def loads(body: bytes | str) -> Any:
    """JSON, in which no text holds what a database refuses: a NUL, or half of a surrogate pair.

    Raises ValueError when it is not JSON.
    """
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    text = text.replace("\\u0000", "\\ufffd")
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return _lenient(text)


def content_key(raw: Mapping[str, Any]) -> str:
    """What tells an update without any id from all others: 64 characters, by its content as it is stored."""
    return hashlib.sha256(json.dumps(storable(raw), sort_keys=True).encode()).hexdigest()


def _lenient(text: str) -> Any:
    try:
        found = json.loads(text, parse_constant=lambda _: None)
        return json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
    except RecursionError:
        raise ValueError("JSON nested too deep") from None
