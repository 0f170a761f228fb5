"""Which kinds of report a tenant has a use for, and in which shape a stored report is corrected."""

from dataclasses import replace
from typing import Any

from core.catalogue import Catalogue
from core.catalogue.check import check_content
from core.catalogue.fact_types import FactType, Level
from core.catalogue.tenants import TenantSpec
from core.dialogue.kinds import GENERAL, for_correction, useful_kinds
from core.dialogue.state import Answer
from tests.core.catalogue.small_content import MEETING_FILE, OPTIONS_FILE, changed, small

OVER_HALLS = "ratio(distinct(meeting.kind to date), roster(halls))"


def with_target(**changes: Any) -> Catalogue:
    """The small content with a plan of one target: the plan's first, without side figures, and changed so."""
    catalogue = small()
    plan = catalogue.plans["P1"]
    target = plan.targets[0].model_copy(update={"also": (), **changes})
    return replace(catalogue, plans={"P1": plan.model_copy(update={"targets": (target,)})})


def useful(catalogue: Catalogue) -> set[str]:
    """What the commune has a use for beside the general kinds."""
    found = useful_kinds(catalogue, "xa")
    assert found >= GENERAL
    return set(found - GENERAL)


def test_a_tenant_has_a_use_for_what_its_plan_counts_and_for_the_general_kinds() -> None:
    assert useful(small()) == {"meeting"}


def test_what_is_offered_but_read_by_no_target_is_of_no_use() -> None:
    assert "work" in small().for_tenant("xa").fact_types
    assert "work" not in useful(small())


def test_a_figure_beside_a_target_is_read_too() -> None:
    figure = small().plans["P1"].targets[0].also[0].model_copy(update={"indicator": "count(work in year)"})
    assert useful(with_target(also=(figure,))) == {"meeting", "work"}


def test_a_report_shown_beside_words_is_read_too() -> None:
    assert useful(with_target(indicator=None, linked=("work",))) == {"work"}


def test_a_target_of_the_past_reads_nothing() -> None:
    assert useful(with_target(indicator=None)) == set()


def test_where_a_roster_is_counted_over_its_size_may_be_reported() -> None:
    assert useful(with_target(indicator=OVER_HALLS)) == {"meeting", "roster_count"}


def test_where_a_roster_is_of_a_duty_its_assignments_may_be_reported() -> None:
    halls = small().rosters["halls"].model_copy(update={"duty": "keeper"})
    catalogue = replace(with_target(indicator=OVER_HALLS), rosters={"halls": halls})
    assert useful(catalogue) == {"meeting", "roster_count", "assignment"}


def test_a_tenant_above_may_report_what_those_below_count() -> None:
    catalogue = small()
    plan = catalogue.plans["P1"]
    words_only = plan.model_copy(update={"code": "P2", "targets": (plan.targets[-1],)})
    above = TenantSpec(
        code="tinh",
        name="tinh",
        level=Level.PROVINCE,
        plans=("P2",),
        units=catalogue.tenants["xa"].units,
    )
    below = catalogue.tenants["xa"].model_copy(update={"parent": "tinh"})
    both = replace(catalogue, plans={"P1": plan, "P2": words_only}, tenants={"xa": below, "tinh": above})
    assert useful_kinds(both, "tinh") == {"meeting"} | GENERAL
    alone = replace(both, tenants={"tinh": above})
    assert useful_kinds(alone, "tinh") == GENERAL


def corrected(said: dict[str, Answer], file: str, old: str, new: str) -> FactType:
    """The meeting with these answers, opened again where one file of the content is changed so."""
    catalogue, problems = check_content(changed(file, old, new)[0])
    assert catalogue is not None, problems
    offered = catalogue.for_tenant("xa").fact_types["meeting"]
    return for_correction(catalogue.fact_types["meeting"], offered, said)


#: who came late is asked by provinces only; so is the meeting outside
LATE = (MEETING_FILE, "- code: late\n", "- code: late\n    levels: [tinh]\n")
OUTER = (OPTIONS_FILE, "{code: outer,", "{levels: [tinh], code: outer,")


def test_a_correction_asks_what_the_tenant_is_offered() -> None:
    kind = corrected({"kind": "inner"}, *LATE)
    assert [field.code for field in kind.fields] == ["kind", "date", "who", "people"]
    assert kind.checks == ()


def test_a_correction_keeps_an_answer_of_a_question_that_is_asked_no_more() -> None:
    kind = corrected({"kind": "outer", "who": {"inner": 3}, "late": 1}, *LATE)
    assert [field.code for field in kind.fields] == ["kind", "date", "who", "people", "late"]
    assert [check.left for check in kind.checks] == ["late"]


def test_a_correction_keeps_a_choice_that_is_offered_no_more() -> None:
    kind = corrected({"kind": "outer", "who": {"inner": 2}}, *OUTER)
    shown = {field.code: [option.code for option in field.options] for field in kind.fields if field.options}
    assert shown == {"kind": ["inner", "outer"], "who": ["inner"]}


def test_a_report_of_a_kind_that_is_offered_no_more_is_corrected_as_it_is() -> None:
    whole = small().fact_types["meeting"]
    assert for_correction(whole, None, {"kind": "inner"}) is whole
