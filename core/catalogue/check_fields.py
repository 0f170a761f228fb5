"""Checks of one field of a kind of report: options, limits, when it is asked, what it is computed from."""

import re
from collections.abc import Iterator

from core.catalogue.check_words import alike, twice
from core.catalogue.fact_types import Condition, FactType, FieldSpec, FieldType, PlaceKindsBy
from core.catalogue.parse import Parsed
from core.catalogue.plan_options import LISTS
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources

NUMBERS = (FieldType.INTEGER, FieldType.NUMBER, FieldType.MONEY)
#: words in the codes of fields that hold who somebody is, or where and how they are reached
_OF_PEOPLE = frozenset(
    {
        "person",
        "persons",
        "people",
        "name",
        "names",
        "owner",
        "who",
        "about",
        "phone",
        "telephone",
        "email",
        "address",
        "contact",
        "birth",
        "born",
        "card",
    }
)
_CHOICES = (FieldType.CHOICE, FieldType.CHOICES, FieldType.TALLY)
# The spaces matter: the form computes by splitting at them.
_FORMULA = re.compile(r"total\((?P<tally>[a-z0-9_]+)\)|(?P<left>[a-z0-9_]+) [-+] (?P<right>[a-z0-9_]+)")


def check_field(parsed: Parsed[FactType], index: int, sources: Sources) -> Iterator[Problem]:
    """All problems of the field at that place."""
    field = parsed.model.fields[index]
    path = ("fields", index)
    for key, what, do in _field_findings(field, sources):
        yield parsed.document.problem((*path, key), what, do)
    if field.options:
        yield from _check_options(parsed, index, field)
    if field.when:
        for key, what, do in _condition_findings(parsed.model, index, field.when, sources):
            yield parsed.document.problem((*path, "when", key), what, do)
    if field.place_kinds_by:
        for key, what, do in _place_findings(parsed.model, index, field.place_kinds_by, sources):
            yield parsed.document.problem((*path, "place_kinds_by", key), what, do)
    if field.formula is not None:
        for what, do in _formula_findings(parsed.model, field):
            yield parsed.document.problem((*path, "formula"), what, do)


def _field_findings(field: FieldSpec, sources: Sources) -> Iterator[tuple[str, str, str]]:
    name = quoted(field.code)
    lists = sources.list_names()
    if field.options and field.options_from:
        yield "options_from", f"{name} has options of its own and a shared list", "keep one of them"
    if field.options_from and not sources.knows("vocabulary", field.options_from, lists):
        what = f"no list of options is called {quoted(field.options_from)}"
        yield "options_from", what, choose(field.options_from, lists)
    if field.options_from in LISTS and "plans" not in sources.broken and not sources.options_of(field):
        what = f"no plan has anything for {quoted(field.options_from)}, so {name} has no options"
        yield "options_from", what, "remove the kind of report, or add it to a plan"
    if field.place_kinds and field.type is not FieldType.PLACE:
        yield "place_kinds", f"{name} is no place", "remove place_kinds, or make its type place"
    for kind in field.place_kinds:
        if not sources.knows("tenants", kind, sources.place_kinds()):
            yield "place_kinds", f"no place has the kind {quoted(kind)}", choose(kind, sources.place_kinds())
    yield from _limit_findings(field)
    if _asks_for_people(field) and field.personal is None:
        what = f"{name} asks who somebody is, and nothing says why that is needed"
        do = "drop it, or add personal: with the reason; a count by kind of people is often enough"
        yield "type", what, do
    if field.personal is not None and field.type not in (FieldType.PEOPLE, FieldType.TEXT):
        yield "personal", f"{name} holds no name, it is a {field.type}", "remove personal"


def _asks_for_people(field: FieldSpec) -> bool:
    """Whether the answer names people, as far as its type and its code tell."""
    coded = field.type is FieldType.TEXT and not _OF_PEOPLE.isdisjoint(field.code.split("_"))
    return coded or field.type is FieldType.PEOPLE


