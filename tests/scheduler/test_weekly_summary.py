"""Who gets the weekly summary, and of which week it tells."""

from datetime import UTC, datetime

from tests.scheduler.world import HOUR, MONDAY, SUMMARY, World

NEXT_MONDAY = datetime(2026, 5, 17, 19, 0, tzinfo=UTC)  # Monday 02:00 in Vietnam, 58 hours late


async def test_every_manager_and_admin_gets_it_and_nobody_else(world: World) -> None:
    dung, em = await world.person("Dung", role="manager"), await world.person("Em", role="admin", unit=None)
    await world.person("An")
    await world.person("Bình", role="household")
    await world.person("Chi", role="manager", status="blocked")
    await world.scheduler().tick(SUMMARY)
    assert await world.addressed("weekly_summary") == [dung, em]


async def test_a_manager_reads_nothing_of_another_tenant(world: World) -> None:
    await world.person("Dung", role="manager")
    other = await world.person("Khoa", role="manager", tenant="cao_duc")
    await world.reports(await world.person("An"), MONDAY)
    await world.scheduler().tick(SUMMARY)
    (theirs,) = [row for row in await world.outbox("weekly_summary") if row.person_id == other]
    assert "xã Cao Đức" in theirs.payload["text"]
    assert "Đông Cứu" not in theirs.payload["text"]
    assert "chưa có báo cáo nào" in theirs.payload["text"]


async def test_each_reads_it_in_their_own_language(world: World) -> None:
    await world.person("Dung", role="manager")
    await world.person("Em", role="admin", locale="en")
    await world.scheduler().tick(SUMMARY)
    vietnamese, english = await world.messages("weekly_summary")
    assert vietnamese.text.startswith("**Tuần 20 (11/5-17/5) · xã Đông Cứu**")
    assert english.text.startswith("**Week 20 (11/5-17/5) · xã Đông Cứu**")


async def test_made_up_for_in_the_week_after_it_still_tells_of_its_own_week(world: World) -> None:
    await world.person("Dung", role="manager")
    await world.reports(await world.person("An"), MONDAY)
    await world.scheduler().tick(NEXT_MONDAY)
    (message,) = await world.messages("weekly_summary")
    assert "Tuần 20" in message.text
    assert "Tuần này: 1 báo cáo" in message.text


async def test_it_is_of_no_use_once_it_is_too_late_to_be_sent(world: World) -> None:
    await world.person("Dung", role="manager")
    await world.scheduler().tick(SUMMARY)
    (row,) = await world.outbox("weekly_summary")
    assert row.useless_after == SUMMARY + 60 * HOUR
    assert row.priority == 1
