"""Tokens of buttons: a verb and its arguments, joined by colons, at most 64 bytes (Telegram's limit).

A token names the form (or record) it belongs to, so an old button can tell what it was about. Telegram,
Zalo and the web hand them back unread.
"""

MAX_BYTES = 64

#: in front of a token: answer in a message of its own, so that a receipt or summary stays to be read
KEEP = "+"

#: the verb of a choice that is ticked, one of several
TICK = "t"


def token(verb: str, *args: str | int) -> str:
    """`token("s", "3f", 2) == "s:3f:2"`. Raises ValueError when too long, or when a part holds a colon."""
    parts = [verb, *(str(arg) for arg in args)]
    if any(":" in part for part in parts):
        raise ValueError(f"a token's part may hold no colon: {parts}")
    joined = ":".join(parts)
    if len(joined.encode()) > MAX_BYTES:
        raise ValueError(f"the token {joined!r} is longer than {MAX_BYTES} bytes")
    return joined


def whole_number(text: str) -> int | None:
    """An argument that should be a number; None for a forged or mangled one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None