def _limit_findings(field: FieldSpec) -> Iterator[tuple[str, str, str]]:
    name = quoted(field.code)
    limits = [limit for limit in (field.minimum, field.maximum) if limit is not None]
    counted = (*NUMBERS, FieldType.TALLY)
    if limits and field.type not in counted:
        yield (
            "minimum",
            f"{name} is a {field.type} and has no least or greatest number",
            "remove minimum and maximum",
        )
    if len(limits) == 2 and limits[0] > limits[1]:
        yield "minimum", f"the minimum of {name} is above its maximum", "correct one of them"
    if field.suggest == "today" and field.type is not FieldType.DATE:
        yield "suggest", f"{name} is no date, so today cannot be suggested", "remove suggest"
    if field.future and field.type is not FieldType.DATE:
        yield "future", f"{name} is no date", "remove future"


def _check_options(parsed: Parsed[FactType], index: int, field: FieldSpec) -> Iterator[Problem]:
    path = ("fields", index, "options")
    document = parsed.document
    yield from twice(
        document, (((*path, i, "code"), o.code) for i, o in enumerate(field.options)), "the option"
    )
    yield from alike(
        document,
        (((*path, i), o.code, (o.label.vi, *o.also)) for i, o in enumerate(field.options)),
        "option",
    )


def _condition_findings(
    kind: FactType, index: int, when: Condition, sources: Sources
) -> Iterator[tuple[str, str, str]]:
    earlier = {field.code: field for field in kind.fields[:index]}
    if when.field not in earlier:
        if kind.field(when.field) is None:
            yield "field", f"when names no field: {quoted(when.field)}", choose(when.field, earlier)
        else:
            what = f"when looks at {quoted(when.field)}, which is asked later or is the field itself"
            yield "field", what, "move this field below it"
        return
    other = earlier[when.field]
    if other.type not in _CHOICES or other.formula is not None:
        what = f"when looks at {quoted(other.code)}, which has no options"
        yield "field", what, "look at a choice, choices or tally"
        return
    options = {option.code for option in sources.options_of(other)}
    for value in when.any_of:
        if options and value not in options:
            yield "any_of", f"{quoted(other.code)} has no option {quoted(value)}", choose(value, options)


def _place_findings(
    kind: FactType, index: int, by: PlaceKindsBy, sources: Sources
) -> Iterator[tuple[str, str, str]]:
    earlier = {field.code: field for field in kind.fields[:index]}
    other = earlier.get(by.field)
    if other is None or other.type is not FieldType.CHOICE:
        what = f"place_kinds_by looks at {quoted(by.field)}, which is no choice asked before"
        choices = [field.code for field in earlier.values() if field.type is FieldType.CHOICE]
        yield "field", what, choose(by.field, choices)
        return
    options = {option.code for option in sources.options_of(other)}
    own = kind.fields[index].place_kinds
    for answer, kinds in by.kinds.items():
        if options and answer not in options:
            yield "kinds", f"{quoted(other.code)} has no option {quoted(answer)}", choose(answer, options)
        for place_kind in kinds:
            if place_kind not in own:
                what = f"{quoted(place_kind)} is none of the field's place_kinds"
                yield "kinds", what, choose(place_kind, own)


def _formula_findings(kind: FactType, field: FieldSpec) -> Iterator[tuple[str, str]]:
    match = _FORMULA.fullmatch(field.formula or "")
    if match is None:
        what = f"the formula {quoted(field.formula)} cannot be read"
        yield what, 'write "a - b", "a + b" or "total(tally)" with codes of fields'
        return
    if field.prompt is not None:
        yield f"{quoted(field.code)} is computed and so is never asked", "remove its prompt"
    if field.type not in NUMBERS:
        yield f"{quoted(field.code)} is computed and is a {field.type}", "make its type integer or number"
    wanted = (FieldType.TALLY,) if match["tally"] else NUMBERS
    for code in filter(None, (match["tally"], match["left"], match["right"])):
        yield from _operand_findings(kind, code, wanted)


def _operand_findings(kind: FactType, code: str, wanted: tuple[FieldType, ...]) -> Iterator[tuple[str, str]]:
    operand = kind.field(code)
    if operand is None:
        yield f"the formula names no field: {quoted(code)}", choose(code, [f.code for f in kind.asked()])
    elif operand.formula is not None:
        yield f"the formula uses {quoted(code)}, which is computed itself", "use fields that are asked"
    elif operand.type not in wanted:
        yield (
            f"the formula uses {quoted(code)}, a {operand.type}",
            f"use a field of type {' or '.join(wanted)}",
        )
    elif not operand.required or operand.when is not None:
        yield f"the formula uses {quoted(code)}, which may stay empty", "make it required and without when:"
