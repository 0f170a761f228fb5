"""Choices: up to five buttons, more of them as a numbered list."""

from collections.abc import Sequence
from typing import Any

from core.markup import harmless
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


def listed(text: str, choices: Sequence[Button], numbered: bool) -> str:
    """The text with its choices below, to be typed: by number, or by name where a number is an answer."""
    lines = [
        f"{number}. {harmless(choice.label)}" if numbered else f"• {harmless(choice.label)}"
        for number, choice in enumerate(choices, 1)
    ]
    return "\n".join([text, *lines])


def _title(label: str) -> str:
    return label if len(label) <= TITLE else f"{label[: TITLE - 1]}…"
