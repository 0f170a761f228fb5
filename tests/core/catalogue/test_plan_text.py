"""The file of a plan as `tiendo plan import` writes it: it reads back as the same plan, and reads well."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue.documents import read_document
from core.catalogue.parse import parse
from core.catalogue.plan_text import plan_text
from core.catalogue.plans import Plan
from core.texts import Label
from tests import shipped
from tests.core.catalogue.plan_forms import plans

PLANS = shipped.catalogue().plans
#: any letters at all, and what YAML would take for something else
SIGNS = ["null", "~", "yes", "1_0", "08", "2026-01-01", "# ", ": ", "- ", "[", "{x}", "\n", "\x85", "\x07"]
LETTERS = st.characters(exclude_categories=["Cs"]) | st.sampled_from(SIGNS)
TEXTS = (
    st.lists(LETTERS, min_size=1, max_size=20)
    .map(lambda signs: unicodedata.normalize("NFC", "".join(signs)))
    .filter(lambda text: bool(text.strip()))
)


def read(text: str) -> Plan:
    document, problems = read_document("xy.yaml", text)
    assert problems == []
    assert document is not None
    parsed, problems = parse(Plan, document)
    assert [str(problem) for problem in problems] == []
    assert parsed is not None
    return parsed.model


@pytest.mark.parametrize("code", PLANS)
def test_a_shipped_plan_reads_back_as_it_was(code: str) -> None:
    assert read(plan_text(PLANS[code])) == PLANS[code]


@given(plans(TEXTS))
@settings(deadline=None, max_examples=60)
def test_every_plan_reads_back_as_it_was(plan: Plan) -> None:
    assert read(plan_text(plan)) == plan


@pytest.mark.parametrize("code", PLANS)
def test_what_was_written_once_stays_as_it_is(code: str) -> None:
    text = plan_text(PLANS[code])
    assert plan_text(read(text)) == text


def test_a_mark_behind_a_character_that_is_written_as_an_escape_is_read_back() -> None:
    plan = PLANS["DC1"].model_copy(update={"issuer": Label(vi="\U0001f60a\u0323", en="x")})
    assert read(plan_text(plan)) == plan


def test_keys_stand_in_the_order_of_the_shipped_files() -> None:
    lines = plan_text(PLANS["DC1"]).splitlines()
    keys = [line.split(":")[0] for line in lines if line and line[0].isalpha()]
    assert keys[:10] == [
        "code",
        "title",
        "short",
        "issuer",
        "number",
        "issued_on",
        "starts",
        "ends",
        "level",
        "legal_bases",
    ]
    assert keys[-4:] == ["targets", "tasks", "budget", "duties"]
    first = lines[lines.index("targets:") + 1 :]
    inner = [line.strip(" -").split(":")[0] for line in first[: first.index("")] if line[4:5].isalpha()]
    assert inner == ["code", "section", "name", "unit", "indicator", "goals", "partners", "also", "note"]


def test_what_an_admin_has_to_fill_in_is_written_as_open() -> None:
    text = plan_text(PLANS["LS"])
    assert "number: null\nissued_on: null\n" in text
    assert "\n    value: null\n" in text


def test_no_indicator_is_longer_than_a_line_and_each_goes_on_with_a_word_of_the_language() -> None:
    folded = [
        line.strip()
        for plan in PLANS.values()
        for line in plan_text(plan).split("indicator: >-\n")[1:]
        for line in line.split("\n")[:1]
    ]
    assert len(folded) > 50
    assert max(map(len, folded)) <= 130
