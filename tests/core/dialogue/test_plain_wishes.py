"""What people want in few words, with and without marks, leads to its page."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.catalogue.fact_types import Role
from core.dialogue.due_effects import ShowDues, TakeLeave
from core.dialogue.engine import picked, take_turn
from core.dialogue.state import State
from core.dialogue.steps import Message
from core.dialogue.summary_effects import ShowOwnWeek
from core.messages import Address, Inbound
from handlers.conversations import CONVERSATIONS
from tests.core.dialogue.surroundings import AN, known

HERE = Address("test", "1")


@pytest.mark.parametrize(
    ("typed", "token"),
    [
        ("tuan nay con gi phai lam", "go:dues"),
        ("cho em xem lại báo cáo hôm qua với", "go:mine"),
        ("đơn vị nào chưa nộp", "go:summary"),
        ("duyet het di", "go:pending"),
        ("thêm cán bộ mới nhé", "go:members"),
        ("api", "go:api"),
        ("khóa sổ", "go:periods"),
        ("cân tui bị hư", "go:instruments"),
        ("nghỉ bán rồi", "go:own"),
        ("bữa nào kiểm định", "go:market"),
        ("gọi cho ai", "go:officer"),
        ("em là ai vậy", "go:help"),
        ("bot ngu quá", "go:sorry"),
        ("Ngụ", ""),
    ],
)
def test_a_plain_wish_leads_to_its_page(typed: str, token: str) -> None:
    assert picked(State(), known(), Inbound(HERE, text=typed)) == token


@pytest.mark.parametrize("typed", ["mai em xin nghỉ phép", "xin nghỉ phép ngày mai"])
def test_the_day_of_a_leave_may_come_first_or_last(typed: str) -> None:
    surrounding = known(replace(AN, role=Role.OFFICER))
    turn = take_turn(CONVERSATIONS, State(), surrounding, Inbound(HERE, text=typed))
    tomorrow = surrounding.today + timedelta(days=1)
    assert turn.steps == (TakeLeave(tomorrow, tomorrow),)


def test_who_is_cross_is_offered_a_person() -> None:
    opened = take_turn(CONVERSATIONS, State(), known(), Inbound(HERE, text="/baocao"))
    turn = take_turn(CONVERSATIONS, opened.state, known(), Inbound(HERE, text="bực quá"))
    said = [step for step in turn.steps if isinstance(step, Message)]
    assert "go:officer" in {option.token for row in said[0].rows for option in row}


@pytest.mark.parametrize(("typed", "effect"), [("tóm tắt", ShowOwnWeek), ("lịch báo cáo", ShowDues)])
def test_an_officer_is_shown_the_own_week_and_matters_and_not_refused(typed: str, effect: type) -> None:
    turn = take_turn(CONVERSATIONS, State(), known(), Inbound(HERE, text=typed))
    assert [type(step) for step in turn.steps] == [effect]
