"""Buttons: up to five below a message."""

from typing import Any

from core.messages import Button

#: buttons a message holds, characters on one, and characters it gives back
MOST, TITLE, PAYLOAD = 5, 100, 1000
#: what a button gives back begins with this, for it arrives like typed text
_MARK = "#~"


def token_of(text: str) -> str:
    """The token of the button that this text came from; empty for what was typed."""
    return text.removeprefix(_MARK) if text.startswith(_MARK) else ""


def query(button: Button) -> dict[str, Any]:
    """A button that gives its token back and shows nothing in the chat."""
    payload = _MARK + button.token
    if not button.token or len(payload) > PAYLOAD:
        raise ValueError(f"a button's token takes 1 to {PAYLOAD - len(_MARK)} characters: {button.token!r}")
    return {"title": _title(button.label), "type": "oa.query.hide", "payload": payload}


def link(label: str, url: str) -> dict[str, Any]:
    """A button that opens an address."""
    return {"title": _title(label), "type": "oa.open.url", "payload": {"url": url}}


def _title(label: str) -> str:
    return label if len(label) <= TITLE else f"{label[: TITLE - 1]}…"
