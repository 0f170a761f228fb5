import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.indicators.expression import (
    Aggregate,
    Aggregation,
    And,
    Combinations,
    Compare,
    Difference,
    Expression,
    Having,
    InGroup,
    Not,
    OneOf,
    Or,
    Quantity,
    Source,
    Window,
    WindowKind,
)
from core.indicators.parse import IndicatorError, parse
from core.indicators.references import references
from core.indicators.show import show
from tests.core.indicators.expressions import expressions


@given(expressions)
def test_what_is_shown_is_read_as_the_same(expression: Expression) -> None:
    assert parse(show(expression)) == expression


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    _read(text)


_MARKS = [*"(),.=<{}[]@-$", ">=", "5", "2026-01-01", "11-14", "$a"]
_WORDS = [
    "sum",
    "count",
    "ratio",
    "all",
    "any",
    "a",
    "in",
    "where",
    "by",
    "to",
    "date",
    "year",
    "latest",
    "plus",
    "distinct",
    "having",
    "common",
    "growth",
    "base",
    "delay",
    "after",
    "steps",
    "due",
    "from",
    "until",
]


@given(st.lists(st.sampled_from(_WORDS + _MARKS), max_size=40).map(" ".join))
def test_any_row_of_the_language_s_own_words_is_read_or_refused(text: str) -> None:
    _read(text)


@given(expressions, st.data())
def test_a_sentence_cut_short_is_read_or_refused(expression: Expression, data: st.DataObject) -> None:
    text = show(expression)
    _read(text[: data.draw(st.integers(0, len(text)))])


@pytest.mark.parametrize(
    "text",
    ["(" * 5000, "common(" * 900, "growth(" * 900, "all(" * 900, "count(a where " + "not " * 900 + "b = c)"],
)
def test_levels_without_end_are_refused(text: str) -> None:
    with pytest.raises(IndicatorError):
        parse(text)


def test_white_space_and_line_ends_mean_nothing() -> None:
    assert parse("count( visit\n  in   year )") == parse("count(visit in year)")


def test_not_binds_before_and_and_and_before_or() -> None:
    where = _where("count(visit where not a = 1 and b = 2 or c in {x, y})")
    assert where == Or((And((Not(Compare("a", "=", "1")), Compare("b", "=", "2"))), OneOf("c", ("x", "y"))))


def test_a_sum_of_some_options_of_a_tally_is_read() -> None:
    expression = parse("sum(visit.people[staff, guests] where level in @upper in year)")
    source = Source(
        "visit", "people", ("staff", "guests"), (), InGroup("level", "upper"), Window(WindowKind.YEAR)
    )
    assert expression == Aggregate(Aggregation.SUM, source)


def test_a_field_may_be_called_like_a_word_of_a_window() -> None:
    where = _where("count(visit where date >= 2026-01-01 and year = 2026 to date)")
    assert where == And((Compare("date", ">=", "2026-01-01"), Compare("year", "=", "2026")))


def test_what_is_taken_away_first_stands_first() -> None:
    one, two = parse("count(a)"), parse("count(b)")
    assert parse("count(a) - count(b) - count(b)") == Difference(_difference(one, two), _quantity(two))
    assert show(parse("count(a) - (count(b) - count(b))")) == "count(a) - (count(b) - count(b))"


