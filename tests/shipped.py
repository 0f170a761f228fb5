"""The content and the texts that come with the program, read once for all tests: nobody changes them."""

from functools import cache

from bot.content import load_catalogue, read_texts
from bot.knowledge import Knowledge, read_knowledge
from core.catalogue import Catalogue
from core.texts import Texts


@cache
def catalogue() -> Catalogue:
    """What is in content/."""
    return load_catalogue()


@cache
def texts() -> Texts:
    """What is in locales/."""
    return read_texts()


@cache
def knowledge() -> Knowledge:
    """What a bot knows that gives invite links."""
    return read_knowledge(invite_url="https://chat.example.vn/vao/")
