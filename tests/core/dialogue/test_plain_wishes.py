"""What people want in few words, with and without marks, leads to its page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from core.catalogue.fact_types import Role
from core.dialogue.due_effects import ShowDues, TakeLeave
from core.dialogue.effects import KeepHeard, ShowSummary
from core.dialogue.engine import take_turn
from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.dialogue.leading import picked
from core.dialogue.no_such_time import why
from core.dialogue.plan_effects import ShowPlan
from core.dialogue.state import State
from core.dialogue.steps import Message, Turn
from core.dialogue.summary_effects import ShowOwnWeek
from core.messages import Address, Inbound
from core.texts import Text, lines, say
from handlers.conversations import CONVERSATIONS
from tests import shipped
from tests.core.dialogue.nothing_known import REPORT
from tests.core.dialogue.surroundings import AN, ListedLookups, known

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
        ("em là ai vậy", "go:who"),
        ("xác nhận ạ", "go:confirm"),
        ("bot ngu quá", "go:sorry"),
        ("tình hình thế nào rồi", "go:progress"),
        ("xã mình làm tới đâu", "go:progress"),
        ("đơn vị nào im lặng", "go:summary"),
        ("tiến độ dc1", "pl:DC1"),
        ("tien do DC1-6", "tg:DC1-6"),
        ("dc1-1 tới đâu rồi em", "tg:DC1-1"),
        ("xem chỉ tiêu dc1 1 với", "tg:DC1-1"),
        ("tiến độ dc1-1 30/4", "tg:DC1-1:0:2026-04-30"),
        ("dc1-1 họp xong rồi", ""),
        ("tết có nhắc không em", "go:off"),
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


@pytest.mark.parametrize(
    "typed", ["tóm tắt tuần trước", "/tomtat tuần trước", "tuần trước", "tổng hợp tuần trước"]
)
def test_an_officer_is_shown_what_they_sent_in_the_week_they_name(typed: str) -> None:
    turn = take_turn(CONVERSATIONS, State(), speaking(Role.OFFICER), Inbound(HERE, text=typed))
    assert [step for step in turn.steps if not isinstance(step, KeepHeard)] == [ShowOwnWeek("week-20260504")]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("tóm tắt 31/4", say("time-no-such-day", month="4", days="30")),
        ("tóm tắt ngày 31 tháng 4", say("time-no-such-day", month="4", days="30")),
        ("/tomtat 29/2/2026", say("time-no-such-day", month="2/2026", days="28")),
        ("tuần 54", say("time-no-such-week", year="2026", weeks="53")),
        ("tóm tắt tuần 53 năm 2025", say("time-no-such-week", year="2025", weeks="52")),
        ("tóm tắt tháng 13", say("time-no-such-month")),
        ("tóm tắt quý 5", say("time-no-such-quarter")),
        ("tóm tắt tuần 53", say("summary-to-come", today=known().today)),
    ],
)
def test_a_time_that_there_is_not_is_asked_again_with_the_reason(typed: str, reason: Text) -> None:
    turn = take_turn(CONVERSATIONS, State(), speaking(Role.MANAGER), Inbound(HERE, text=typed))
    assert [step.text for step in turn.steps if isinstance(step, Message)] == [
        lines(reason, say("summary-which"))
    ]


@pytest.mark.parametrize("typed", ["tóm tắt tuần 50", "tóm tắt tuần 50/2025", "tuần 50 năm 2025"])
def test_a_week_is_found_by_its_number_in_the_year_that_is_meant(typed: str) -> None:
    turn = take_turn(CONVERSATIONS, State(), speaking(Role.MANAGER), Inbound(HERE, text=typed))
    assert turn.steps == (ShowSummary("week-20251208"),)


@pytest.mark.parametrize(
    "forged", ["?", "?days", "?days.4", "?weeks.20265.53", "?years.1.22", "?months.1.22"]
)
def test_a_mangled_code_of_no_time_tells_no_reason(forged: str) -> None:
    assert why(forged) is None


@pytest.mark.parametrize(
    ("typed", "effect"),
    [
        ("sao tuần này ít vậy", ShowSummary("week-20260511")),
        ("tháng 4 làm được gì rồi", ShowSummary("month-20260401")),
        ("thôn nào im re vậy", ShowSummary()),
        ("có bao nhiêu báo cáo rồi", ShowSummary()),
    ],
)
def test_a_manager_who_asks_how_it_goes_in_general_is_shown_the_summary(
    typed: str, effect: ShowSummary
) -> None:
    turn = take_turn(CONVERSATIONS, State(), speaking(Role.MANAGER), Inbound(HERE, text=typed))
    assert [step for step in turn.steps if not isinstance(step, KeepHeard)] == [effect]


def test_figures_asked_for_by_their_code_are_no_answer_to_an_open_form() -> None:
    an = speaking(Role.OFFICER)
    opened = take_turn(CONVERSATIONS, State(), an, Inbound(HERE, press="new:instrument_verified"))
    assert opened.state.form is not None
    turn = take_turn(CONVERSATIONS, opened.state, an, Inbound(HERE, text="tiến độ dc1"))
    assert turn.steps[0] == ShowPlan("DC1", 0, None)
    assert turn.state.form == opened.state.form


def test_a_question_who_the_bot_is_leaves_an_open_form_as_it_is() -> None:
    an = speaking(Role.OFFICER)
    opened = take_turn(CONVERSATIONS, State(), an, Inbound(HERE, press="new:instrument_verified"))
    turn = take_turn(CONVERSATIONS, opened.state, an, Inbound(HERE, text="mày là ai"))
    said, step = [each for each in turn.steps if isinstance(each, Message)]
    assert (said.text, said.rows) == (say("said-who"), ())
    assert step.asks
    assert turn.state.form == opened.state.form


def test_the_menu_is_named_in_an_open_form_with_or_without_its_stroke() -> None:
    an = speaking(Role.OFFICER)
    opened = take_turn(CONVERSATIONS, State(), an, Inbound(HERE, press="new:instrument_verified"))
    with_stroke, without = (
        take_turn(CONVERSATIONS, opened.state, an, Inbound(HERE, text=typed)) for typed in ("/menu", "Menu")
    )
    assert without == with_stroke
    assert without.state.form == opened.state.form


def test_who_confirms_where_nothing_was_asked_is_shown_what_waits_for_it() -> None:
    waits = speaking(Role.MANAGER, waiting=[REPORT])
    turn = take_turn(CONVERSATIONS, State(), waits, Inbound(HERE, text="xác nhận"))
    assert f"w:{REPORT.id}" in pressed(turn)


def test_who_confirms_with_a_draft_put_aside_is_offered_to_go_on_with_it() -> None:
    an = speaking(Role.OFFICER)
    opened = take_turn(CONVERSATIONS, State(), an, Inbound(HERE, text="kiểm định cân ở chợ Ngụ hôm nay"))
    left = take_turn(CONVERSATIONS, opened.state, an, Inbound(HERE, text="hủy"))
    turn = take_turn(CONVERSATIONS, left.state, an, Inbound(HERE, text="xác nhận"))
    assert [each.partition(":")[0] for each in pressed(turn)] == ["res", "go"]


def test_who_confirms_where_nothing_waits_is_told_so() -> None:
    turn = take_turn(CONVERSATIONS, State(), speaking(Role.OFFICER), Inbound(HERE, text="xác nhận"))
    assert [step.text for step in turn.steps if isinstance(step, Message)] == [say("confirm-nothing")]


def test_who_asks_about_tet_is_told_of_the_days_off_and_that_nobody_is_reminded_then() -> None:
    turn = take_turn(CONVERSATIONS, State(), speaking(Role.HOUSEHOLD), Inbound(HERE, text="nghỉ tết"))
    (message,) = [step for step in turn.steps if isinstance(step, Message)]
    told = shipped.texts().render(message.text, "vi")
    assert "không nhắc việc đến hạn" in told
    assert "2/9/2026: Quốc khánh" in told
    assert "Tết Nguyên Đán (dự kiến)" in told


def pressed(turn: Turn) -> list[str]:
    said = [step for step in turn.steps if isinstance(step, Message)]
    return [option.token for message in said for row in message.rows for option in row]


def speaking(role: Role, waiting: Sequence[ReportKnown] = ()) -> Known:
    look = ListedLookups(waiting)
    lexicon = shipped.lexicon("dong_cuu")
    return replace(known(replace(AN, role=role)), look=look, lexicon=lambda: lexicon)
