"""Why a report changes nothing where names are counted: single ones, combinations, sets made of others."""

from collections.abc import Iterable, Iterator

from core.indicators.combinations import Combination, Found, spelled, spoken
from core.indicators.expression import (
    Aggregate,
    Answered,
    Combinations,
    Common,
    Compare,
    Having,
    Names,
    Quantity,
    RosterSize,
    Steps,
    Union,
)
from core.indicators.keys import named
from core.indicators.names import member_called, same_names
from core.indicators.reasons_answers import unanswered
from core.indicators.reasons_words import awaited, combined, failures, not_given, sentences
from core.indicators.references import as_names, leaves
from core.indicators.told import Told
from core.indicators.values import spec_of, values_of
from core.indicators.wording import field_label, roster_label, wanted
from core.texts import Speech, say

#: what reads facts and names things
_Leaf = Aggregate | Combinations


def unmoved_names(names: Names, whole: Quantity | None, told: Told) -> Speech | None:
    """Why a report that is let in somewhere adds no name, seen from the whole it is a share of, if any."""
    if isinstance(names, Answered):
        return unanswered(names, told)
    own = [
        leaf for leaf in _readers(names, told) if not told.failing(leaf.source) and told.on_time(leaf.source)
    ]
    said = list(dict.fromkeys(name for leaf in own for name in _said(leaf, told)))
    fields = _fields(own[0])
    if not said:
        return None if _filled_in(fields, told) else not_given(told, *fields)
    inside = list(_inside(said, whole, own[0], told))
    if not inside:
        return _outside(said, whole, fields, told)
    absent = _beyond(inside, named(names, told.after))
    if absent:
        found = list(_absent(names, absent, fields, told))
        return sentences(found) if found else None
    if _beyond(inside, named(names, told.scope)):
        return None
    return say("progress-why-counted", value=_shown(inside, fields, told))


def _inside(
    said: list[Combination], whole: Quantity | None, leaf: _Leaf, told: Told
) -> Iterator[Combination]:
    """Those of the names that the whole counts too; a roster is that of the last day that counts."""
    others = as_names(whole) if whole is not None else None
    if isinstance(whole, RosterSize):
        members = told.on(told.last_day(leaf.source)).scope.membership(whole.roster).members
        yield from (name for name in said if len(name) == 1 and member_called(name[0], members) is not None)
    elif others is not None:
        beyond = _beyond(said, named(others, told.after))
        yield from (name for name in said if name not in beyond)
    else:
        yield from said


def _outside(said: list[Combination], whole: Quantity | None, fields: tuple[str, ...], told: Told) -> Speech:
    shown = _shown(said, fields, told)
    if isinstance(whole, RosterSize):
        roster = roster_label(told.scope.catalogue, whole.roster)
        if not told.scope.membership(whole.roster).members:
            return say("progress-why-no-list", roster=roster)
        return say("progress-why-not-listed", value=shown, roster=roster)
    return say("progress-why-not-in-whole", value=shown)


def _absent(names: Names, absent: list[Combination], fields: tuple[str, ...], told: Told) -> Iterator[Speech]:
    """Why names of the report are not in a set, even with the report."""
    match names:
        case Common():
            for part in names.parts:
                missing = _beyond(absent, named(part, told.after))
                if missing:
                    yield from _absent(part, missing, fields, told)
        case Union():
            yield from _absent(_nearest(names, told), absent, fields, told)
        case Steps() | Answered():
            yield say("progress-why-not-in-whole", value=_shown(absent, fields, told))
        case _:
            yield from _not_named(names, absent, fields, told)


def _not_named(
    leaf: _Leaf, absent: list[Combination], fields: tuple[str, ...], told: Told
) -> Iterator[Speech]:
    atoms = told.failing(leaf.source) if leaf.source.type == told.row.type else ()
    if leaf.source.type != told.row.type:
        yield awaited(told.scope.catalogue, leaf.source, _shown(absent, fields, told))
    elif atoms:
        yield from failures(atoms, told)
    elif not told.on_time(leaf.source):
        yield say("progress-why-window", date=told.row.occurred_from)
    elif told.superseded(leaf.source):
        yield say("progress-why-earlier" if leaf.source.anew else "progress-why-newer")
    elif isinstance(leaf, Combinations) and leaf.having is not None:
        yield _too_few(leaf, leaf.having, absent[0], told)


def _too_few(leaf: Combinations, having: Having, name: Combination, told: Told) -> Speech:
    """How many reports there are about a name, or how many different values they give, and how many count."""
    scope, type_ = told.after, told.row.type
    if having.field is not None and not _filled_in((having.field,), told):
        return not_given(told, having.field)
    pairs = spoken(leaf.source, leaf.fields, scope)
    spelling = spelled([name, *(said for _, said in pairs)])
    rows = {row.id: row for row, said in pairs if spelling[said] == spelling[name]}
    value = combined(scope.catalogue, type_, leaf.fields, [name])
    needed = wanted(scope.catalogue, type_, Compare("", having.op, having.bound))
    if having.field is None:
        return say("progress-why-having", value=value, count=len(rows), wanted=needed)
    spec = spec_of(scope.catalogue, type_, having.field)
    found = same_names(each for row in rows.values() for each in values_of(row, having.field, spec))
    return say(
        "progress-why-having-different",
        value=value,
        count=len(set(found.values())),
        field=field_label(scope.catalogue, type_, having.field),
        wanted=needed,
    )


def _nearest(union: Union, told: Told) -> Names:
    """Of several sets in any of which a name may stand, the one that is least far from letting it in."""

    def distance(part: Names) -> float:
        tests = (len(told.failing(leaf.source)) for leaf in _readers(part, told))
        return min(tests, default=float("inf"))

    return min(union.parts, key=distance)


def _readers(names: Names, told: Told) -> Iterator[_Leaf]:
    """The parts of a set that read reports of this kind."""
    for leaf in leaves(names):
        if isinstance(leaf, _Leaf) and leaf.source.type == told.row.type:
            yield leaf


def _said(leaf: _Leaf, told: Told) -> list[Combination]:
    """What the report itself names there, as it was typed."""
    return [name for _, name in spoken(leaf.source, _fields(leaf), told.alone)]


def _fields(leaf: _Leaf) -> tuple[str, ...]:
    return leaf.fields if isinstance(leaf, Combinations) else (leaf.source.field or "",)


def _filled_in(fields: Iterable[str], told: Told) -> bool:
    type_, catalogue = told.row.type, told.scope.catalogue
    return any(values_of(told.row, field, spec_of(catalogue, type_, field)) for field in fields)


def _beyond(names: list[Combination], found: Found) -> list[Combination]:
    """Those that are not in a set, however they are typed."""
    there = {name for name, _ in found}
    spelling = spelled([*names, *there])
    known = {spelling[name] for name in there}
    return [name for name in names if spelling[name] not in known]


def _shown(names: Iterable[Combination], fields: tuple[str, ...], told: Told) -> Speech:
    return combined(told.scope.catalogue, told.row.type, fields, names)
