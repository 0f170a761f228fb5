"""All that is read from content/ and locales/, once, at start."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from bot.content import CONTENT, load_catalogue, read_text, read_texts
from bot.content_words import load_vocabulary
from bot.gs1_content import load_gs1
from bot.prepared import PreparedArticles
from bot.understanding import load_hearing
from core.catalogue import Catalogue
from core.catalogue.documents import read_document
from core.catalogue.problems import Problem, choose, quoted
from core.dialogue.known import YES
from core.dialogue.tokens import token
from core.errors import ContentError
from core.folding import words_of
from core.garbage import lasting
from core.texts import Texts
from core.understanding.lexicon import short_forms
from handlers.context import Shelf
from handlers.conversations.home import PLACES
from handlers.ear import Ear
from handlers.library import Library
from handlers.turn import Turns

COMMANDS = Path("vocabulary") / "commands.yaml"
#: where a word of it can lead
_LEADS_TO = (YES, *(token("go", place) for place in PLACES))


@dataclass(frozen=True)
class Knowledge:
    """What the bot knows and how it says it; `turns` handles one message with it."""

    catalogue: Catalogue
    texts: Texts
    turns: Turns


@lasting()
def read_knowledge(
    content: Path | None = None, invite_url: str = "", kept_in: Path | None = None
) -> Knowledge:
    """Read everything. Raises ContentError naming file and line of what is wrong.

    `kept_in`: the folder that keeps articles as they were prepared, for the next start.
    """
    root = content or CONTENT
    catalogue, texts = load_catalogue(root), read_texts()
    hearing = load_hearing(root, catalogue)
    ear = Ear(catalogue, hearing)
    articles = PreparedArticles(root, short_forms(hearing.speech), kept_in)
    library = Library(texts, articles.base, articles.finder, articles.keep)
    shelf = Shelf(cache(partial(load_gs1, root)))
    words, commands = load_vocabulary(root), read_commands(root)
    turns = Turns(catalogue, texts, words, commands, ear, invite_url, library, shelf)
    return Knowledge(catalogue, texts, turns)


def read_commands(root: Path) -> Mapping[str, str]:
    """The words and /commands people type, folded, with the token each leads to. Raises ContentError naming
    each line that is wrong."""
    name = f"content/{COMMANDS.as_posix()}"
    problems: list[Problem] = []
    document, found = read_document(name, read_text(root / COMMANDS, name, problems) or "")
    problems = problems or found
    commands: dict[str, str] = {}
    words = document.data if document else {}
    if not isinstance(words, dict):
        raise ContentError(str(Problem(name, 1, "the file is no mapping", "write one 'word: token' a line")))
    for word, leads_to in words.items():
        key = word if word.startswith("/") else words_of(word)
        what, do = _wrong(word, key, leads_to, commands)
        if what and document:
            problems.append(document.problem((word,), what, do))
        commands[key] = str(leads_to)
    if problems:
        raise ContentError("\n".join(map(str, problems)))
    return commands


def _wrong(word: str, key: str, leads_to: object, before: Mapping[str, str]) -> tuple[str, str]:
    """What is wrong with a line, and what to do; empty if nothing is."""
    if not key.removeprefix("/"):
        return f"{quoted(word)} has no letter or digit", "write a word, or a command such as /menu"
    if not isinstance(leads_to, str) or leads_to not in _LEADS_TO:
        return f"{quoted(word)} leads to {quoted(leads_to)}, which is nowhere", choose(leads_to, _LEADS_TO)
    if before.get(key, leads_to) != leads_to:
        what = f"{quoted(word)} leads to {leads_to}, and without its marks to {before[key]} further up"
        return what, "keep one of them"
    return "", ""
