"""What is decided about a reminder or a summary at the moment it would go out."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.hours import QUIET
from core.delivery import Drop, Later, Send
from scheduler.jobs import own_week
from storage.models import ChatGroup, Outbox, Tenant
from storage.repositories import nudges, plan_settings, told
from tests.scheduler.world import HOUR, MINUTE, MONDAY, REMINDER, SUMMARY, WEEK, World

EVENING = datetime(2026, 5, 15, 13, 0, tzinfo=UTC)  # Friday 20:00 in Vietnam
MORNING = datetime(2026, 5, 16, 0, 0, tzinfo=UTC)  # Saturday 07:00


async def reminded(world: World) -> tuple[int, Outbox]:
    """An officer with a reminder that waits to be sent."""
    person = await world.person("An")
    await world.scheduler().tick(REMINDER)
    (row,) = await world.outbox("weekly_reminder")
    return person, row


async def summed_up(world: World) -> tuple[int, Outbox]:
    """A manager with a summary that waits to be sent."""
    person = await world.person("Dung", role="manager")
    await world.scheduler().tick(SUMMARY)
    (row,) = await world.outbox("weekly_summary")
    return person, row


async def test_a_reminder_that_is_still_true_is_sent_as_written(world: World) -> None:
    _, row = await reminded(world)
    assert await world.recheck(row, REMINDER + MINUTE) == Send()


async def test_who_reported_meanwhile_is_not_reminded(world: World) -> None:
    an, row = await reminded(world)
    await world.reports(an, REMINDER + MINUTE)
    assert isinstance(await world.recheck(row, REMINDER + 2 * MINUTE), Drop)


async def test_a_week_that_is_over_is_not_asked_about(world: World) -> None:
    _, row = await reminded(world)
    next_monday = MONDAY + WEEK
    assert isinstance(await world.recheck(row, next_monday), Drop)


async def test_a_report_of_the_week_after_does_not_answer_this_reminder(world: World) -> None:
    an, row = await reminded(world)
    await world.reports(an, REMINDER + WEEK)
    assert await world.recheck(row, REMINDER + MINUTE) == Send()


@pytest.mark.parametrize("change", [{"status": "blocked"}, {"status": "pending"}, {"role": "household"}])
async def test_who_is_no_active_officer_any_more_is_not_reminded(
    world: World, change: dict[str, str]
) -> None:
    an, row = await reminded(world)
    await world.becomes(an, **change)
    assert isinstance(await world.recheck(row, REMINDER + MINUTE), Drop)


async def test_nothing_is_sent_to_somebody_who_blocked_the_bot(world: World) -> None:
    an, row = await reminded(world)
    await world.unreachable(an)
    assert isinstance(await world.recheck(row, REMINDER + MINUTE), Drop)


@pytest.mark.parametrize("moment", [EVENING, EVENING + 5 * HOUR, MORNING - MINUTE])
async def test_in_quiet_hours_a_message_waits_for_the_morning(world: World, moment: datetime) -> None:
    _, reminder = await reminded(world)
    _, summary = await summed_up(world)
    assert await world.recheck(reminder, moment) == Later(MORNING)
    assert await world.recheck(summary, moment) == Later(MORNING)


@pytest.mark.parametrize("moment", [EVENING - MINUTE, MORNING])
async def test_outside_the_quiet_hours_it_goes_out(world: World, moment: datetime) -> None:
    _, row = await reminded(world)
    assert await world.recheck(row, moment) == Send()


async def test_a_form_in_somebodys_hand_is_not_interrupted(world: World) -> None:
    an, row = await reminded(world)
    now = REMINDER + MINUTE
    await world.has_form(an, "training_attendance", now - 14 * MINUTE)
    assert await world.recheck(row, now) == Later(now + timedelta(minutes=15))


async def test_a_form_left_alone_is_offered_to_go_on_with(world: World) -> None:
    an, row = await reminded(world)
    now = REMINDER + HOUR
    await world.has_form(an, "training_attendance", now - 15 * MINUTE)
    decision = await world.recheck(row, now)
    assert isinstance(decision, Send)
    assert decision.message is not None
    assert "còn bản nháp **Cử đi tập huấn**" in decision.message.text
    assert decision.message.buttons()[0].token == "go:continue"


async def test_a_draft_thrown_away_meanwhile_is_not_offered(world: World) -> None:
    an = await world.person("An")
    await world.has_form(an, "training_attendance", MONDAY)
    await world.scheduler().tick(REMINDER)
    await world.has_form(an, None)
    (row,) = await world.outbox("weekly_reminder")
    decision = await world.recheck(row, REMINDER + HOUR)
    assert isinstance(decision, Send)
    assert decision.message is not None
    assert decision.message.buttons()[0].token == "go:report"


async def test_a_form_touched_in_the_future_by_a_wrong_clock_does_not_hold_it_back(world: World) -> None:
    an, row = await reminded(world)
    await world.has_form(an, "training_attendance", REMINDER + WEEK)
    assert isinstance(await world.recheck(row, REMINDER + MINUTE), Send)


async def test_a_summary_waits_while_its_reader_fills_a_form(world: World) -> None:
    dung, row = await summed_up(world)
    now = SUMMARY + MINUTE
    await world.has_form(dung, "training_attendance", now)
    assert await world.recheck(row, now) == Later(now + timedelta(minutes=15))


@pytest.mark.parametrize("change", [{"status": "blocked"}, {"role": "officer"}])
async def test_a_summary_goes_only_to_who_may_still_read_it(world: World, change: dict[str, str]) -> None:
    dung, row = await summed_up(world)
    await world.becomes(dung, **change)
    assert isinstance(await world.recheck(row, SUMMARY + MINUTE), Drop)


async def test_a_managers_reminder_waits_for_a_good_moment_and_goes_only_while_the_unit_is_silent(
    world: World,
) -> None:
    an = await world.person("An")
    other = await world.person("Chi")
    asked = {"name": nudges.NAME, "person": an, "unit": "van_hoa", "week": "week-20260511"}
    row = Outbox(channel="web", chat=f"chat-{an}", recheck=asked)
    assert await world.recheck(row, SUMMARY) == Send()
    assert await world.recheck(row, EVENING) == Later(MORNING)
    assert isinstance(await world.recheck(row, MONDAY + WEEK), Drop)
    await world.reports(other, SUMMARY)
    assert isinstance(await world.recheck(row, SUMMARY + MINUTE), Drop)
    moved = Outbox(channel="web", chat=f"chat-{an}", recheck={**asked, "unit": "kinh_te"})
    assert isinstance(await world.recheck(moved, SUMMARY), Drop)


async def test_who_took_leave_meanwhile_is_left_alone(world: World) -> None:
    an, day = await world.person("An"), SUMMARY.date()
    asked = {"person": an, "unit": "van_hoa", "week": "week-20260511"}
    rows = [
        Outbox(channel="web", chat=f"chat-{an}", recheck={"name": name, **asked})
        for name in (nudges.NAME, own_week.NAME)
    ]
    assert [await world.recheck(row, SUMMARY) for row in rows] == [Send(), Send()]
    await world.db.write(lambda session: told.take_leave(session, an, day, day, SUMMARY))
    assert [await world.recheck(row, SUMMARY) for row in rows] == [Drop("on leave")] * 2


async def test_a_group_is_left_alone_in_the_quiet_hours_that_an_admin_set(world: World) -> None:
    chi = await world.person("Chi", role="admin")

    def add(session: Session) -> Outbox:
        tenant = session.scalars(select(Tenant.id).where(Tenant.code == "dong_cuu")).one()
        quiet = {"is": "16:00-08:00"}
        plan_settings.decide(session, tenant, plan_settings.HOURS, QUIET, quiet, (chi, MONDAY))
        group = ChatGroup(channel="telegram", chat="-1", seen_at=MONDAY, locale="vi", title="g")
        group.tenant_id = tenant
        session.add(group)
        session.flush()
        asked = {"name": "weekly_summary", "group": group.id, "tenant": tenant}
        return Outbox(channel="telegram", chat="-1", recheck=asked)

    row = await world.db.write(add)
    assert await world.recheck(row, SUMMARY - MINUTE) == Send()
    assert await world.recheck(row, SUMMARY) == Later(MORNING + HOUR)
