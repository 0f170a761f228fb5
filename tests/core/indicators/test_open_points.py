"""What plans leave open for an admin, which is next, and which figures hang on it."""

from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from core.catalogue import Catalogue
from core.catalogue.plans import (
    Baseline,
    Goal,
    Member,
    Parameter,
    Plan,
    Roster,
    Schedule,
    SideFigure,
    Target,
    TenantSpec,
    UnitSpec,
)
from core.catalogue.settled import ConditionDecided, OwnerSet, ParameterSet, Settings, settled
from core.indicators.evaluate import Measure
from core.indicators.facts import members_on
from core.indicators.open_points import Point, PointKind, following, moved_by, points
from core.indicators.progress import State, progress
from core.texts import Label

NAME = Label(vi="a", en="a")
TODAY = date(2026, 5, 14)
PLAN = Plan(
    code="P",
    title=NAME,
    issuer=NAME,
    starts=date(2026, 1, 1),
    ends=date(2026, 3, 31),
    parameters=(
        Parameter(code="stage", name=NAME, value="begun"),
        Parameter(code="least", name=NAME),
    ),
    targets=(
        Target(
            code="P-1",
            section="1",
            name=NAME,
            unit=NAME,
            indicator="ratio(distinct(visit.place where place in roster(schools)), roster(schools))",
            goals=(Goal(value=1),),
            owner="u",
        ),
        Target(
            code="P-2",
            section="2",
            name=NAME,
            unit=NAME,
            indicator="count(visit where count >= $least)",
            goals=(Goal(value=1),),
            conditional=NAME,
            also=(SideFigure(name=NAME, unit=NAME, indicator="roster(products)"),),
        ),
        Target(
            code="P-3",
            section="3",
            kind="H",
            name=NAME,
            unit=NAME,
            baseline=Baseline(value=1, period="2020"),
        ),
    ),
)
CONTENT = Catalogue(
    fact_types={},
    plans=MappingProxyType({"P": PLAN}),
    groups={},
    rosters=MappingProxyType(
        {
            "schools": Roster(code="schools", label=NAME, members=(Member(code="one", name="One"),)),
            "products": Roster(code="products", label=NAME),
            "others": Roster(code="others", label=NAME),
        }
    ),
    tenants={"t": TenantSpec(code="t", name="t", plans=("P",), units=(UnitSpec(code="u", name="U"),))},
    schedule=Schedule(jobs={}),
)


def found(settings: Settings, today: date = TODAY) -> list[Point]:
    content = settled(CONTENT, settings)
    return list(points(content, "t", today, lambda code: members_on(content, code, today)))


def test_values_come_first_and_owners_last_and_a_figure_of_the_past_needs_no_owner() -> None:
    assert [(each.kind.value, each.key, each.is_open) for each in found(Settings())] == [
        ("parameter", "P.stage", False),
        ("parameter", "P.least", True),
        ("condition", "P-2", True),
        ("roster", "schools", False),
        ("roster", "products", True),
        ("owner", "P-1", False),
        ("owner", "P-2", True),
        ("owner", "P-3", False),
    ]


def test_what_is_settled_is_open_no_more() -> None:
    settings = Settings(
        owners=(OwnerSet("P-2", "u"),),
        parameters=(ParameterSet("P", "least", "2"),),
        conditions=(ConditionDecided("P-2", True, "why"),),
    )
    assert [each.key for each in found(settings) if each.is_open] == ["products"]


@pytest.mark.parametrize(("review", "again"), [(date(2026, 5, 14), True), (date(2026, 5, 15), False)])
def test_a_decision_is_open_again_on_the_day_it_is_to_be_looked_at(review: date, again: bool) -> None:
    settings = Settings(conditions=(ConditionDecided("P-2", True, "why", review),))
    conditions = [each.is_open for each in found(settings) if each.kind is PointKind.CONDITION]
    assert conditions == [again]


def test_the_next_point_is_the_open_one_behind_and_after_the_last_the_first() -> None:
    every = found(Settings())
    after_list = following(every, PointKind.ROSTER, "schools")
    after_owner = following(every, PointKind.OWNER, "P-2")
    assert after_list is not None
    assert after_owner is not None
    assert (after_list.key, after_owner.key) == ("products", "P.least")


def test_there_is_no_next_point_when_nothing_is_open() -> None:
    assert following([each for each in found(Settings()) if not each.is_open], PointKind.OWNER, "P-1") is None


@pytest.mark.parametrize(
    ("kind", "key", "targets"),
    [
        (PointKind.PARAMETER, "P.least", ["P-2"]),
        (PointKind.ROSTER, "schools", ["P-1"]),
        (PointKind.ROSTER, "products", ["P-2"]),
        (PointKind.CONDITION, "P-2", ["P-2"]),
        (PointKind.OWNER, "P-2", []),
    ],
)
def test_the_figures_that_hang_on_a_point_are_known(kind: PointKind, key: str, targets: list[str]) -> None:
    assert [target.code for _, target in moved_by(CONTENT, "t", kind, key)] == targets


@pytest.mark.parametrize(("met", "state"), [(True, State.AT_RISK), (False, State.NOT_APPLICABLE)])
def test_a_target_that_does_not_apply_is_never_late(met: bool, state: State) -> None:
    settings = Settings(
        parameters=(ParameterSet("P", "least", "2"),),
        conditions=(ConditionDecided("P-2", met, "why"),),
    )
    plan = settled(CONTENT, settings).plans["P"]
    stands = progress(plan.targets[1], plan, Measure(Decimal(0)), TODAY)
    assert stands.state is state


def test_a_target_that_does_not_apply_waits_for_no_value() -> None:
    plan = settled(CONTENT, Settings(conditions=(ConditionDecided("P-2", False, "why"),))).plans["P"]
    stands = progress(plan.targets[1], plan, Measure(None), TODAY)
    assert (stands.state, stands.missing) == (State.NOT_APPLICABLE, ())
