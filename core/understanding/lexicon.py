"""Everything that can be recognised for one tenant: phrases of kinds of report, intents, places, units, names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.answers.tokens import phrase
from core.answers.vocabulary import Vocabulary
from core.catalogue.fact_types import FactType, Option
from core.catalogue.plans import Plan
from core.catalogue.tenants import PlaceSpec, UnitSpec
from core.catalogue.vocabulary import OptionList
from core.folding import fold
from core.understanding.clues import Clues, clues_of, intent_clues_of
from core.understanding.day_words import DayWords
from core.understanding.days import DayFinder
from core.understanding.hearing import HeardField, Hearing, Intents, Speech
from core.understanding.likely import add_likely, step_names, work_words
from core.understanding.near import NearWords
from core.understanding.numbers import NumberFinder
from core.understanding.phrases import PhraseBook, Sense
from core.understanding.targets import Targets, target_words
from core.understanding.words import ShortForm, Spelling

#: how strongly phrases of a hearing speak for it
STRONG, FAIR, WEAK, AGAINST = 3.0, 2.0, 1.0, -2.5


@dataclass(frozen=True)
class Named:
    """A place, unit or organisation known by name."""

    code: str
    name: str
    kind: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """What messages of a tenant are read with. Built once; reading changes nothing in it."""

    hearings: Mapping[str, Hearing]
    kinds: Mapping[str, FactType]
    speech: Speech
    intents: Intents
    vocabulary: Vocabulary
    book: PhraseBook
    #: words that only together speak for a kind of report, or for an intent
    clues: Clues
    intent_clues: Clues
    spelling: Spelling
    days: DayFinder
    numbers: NumberFinder
    #: codes of a heard field in the order of its list, for "furthest"
    order: Mapping[str, tuple[str, ...]]
    places: Mapping[str, Named]
    targets: Targets
    #: names of the steps of plans by their full numbers
    steps: Mapping[str, str]

    @cached_property
    def topics(self) -> dict[str, Hearing]:
        return {hearing.name: hearing for hearing in self.hearings.values()}


@dataclass(frozen=True)
class Common:
    """What messages are understood with everywhere: content/hearing and the words around it."""

    hearings: tuple[Hearing, ...]
    lists: Mapping[str, OptionList]
    speech: Speech
    intents: Intents
    vocabulary: Vocabulary


@dataclass(frozen=True)
class Local:
    """What one tenant adds: its kinds of report, places, units, plans, and organisations its reports have named."""

    kinds: Mapping[str, FactType]
    level: str
    places: tuple[PlaceSpec, ...] = ()
    units: tuple[UnitSpec, ...] = ()
    plans: tuple[Plan, ...] = ()
    orgs: tuple[Named, ...] = ()


def build_lexicon(common: Common, local: Local) -> Lexicon:
    """All phrases in one book. Kinds of report that the tenant is not offered are not heard."""
    always = {
        fold(form): meanings[0].means
        for form, meanings in common.speech.short.items()
        if len(meanings) == 1 and not meanings[0].conditional
    }
    book = PhraseBook(always)
    kinds, speech, vocabulary = local.kinds, common.speech, common.vocabulary
    heard = {h.fact_type: _for_level(h, local.level) for h in common.hearings if h.fact_type in kinds}
    order: dict[str, tuple[str, ...]] = {}
    for hearing in heard.values():
        _cues(book, hearing)
        for field in hearing.fields:
            options = _options(hearing, field, kinds, common.lists)
            order[f"{hearing.fact_type}.{field.code}"] = tuple(
                dict.fromkeys([*(field.named.get(o.code, o.code) for o in options), *field.words])
            )
            _field(book, hearing, field, options)
            if field.made_of:
                words = work_words(local.plans, field.made_of)
                add_likely(book, f"{hearing.fact_type}.{field.code}", words)
    _speech(book, speech, vocabulary)
    _intents(book, common.intents)
    known = _places(book, local.places, vocabulary)
    for unit in local.units:
        book.add_all((unit.name, *unit.also), Sense("unit", unit.name, unit.code))
    for org in local.orgs:
        book.add_all((org.name, *org.also), Sense("org", org.name, org.kind))
    short = {
        fold(form): tuple(
            ShortForm(
                s.means,
                s.after_number,
                s.before_number,
                frozenset(map(fold, s.after)),
                frozenset(map(fold, s.before)),
            )
            for s in meanings
        )
        for form, meanings in speech.short.items()
    }
    near = NearWords(word for word in book.words if len(word) > 2 and word.isalpha())
    return Lexicon(
        hearings=heard,
        kinds=kinds,
        speech=speech,
        intents=common.intents,
        vocabulary=vocabulary,
        book=book,
        clues=clues_of(heard.values()),
        intent_clues=intent_clues_of(common.intents),
        spelling=Spelling(short, book.words, near.nearest),
        days=DayFinder(_day_words(speech, vocabulary)),
        numbers=NumberFinder(
            vocabulary.numbers,
            *map(_folded, (speech.out_of, speech.clock, speech.point, speech.never_first)),
        ),
        order=order,
        places=known,
        targets=target_words(local.plans),
        steps=step_names(local.plans),
    )


def _for_level(hearing: Hearing, level: str) -> Hearing:
    fields = tuple(f for f in hearing.fields if not level or not f.levels or level in f.levels)
    return hearing.model_copy(update={"fields": fields})


def _folded(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase(each) for each in phrases)


def _spelled(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words with their marks, by their text without."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[fold(word)] = (*found.get(fold(word), ()), word)
    return found


def _day_words(speech: Speech, vocabulary: Vocabulary) -> DayWords:
    return DayWords(
        vocabulary,
        _folded(speech.quarter),
        _folded(speech.half_first),
        _folded(speech.half_second),
        _folded(speech.year_start),
        _folded(speech.month_start),
        _folded(speech.never_alone),
        _spelled(vocabulary.numbers.spelled),
        _spelled((*speech.day_words, *vocabulary.numbers.spelled)),
        _folded(speech.this),
        _folded(speech.next_day),
    )


def _cues(book: PhraseBook, hearing: Hearing) -> None:
    for phrases, weight in (
        (hearing.strong, STRONG),
        (hearing.fair, FAIR),
        (hearing.weak, WEAK),
        (hearing.against, AGAINST),
    ):
        book.add_all(phrases, Sense("cue", hearing.fact_type, weight=weight))
    for cue in hearing.cues:
        for group in cue.all:
            for each in group:
                if each[0] not in "@#":
                    book.add(each, Sense("part", hearing.fact_type, each))


def _options(
    hearing: Hearing, field: HeardField, kinds: Mapping[str, FactType], lists: Mapping[str, OptionList]
) -> tuple[Option, ...]:
    if field.made_of:
        return ()
    if field.options is not None:
        return lists[field.options].options
    kind = kinds.get(hearing.fact_type)
    spec = kind.field(field.fills) if kind and field.fills else None
    return spec.options if spec else ()


def _field(book: PhraseBook, hearing: Hearing, field: HeardField, options: Iterable[Option]) -> None:
    about = f"{hearing.fact_type}.{field.code}"
    own = {phrase(each) for phrases in field.words.values() for each in phrases}
    for option in options:
        code = field.named.get(option.code, option.code)
        phrases = () if field.own_words else (option.label.vi, *option.also)
        book.add_all((p for p in phrases if phrase(p) not in own), Sense("option", about, code))
    for code, phrases in field.words.items():
        book.add_all(phrases, Sense("option", about, code))
    book.add_all(field.units, Sense("unit_of", about))
    book.add_all(field.near, Sense("near", about))
    if field.kind == "day":
        book.add_all(field.near, Sense("of_day", about))
    book.add_all(field.not_near, Sense("not_near", about))
    book.add_all(field.not_units, Sense("not_units", about))
    book.add_all(field.zero, Sense("zero", about))
    book.add_all(field.one, Sense("one", about))
    book.add_all(field.after, Sense("after", about))
    book.add_all(field.until, Sense("until", about))
    book.add_all(field.before, Sense("before", about))
    book.add_all(field.plus_one, Sense("plus_one", about))
    book.add_all(field.default_unless, Sense("default_unless", about))
    if field.as_many:
        book.add_all(field.as_many.phrases, Sense("as_many", about))


#: phrases of speech that mean the same wherever they stand
_PLAIN_SPEECH = (
    "name_stops",
    "name_ends",
    "plurals",
    "titles",
    "own",
    "breaks",
    "joins",
    "openers",
    "times_of_day",
    "negations",
    "rest",
    "surnames",
    "guesses",
    "running_total",
    "compounds",
    "more",
    "again",
    "planned",
    "done",
    "ongoing",
    "outcomes",
    "slips",
    "among",
    "denials",
    "becomes",
)


def _speech(book: PhraseBook, speech: Speech, vocabulary: Vocabulary) -> None:
    for code, heads in speech.org_heads.items():
        book.add_all(heads, Sense("head", "org", code))
    for code, heads in speech.place_heads.items():
        book.add_all(heads, Sense("head", "place", code))
    for name in _PLAIN_SPEECH:
        book.add_all(getattr(speech, name), Sense(name))
    book.add_all(vocabulary.numbers.spelled, Sense("spelled"))
    book.add_all(vocabulary.numbers.spelled_about, Sense("about"))
    for group in vocabulary.numbers.counters:
        for word in group:
            book.add(word, Sense("counter"), marked=False)
    for word in vocabulary.numbers.neutral:
        book.add(word, Sense("counter"), marked=False)


def _intents(book: PhraseBook, intents: Intents) -> None:
    for spec in intents.intents:
        for phrases, weight in ((spec.strong, STRONG), (spec.fair, FAIR), (spec.weak, WEAK)):
            book.add_all(phrases, Sense("intent", spec.intent, weight=weight))
        for cue in spec.cues:
            for each in (*(one for group in cue.all for one in group), *cue.none):
                if each[0] != "#":
                    book.add(each, Sense("feature", each))
    for name, phrases in intents.features.items():
        book.add_all(phrases, Sense("named_feature", name))
    book.add_all(intents.common, Sense("common"))
    for subject in intents.subjects:
        book.add_all(subject.phrases, Sense("subject", subject.code, weight=subject.weight))


def _places(book: PhraseBook, places: Iterable[PlaceSpec], vocabulary: Vocabulary) -> dict[str, Named]:
    known: dict[str, Named] = {}
    for place in places:
        known[place.code] = Named(place.code, place.name, place.kind, place.also)
        sense = Sense("place", place.code, place.kind)
        heads = vocabulary.common.place_kinds.get(place.kind, frozenset())
        for name in (place.name, *place.also):
            book.add(name, sense)
            bare = _without_head(name, heads)
            if bare and len(bare.split()) > 1:
                book.add(bare, sense)
    return known


def _without_head(name: str, heads: Iterable[str]) -> str:
    pieces = name.split()
    for head in sorted(heads, key=len, reverse=True):
        width = len(head.split())
        if fold(" ".join(pieces[:width])) == head:
            return " ".join(pieces[width:])
    return ""
