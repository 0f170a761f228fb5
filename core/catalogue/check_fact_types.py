"""Checks of kinds of report: each by itself, then all beside each other."""

from collections.abc import Iterator

from core.catalogue.check_fields import NUMBERS, check_field
from core.catalogue.check_words import twice
from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.catalogue.parse import Parsed
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources
from core.folding import fold

#: what has a number to compare: a tally its sum, names how many they are
AMOUNTS = (*NUMBERS, FieldType.TALLY, FieldType.PEOPLE)
#: the list of options that names the groups of the menu
AREAS = "areas"


def check_fact_types(sources: Sources) -> Iterator[Problem]:
    """All problems of all kinds of report."""
    areas = sources.lists().get(AREAS)
    for parsed in sources.fact_types:
        yield from _check_type(parsed)
        yield from _check_one_by_one(parsed, sources)
        yield from _check_area(parsed, [area.code for area in areas.options] if areas else [], sources)
        for index, _ in enumerate(parsed.model.fields):
            yield from check_field(parsed, index, sources)
        for index, _ in enumerate(parsed.model.checks):
            yield from _check_rule(parsed, index)
    yield from _shared(sources, "receipt")
    yield from _shared(sources, "words")


def _check_type(parsed: Parsed[FactType]) -> Iterator[Problem]:
    kind, document = parsed.model, parsed.document
    yield from twice(
        document, ((("fields", i, "code"), f.code) for i, f in enumerate(kind.fields)), "the field"
    )
    if not kind.reporters:
        yield document.problem(("reporters",), "nobody may report this", "name a role under reporters:")
    pieces = [i for i, f in enumerate(kind.fields) if f.type is FieldType.EVIDENCE]
    for index in pieces[1:]:
        yield document.problem(
            ("fields", index), "a second evidence field", "keep one: it takes any number of files"
        )
    yield from _check_date(parsed)
    codes = [field.code for field in kind.fields]
    for code in kind.opens.fields() if kind.opens else ():
        if code not in codes:
            yield document.problem(("opens",), f"opens names no field: {quoted(code)}", choose(code, codes))
    for index, code in enumerate(kind.dedupe):
        if code not in codes:
            what = f"dedupe names no field: {quoted(code)}"
            yield document.problem(("dedupe", index), what, choose(code, codes))


def _check_one_by_one(parsed: Parsed[FactType], sources: Sources) -> Iterator[Problem]:
    kind, other = parsed.model, parsed.model.one_by_one
    if other is None:
        return
    kinds = {each.model.code: each.model for each in sources.fact_types}
    if other.kind not in kinds:
        what = f"there is no kind of report {quoted(other.kind)}"
        yield parsed.document.problem(("one_by_one", "kind"), what, choose(other.kind, list(kinds)))
        return
    for of, code in ((kind, other.count), *((kinds[other.kind], each) for each in other.says)):
        if of.field(code) is None:
            what = f"{of.code} has no field {quoted(code)}"
            yield parsed.document.problem(("one_by_one",), what, choose(code, [f.code for f in of.fields]))


def _check_area(parsed: Parsed[FactType], areas: list[str], sources: Sources) -> Iterator[Problem]:
    area = parsed.model.area
    if area is not None and not sources.knows("vocabulary", area, areas):
        what = f"the list {AREAS} has no {quoted(area)}"
        yield parsed.document.problem(("area",), what, choose(area, areas))


def _check_date(parsed: Parsed[FactType]) -> Iterator[Problem]:
    dates = [(i, f) for i, f in enumerate(parsed.model.fields) if f.type is FieldType.DATE]
    if not dates:
        what, do = "no field says when it happened", "add a field of type date"
        yield parsed.document.problem(("fields",), what, do)
        return
    index, field = dates[0]
    if not field.required or field.when is not None or field.levels:
        what = f"the date {quoted(field.code)} may stay empty, yet it says when it happened"
        do = "make it required and without when: or levels:"
        yield parsed.document.problem(("fields", index), what, do)


def _check_rule(parsed: Parsed[FactType], index: int) -> Iterator[Problem]:
    kind, rule = parsed.model, parsed.model.checks[index]
    sides = {"left": kind.field(rule.left)}
    if rule.right is not None:
        sides["right"] = kind.field(rule.right)
    for side, field in sides.items():
        if field is None:
            code = getattr(rule, side)
            what = f"the check names no field: {quoted(code)}"
            yield parsed.document.problem(
                ("checks", index, side), what, choose(code, [f.code for f in kind.fields])
            )
    left, right = sides["left"], sides.get("right")
    if left and rule.right is None and left.type not in AMOUNTS:
        what = f"the check compares a {left.type} with a number"
        yield parsed.document.problem(("checks", index), what, "compare a number, a tally or names")
    if left and right and not _comparable(left, right):
        what = f"the check compares a {left.type} with a {right.type}"
        yield parsed.document.problem(("checks", index), what, "compare two numbers or two dates")


def _comparable(left: FieldSpec, right: FieldSpec) -> bool:
    both_dates = left.type is FieldType.DATE and right.type is FieldType.DATE
    return both_dates or (left.type in AMOUNTS and right.type in AMOUNTS)


def _shared(sources: Sources, what: str) -> Iterator[Problem]:
    """Receipt letters, or words people type, that two kinds of report claim."""
    owners: dict[str, str] = {}
    for parsed in sources.fact_types:
        for path, word in _claims(parsed.model, what):
            other = owners.setdefault(fold(word), parsed.model.code)
            if other != parsed.model.code:
                found = f"{quoted(word)} already belongs to {other}"
                yield parsed.document.problem(path, found, "choose another for one of them")


def _claims(kind: FactType, what: str) -> list[tuple[tuple[str | int, ...], str]]:
    if what == "receipt":
        return [(("receipt",), kind.receipt)]
    return [(("label",), kind.label.vi), *((("also", index), word) for index, word in enumerate(kind.also))]
