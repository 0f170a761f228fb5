import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.indicators.expression import (
    Aggregate,
    Aggregation,
    And,
    Compare,
    Expression,
    InGroup,
    Not,
    OneOf,
    Or,
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


_MARKS = [*"(),.=<{}[]@", ">=", "5", "2026-01-01"]
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
]


@given(st.lists(st.sampled_from(_WORDS + _MARKS), max_size=40).map(" ".join))
def test_any_row_of_the_language_s_own_words_is_read_or_refused(text: str) -> None:
    _read(text)


@given(expressions, st.data())
def test_a_sentence_cut_short_is_read_or_refused(expression: Expression, data: st.DataObject) -> None:
    text = show(expression)
    _read(text[: data.draw(st.integers(0, len(text)))])


@pytest.mark.parametrize("text", ["(" * 5000, "all(" * 900, "count(a where " + "not " * 900 + "b = c)"])
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


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [
        ("", 1, "expected one of all, any, count"),
        ("sum(visit)", 10, "a field"),
        ("count(visit where)", 18, "a field"),
        ("count(visit where level)", 24, "one of = != >= <= > < in"),
        ("count(visit where level in x)", 28, '"{", "@" or "roster"'),
        ("count(visit in june)", 16, "one of month, plan, quarter, week, year"),
        ("count(visit) count(visit)", 14, "the end"),
        ("count(Visit)", 7, "lower-case"),
        ("count(visit where level = “low”)", 27, "means nothing"),
        ("distinct(visit.people[staff])", 29, "no [options]"),
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
