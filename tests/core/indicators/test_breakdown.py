"""What a share is made of, part by part."""

from dataclasses import replace
from datetime import date

from core.indicators.breakdown import Breakdown, breakdown
from core.indicators.facts import FactRow, ListedFacts
from core.indicators.outcome import Scope
from core.indicators.parse import parse
from tests.core.indicators.world import CATALOGUE, fact, moment

REGISTER = "ratio(valid(check.number by place, kind), register(survey.number by place, kind))"


def made_of(text: str, *rows: FactRow) -> Breakdown:
    return breakdown(parse(text), Scope(ListedFacts(rows, CATALOGUE), CATALOGUE, moment(), None))


def at(place: str, row: FactRow) -> FactRow:
    return replace(row, place=place)


def test_each_place_of_a_register_tells_what_holds_what_ran_out_and_what_never_passed() -> None:
    found = made_of(
        REGISTER,
        at("square", fact(1, "survey", date(2025, 1, 5), number=10, kind="x")),
        at("square", fact(2, "survey", date(2025, 1, 5), number=5, kind="y")),
        at("bridge", fact(3, "survey", date(2026, 1, 5), number=4, kind="x")),
        at("square", fact(4, "check", date(2025, 2, 1), number=6, kind="x")),
        at("square", fact(5, "check", date(2026, 2, 1), number=3, kind="y")),
        at("bridge", fact(6, "check", date(2026, 2, 1), number=4, kind="x")),
    )
    told = {
        part.place: [int(each) for each in (part.there, part.valid, part.ended, part.never)]
        for part in found.places
    }
    assert list(told.items()) == [("square", [15, 3, 6, 6]), ("bridge", [4, 4, 0, 0])]


def test_of_a_roster_it_is_who_nothing_names_yet() -> None:
    found = made_of("ratio(distinct(visit.names), roster(team))", fact(1, names=["An"]))
    assert [member.name for member in found.missing] == ["Bình"]


def test_a_sum_is_made_of_its_reports_alone() -> None:
    assert made_of("sum(visit.number)", fact(1, number=3)) == Breakdown()
