"""Everything that can be recognised for one tenant: kinds of report, intents, places, units, names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from core.answers.tokens import phrase
from core.answers.vocabulary import Vocabulary
from core.catalogue.fact_types import FactType
from core.catalogue.plans import Plan
from core.catalogue.tenants import PlaceSpec, UnitSpec
from core.catalogue.vocabulary import OptionList
from core.folding import fold
from core.understanding.clues import Clues, clues_of, intent_clues_of
from core.understanding.day_words import DayWords
from core.understanding.days import DayFinder
from core.understanding.filling import (
    Named,
    add_cues,
    add_field,
    add_intents,
    add_places,
    add_speech,
    add_taught,
    options_of,
)
from core.understanding.hearing import Hearing
from core.understanding.intent_specs import Intents
from core.understanding.likely import add_likely, step_names, work_words
from core.understanding.mending import Mender
from core.understanding.numbers import NumberFinder
from core.understanding.phrases import PhraseBook, Sense
from core.understanding.speech import ShortSpec, Speech
from core.understanding.targets import Targets, target_words
from core.understanding.taught import Taught
from core.understanding.uncounted import Uncounted
from core.understanding.words import ShortForm, Spelling


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
    uncounted: Uncounted
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
    """What one tenant adds: kinds of report, places, units, plans."""

    kinds: Mapping[str, FactType]
    level: str
    places: tuple[PlaceSpec, ...] = ()
    units: tuple[UnitSpec, ...] = ()
    plans: tuple[Plan, ...] = ()


def build_lexicon(common: Common, local: Local) -> Lexicon:
    """All phrases in one book. Kinds of report that the tenant is not offered are not heard."""
    always = {
        form: meanings[0].means
        for form, meanings in common.speech.short.items()
        if len(meanings) == 1 and not meanings[0].conditional
    }
    book = PhraseBook(always)
    kinds, speech, vocabulary = local.kinds, common.speech, common.vocabulary
    heard = {h.fact_type: _for_level(h, local.level) for h in common.hearings if h.fact_type in kinds}
    order: dict[str, tuple[str, ...]] = {}
    for hearing in heard.values():
        add_cues(book, hearing)
        for field in hearing.fields:
            options = options_of(hearing, field, kinds, common.lists)
            about = f"{hearing.fact_type}.{field.code}"
            codes = (*(field.named.get(o.code, o.code) for o in options), *field.words)
            # a field may be heard in two ways, each with phrases of its own
            order[about] = tuple(dict.fromkeys((*order.get(about, ()), *codes)))
            add_field(book, hearing, field, options)
            if field.made_of:
                words = work_words(local.plans, field.made_of)
                add_likely(book, about, words)
    add_speech(book, speech, vocabulary)
    add_intents(book, common.intents)
    known = add_places(book, local.places, vocabulary)
    for unit in local.units:
        book.add_all((unit.name, *unit.also), Sense("unit", unit.name, unit.code))
    day_words = _day_words(speech, vocabulary)
    return Lexicon(
        hearings=heard,
        kinds=kinds,
        speech=speech,
        intents=common.intents,
        vocabulary=vocabulary,
        book=book,
        clues=clues_of(heard.values()),
        intent_clues=intent_clues_of(common.intents),
        spelling=_spelling(book, speech, day_words),
        days=DayFinder(day_words),
        numbers=NumberFinder(
            vocabulary.numbers,
            out_of=_folded(speech.out_of),
            clock=_folded(speech.clock),
            point=_folded(speech.point),
            never_first=_folded(speech.never_first),
            never_last=_folded(speech.never_last),
            spans=frozenset(vocabulary.dates.spans),
        ),
        uncounted=Uncounted(
            _folded(speech.clock),
            _folded(speech.rows),
            frozenset(speech.measures),
            frozenset((*vocabulary.numbers.currency, *vocabulary.numbers.thousands)),
        ),
        order=order,
        places=known,
        targets=target_words(local.plans),
        steps=step_names(local.plans),
    )


def with_names(lexicon: Lexicon, orgs: Sequence[Named], taught: Sequence[Taught]) -> Lexicon:
    """The lexicon with the organisations and the taught words that came up in use, at a tenth of the work of
    building one. The one given stays as it is.
    """
    if not (orgs or taught):
        return lexicon
    book = lexicon.book.copy()
    for word in taught:
        add_taught(book, word, lexicon.hearings, lexicon.order)
    for org in orgs:
        book.add_all((org.name, *org.also), Sense("org", org.name, org.kind))
    spelling = _spelling(book, lexicon.speech, _day_words(lexicon.speech, lexicon.vocabulary))
    return replace(lexicon, book=book, spelling=spelling)


def _spelling(book: PhraseBook, speech: Speech, days: DayWords) -> Spelling:
    short = short_forms(speech)
    return Spelling(
        short,
        # what stands only in front of figures is no slip: "t7", "quí 1"
        book.words | days.vocabulary.dates.month | days.quarter,
        _mender(book, days, short, (*speech.other_words, *speech.quarter)),
    )


def _for_level(hearing: Hearing, level: str) -> Hearing:
    fields = tuple(f for f in hearing.fields if not level or not f.levels or level in f.levels)
    return hearing.model_copy(update={"fields": fields})


def short_forms(speech: Speech) -> dict[str, tuple[ShortForm, ...]]:
    """Short forms by their text without marks. Of two alike but for their marks ("kđ", "kd") what holds only
    beside certain words comes first.
    """
    found: dict[str, list[tuple[ShortSpec, str]]] = {}
    for form, meanings in speech.short.items():
        found.setdefault(fold(form), []).extend((spec, form) for spec in meanings)
    return {
        folded: tuple(
            ShortForm(
                spec.means,
                form,
                not form.isascii() and folded in speech.short,
                spec.after_number,
                spec.before_number,
                frozenset(map(fold, spec.after)),
                frozenset(map(fold, spec.before)),
            )
            for spec, form in sorted(specs, key=lambda each: not each[0].conditional)
        )
        for folded, specs in found.items()
    }


def _folded(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase(each) for each in phrases)


def _spelled(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words with their marks, by their text without."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        found[fold(word)] = (*found.get(fold(word), ()), word)
    return found


def _mender(book: PhraseBook, days: DayWords, short: Mapping[str, object], others: Iterable[str]) -> Mender:
    """What words not typed as meant are found with: those of all phrases, and of days."""
    told = [phrase(each).split() for each in days.phrases]
    pairs = {f"{one} {other}" for words in told for one, other in pairwise(words)}
    couples = {" ".join(words) for words in told if len(words) == 2}
    return Mender(
        book.spelled, book.pairs | pairs, book.couples, days.all | short.keys(), frozenset(others), couples
    )


def _day_words(speech: Speech, vocabulary: Vocabulary) -> DayWords:
    return DayWords(
        vocabulary,
        quarter=_folded(speech.quarter),
        quarter_first=_folded(speech.quarter_first),
        quarter_last=_folded(speech.quarter_last),
        half_first=_folded(speech.half_first),
        half_second=_folded(speech.half_second),
        year_start=_folded(speech.year_start),
        month_start=_folded(speech.month_start),
        week_start=_folded(speech.week_start),
        never_alone=_folded(speech.never_alone),
        around=_folded(speech.around_days),
        spelled=_spelled(vocabulary.numbers.spelled),
        day_spelled=_spelled((*speech.day_words, *speech.quarter, *vocabulary.numbers.spelled)),
        this=_folded(speech.this),
        next_day=_folded(speech.next_day),
    )
