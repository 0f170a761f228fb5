"""Making what a stranger sent fit to be stored: what a database refuses would block the queue."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

#: PostgreSQL refuses the zero character, UTF-8 refuses halves of surrogate pairs
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_DEEPEST = 100
_LARGEST = 2**63


def storable_text(text: str) -> str:
    """The text with what cannot be stored replaced by U+FFFD."""
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def storable(value: Any, depth: int = 0) -> Any:
    """A JSON value both databases take; it equals the value given wherever that was possible."""
    if depth > _DEEPEST:
        return None
    match value:
        case str():
            return storable_text(value)
        case bool() | None:
            return value
        case int():
            return value if -_LARGEST <= value < _LARGEST else str(value)
        case float():
            return value if abs(value) < float("inf") else None
        case Mapping():
            return {storable_text(str(key)): storable(item, depth + 1) for key, item in value.items()}
        case list() | tuple():
            return [storable(item, depth + 1) for item in value]
        case _:
            return storable_text(str(value))


def fitted(key: str, length: int) -> str:
    """A key of at most `length` (over 64) characters: a long one ends in its own hash, so it stays unique."""
    clean = storable_text(key)
    if len(clean) <= length:
        return clean
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return clean[: length - len(digest)] + digest
