"""Every expression the language can hold, for property tests."""

from hypothesis import strategies as st

from core.indicators.expression import (
    Adjustment,
    Aggregate,
    Aggregation,
    All,
    And,
    Any,
    Compare,
    Comparison,
    Condition,
    Expression,
    InGroup,
    InRoster,
    Not,
    OneOf,
    Or,
    Quantity,
    Ratio,
    Register,
    RosterSize,
    Source,
    Stage,
    Test,
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
    ]
)
codes = names | st.sampled_from(["5s", "5", "007", "2026", "9001_a", "1_2"])
numbers = st.decimals(-9999, 9999, places=2).map(str) | st.integers(-9999, 9999).map(str)
literals = codes | numbers | st.dates().map(lambda day: day.isoformat())
comparisons: st.SearchStrategy[Comparison] = st.sampled_from(["=", "!=", ">=", "<=", ">", "<"])
fields = names | st.just("place.kind")
keys = st.lists(fields, min_size=1, max_size=3).map(tuple)
windows = st.sampled_from([kind for kind in WindowKind if kind is not WindowKind.MONTHS]).map(
    Window
) | st.integers(1, 999).map(lambda months: Window(WindowKind.MONTHS, months))

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
    latest = st.just(()) | keys
    return st.builds(Source, names, field, st.just(()), latest, wheres, st.none() | windows)


_with_options = st.builds(
    Source,
    names,
    names,
    st.lists(codes, min_size=1, max_size=3).map(tuple),
    st.just(()) | keys,
    wheres,
    st.none() | windows,
)
_bare = st.builds(Source, names, names, st.just(()), st.just(()), wheres, st.none() | windows)
_adjustments = st.builds(Adjustment, st.sampled_from(["plus", "minus"]), names, names)

leaves: st.SearchStrategy[Quantity] = st.one_of(
    st.builds(Aggregate, st.just(Aggregation.COUNT), _sources(st.none() | names)),
    st.builds(Aggregate, st.sampled_from([a for a in Aggregation if a != "count"]), _sources(names)),
    st.builds(Aggregate, st.just(Aggregation.SUM), _with_options),
    st.builds(Stage, _sources(st.none() | names)),
    st.builds(RosterSize, names),
    st.builds(Valid, _bare, keys),
    st.builds(Register, _bare, st.lists(_adjustments, max_size=2).map(tuple), keys),
)
quantities: st.SearchStrategy[Quantity] = st.recursive(
    leaves, lambda inner: st.builds(Ratio, inner, inner), max_leaves=3
)
_simple: st.SearchStrategy[Expression] = quantities | st.builds(Test, quantities, comparisons, literals)


def _combined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.builds(All, parts) | st.builds(Any, parts)


expressions: st.SearchStrategy[Expression] = st.recursive(_simple, _combined, max_leaves=4)
