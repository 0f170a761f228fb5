"""Who is told what: those in charge, those who stand in for them, those above; and nothing twice."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from core.catalogue.reminders import Reminders
from core.due.answers import ENDING, Replied, Reply, latest, offered
from core.due.matters import Audience, Kind, Matter
from core.due.telling import Item, Setting, Staff, Standing, items
from tests.shipped import catalogue

AN, BINH, CHI, DUNG = 1, 2, 3, 4
STAFF = Staff({"a": (AN, BINH), "b": (CHI,)}, managers=(DUNG,), above=(9,))
DUTY = Matter(Kind.DUTY, "duty.1", date(2026, 11, 14), "report", ("a",))
THURSDAY = date(2026, 11, 12)


def replied(person: int, reply: Reply, **more: Any) -> dict[tuple[int, str], Replied]:
    at = datetime(2026, 11, 11, 3, tzinfo=UTC)
    return {(person, DUTY.key): Replied(person, DUTY.key, reply, at, **more)}


def told(
    today: date = THURSDAY,
    *matters: Matter,
    staff: Staff = STAFF,
    replies: Mapping[tuple[int, str], Replied] | None = None,
    before: tuple[Item, ...] = (),
) -> tuple[Item, ...]:
    standing = Standing({each.told_as for each in before}, replies or {})
    return items(matters or (DUTY,), Setting(staff, standing, Reminders(), catalogue().calendar, today))


def ears(found: tuple[Item, ...]) -> list[int]:
    return [each.person for each in found]


def test_everybody_of_the_unit_hears_once_of_each_stage() -> None:
    first = told()
    assert ears(first) == [AN, BINH]
    assert told(before=first) == ()
    assert ears(told(date(2026, 11, 13), before=first)) == [AN, BINH]


def test_what_is_done_is_told_to_nobody() -> None:
    assert told(THURSDAY, Matter(Kind.DUTY, "x", DUTY.due, "", ("a",), done=True)) == ()


def test_it_goes_up_to_the_manager_and_then_above_and_who_was_told_before_is_not_again() -> None:
    assert ears(told(date(2026, 11, 16))) == [AN, BINH, DUNG]
    late = told(date(2026, 11, 17), before=told(date(2026, 11, 16)))
    assert {each.person: each.stage.audience for each in late} == {
        AN: Audience.OFFICER,
        BINH: Audience.OFFICER,
        9: Audience.ABOVE,
    }


def test_who_is_on_leave_hears_nothing_and_the_manager_stands_in_for_a_unit_that_is_away() -> None:
    assert ears(told(staff=Staff(STAFF.officers, (DUNG,), (), away=(AN,)))) == [BINH]
    alone = told(staff=Staff(STAFF.officers, (DUNG,), (), away=(AN, BINH)))
    assert [(each.person, each.alone) for each in alone] == [(DUNG, True)]


def test_a_matter_without_owner_is_the_managers() -> None:
    assert ears(told(THURSDAY, Matter(Kind.DUTY, "x", DUTY.due, ""))) == [DUNG]


def test_put_off_it_is_told_again_on_that_day_and_not_before() -> None:
    before, put_off = told(date(2026, 11, 11)), replied(AN, Reply.LATER, until=THURSDAY)
    assert ears(told(date(2026, 11, 11), replies=put_off)) == [BINH]
    again = told(THURSDAY, replies=put_off, before=before)
    assert [(each.person, each.again) for each in again] == [(AN, True)]
    assert told(THURSDAY, replies=put_off, before=(*before, *again)) == ()


def test_who_said_it_is_not_theirs_is_left_alone_and_nothing_to_report_ends_it() -> None:
    assert ears(told(replies=replied(AN, Reply.NOT_MINE))) == [BINH]
    both = replied(AN, Reply.NOT_MINE) | replied(BINH, Reply.NOT_MINE)
    assert ears(told(replies=both)) == [DUNG]
    assert told(replies=replied(AN, Reply.NOTHING)) == ()


def test_a_manager_reads_why_it_takes_time() -> None:
    late = told(date(2026, 11, 16), replies=replied(BINH, Reply.DOING, text="waits for a figure"))
    assert {each.doing for each in late} == {"waits for a figure"}


def test_what_is_due_first_comes_first() -> None:
    soon = Matter(Kind.REQUEST, "r", THURSDAY, "", ("a",))
    assert [each.matter.key for each in told(THURSDAY, DUTY, soon) if each.person == AN] == ["r", "duty.1"]


def test_what_is_too_late_to_tell_is_skipped_once() -> None:
    step = Matter(Kind.STEP, "s", date(2026, 10, 31), "", ("b",))
    missed = told(date(2026, 11, 20), step)
    assert {(each.person, each.skipped) for each in missed} == {(CHI, True), (DUNG, True), (9, True)}
    assert told(date(2026, 11, 20), step, before=missed) == ()


def test_what_all_said_is_not_theirs_comes_to_the_manager_at_once_and_is_not_called_too_late() -> None:
    step = Matter(Kind.STEP, "s", date(2026, 11, 20), "", ("b",))
    day = date(2026, 11, 16)
    heard = told(date(2026, 11, 13), step)
    assert ears(heard) == [CHI]
    at = datetime(2026, 11, 16, 3, tzinfo=UTC)
    gone = {(CHI, "s"): Replied(CHI, "s", Reply.NOT_MINE, at)}
    handed = told(day, step, before=heard, replies=gone)
    assert [(each.person, each.alone, each.skipped) for each in handed] == [(DUNG, True, False)]
    assert told(day, step, before=(*heard, *handed), replies=gone) == ()


def test_a_manager_may_end_it_give_a_reason_and_take_that_back() -> None:
    late = date(2026, 11, 16)
    assert told(late, replies=replied(DUNG, Reply.DONE)) == ()
    assert {each.doing for each in told(late, replies=replied(DUNG, Reply.DOING, text="in print"))} == {
        "in print"
    }
    assert ears(told(late, replies=replied(DUNG, Reply.AGAIN))) == [AN, BINH, DUNG]


def test_a_last_day_moved_into_the_past_is_told_once_at_its_last_stage() -> None:
    moved = Matter(Kind.DATE, DUTY.key, date(2026, 11, 2), "report", ("a",))
    first = told(THURSDAY, moved, before=told(date(2026, 10, 30)))
    assert [(each.person, each.stage.late) for each in first] == [
        (AN, True),
        (BINH, True),
        (DUNG, True),
        (9, True),
    ]
    assert told(THURSDAY, moved, before=first) == ()
    assert told(date(2026, 11, 13), moved, before=first) == ()


def test_only_those_whose_it_is_say_that_it_is_not_and_a_yearly_report_is_never_nothing() -> None:
    for kind in Kind:
        assert Reply.NOT_MINE in offered(kind, own=True)
        assert Reply.NOT_MINE not in offered(kind, own=False)
        assert {Reply.LATER, Reply.DOING, Reply.AGAIN} <= set(offered(kind, own=False))
    ending = {kind for kind in Kind if set(ENDING) & set(offered(kind, own=True))}
    assert ending == {Kind.DATE, Kind.STEP, Kind.TASK}


def test_the_answer_that_came_last_holds_though_a_clock_was_ahead() -> None:
    ahead = Replied(AN, DUTY.key, Reply.NOT_MINE, datetime(2026, 11, 17, tzinfo=UTC))
    then = Replied(AN, DUTY.key, Reply.AGAIN, datetime(2026, 11, 10, tzinfo=UTC))
    assert latest([ahead, then]) == {(AN, DUTY.key): then}
