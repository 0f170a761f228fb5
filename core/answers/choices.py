"""One option, or several at once, typed by name."""

import re
from functools import lru_cache
from itertools import chain

from core.answers.names import Found, Named, Names
from core.answers.outcome import Outcome, Read, Refused, Setting, unsure
from core.answers.showing import examples, show_answer
from core.answers.vocabulary import CommonWords
from core.catalogue.fact_types import FieldSpec, Option
from core.folding import fold
from core.identity import Same
from core.texts import Label, Lines, say

#: an option's own name may hold "và" or a comma: this many pieces are tried together
_WIDEST = 4


def option_names(field: FieldSpec, setting: Setting) -> Names:
    """The field's options by every name they go by."""
    return _names_of(Same(field.options), Same(setting.words.common))


@lru_cache(maxsize=1_000)
def _names_of(options: Same[tuple[Option, ...]], words: Same[CommonWords]) -> Names:
    named = (Named(o.code, o.label, (*_texts(o.label), *o.also)) for o in options.value)
    return Names(named, words.value)


def _texts(label: Label) -> tuple[str, ...]:
    return tuple(dict.fromkeys((label.vi, label.en)))


def read_choice(field: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """The code of the option meant."""
    names = option_names(field, setting)
    found = names.find(typed)
    if found.sure:
        return Read(found.codes[0])
    if len(found.codes) > 1:
        meant = ((names.label(code), code) for code in found.codes)
        return unsure(say("answer-choice-which"), meant, near=found.near)
    return Refused(say("answer-choice", options=examples(option.label for option in field.options)))


def read_choices(field: FieldSpec, typed: str, setting: Setting) -> Outcome:
    """The codes of all options meant, in the field's order."""
    names = option_names(field, setting)
    everything = _everything(field, names.plain(typed), setting)
    if everything:
        return everything
    whole = names.exactly(typed)
    found = [(typed, whole)] if whole.sure else _pieces(names, typed, setting)
    missed = [piece for piece, each in found if not each.codes]
    if missed or not found:
        return _refused(field, missed)
    doubtful = [piece for piece, each in found if not each.sure]
    if len(doubtful) > 1:
        return _refused(field, doubtful)
    return _chosen(field, [each for _, each in found], setting)


def _everything(field: FieldSpec, plain: str, setting: Setting) -> Read | None:
    common = setting.words.common
    if plain in common.all or (plain in common.both and len(field.options) == 2):
        return Read([option.code for option in field.options])
    return None


def _refused(field: FieldSpec, pieces: list[str]) -> Refused:
    options = examples(option.label for option in field.options)
    if not pieces:
        return Refused(say("answer-choices", options=options))
    unclear = Lines(tuple(pieces[:3]), ", ")
    return Refused(say("answer-choices-unclear", pieces=unclear, options=options))


def _chosen(field: FieldSpec, found: list[Found], setting: Setting) -> Outcome:
    sure = set(chain.from_iterable(each.codes for each in found if each.sure))
    open_ = next((each.codes for each in found if not each.sure), None)
    if open_ is None:
        return Read(_ordered(field, sure))
    values = [_ordered(field, sure | {code}) for code in open_]
    distinct = [value for at, value in enumerate(values) if value not in values[:at]]
    if len(distinct) == 1:
        return Read(distinct[0])
    near = all(each.near for each in found)
    return unsure(
        say("answer-choice-which"), ((show_answer(field, v, setting), v) for v in distinct), near=near
    )


def _ordered(field: FieldSpec, codes: set[str]) -> list[str]:
    return [option.code for option in field.options if option.code in codes]


def _pieces(names: Names, typed: str, setting: Setting) -> list[tuple[str, Found]]:
    """The text cut at commas and "và"; neighbours that make up one name stay together."""
    parts = _parts(typed, setting)
    found: list[tuple[str, Found]] = []
    at = 0
    while at < len(parts):
        piece, each, width = _widest(names, parts[at : at + _WIDEST])
        found.extend(_unparted(names, piece, each))
        at += width
    return found


def _widest(names: Names, parts: list[tuple[str, str]]) -> tuple[str, Found, int]:
    for width in range(len(parts), 0, -1):
        piece = "".join(
            text + (mark if at < width - 1 else "") for at, (text, mark) in enumerate(parts[:width])
        )
        found = names.exactly(piece)
        if found.sure:
            return piece.strip(), found, width
    return parts[0][0].strip(), names.find(parts[0][0]), 1


def _unparted(names: Names, piece: str, found: Found) -> list[tuple[str, Found]]:
    """Names typed with nothing between them are parted."""
    codes = () if found.sure else names.all_in(piece)
    return [(piece, Found((code,), True)) for code in codes] or [(piece, found)]


def _parts(typed: str, setting: Setting) -> list[tuple[str, str]]:
    """Each part with the mark or word that ends it."""
    parts: list[tuple[str, str]] = []
    text = ""
    for piece in re.findall(r"\s+|[,;+&/\n]|[^\s,;+&/]+", typed):
        if piece in (",", ";", "+", "&", "/") or "\n" in piece or _joins(piece, setting):
            parts.append((text, piece))
            text = ""
        else:
            text += piece
    return [part for part in (*parts, (text, "")) if part[0].strip()]


def _joins(piece: str, setting: Setting) -> bool:
    return fold(piece) in setting.words.common.conjunctions
