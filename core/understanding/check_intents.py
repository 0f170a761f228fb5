"""Checks of content/vocabulary/intents.yaml."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from core.catalogue.check_words import twice
from core.catalogue.documents import Path
from core.catalogue.parse import Parsed
from core.catalogue.problems import Problem, choose, quoted
from core.understanding.check_phrases import contradicting, placed
from core.understanding.intent_specs import Intents, IntentSpec
from core.understanding.intents import FEATURES, INTENTS, SPEAKERS

_STRENGTHS = ("strong", "fair", "weak")


def check_intents(parsed: Parsed[Intents]) -> Iterator[Problem]:
    """Intents and features nobody knows, phrases that mean two things, intents nothing speaks for."""
    intents, document = parsed.model, parsed.document
    names = [(("intents", at, "intent"), each.intent) for at, each in enumerate(intents.intents)]
    yield from twice(document, names, "the intent")
    known = {f"#{name}" for name in (*FEATURES, *SPEAKERS, *intents.features, *intents.endings)}
    for at, spec in enumerate(intents.intents):
        yield from _check_intent(parsed, ("intents", at), spec, known)
    for name in INTENTS:
        if name not in (code for _, code in names):
            do = f"add intent: {name} with what speaks for it"
            yield document.problem(
                ("intents",), f"nothing speaks for the intent {quoted(name)}", do, "warning"
            )
    for place, named in (("features", intents.features), ("endings", intents.endings)):
        for name in named:
            if name in FEATURES or name in SPEAKERS:
                what = f"the feature {quoted(name)} is one of the program's own"
                yield document.problem((place, name), what, "give it another name")
    said: dict[str, list[tuple[Path, str]]] = defaultdict(list)
    for at, each in enumerate(intents.subjects):
        said[each.code] += placed(("subjects", at, "phrases"), each.phrases)
    yield from contradicting(document, said)


def _check_intent(
    parsed: Parsed[Intents], path: Path, spec: IntentSpec, known: set[str]
) -> Iterator[Problem]:
    document = parsed.document
    if spec.intent not in INTENTS:
        what = f"no intent is called {quoted(spec.intent)}"
        yield document.problem((*path, "intent"), what, choose(spec.intent, INTENTS))
    strengths = {name: placed((*path, name), getattr(spec, name)) for name in _STRENGTHS}
    yield from contradicting(document, strengths, "warning")
    for role in spec.roles:
        if role not in SPEAKERS:
            what = f"nobody is called {quoted(role)}"
            yield document.problem((*path, "roles"), what, choose(role, SPEAKERS))
    for at, cue in enumerate(spec.cues):
        here = (*path, "cues", at)
        for group, each in enumerate(cue.all):
            yield from _features(parsed, (*here, "all", group), each, known)
        yield from _features(parsed, (*here, "none"), cue.none, known)
    for at, ask in enumerate(spec.asks):
        for name in ("missing", "given"):
            asked: tuple[str, ...] = getattr(ask, name)
            yield from _features(parsed, (*path, "asks", at, name), asked, known)
            for word in asked:
                if not word.startswith("#"):
                    do = 'name a feature, such as "#number", or make one of it under features:'
                    yield document.problem((*path, "asks", at, name), f"{quoted(word)} is no feature", do)


def _features(
    parsed: Parsed[Intents], path: Path, named: Iterable[str], known: set[str]
) -> Iterator[Problem]:
    for each in named:
        if each.startswith("#") and each not in known:
            what = f"no feature is called {quoted(each)}"
            yield parsed.document.problem(path, what, choose(each, known))
