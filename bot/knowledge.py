"""All that is read from content/ and locales/, once, at start."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.content import CONTENT, load_catalogue, read_texts
from bot.content_words import load_vocabulary
from bot.understanding import load_hearing
from core.catalogue import Catalogue
from core.errors import ContentError
from core.folding import words_of
from core.texts import Texts
from handlers.ear import Ear
from handlers.turn import Turns

COMMANDS = Path("vocabulary") / "commands.yaml"


@dataclass(frozen=True)
class Knowledge:
    """What the bot knows and how it says it; `turns` handles one message with it."""

    catalogue: Catalogue
    texts: Texts
    turns: Turns


def read_knowledge(content: Path | None = None, invite_url: str = "") -> Knowledge:
    """Read everything. Raises ContentError naming file and line of what is wrong."""
    root = content or CONTENT
    catalogue, texts = load_catalogue(root), read_texts()
    ear = Ear(catalogue, load_hearing(root))
    turns = Turns(catalogue, texts, load_vocabulary(root), read_commands(root), ear, invite_url)
    return Knowledge(catalogue, texts, turns)


def read_commands(root: Path) -> Mapping[str, str]:
    """The words and /commands people type, folded, with the token each leads to."""
    path = root / COMMANDS
    try:
        words = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"content/{COMMANDS}: cannot be read: {error}") from error
    if not isinstance(words, dict) or not all(isinstance(v, str) for pair in words.items() for v in pair):
        raise ContentError(f"content/{COMMANDS}: line 1: write one 'word: token' a line")
    return {word if word.startswith("/") else words_of(word): token for word, token in words.items()}
