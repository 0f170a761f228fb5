"""Reads content/hearing and its neighbours from the disk, and makes the lexicon of a tenant."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

from pydantic import BaseModel

from bot.content import read_text
from bot.content_words import load_vocabulary
from core.catalogue import Catalogue
from core.catalogue.documents import read_document
from core.catalogue.parse import Parsed, parse
from core.catalogue.problems import Problem
from core.catalogue.vocabulary import OptionLists
from core.errors import ContentError
from core.understanding.check import HearingSources, check_hearing
from core.understanding.filling import Named
from core.understanding.hearing import Hearing
from core.understanding.intent_specs import Intents
from core.understanding.lexicon import Common, Lexicon, Local, build_lexicon, with_names
from core.understanding.speech import Speech

M = TypeVar("M", bound=BaseModel)

FOLDER = "hearing"


def lexicon_of(common: Common, catalogue: Catalogue, tenant: str, orgs: Sequence[Named] = ()) -> Lexicon:
    """The lexicon of a tenant: its kinds of report, places and units, and the organisations it knows."""
    spec = catalogue.tenants[tenant]
    kinds = catalogue.for_tenant(tenant).fact_types
    local = Local(kinds, spec.level, spec.places, spec.units, catalogue.plans_of(tenant))
    return with_names(build_lexicon(common, local), orgs, ())


def load_hearing(content: Path, catalogue: Catalogue | None = None) -> Common:
    """Everything below `content`, held against the catalogue if there is one.

    Raises `ContentError` naming each file, line and cure.
    """
    sources, problems = _sources(content)
    if catalogue is not None:
        problems += check_hearing(sources, catalogue)
    errors = [str(problem) for problem in problems if problem.severity == "error"]
    if errors or sources.speech is None or sources.intents is None:
        raise ContentError("\n".join(errors))
    return Common(
        tuple(parsed.model for parsed in sources.hearings),
        sources.lists,
        sources.speech.model,
        sources.intents.model,
        load_vocabulary(content),
    )


def load_speech(content: Path) -> Speech:
    """Short forms and the words around facts alone. Raises ContentError naming each line that is wrong."""
    problems: list[Problem] = []
    speech = _read(Speech, content, "vocabulary/speech.yaml", problems)
    if speech is None:
        raise ContentError("\n".join(map(str, problems)))
    return speech.model


def hearing_problems(content: Path) -> Callable[[Catalogue | None], list[Problem]]:
    """Every problem of the files, read once, against any catalogue; without one, whether they can be read."""
    sources, problems = _sources(content)
    return lambda catalogue: problems + (check_hearing(sources, catalogue) if catalogue is not None else [])


def _sources(content: Path) -> tuple[HearingSources, list[Problem]]:
    problems: list[Problem] = []
    names = [f"{FOLDER}/{file.name}" for file in sorted((content / FOLDER).glob("*.yaml"))]
    hearings = [_read(Hearing, content, name, problems) for name in names]
    lists = _read(OptionLists, content, "vocabulary/options.yaml", problems)
    sources = HearingSources(
        [parsed for parsed in hearings if parsed is not None],
        _read(Speech, content, "vocabulary/speech.yaml", problems),
        _read(Intents, content, "vocabulary/intents.yaml", problems),
        {one.code: one for one in lists.model.lists} if lists else {},
    )
    return sources, problems


def _read(model: type[M], content: Path, name: str, problems: list[Problem]) -> Parsed[M] | None:
    text = read_text(content / name, f"content/{name}", problems)
    if text is None:
        return None
    parsed, found = _parsed(model, f"content/{name}", text)
    problems.extend(found)
    return cast("Parsed[M] | None", parsed)


@lru_cache(maxsize=64)
def _parsed(model: type[BaseModel], file: str, text: str) -> tuple[Parsed[BaseModel] | None, list[Problem]]:
    """The same text says the same, to the letter: who asks again in this process has what was read before."""
    document, problems = read_document(file, text)
    if document is None:
        return None, problems
    parsed, more = parse(model, document)
    return parsed, [*problems, *more]
