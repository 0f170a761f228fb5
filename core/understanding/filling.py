"""Fills the book of phrases with what kinds of report, fields, intents and places are called by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.answers.tokens import phrase
from core.answers.vocabulary import Vocabulary
from core.catalogue.fact_types import FactType, Option
from core.catalogue.tenants import PlaceSpec
from core.catalogue.vocabulary import OptionList
from core.folding import fold
from core.understanding.hearing import HeardField, Hearing
from core.understanding.intent_specs import Intents
from core.understanding.phrases import PhraseBook, Sense
from core.understanding.speech import Speech
from core.understanding.taught import Taught

#: how strongly phrases of a hearing speak for it
STRONG, FAIR, WEAK, AGAINST = 3.0, 2.0, 1.0, -2.5


@dataclass(frozen=True)
class Named:
    """A place, unit or organisation known by name."""

    code: str
    name: str
    kind: str
    also: tuple[str, ...] = ()


def add_cues(book: PhraseBook, hearing: Hearing) -> None:
    for phrases, weight in (
        (hearing.strong, STRONG),
        (hearing.fair, FAIR),
        (hearing.weak, WEAK),
        (hearing.against, AGAINST),
    ):
        book.add_all(phrases, Sense("cue", hearing.fact_type, weight=weight))
    book.add_all(hearing.hints, Sense("hint", hearing.fact_type))
    for cue in hearing.cues:
        for each in (*(one for group in cue.all for one in group), *cue.none):
            if each[0] not in "@#":
                book.add(each, Sense("part", hearing.fact_type, each))


def options_of(
    hearing: Hearing, field: HeardField, kinds: Mapping[str, FactType], lists: Mapping[str, OptionList]
) -> tuple[Option, ...]:
    if field.made_of:
        return ()
    if field.options is not None:
        return lists[field.options].options
    kind = kinds.get(hearing.fact_type)
    spec = kind.field(field.fills) if kind and field.fills else None
    return spec.options if spec else ()


def add_field(book: PhraseBook, hearing: Hearing, field: HeardField, options: Iterable[Option]) -> None:
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
    if field.times:
        book.add_all(field.times.each, Sense("times", about))
        book.add_all(field.times.units, Sense("times_of", about))
    if field.as_many:
        book.add_all(field.as_many.phrases, Sense("as_many", about))


def add_taught(
    book: PhraseBook, word: Taught, heard: Mapping[str, Hearing], order: Mapping[str, tuple[str, ...]]
) -> None:
    """A taught word speaks for its kind as strongly as any, or stands for its option.

    What content knows no more (a kind, a field, an option) is not heard. An option is heard in a tally of the
    same kind of report too, which counts by the same list.
    """
    hearing = heard.get(word.fact_type)
    if hearing is None:
        return
    if not word.field:
        book.add(word.phrase, Sense("cue", hearing.fact_type, weight=STRONG))
        return
    for code in {
        f.code for f in hearing.fields if f.code == word.field or (f.kind == "tally" and not f.fills)
    }:
        about = f"{hearing.fact_type}.{code}"
        if word.option in order.get(about, ()):
            book.add(word.phrase, Sense("option", about, word.option))


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
    "undone",
    "unsure",
    "not_done",
    "until_now",
    "in_all",
    "done",
    "ongoing",
    "outcomes",
    "slips",
    "guesses_behind",
    "middle_names",
    "double_names",
    "posts",
    "among",
    "denials",
    "alike",
    "not_yet",
    "left_undone",
    "tells",
    "at_places",
    "reasons",
    "becomes",
    "labels",
    "given_names",
    "clear_titles",
)


def add_speech(book: PhraseBook, speech: Speech, vocabulary: Vocabulary) -> None:
    for code, heads in speech.org_heads.items():
        book.add_all(heads, Sense("head", "org", code))
    for code, heads in speech.place_heads.items():
        book.add_all(heads, Sense("head", "place", code))
    for name, phrases in speech:
        if name in _PLAIN_SPEECH:
            book.add_all(phrases, Sense(name))
    book.add_all(vocabulary.numbers.spelled, Sense("spelled"))
    book.add_all(vocabulary.numbers.spelled_about, Sense("about"))
    for group in vocabulary.numbers.counters:
        for word in group:
            book.add(word, Sense("counter"), marked=False)
    for word in vocabulary.numbers.neutral:
        book.add(word, Sense("counter"), marked=False)


def add_intents(book: PhraseBook, intents: Intents) -> None:
    for spec in intents.intents:
        for phrases, weight in ((spec.strong, STRONG), (spec.fair, FAIR), (spec.weak, WEAK)):
            book.add_all(phrases, Sense("intent", spec.intent, weight=weight))
        for cue in spec.cues:
            for each in (*(one for group in cue.all for one in group), *cue.none):
                if each[0] != "#":
                    book.add(each, Sense("feature", each))
    for name, phrases in intents.features.items():
        book.add_all(phrases, Sense("named_feature", name))
    for name, phrases in intents.endings.items():
        book.add_all(phrases, Sense("ending", name))
    book.add_all(intents.tails, Sense("tail"))
    book.add_all(intents.common, Sense("common"))
    for subject in intents.subjects:
        book.add_all(subject.phrases, Sense("subject", subject.code, weight=subject.weight))
        for at, phrases in enumerate(subject.together):
            group = f"{at + 1}/{len(subject.together)}"
            book.add_all(phrases, Sense("subject_part", subject.code, group, subject.weight))


def add_places(book: PhraseBook, places: Iterable[PlaceSpec], vocabulary: Vocabulary) -> dict[str, Named]:
    known: dict[str, Named] = {}
    for place in places:
        known[place.code] = Named(place.code, place.name, place.kind, place.also)
        sense = Sense("place", place.code, place.kind)
        heads = vocabulary.common.place_kinds.get(place.kind, frozenset())
        for name in (place.name, *place.also):
            book.add(name, sense)
            bare = _without_head(name, heads)
            if bare and len(bare.split()) > 1 and bare != bare.lower():
                book.add(bare, sense)
    return known


def _without_head(name: str, heads: Iterable[str]) -> str:
    pieces = name.split()
    for head in sorted(heads, key=len, reverse=True):
        width = len(head.split())
        if fold(" ".join(pieces[:width])) == head:
            return " ".join(pieces[width:])
    return ""
