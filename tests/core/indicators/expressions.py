"""Every expression the language can hold, for property tests."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from core.indicators.expression import (
    Adjustment,
    Aggregate,
    Aggregation,
    All,
    And,
    Answered,
    Any,
    Average,
    Base,
    Combinations,
    Common,
    Compare,
    Comparison,
    Condition,
    Delay,
    Difference,
    Expression,
    Growth,
    Having,
    InGroup,
    InRoster,
    Names,
    Not,
    OneOf,
    Or,
    Overspent,
    Quantity,
    Ratio,
    Register,
    RosterSize,
    Said,
    Source,
    Stage,
    Steps,
    Test,
    Union,
    Valid,
    Window,
    WindowKind,
)

#: words of the language that are no reserved ones may be names too
names = st.sampled_from(
    [
        "a",
        "visit",
        "stage",
        "date",
        "year",
        "to",
        "latest",
        "all",
        "any",
        "roster",
        "count",
        "iso_18091",
        "b2",
        "place",
        "from",
        "until",
        "after",
        "having",
        "base",
        "steps",
        "of",
        "new",
        "alike",
        "with",
        "answered",
        "distinct",
    ]
)
codes = names | st.sampled_from(["5s", "5", "007", "2026", "9001_a", "1_2"])
numbers = st.decimals(-9999, 9999, places=2).map(str) | st.integers(-9999, 9999).map(str)
parameters = st.sampled_from(["$a", "$done_stage", "$5s"])
numbers_or_parameters = numbers | parameters
literals = codes | numbers_or_parameters | st.dates().map(lambda day: day.isoformat())
comparisons: st.SearchStrategy[Comparison] = st.sampled_from(["=", "!=", ">=", "<=", ">", "<"])
fields = names | st.just("place.kind")
keys = st.lists(fields, min_size=1, max_size=3).map(tuple)
_days_of_a_year = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: day.isoformat()[5:])
_spans = st.tuples(st.dates(), st.dates()).map(sorted)
windows: st.SearchStrategy[Window] = st.one_of(
    st.sampled_from([kind for kind in WindowKind if kind not in (WindowKind.MONTHS, WindowKind.SPAN)]).map(
        Window
    ),
    st.integers(1, 999).map(lambda months: Window(WindowKind.MONTHS, months)),
    _days_of_a_year.map(lambda day: Window(WindowKind.YEAR, until=day)),
    _spans.map(lambda days: Window(WindowKind.SPAN, first=days[0], last=days[1])),
)

atoms: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Compare, fields, comparisons, literals),
    st.builds(OneOf, fields, st.lists(codes, min_size=1, max_size=3).map(tuple)),
    st.builds(InGroup, fields, names),
    st.builds(InRoster, fields, names),
)


def _larger(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(Not, inner), st.builds(And, several), st.builds(Or, several))


conditions: st.SearchStrategy[Condition] = st.recursive(atoms, _larger, max_leaves=6)
wheres = st.none() | conditions


def _sources(field: st.SearchStrategy[str | None]) -> st.SearchStrategy[Source]:
    plain = st.builds(Source, names, field, st.just(()), st.just(()) | keys, wheres, st.none() | windows)
    return plain | plain.filter(lambda each: each.latest_by).map(lambda each: replace(each, anew=True))


_with_options = st.builds(
    Source,
    names,
    fields,
    st.lists(codes, min_size=1, max_size=3).map(tuple),
    st.just(()) | keys,
    wheres,
    st.none() | windows,
)
_whole = st.builds(Source, names, st.none(), st.just(()), st.just(()), wheres, st.none() | windows)
_two = st.lists(fields, min_size=2, max_size=3).map(tuple)
_bare = st.builds(Source, names, fields, st.just(()), st.just(()), wheres, st.none() | windows)
_asked = st.builds(Said, _whole, fields.map(lambda field: (field,)) | _two, st.just(()) | keys)
_adjustments = st.builds(Adjustment, st.sampled_from(["plus", "minus"]), names, names)

_having = st.builds(Having, st.none() | fields, comparisons, numbers_or_parameters)
_several = st.lists(fields, min_size=2, max_size=3).map(tuple)
_named: st.SearchStrategy[Names] = st.one_of(
    st.builds(Aggregate, st.just(Aggregation.DISTINCT), _sources(fields)),
    st.builds(Combinations, _sources(st.none()), _several, st.none() | _having),
    st.builds(Combinations, _sources(st.none()), fields.map(lambda field: (field,)), _having),
    st.sampled_from([Steps("all"), Steps("due")]),
)


def _sets(inner: st.SearchStrategy[Names]) -> st.SearchStrategy[Names]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.builds(Common, parts) | st.builds(Union, parts)


# deferred: a strategy written out in full is too long to be shown
sets_of_names: st.SearchStrategy[Names] = st.deferred(lambda: st.recursive(_named, _sets, max_leaves=4))

_leaves: st.SearchStrategy[Quantity] = st.one_of(
    sets_of_names,
    st.builds(Aggregate, st.just(Aggregation.COUNT), _sources(st.none() | fields)),
    st.builds(Aggregate, st.sampled_from([Aggregation.SUM, Aggregation.LATEST]), _sources(fields)),
    st.builds(Aggregate, st.just(Aggregation.LATEST), _sources(fields), keys),
    st.builds(Aggregate, st.just(Aggregation.SUM), _with_options),
    st.builds(Answered, _asked, _asked),
    st.builds(Stage, _sources(st.none() | fields)),
    st.builds(RosterSize, names),
    st.builds(Valid, _bare, keys, st.none() | fields),
    st.builds(Register, _bare, st.lists(_adjustments, max_size=2).map(tuple), keys),
    st.builds(Average, _bare),
    st.builds(Delay, _bare, _bare),
    st.builds(Overspent, _bare, fields),
)
_bases = st.none() | st.builds(Base, st.integers(1000, 9999), numbers_or_parameters)


def _composed(inner: st.SearchStrategy[Quantity]) -> st.SearchStrategy[Quantity]:
    return st.one_of(
        st.builds(Ratio, inner, inner), st.builds(Difference, inner, inner), st.builds(Growth, inner, _bases)
    )


quantities: st.SearchStrategy[Quantity] = st.deferred(lambda: st.recursive(_leaves, _composed, max_leaves=4))
_simple: st.SearchStrategy[Expression] = quantities | st.builds(Test, quantities, comparisons, literals)


def _combined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.builds(All, parts) | st.builds(Any, parts)


expressions: st.SearchStrategy[Expression] = st.recursive(_simple, _combined, max_leaves=4)
