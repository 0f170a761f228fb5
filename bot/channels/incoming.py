"""What messengers send us over HTTP, read with as few demands as possible."""

import json
from typing import Any

import orjson


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


def _lenient(text: str) -> Any:
    try:
        found = json.loads(text, parse_constant=lambda _: None)
        return json.loads(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))
    except RecursionError:
        raise ValueError("JSON nested too deep") from None
