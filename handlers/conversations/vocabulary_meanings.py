"""Readings and meanings in words: what a message was understood as, what a taught word stands for."""

from collections.abc import Sequence

from core.answers import show_answer
from core.catalogue.fact_types import FieldSpec
from core.catalogue.fact_types import Option as Choice
from core.dialogue.known import HeardKnown, Known
from core.texts import Lines, Speech, lines, say
from core.understanding.answers import answers_of
from core.understanding.hearing import HeardField, Hearing
from core.understanding.lexicon import Lexicon
from core.understanding.phrases import Sense
from core.understanding.situation import Reading, Record, Situation
from core.understanding.taught import Taught

#: happenings of one message, and answers of one, that are shown
MOST_RECORDS, MOST_ANSWERS = 2, 5


def situation_of(heard: HeardKnown) -> Situation:
    """Who said it, and the day; what went before is not kept."""
    return Situation(heard.at.date(), heard.sender)


def kind_of(fact_type: str | None, known: Known) -> Speech | None:
    """The name of a kind of report."""
    kind = known.fact_type(fact_type) if fact_type else None
    return kind.label if kind else None


def reading_text(reading: Reading, situation: Situation, lexicon: Lexicon, known: Known) -> Speech:
    """The kinds of report that a message makes, each with its answers; or what else its sender wants."""
    told = [r for r in reading.records if known.fact_type(r.fact_type)]
    if not told:
        return intent_text(reading.intent)
    shown: list[Speech] = [_record(r, situation, lexicon, known) for r in told[:MOST_RECORDS]]
    if len(told) > MOST_RECORDS:
        shown.append(say("heard-and-more", count=len(told) - MOST_RECORDS))
    return Lines(tuple(shown), "; ")


def intent_text(intent: str) -> Speech:
    """What a message without a report is."""
    return say(f"heard-as-{intent.replace('_', '-')}")


def _record(record: Record, situation: Situation, lexicon: Lexicon, known: Known) -> Speech:
    kind, hearing = known.fact_type(record.fact_type), lexicon.hearings.get(record.fact_type)
    if kind is None or hearing is None:
        return record.topic
    setting = known.setting({})
    answers = answers_of(record.fields, hearing, kind, setting)
    shown = [
        say("heard-answer", field=spec.label, value=show_answer(spec, answers[spec.code], setting))
        for spec in kind.fields
        if spec.code in answers
    ]
    if not shown:
        return kind.label
    return say("heard-record", kind=kind.label, answers=Lines(tuple(shown[:MOST_ANSWERS]), ", "))


def fields_of(fact_type: str, lexicon: Lexicon, known: Known) -> list[tuple[HeardField, FieldSpec]]:
    """The fields of a kind that are chosen from options, which more words may stand for."""
    hearing, kind = lexicon.hearings.get(fact_type), known.fact_type(fact_type)
    found: dict[str, tuple[HeardField, FieldSpec]] = {}
    for heard in hearing.fields if hearing else ():
        spec = kind.field(heard.fills) if kind and heard.fills else None
        if (
            spec is not None
            and heard.kept
            and heard.code not in found
            and _options(heard, spec, fact_type, lexicon)
        ):
            found[heard.code] = (heard, spec)
    return list(found.values())


def options_of(fact_type: str, field: str, lexicon: Lexicon, known: Known) -> list[tuple[str, Choice]]:
    """The options of such a field, by their codes in records."""
    for heard, spec in fields_of(fact_type, lexicon, known):
        if heard.code == field:
            return _options(heard, spec, fact_type, lexicon)
    return []


def _options(
    heard: HeardField, spec: FieldSpec, fact_type: str, lexicon: Lexicon
) -> list[tuple[str, Choice]]:
    if heard.kind not in ("choice", "choices", "tally"):
        return []
    heard_codes = lexicon.order.get(f"{fact_type}.{heard.code}", ())
    named = ((heard.named.get(option.code, option.code), option) for option in spec.options)
    return [(code, option) for code, option in named if code in heard_codes]


def word_meaning(word: Taught, lexicon: Lexicon | None, known: Known) -> Speech:
    """What a word stands for: a kind of report, or an option of a field of one."""
    kind = kind_of(word.fact_type, known) or word.fact_type
    if not word.field or lexicon is None:
        return kind
    spec = next((s for h, s in fields_of(word.fact_type, lexicon, known) if h.code == word.field), None)
    options = dict(options_of(word.fact_type, word.field, lexicon, known))
    label: Speech = options[word.option].label if word.option in options else word.option
    return say("words-meaning", kind=kind, field=spec.label if spec else word.field, option=label)


def sense_meanings(senses: Sequence[Sense], lexicon: Lexicon, known: Known) -> Lines | None:
    """What a phrase stands for already; each meaning once."""
    found: dict[Taught, Speech] = {}
    for sense in senses:
        kind, _, field = sense.about.partition(".")
        word = Taught("", kind, field, sense.code)
        if known.fact_type(kind) is not None and (not field or _shown(word, lexicon, known)):
            found[word] = word_meaning(word, lexicon, known)
    return lines(*list(found.values())[:MOST_ANSWERS], separator="; ") if found else None


def _shown(word: Taught, lexicon: Lexicon, known: Known) -> bool:
    return word.option in dict(options_of(word.fact_type, word.field, lexicon, known))


def hearings(lexicon: Lexicon, known: Known) -> list[Hearing]:
    """The kinds of report that can be taught, in the order of the content."""
    return [hearing for hearing in lexicon.hearings.values() if known.fact_type(hearing.fact_type)]
