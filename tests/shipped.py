"""The content and the texts that come with the program, read once for all tests: nobody changes them."""

from dataclasses import replace
from datetime import date
from functools import cache

from bot.content import CONTENT, load_catalogue, read_texts
from bot.knowledge import Knowledge, read_knowledge
from bot.understanding import lexicon_of, load_hearing
from core.catalogue import Catalogue
from core.texts import Texts
from core.understanding.lexicon import Common, Lexicon
from tests import garbage

#: the Thursday on which most labelled messages were sent
DAY = date(2026, 5, 14)


@cache
def catalogue() -> Catalogue:
    """What is in content/."""
    loaded = load_catalogue()
    garbage.stays()
    return loaded


@cache
def texts() -> Texts:
    """What is in locales/."""
    return read_texts()


@cache
def knowledge() -> Knowledge:
    """What a bot knows that gives invite links."""
    read = read_knowledge(invite_url="https://chat.example.vn/vao/")
    garbage.stays()
    return read


def for_one_database() -> Knowledge:
    """The same for one database: what was approved in the chats of another is none of its answers."""
    read = knowledge()
    library = replace(read.turns.library, _made={})
    return replace(read, turns=replace(read.turns, library=library))


@cache
def hearing() -> Common:
    """How free messages are understood everywhere."""
    loaded = load_hearing(CONTENT)
    garbage.stays()
    return loaded


@cache
def lexicon(tenant: str) -> Lexicon:
    """How they are understood in one tenant."""
    return lexicon_of(hearing(), catalogue(), tenant)
