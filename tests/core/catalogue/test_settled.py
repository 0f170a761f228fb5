"""What an admin has filled in, laid over the content."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from core.catalogue import Catalogue
from core.catalogue.plans import Goal, Member, Parameter, Plan, Roster, Schedule, Target, TenantSpec, UnitSpec
from core.catalogue.settled import (
    ConditionDecided,
    DecidedTarget,
    Listed,
    OwnerSet,
    ParameterSet,
    Settings,
    settled,
)
from core.texts import Label

NAME = Label(vi="a", en="a")
DAY = date(2026, 5, 14)


def _target(code: str, conditional: bool = False) -> Target:
    return Target(
        code=code,
        section="1",
        name=NAME,
        unit=NAME,
        indicator="count(training)",
        goals=(Goal(value=1),),
        conditional=NAME if conditional else None,
    )


PLAN = Plan(
    code="P",
    title=NAME,
    issuer=NAME,
    starts=date(2026, 1, 1),
    parameters=(Parameter(code="stage", name=NAME, value="begun"), Parameter(code="least", name=NAME)),
    targets=(_target("P-1"), _target("P-2", conditional=True)),
)
SCHOOLS = Roster(
    code="schools",
    label=NAME,
    members=(Member(code="one", name="One"), Member(code="two", name="Two", since=date(2025, 9, 1))),
)
CONTENT = Catalogue(
    fact_types={},
    plans=MappingProxyType({"P": PLAN}),
    groups={},
    rosters=MappingProxyType({"schools": SCHOOLS, "products": Roster(code="products", label=NAME)}),
    tenants={"t": TenantSpec(code="t", name="t", plans=("P",), units=(UnitSpec(code="u", name="U"),))},
    schedule=Schedule(jobs={}),
    targets=MappingProxyType({each.code: (PLAN, each) for each in PLAN.targets}),
)
EVERYTHING = Settings(
    owners=(OwnerSet("P-1", "u"),),
    parameters=(ParameterSet("P", "least", "3"),),
    conditions=(ConditionDecided("P-2", False, "no school has the staff", DAY),),
    members=(Listed("products", Member(code="rice", name="Rice", since=DAY)),),
    days=((DAY, False),),
)


def test_nothing_settled_is_the_very_same_content() -> None:
    assert settled(CONTENT, Settings()) is CONTENT


def test_owners_values_decisions_and_members_take_the_place_of_what_was_open() -> None:
    found = settled(CONTENT, EVERYTHING)
    plan = found.plans["P"]
    assert plan.targets[0].owner == "u"
    assert [each.value for each in plan.parameters] == ["begun", "3"]
    decided = plan.targets[1]
    assert isinstance(decided, DecidedTarget)
    assert (decided.condition_met, decided.condition_reason) == (False, "no school has the staff")
    assert decided.condition_review == DAY
    assert [member.name for member in found.rosters["products"].members] == ["Rice"]
    assert CONTENT.calendar.works(DAY)
    assert not found.calendar.works(DAY)


def test_targets_are_found_by_code_as_they_were_settled() -> None:
    plan, target = settled(CONTENT, EVERYTHING).targets["P-1"]
    assert target.owner == "u"
    assert target in plan.targets


def test_the_content_itself_stays_as_it_was_read() -> None:
    before = replace(CONTENT)
    settled(CONTENT, EVERYTHING)
    assert before == CONTENT


def test_doing_it_twice_is_doing_it_once() -> None:
    once = settled(CONTENT, EVERYTHING)
    assert settled(once, EVERYTHING) == once


def test_a_listed_member_stands_for_all_the_content_says_of_its_code() -> None:
    ended = Listed("schools", Member(code="one", name="One", until=date(2026, 6, 30)))
    again = Listed("schools", Member(code="one", name="One", since=date(2026, 9, 1)))
    members = settled(CONTENT, Settings(members=(ended, again))).rosters["schools"].members
    assert [member.code for member in members] == ["two", "one", "one"]
    assert members[1:] == (ended.member, again.member)


@pytest.mark.parametrize(
    "settings",
    [
        Settings(owners=(OwnerSet("GONE-1", "u"),)),
        Settings(parameters=(ParameterSet("P", "gone", "1"),)),
        Settings(parameters=(ParameterSet("GONE", "least", "1"),)),
        Settings(conditions=(ConditionDecided("GONE-1", True, "why"),)),
        Settings(members=(Listed("gone", Member(code="a", name="A")),)),
    ],
)
def test_what_the_content_no_longer_has_is_passed_over(settings: Settings) -> None:
    assert settled(CONTENT, settings) == CONTENT


def test_a_target_that_is_not_conditional_takes_no_decision() -> None:
    settings = Settings(conditions=(ConditionDecided("P-1", False, "why"),))
    assert settled(CONTENT, settings) == CONTENT