def test_one_field_with_nothing_to_have_is_a_plain_distinct() -> None:
    assert parse("distinct(visit.level)") == Aggregate(Aggregation.DISTINCT, Source("visit", "level"))
    having = Having("stage", ">=", "$least")
    found = parse("distinct(visit.level latest by place having distinct(stage) >= $least in plan)")
    source = Source("visit", latest_by=("place",), window=Window(WindowKind.PLAN))
    assert found == Combinations(source, ("level",), having)


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [
        ("", 1, "expected one of all, answered, any, avg, common, count"),
        ("sum(visit)", 10, "a field"),
        ("count(visit where)", 18, "a field"),
        ("count(visit where level)", 24, "one of = != >= <= > < in"),
        ("count(visit where level in x)", 28, '"{", "@" or "roster"'),
        ("count(visit in june)", 16, "one of month, plan, quarter, week, year"),
        ("count(visit) count(visit)", 14, "the end"),
        ("count(Visit)", 7, "lower-case"),
        ("count(visit where level = “low”)", 27, "means nothing"),
        ("distinct(visit.people[staff])", 22, "no [options]"),
        ("distinct(visit)", 15, "a field to take the distinct of"),
        ("distinct(visit.(level))", 22, '","'),
        ("distinct(visit.level having sum >= 2)", 29, '"count" or "distinct(field)"'),
        ("distinct(visit.level having count >= many)", 38, "a number"),
        ("common(distinct(visit.level))", 29, '","'),
        ("union(count(visit), count(visit))", 7, "one of common, distinct, steps, union"),
        ("steps(some)", 7, "all or due"),
        ("growth(count(visit), base 25 = 3)", 27, "a year like 2025"),
        ("growth(count(visit), base 2025 = low)", 34, "a number"),
        ("delay(visit.note, before survey.kind)", 19, '"after"'),
        ("overspent(visit.number by level, unit)", 38, "one field that names the line"),
        ("count(visit) - 5", 16, "one of all, answered"),
        ("count(visit) -", 15, "one of all, answered"),
        ("count(visit where level = $)", 27, "a parameter is $ and its code"),
        ("count(visit where level in {$low})", 29, "a code"),
        ("count(visit in year until 31-12)", 27, "no day 31-12 in a year: month first"),
        ("count(visit in year until december)", 27, "month and day like 11-14"),
        ("count(visit in month until 11-14)", 22, '")"'),
        ("count(visit from 2026-02-30 to 2026-03-01)", 18, "no day 2026-02-30"),
        ("count(visit from 2026-03-01 to 2026-02-01)", 32, "before the first"),
        ("count(visit from 2026-03-01)", 28, '"to"'),
        ("valid(visit.number where level = low)", 20, '"by"'),
        ("count(visit in 0 months)", 16, "one of"),
    ],
)
def test_a_mistake_is_named_with_its_column(text: str, column: int, word: str) -> None:
    with pytest.raises(IndicatorError) as caught:
        parse(text)
    assert (caught.value.column, word in caught.value.message) == (column, True), str(caught.value)


def test_references_name_everything_an_expression_speaks_of() -> None:
    found = references(
        parse(
            "ratio(distinct(visit.names latest by place where level in @upper and topics = a), roster(team))"
        )
    )
    assert found.fact_types == {"visit"}
    assert found.fields == {("visit", "names"), ("visit", "place"), ("visit", "level"), ("visit", "topics")}
    assert found.options == {("visit", "topics", "a")}
    assert found.groups == {"upper"}
    assert found.rosters == {"team"}


def test_references_name_what_new_quantities_speak_of() -> None:
    found = references(
        parse(
            "all(delay(visit.note, after survey.kind) <= 3, overspent(loss.number by kind) <= 0,"
            " common(distinct(visit.(level, place)), distinct(visit.level having distinct(unit) >= 2)) >= 1)"
        )
    )
    assert found.fact_types == {"visit", "survey", "loss"}
    assert {field for type_, field in found.fields if type_ == "visit"} == {"note", "level", "place", "unit"}
    assert {field for type_, field in found.fields if type_ == "loss"} == {"number", "kind"}


def _quantity(expression: Expression) -> Quantity:
    assert isinstance(expression, Aggregate)
    return expression


def _difference(left: Expression, right: Expression) -> Difference:
    return Difference(_quantity(left), _quantity(right))


def _where(text: str) -> object:
    expression = parse(text)
    assert isinstance(expression, Aggregate)
    return expression.source.where


def _read(text: str) -> None:
    refused = None
    try:
        assert parse(show(parse(text))) == parse(text)
    except IndicatorError as error:
        refused = error
    assert refused is None or 1 <= refused.column <= len(text) + 1
