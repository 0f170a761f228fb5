"""What must hold of every figure, whatever the facts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from core.indicators.evaluate import evaluate
from core.indicators.facts import ChangedFacts, FactRow, ListedFacts, Moment
from core.indicators.parse import parse
from tests.core.indicators.world import CATALOGUE, moment

_HIGH, _MIDDLE = (f"distinct(visit.names where level = {level})" for level in ("high", "middle"))
SENTENCES = [
    "count(visit where level in @upper in year)",
    "sum(visit.number where level in @upper)",
    "sum(visit.people[staff] where level = high in month)",
    "distinct(visit.names where level >= middle to date)",
    "ratio(distinct(visit.names where level in @upper), roster(team))",
    "ratio(distinct(visit.names where level = high), distinct(visit.names where level = middle))",
    "stage(visit where level in @upper) >= done",
    "latest(visit.number where level in @upper)",
    "distinct(visit.(names, stage) where level in @upper)",
    "distinct(visit.names having count >= 2 where level in @upper)",
    "distinct(visit.stage having distinct(names) >= 2 where level in @upper)",
    f"common({_HIGH}, {_MIDDLE})",
    f"ratio(union({_HIGH}, {_MIDDLE}), roster(team))",
    f"ratio(common({_HIGH}, {_MIDDLE}), {_MIDDLE})",
    "avg(visit.number where level in @upper)",
    "growth(count(visit where level in @upper in year), base 2025 = 4)",
    "delay(visit.names where level = high, after visit.names where level = middle)",
    "sum(visit.number where level = high) - count(visit where level = middle in year until 03-31)",
    "count(visit where level in @upper from 2026-02-01 to 2026-04-30)",
    "all(count(visit where level = high) >= 2, any(stage(visit where level = middle) >= begun))",
]
REGISTERS = [
    "register(survey.number minus loss.number by kind)",
    "ratio(valid(check.number by kind), register(survey.number minus loss.number by kind))",
]

_START = date(2026, 1, 1)
_days = st.integers(0, 200).map(lambda days: _START + timedelta(days=days))
_moments = st.integers(0, 250 * 24).map(
    lambda hours: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
)
_names = st.sampled_from(["An", "an", "Bình", "binh", "Chi", "Dung", "Hùng", "Hưng", "hung"])


@st.composite
def _visits(draw: st.DrawFn) -> FactRow:
    day, recorded = draw(_days), draw(_moments)
    confirmed = draw(st.none() | st.just(recorded) | _moments.filter(lambda at: at >= recorded))
    ended = draw(st.none() | _moments.filter(lambda at: at >= recorded))
    type_ = draw(st.sampled_from(["visit", "survey", "check", "loss"]))
    return FactRow(
        id=0,
        type=type_,
        occurred_from=day,
        occurred_to=day,
        place=None,
        place_kind=None,
        unit=None,
        fields={
            "level": draw(st.sampled_from(["low", "middle", "high"])),
            "number": draw(st.integers(0, 9)),
            "people": {"staff": draw(st.integers(0, 3)), "guests": 1},
            "names": draw(st.lists(_names, max_size=3)),
            "stage": draw(st.sampled_from(["stopped", "begun", "done"])),
            "kind": draw(st.sampled_from(["x", "y"])),
        },
        status="confirmed",
        recorded_at=recorded,
        confirmed_at=confirmed,
        ended_at=ended,
    )


rows = st.lists(_visits(), max_size=8).map(
    lambda found: tuple(replace(row, id=number) for number, row in enumerate(found, start=1))
)
sentences = st.sampled_from(SENTENCES + REGISTERS)
AS_OF = moment(date(2026, 6, 30))


@given(sentences, rows, st.randoms())
def test_the_order_of_facts_never_matters(text: str, found: tuple[FactRow, ...], random: Random) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert _measure(text, tuple(shuffled)) == _measure(text, found)


@given(st.sampled_from(SENTENCES), rows, _visits())
def test_a_fact_outside_the_conditions_never_changes_a_figure(
    text: str, found: tuple[FactRow, ...], other: FactRow
) -> None:
    outside = replace(other, id=99, type="visit", fields={**other.fields, "level": "low"})
    assert _measure(text, (*found, outside)) == _measure(text, found)


@given(sentences, rows, _visits())
def test_a_fact_of_another_kind_never_changes_a_figure(
    text: str, found: tuple[FactRow, ...], other: FactRow
) -> None:
    assert _measure(text, (*found, replace(other, id=99, type="other"))) == _measure(text, found)


@given(sentences, rows, _moments)
def test_a_report_of_the_past_is_what_was_known_then(
    text: str, found: tuple[FactRow, ...], cutoff: datetime
) -> None:
    then = Moment(AS_OF.date, cutoff)
    assert _measure(text, found, then) == _measure(text, tuple(_as_known(found, cutoff)), then)


@given(sentences, rows, _visits(), _moments)
def test_nothing_recorded_later_changes_a_report_of_the_past(
    text: str, found: tuple[FactRow, ...], other: FactRow, cutoff: datetime
) -> None:
    after = replace(other, id=99, recorded_at=cutoff + timedelta(seconds=1))
    then = Moment(AS_OF.date, cutoff)
    assert _measure(text, (*found, after), then) == _measure(text, found, then)


@given(sentences, rows)
def test_a_share_lies_between_nothing_and_the_whole(text: str, found: tuple[FactRow, ...]) -> None:
    measured = evaluate(parse(text), ListedFacts(found, CATALOGUE), CATALOGUE, AS_OF)
    if text.startswith("ratio") and measured.value is not None:
        assert 0 <= measured.value <= 1
    if measured.share is not None:
        assert 0 <= measured.share <= 1
        assert (measured.share == 1) == (measured.value == 1)


@given(sentences, rows)
def test_taking_a_fact_out_and_putting_it_back_changes_nothing(text: str, found: tuple[FactRow, ...]) -> None:
    source = ListedFacts(found, CATALOGUE)
    for row in found:
        changed = ChangedFacts(ChangedFacts(source, without=row.id), plus=(row,))
        assert evaluate(parse(text), changed, CATALOGUE, AS_OF) == _measure(text, found)


@given(rows)
def test_what_two_sets_share_and_what_either_names_are_as_many_as_both(found: tuple[FactRow, ...]) -> None:
    noted = tuple(replace(row, fields={**row.fields, "note": _one_of(row.fields["names"])}) for row in found)
    reached = "distinct(visit.note latest by note, kind where stage >= begun)"
    either = "distinct(visit.note where level in @upper)"
    shared, both, one, other = (
        evaluate(parse(text), ListedFacts(noted, CATALOGUE), CATALOGUE, AS_OF)
        for text in (f"common({reached}, {either})", f"union({reached}, {either})", reached, either)
    )
    assert (shared.value or 0) + (both.value or 0) == (one.value or 0) + (other.value or 0)
    assert set(shared.facts) <= set(both.facts) == {*one.facts, *other.facts}


def _one_of(names: object) -> str:
    """A name that no two accented ones fold to."""
    found = names if isinstance(names, list) else []
    return next((name for name in found if not name.lower().startswith("h")), "")


def _measure(text: str, found: tuple[FactRow, ...], as_of: Moment = AS_OF) -> object:
    return evaluate(parse(text), ListedFacts(found, CATALOGUE), CATALOGUE, as_of)


def _as_known(found: tuple[FactRow, ...], cutoff: datetime) -> list[FactRow]:
    """The facts as the database held them at that moment: no later ones, no later decisions."""
    return [
        replace(
            row,
            confirmed_at=row.confirmed_at if row.confirmed_at and row.confirmed_at <= cutoff else None,
            ended_at=row.ended_at if row.ended_at and row.ended_at <= cutoff else None,
        )
        for row in found
        if row.recorded_at <= cutoff
    ]
