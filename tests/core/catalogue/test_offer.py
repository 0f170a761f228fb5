"""What a tenant is offered: kinds of report, fields and options of its level, and parts of its own plans."""

from core.catalogue import Catalogue
from core.catalogue.check import check_content
from core.catalogue.fact_types import FieldSpec
from tests.core.catalogue.small_content import SMALL, TENANT_FILE

#: a province beside the commune, with a plan of its own that has one task and a budget without lines
_SECOND_PLAN = """\
code: P2
title: {vi: p2, en: p2}
issuer: {vi: p2, en: p2}
number: 12/KH
starts: 2026-01-01
level: tinh
targets:
  - {code: P2-Q1, section: I, kind: Q, name: {vi: q, en: q}, unit: {vi: q, en: q}, owner: desk}
tasks:
  - {code: P2-T1, section: I, name: {vi: t, en: t}, steps: [{code: "1", name: {vi: s, en: s}}]}
budget: {total: 5}
"""
_PROVINCE = """\
code: tinh
name: tinh
level: tinh
plans: [P2]
units: [{code: desk, name: desk}]
"""


def content(**changes: tuple[str, str]) -> Catalogue:
    """Both tenants and both plans; `changes` by file without folder and ending: what becomes what."""
    texts = {**SMALL, "plans/p2.yaml": _SECOND_PLAN, "tenants/tinh.yaml": _PROVINCE}
    texts[TENANT_FILE] += "parent: tinh\n"
    for name, (old, new) in changes.items():
        file = next(path for path in texts if path.endswith(f"/{name}.yaml"))
        assert old in texts[file]
        texts[file] = texts[file].replace(old, new, 1)
    catalogue, problems = check_content(texts)
    assert catalogue is not None, [str(problem) for problem in problems]
    return catalogue


def field(catalogue: Catalogue, kind: str, code: str) -> FieldSpec | None:
    return catalogue.fact_types[kind].field(code)


def options(catalogue: Catalogue, kind: str, code: str) -> list[str]:
    found = field(catalogue, kind, code)
    assert found is not None
    return [option.code for option in found.options]


def test_the_whole_catalogue_has_the_parts_of_all_plans() -> None:
    everything = content()
    assert options(everything, "work", "step") == ["p1_t1_1", "p1_t1_2", "p2_t1_1"]
    assert options(everything, "work", "task") == ["p1_t1", "p2_t1"]
    assert options(everything, "work", "line") == ["p1_i", "p1_i_1", "p1_i_2", "p1_ii", "p2"]
    assert options(everything, "work", "plans") == ["p1", "p2"]


def test_a_tenant_is_offered_the_parts_of_its_own_plans() -> None:
    own = content().for_tenant("tinh")
    assert options(own, "work", "step") == ["p2_t1_1"]
    assert options(own, "work", "line") == ["p2"]
    assert options(content().for_tenant("xa"), "work", "plans") == ["p1"]


def test_an_option_is_labelled_by_what_the_plan_calls_it() -> None:
    steps, plans = field(content(), "work", "step"), field(content(), "work", "plans")
    assert steps is not None
    assert plans is not None
    assert [option.label.en for option in steps.options] == [
        "P1-T1.1: Write",
        "P1-T1.2: Send",
        "P2-T1.1: s",
    ]
    assert [option.also[-1] for option in plans.options] == [
        plans.options[0].label.vi.partition(": ")[2],
        "12/KH",
    ]


def test_a_kind_of_report_whose_required_field_has_nothing_to_choose_is_not_offered() -> None:
    without_steps = content(p2=(', steps: [{code: "1", name: {vi: s, en: s}}]', ""))
    assert "work" in without_steps.for_tenant("xa").fact_types
    assert "work" not in without_steps.for_tenant("tinh").fact_types


def test_an_optional_field_with_nothing_to_choose_is_left_out() -> None:
    without_money = content(p2=("budget: {total: 5}\n", ""))
    assert field(without_money.for_tenant("tinh"), "work", "line") is None
    assert field(without_money.for_tenant("tinh"), "work", "step") is not None


def test_a_kind_of_report_of_another_level_is_not_offered() -> None:
    catalogue = content(work=("area: work", "area: work\nlevels: [tinh, so]"))
    assert list(catalogue.fact_types) == ["meeting", "work"]
    assert list(catalogue.for_tenant("xa").fact_types) == ["meeting"]
    assert list(catalogue.for_tenant("tinh").fact_types) == ["meeting", "work"]


def test_an_option_of_another_level_is_left_out() -> None:
    catalogue = content(options=("{code: outer,", "{levels: [tinh], code: outer,"))
    assert options(catalogue.for_tenant("xa"), "meeting", "who") == ["inner"]
    assert options(catalogue.for_tenant("tinh"), "meeting", "who") == ["inner", "outer"]


def test_what_hangs_on_a_field_of_another_level_goes_with_it() -> None:
    own = content(meeting=("- code: kind\n", "- code: kind\n    levels: [tinh]\n")).for_tenant("xa")
    kind = own.fact_types["meeting"]
    assert [f.code for f in kind.fields] == ["date", "who", "people"]
    assert kind.checks == ()
    assert kind.dedupe == ("date",)


def test_a_figure_computed_from_a_field_of_another_level_is_left_out() -> None:
    own = content(meeting=("- code: who\n", "- code: who\n    levels: [tinh]\n")).for_tenant("xa")
    kind = own.fact_types["meeting"]
    assert [f.code for f in kind.fields] == ["kind", "date", "late"]
    assert kind.checks == ()


def test_only_the_kinds_of_report_differ_and_the_view_is_made_once() -> None:
    catalogue = content()
    own = catalogue.for_tenant("xa")
    assert own is catalogue.for_tenant("xa")
    assert (own.plans, own.targets, own.tenants) == (catalogue.plans, catalogue.targets, catalogue.tenants)


def test_where_no_level_is_named_a_tenant_is_offered_everything() -> None:
    catalogue, _ = check_content(SMALL)
    assert catalogue is not None
    assert catalogue.for_tenant("xa").fact_types == catalogue.fact_types


def test_a_tenant_above_counts_those_below() -> None:
    assert content().with_children("tinh") == ("tinh", "xa")
    assert content().with_children("xa") == ("xa",)
