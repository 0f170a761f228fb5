"""What a record says becomes answers of the form, as far as the form has options for it."""

import pytest

from core.answers import JsonValue
from core.answers.outcome import Setting
from core.understanding.answers import answers_of, only_ones, record_of
from core.understanding.situation import Fields
from tests import shipped

SETTING = Setting(shipped.DAY, (), {}, shipped.hearing().vocabulary)


def answers(fact_type: str, fields: Fields) -> dict[str, JsonValue]:
    province = {"org_types", "activity"} & fields.keys()
    lexicon = shipped.lexicon("bac_giang" if province else "dong_cuu")
    return answers_of(fields, lexicon.hearings[fact_type], lexicon.kinds[fact_type], SETTING)


def test_a_code_the_form_does_not_have_fills_the_option_that_stands_for_it() -> None:
    assert answers("support_need", {"subject": "txng_blockchain"}) == {"subject": "txng"}


def test_several_codes_of_one_option_are_it_once() -> None:
    assert answers("guidance_given", {"subject": ["5s", "haccp", "msmv"]})["subject"] == ["nscl", "msmv"]


def test_numbers_under_several_codes_of_one_option_are_added() -> None:
    found = answers("training_attendance", {"org_types": {"thcs": 4, "thpt": 3, "dn": 2}})
    assert found["audience"] == {"truong_pt": 7, "dn": 2}


def test_a_step_is_the_option_of_its_task_that_is_called_so_and_comes_back_so() -> None:
    lexicon = shipped.lexicon("bac_giang")
    said: Fields = {"activity": "BG-III2", "step": lexicon.steps["BG-III2.4"], "status": "xong"}
    stored = answers("step_done", said)
    assert stored["step"] == "bg_iii2_4"
    hearing, kind = lexicon.hearings["step_done"], lexicon.kinds["step_done"]
    assert record_of(stored, hearing, kind, SETTING)["step"] == said["step"]


@pytest.mark.parametrize(("tenant", "line"), [("bac_ninh", "bn"), ("lang_son", "ls"), ("bac_giang", None)])
def test_a_budget_that_is_split_nowhere_is_the_line(tenant: str, line: str | None) -> None:
    lexicon = shipped.lexicon(tenant)
    found = only_ones(lexicon.hearings["expense"], lexicon.kinds["expense"])
    assert found.get("line") == line


def test_money_of_a_task_is_of_the_budget_line_for_it() -> None:
    assert answers("expense", {"activity": "BG-III1", "amount_mvnd": 120})["line"] == "bg_iii_1"


@pytest.mark.parametrize("code", ["can", "nothing_like_it"])
def test_what_is_too_general_for_the_form_is_left_to_it(code: str) -> None:
    assert "instrument_kind" not in answers("instrument_verified", {"instrument_kind": code})


def test_days_are_one_answer_or_a_span() -> None:
    assert answers("supervision", {"date": "2026-05-13"})["date"] == "2026-05-13"
    assert answers("supervision", {"date_from": "2026-05-11", "date_to": "2026-05-12"})["date"] == (
        "2026-05-11/2026-05-12"
    )


def test_a_week_ends_today_at_the_latest() -> None:
    assert answers("comm_event", {"period": "2026-W20"})["date"] == "2026-05-11/2026-05-14"
    assert "date" not in answers("comm_event", {"period": "2026-W21"})


def test_stored_answers_come_back_under_the_names_of_records() -> None:
    lexicon = shipped.lexicon("dong_cuu")
    fields: Fields = {"checked": 23, "passed": 21, "date": "2026-05-13", "instrument_kind": "can_ban"}
    hearing, kind = lexicon.hearings["instrument_verified"], lexicon.kinds["instrument_verified"]
    stored = answers_of(fields, hearing, kind, SETTING)
    assert record_of(stored, hearing, kind, SETTING).items() >= fields.items()


def test_a_yes_is_the_option_that_stands_for_it() -> None:
    assert answers("violation_tip", {"anonymous": True, "subject": "kiem_dinh", "what": "no stamp"}) == {
        "anonymous": "co",
        "what": "kiem_dinh",
        "detail": "no stamp",
    }
