"""Labelled messages, read once: `sample` of the plans, `dev` taught the bot words, `kept` did not."""

from functools import cache
from pathlib import Path

from bot.content import CONTENT
from core.understanding.exchange import Labelled, as_expected, labelled
from core.understanding.read import read
from core.understanding.scoring import Marks, free_fields, marked
from tests import shipped

FOLDER = Path(__file__).parent / "messages"
NAMES = ("sample", "dev", "kept")


@cache
def messages(name: str) -> tuple[Labelled, ...]:
    """The messages of one file, in its order."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(labelled(line, shipped.catalogue().tenants) for line in lines if line.strip())


@cache
def free() -> frozenset[str]:
    return free_fields(shipped.hearing().hearings)


def marks_of(message: Labelled) -> Marks:
    """The marks of what is understood now."""
    reading = read(message.text, message.situation, shipped.lexicon(message.tenant))
    return marked(as_expected(reading), message.expected, free())


@cache
def marks(name: str) -> dict[str, Marks]:
    """The marks of all messages of one file, by their ids."""
    return {message.id: marks_of(message) for message in messages(name)}


def heard_content() -> dict[str, str]:
    """The texts of the files that say how people speak, by their paths."""
    files = [*(CONTENT / "hearing").glob("*.yaml"), *(CONTENT / "vocabulary").glob("*.yaml")]
    return {path.relative_to(CONTENT).as_posix(): path.read_text(encoding="utf-8") for path in files}
