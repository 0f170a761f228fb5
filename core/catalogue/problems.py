"""What is wrong with a content file, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]

#: longer values are cut in messages: a whole file may stand where a word should
_SHOWN = 60


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding. With an error the content is not used; a warning is for an admin to settle.

    `line` counts from 1. `what` says what is wrong, `do` what to do; both are for the operator's console.
    """

    file: str
    line: int
    what: str
    do: str
    severity: Severity = "error"
    #: true of the text as it is, whatever other mistakes are mended
    as_written: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity}: {self.what}; {self.do}"


def quoted(value: object) -> str:
    """A value as a message shows it: in quotes, on one line, not too long."""
    text = " ".join(str(value).split())
    return f'"{text[: _SHOWN - 1]}…"' if len(text) > _SHOWN else f'"{text}"'


def closest(word: object, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if any is near."""
    near = get_close_matches(str(word)[:_SHOWN], list(known), n=1, cutoff=0.6)
    return near[0] if near else None


def choose(word: object, known: Iterable[str], *, else_do: str = "") -> str:
    """What to do about an unknown word: the near one, else the known ones, else `else_do`."""
    names = sorted(set(known))
    near = closest(word, names)
    if near:
        return f"did you mean {near}?"
    if else_do:
        return else_do
    return f"use one of: {', '.join(names[:12])}{', …' if len(names) > 12 else ''}" if names else "remove it"
