"""The few HTML files, with every value escaped on its way in."""

import html
import re
from collections.abc import Mapping
from pathlib import Path

STATIC = Path(__file__).parent / "static"
_PLACE = re.compile(r"\{\{([a-z-]+)\}\}")


class Html(str):
    """Text that is HTML already: only what `fill` made."""

    __slots__ = ()


def fill(name: str, values: Mapping[str, str]) -> Html:
    """The file `static/<name>` with its `{{places}}` filled. Raises KeyError for a place without a value."""
    source = (STATIC / name).read_text(encoding="utf-8")
    return Html(_PLACE.sub(lambda place: _safe(values[place[1]]), source))


def _safe(value: str) -> str:
    return value if isinstance(value, Html) else html.escape(value)
