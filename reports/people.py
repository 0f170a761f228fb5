"""Names in messages: cut to fit a phone, and long lists of them shortened."""

from collections.abc import Sequence

from core.texts import Speech, lines, say


def clipped(name: str, most: int = 40) -> str:
    """The name in at most so many characters, with a mark where something was left out."""
    name = " ".join(name.split())
    return name if len(name) <= most else name[: most - 1].rstrip() + "…"


def listed(parts: Sequence[Speech], most: int = 6) -> Speech:
    """The parts with commas between; of more than `most`, how many others there are."""
    named = lines(*parts[:most], separator=", ")
    return say("summary-others", names=named, count=len(parts) - most) if len(parts) > most else named
