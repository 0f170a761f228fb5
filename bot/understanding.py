"""Reads content/hearing and its neighbours from the disk, and makes the lexicon of a tenant."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from bot.content import read_text
from bot.content_words import load_vocabulary
from core.catalogue import Catalogue
from core.catalogue.documents import read_document
from core.catalogue.parse import parse
from core.catalogue.problems import Problem
from core.catalogue.vocabulary import OptionLists
from core.errors import ContentError
from core.understanding.filling import Named
from core.understanding.hearing import Hearing
from core.understanding.intent_specs import Intents
from core.understanding.lexicon import Common, Lexicon, Local, build_lexicon
from core.understanding.speech import Speech

M = TypeVar("M", bound=BaseModel)

FOLDER = "hearing"


def lexicon_of(common: Common, catalogue: Catalogue, tenant: str, orgs: Iterable[Named] = ()) -> Lexicon:
    """The lexicon of a tenant: its kinds of report, places and units, and the organisations it knows."""
    spec = catalogue.tenants[tenant]
    kinds = catalogue.for_tenant(tenant).fact_types
    return build_lexicon(
        common, Local(kinds, spec.level, spec.places, spec.units, catalogue.plans_of(tenant), tuple(orgs))
    )


def load_hearing(content: Path) -> Common:
    """Everything below `content`. Raises `ContentError` naming each file, line and cure."""
    problems: list[Problem] = []
    files = sorted((content / FOLDER).glob("*.yaml"))
    hearings = [_read(Hearing, content, f"{FOLDER}/{file.name}", problems) for file in files]
    speech = _read(Speech, content, "vocabulary/speech.yaml", problems)
    intents = _read(Intents, content, "vocabulary/intents.yaml", problems)
    lists = _read(OptionLists, content, "vocabulary/options.yaml", problems)
    errors = [str(problem) for problem in problems if problem.severity == "error"]
    if errors or speech is None or intents is None or lists is None:
        raise ContentError("\n".join(errors))
    named = {one.code: one for one in lists.lists}
    found = tuple(hearing for hearing in hearings if hearing is not None)
    return Common(found, named, speech, intents, load_vocabulary(content))


def _read(model: type[M], content: Path, name: str, problems: list[Problem]) -> M | None:
    text = read_text(content / name, f"content/{name}", problems)
    if text is None:
        return None
    document, found = read_document(f"content/{name}", text)
    problems.extend(found)
    if document is None:
        return None
    parsed, more = parse(model, document)
    problems.extend(more)
    return parsed.model if parsed else None
