"""Choices as a list below the text, to be typed where they cannot be pressed."""

from dataclasses import replace

from core.markup import harmless
from core.messages import Outbound
from core.splitting import length, split


def with_choices(message: Outbound) -> str:
    """The text, below it the choices."""
    return f"{message.text}\n\n{_lines(message)}" if message.buttons() else message.text


def pieces(message: Outbound, room: int) -> list[str]:
    """The text and its choices in parts of at most `room` characters, the choices together at the end."""
    left = room - length(_lines(message)) - 2
    whole = with_choices(message)
    if length(whole) <= room or left < room // 2:
        return split(whole, room)
    *first, last = split(message.text, left)
    return [*first, with_choices(replace(message, text=last))]


def texts(message: Outbound, room: int) -> list[str]:
    """The text in parts of at most `room` characters, with the choices below the last one where they fit."""
    if length(with_choices(message)) <= room:
        return [message.text]
    left = room - length(_lines(message)) - 2
    return split(message.text, room if left < room // 2 else left)


def _lines(message: Outbound) -> str:
    """A line for each: numbered where a number picks one, else only named."""
    return "\n".join(
        f"{number}. {harmless(button.label)}" if message.numbered else f"• {harmless(button.label)}"
        for number, button in enumerate(message.buttons(), 1)
    )
