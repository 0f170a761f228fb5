"""Checks of content/hearing and the words around it: names that nobody knows, phrases that contradict."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType
from core.catalogue.parse import Parsed
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.vocabulary import OptionList
from core.understanding.check_fields import check_fields
from core.understanding.check_intents import check_intents
from core.understanding.check_phrases import contradicting, empty, placed
from core.understanding.hearing import Hearing
from core.understanding.intent_specs import Intents
from core.understanding.speech import Speech
from core.understanding.spoken import SEEN

#: how strongly phrases speak for a kind of report
_FOR = ("strong", "fair", "weak")


@dataclass
class HearingSources:
    """What the files hold, before it is checked. A file that cannot be read is not among them."""

    hearings: list[Parsed[Hearing]] = field(default_factory=list)
    speech: Parsed[Speech] | None = None
    intents: Parsed[Intents] | None = None
    lists: Mapping[str, OptionList] = field(default_factory=dict)


def check_hearing(sources: HearingSources, catalogue: Catalogue) -> list[Problem]:
    """Every problem of all files. Kinds of report that nothing hears are a warning."""
    kinds = _place_kinds(sources, catalogue)
    found: list[Problem] = []
    for parsed in sources.hearings:
        found += empty(parsed.document)
        found += _check_one(parsed, sources, catalogue.fact_types, kinds)
    found += _names(sources, catalogue.fact_types)
    if sources.speech is not None:
        found += empty(sources.speech.document)
        found += _check_speech(sources.speech)
    if sources.intents is not None:
        found += empty(sources.intents.document)
        found += check_intents(sources.intents)
    return sorted(set(found))


def _check_one(
    parsed: Parsed[Hearing], sources: HearingSources, types: Mapping[str, FactType], kinds: set[str]
) -> Iterator[Problem]:
    hearing, document = parsed.model, parsed.document
    kind = types.get(hearing.fact_type)
    if kind is None:
        what = f"no kind of report has the code {quoted(hearing.fact_type)}"
        yield document.problem(("fact_type",), what, choose(hearing.fact_type, types))
        return
    stem = document.file.rsplit("/", 1)[-1].removesuffix(".yaml")
    if stem != hearing.fact_type:
        what = f"the kind of report is {quoted(hearing.fact_type)} and the file is called {stem}.yaml"
        yield document.problem(("fact_type",), what, f"call the file {hearing.fact_type}.yaml")
    yield from contradicting(
        document, {name: placed((name,), getattr(hearing, name)) for name in _FOR}, "warning"
    )
    for name in _FOR:
        both = {
            name: placed((name,), getattr(hearing, name)),
            "against": placed(("against",), hearing.against),
        }
        yield from contradicting(document, both)
    yield from check_fields(parsed, kind, sources.lists, kinds)
    codes = {each.code for each in hearing.fields}
    for at, cue in enumerate(hearing.cues):
        for group, each in ((g, each) for g, phrases in enumerate(cue.all) for each in phrases):
            path = ("cues", at, "all", group)
            if each.startswith("#") and each[1:] not in SEEN:
                do = choose(each, [f"#{name}" for name in SEEN])
                yield document.problem(path, f"nothing is called {quoted(each)}", do)
            if each.startswith("@") and each[1:] not in codes:
                what = f"no field is called {quoted(each[1:])}"
                yield document.problem(path, what, choose(each[1:], codes))


def _names(sources: HearingSources, types: Mapping[str, FactType]) -> Iterator[Problem]:
    """One hearing for each kind of report."""
    seen: dict[str, str] = {}
    for parsed in sources.hearings:
        code = parsed.model.fact_type
        if code in seen:
            what = f"{quoted(code)} is heard by {seen[code]} already"
            yield parsed.document.problem(("fact_type",), what, "keep one of them")
        seen.setdefault(code, parsed.document.file)
    for code in types:
        if code not in seen:
            what = f"no free message becomes a {quoted(code)}: nothing says how people speak of it"
            do = f"add content/hearing/{code}.yaml"
            yield Problem(f"content/fact_types/{code}.yaml", 1, what, do, "warning")


def _check_speech(parsed: Parsed[Speech]) -> Iterator[Problem]:
    speech, document = parsed.model, parsed.document
    for name in ("org_heads", "place_heads"):
        heads: Mapping[str, Sequence[str]] = getattr(speech, name)
        yield from contradicting(document, {code: placed((name, code), each) for code, each in heads.items()})
    for form, readings in speech.short.items():
        always = [at for at, each in enumerate(readings) if not each.conditional]
        for at in always:
            if at < len(readings) - 1:
                what = f"the readings of {quoted(form)} behind this one are never reached"
                yield document.problem(("short", form, at), what, "put the reading without a condition last")


def _place_kinds(sources: HearingSources, catalogue: Catalogue) -> set[str]:
    """Everything `kinds` of a field can name: kinds of places, types of organisations, sorts of names."""
    kinds = {place.kind for tenant in catalogue.tenants.values() for place in tenant.places}
    kinds |= {each for kind in catalogue.fact_types.values() for f in kind.fields for each in f.place_kinds}
    kinds |= {"person", "org", "unit", "place"}
    if sources.speech is not None:
        kinds |= {*sources.speech.model.org_heads, *sources.speech.model.place_heads}
    return kinds
