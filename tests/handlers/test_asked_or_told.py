"""Words that may be a question or something told: both ways are offered, and the answer comes first."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from core.catalogue.fact_types import Role
from core.dialogue.engine import take_turn
from core.dialogue.request_effects import KeepQuestion, OpenRequest
from core.dialogue.state import State
from core.dialogue.steps import Message, Turn
from core.messages import Address, Inbound
from core.texts import say
from handlers.conversations import CONVERSATIONS
from tests import shipped
from tests.core.dialogue.surroundings import AN, known
from tests.questions.test_questions import finder

HERE = Address("test", "1")


def said(text: str, role: Role, state: State | None = None, press: str = "") -> Turn:
    speaker = replace(
        known(replace(AN, role=role)), finder=finder, lexicon=lambda: shipped.lexicon("dong_cuu")
    )
    return take_turn(CONVERSATIONS, state or State(), speaker, Inbound(HERE, text=text, press=press))


def tokens(turn: Turn) -> Sequence[str]:
    messages = [step for step in turn.steps if isinstance(step, Message)]
    return [option.token for message in messages for row in message.rows for option in row]


@pytest.mark.parametrize("typed", ["kiểm định cân đồng hồ", "truy xuất nguồn gốc", "thống kê cân"])
def test_an_officers_title_may_be_a_report_begun_or_a_question(typed: str) -> None:
    turn = said(typed, Role.OFFICER)
    assert turn.state.form is None
    assert "tl:1" in tokens(turn)
    assert any(each.startswith("ka:") for each in tokens(turn))
    opened = said("", Role.OFFICER, turn.state, press="tl:1")
    assert opened.state.form is not None


@pytest.mark.parametrize(
    "typed",
    [
        "kiểm định cân đồng hồ 12 cái đạt hết",
        "kiểm định cân đồng hồ xong rồi",
        "kiểm định cân chợ Ngụ hôm nay",
        "hướng dẫn ghi nhãn",
    ],
)
def test_figures_a_place_or_words_of_done_say_that_it_is_a_report(typed: str) -> None:
    assert said(typed, Role.OFFICER).state.form is not None


def test_a_question_that_names_a_shop_is_answered_and_may_be_told_of_it_too() -> None:
    turn = said("quán An Bình ở chợ Ngụ bán thiếu cân thì báo ai", Role.HOUSEHOLD)
    assert KeepQuestion(
        "Bị cân thiếu, thấy cân gian thì báo ai", "gian_lan_do_luong", "bao_vi_pham_can_o_dau", "answered"
    ) in (turn.steps)
    told = said("", Role.HOUSEHOLD, turn.state, press="tl:1")
    assert told.state.form is not None
    assert told.state.form.fact_type == "violation_tip"


def test_a_name_is_not_read_as_what_is_asked_about() -> None:
    offered = tokens(said("cửa hàng Bình An bán thiếu cân thì báo ai, phạt thế nào?", Role.HOUSEHOLD))
    assert {"ka:phat_can_thieu::1", "ka:bao_vi_pham_can_o_dau::1"} <= set(offered)
    assert not any("gas" in each for each in offered)


def test_how_many_people_is_answered_by_no_article_that_does_not_say_it() -> None:
    turn = said("đoàn kiểm tra gồm mấy người", Role.HOUSEHOLD)
    assert [step.text for step in turn.steps if isinstance(step, Message)] == [say("said-ask")]


def test_articles_that_say_how_many_are_offered_in_place_of_one_that_does_not() -> None:
    offered = tokens(said("đoàn kiểm tra cân mấy người vậy", Role.OFFICER))
    assert "ka:trinh_tu_kiem_tra_do_luong::1" in offered
    assert not any("doan_kiem_tra_lam_gi" in each for each in offered)


def test_several_articles_of_one_subject_are_offered_to_who_asks_about_it() -> None:
    turn = said("cân phải kiểm định bao lâu một lần", Role.OFFICER)
    assert turn.state.form is None
    offered = tokens(turn)
    assert "tl:1" in offered
    assert sum(each.startswith("ka:") for each in offered) > 1


def test_a_question_that_may_be_ours_is_offered_to_people_rather_than_sent_away() -> None:
    turn = said("mở tiệm cơm thì cần giấy gì", Role.HOUSEHOLD)
    assert any(each.startswith("rp:1") for each in tokens(turn))
    kept = [step for step in turn.steps if isinstance(step, KeepQuestion)]
    assert [each.outcome for each in kept] == ["unknown"]
    away = said("con tôi đi nghĩa vụ quân sự khi nào", Role.HOUSEHOLD)
    assert not any(each.startswith("rp:") for each in tokens(away))


def form_of_a_class() -> State:
    """An open form that asks what somebody's business is."""
    begun = said("có lớp dạy làm mã QR truy xuất ko cho tui dang ky", Role.HOUSEHOLD).state
    state = said("Tương An", Role.HOUSEHOLD, begun).state
    assert state.form is not None
    assert state.form.at == "org_type"
    return state


def test_a_question_with_a_word_in_it_that_answers_the_open_form_is_still_a_question() -> None:
    state = form_of_a_class()
    turn = said("cân đồng hồ lò xo 5kg ngoài chợ bao lâu kiểm 1 lần", Role.HOUSEHOLD, state)
    assert turn.state.form == state.form
    assert any(isinstance(step, KeepQuestion) and step.outcome == "answered" for step in turn.steps)
    assert said("lò bánh mì", Role.HOUSEHOLD, state).state.form != state.form


def test_who_asks_for_a_person_beside_a_form_is_asked_what_about_until_they_say_it() -> None:
    state = form_of_a_class()
    for typed in ("tôi muốn gặp cán bộ", "gặp cán bộ", "???"):
        turn = said(typed, Role.HOUSEHOLD, state)
        state = turn.state
        assert (state.asking, state.about) == ("request", "new:")
        assert not any(isinstance(step, OpenRequest) for step in turn.steps)
    opened = said("hàng ký gửi thì ai chịu trách nhiệm", Role.HOUSEHOLD, state)
    assert any(isinstance(step, OpenRequest) for step in opened.steps)
    assert opened.state.form is not None
