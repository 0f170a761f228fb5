"""Places that somebody typed by name, with or without "chợ", "thôn" in front."""

from collections.abc import Iterable

from core.answers.names import Named, Names
from core.answers.outcome import Outcome, Read, Refused, Setting, unsure
from core.answers.showing import examples
from core.answers.vocabulary import CommonWords
from core.catalogue.fact_types import FieldSpec
from core.catalogue.plans import PlaceSpec
from core.folding import clean, fold
from core.texts import say

#: letters of an unknown name that are said again
_QUOTED = 60


def places_of(field: FieldSpec, setting: Setting) -> tuple[PlaceSpec, ...]:
    """The places this field takes: those of its kinds, or all.

    Where an earlier answer leaves kinds of which there is no place here, every kind of the field is taken.
    """
    return _of(field.kinds_given(setting.answers), setting) or _of(field.place_kinds, setting)


def _of(kinds: tuple[str, ...], setting: Setting) -> tuple[PlaceSpec, ...]:
    return tuple(place for place in setting.places if not kinds or place.kind in kinds)


def read_place(field: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """The code of the place meant."""
    places = places_of(field, setting)
    if not places:
        return Refused(say("answer-place-none"))
    common = setting.words.common
    names = Names((_named(place, common) for place in places), common)
    found = names.find(typed)
    if found.sure:
        return Read(found.codes[0])
    if len(found.codes) > 1:
        unknown = say("answer-place-unknown", typed=clean(typed)[:_QUOTED])
        question = unknown if found.near else say("answer-place-which")
        return unsure(question, ((names.label(code), code) for code in found.codes), near=found.near)
    return Refused(say("answer-place", places=examples(place.name for place in places)))


def _named(place: PlaceSpec, common: CommonWords) -> Named:
    kinds = sorted(common.place_kinds.get(place.kind, ()), key=len, reverse=True)
    names = [name for given in (place.name, *place.also) for name in _forms(given, kinds)]
    return Named(place.code, place.name, tuple(dict.fromkeys(names)), frozenset(kinds))


def _forms(name: str, kinds: Iterable[str]) -> Iterable[str]:
    """A name, the name without its kind, and with each word for its kind: "chợ Ngụ", "Ngụ"."""
    yield name
    kinds = tuple(kinds)
    bare = _bare(name, kinds)
    if bare:
        yield bare
        yield from (f"{kind} {bare}" for kind in kinds)


def _bare(name: str, kinds: Iterable[str]) -> str:
    """The name without the word of its kind in front; the name itself if it has none."""
    pieces = clean(name).split()
    for kind in kinds:
        width = len(kind.split())
        if fold(" ".join(pieces[:width])) == kind:
            return " ".join(pieces[width:])
    return " ".join(pieces)
