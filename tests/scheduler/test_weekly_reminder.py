"""Who is reminded, where, when, and in which words."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from core.delivery import Drop
from core.week import Week
from scheduler.occasion import Content
from storage.repositories import told
from tests.scheduler.world import DAY, HOUR, MINUTE, MONDAY, REMINDER, WEEK, World, catalogue, target

FRIDAY_EVENING = datetime(2026, 5, 15, 14, 30, tzinfo=UTC)  # 21:30 in Vietnam
SATURDAY_MORNING = datetime(2026, 5, 16, 0, 0, tzinfo=UTC)  # 07:00
SUNDAY_EVENING = datetime(2026, 5, 17, 13, 0, tzinfo=UTC)  # 20:00


async def test_only_officers_who_reported_nothing_this_week_are_reminded(world: World) -> None:
    silent = await world.person("An")
    early, waiting, before = [await world.person(name) for name in ("Bình", "Chi", "Dung")]
    await world.reports(early, MONDAY)
    await world.reports(waiting, MONDAY + DAY, status="pending")
    await world.reports(before, MONDAY - 2 * DAY)
    await world.scheduler().tick(REMINDER)
    assert await world.addressed("weekly_reminder") == [silent, before]


async def test_who_objects_gets_none_until_they_turn_it_on_again(world: World) -> None:
    an = await world.person("An")
    await world.objects("An")
    await world.scheduler().tick(REMINDER)
    assert await world.addressed("weekly_reminder") == []
    await world.objects("An", again=False)
    await world.scheduler().tick(REMINDER + WEEK)
    (row,) = await world.outbox("weekly_reminder")
    assert row.person_id == an
    await world.objects("An")
    assert isinstance(await world.recheck(row, REMINDER + WEEK + MINUTE), Drop)


@pytest.mark.parametrize(
    ("status", "reminded"), [("withdrawn", True), ("rejected", True), ("confirmed", False)]
)
async def test_a_report_that_no_longer_stands_is_no_report(world: World, status: str, reminded: bool) -> None:
    an = await world.person("An")
    await world.reports(an, MONDAY, status=status)
    await world.scheduler().tick(REMINDER)
    assert await world.addressed("weekly_reminder") == ([an] if reminded else [])


async def test_the_week_begins_at_midnight_of_the_place_not_of_utc(world: World) -> None:
    last_week, this_week = await world.person("An"), await world.person("Bình")
    midnight = datetime(2026, 5, 10, 17, 0, tzinfo=UTC)  # Monday 00:00 in Vietnam
    await world.reports(last_week, midnight - MINUTE)
    await world.reports(this_week, midnight)
    await world.scheduler().tick(REMINDER)
    assert await world.addressed("weekly_reminder") == [last_week]


async def test_people_who_cannot_or_need_not_report_are_left_alone(world: World) -> None:
    await world.person("An", status="pending")
    await world.person("Bình", status="blocked")
    await world.person("Chi", role="household")
    await world.person("Dung", role="manager")
    await world.person("Em", unit="hoi_cho")
    await world.person("Giang", unit=None)
    await world.person("Hà", joined=REMINDER + MINUTE)
    await world.unreachable(await world.person("Khoa"))
    reminded = await world.person("Lan")
    await world.scheduler().tick(REMINDER + HOUR)
    assert await world.addressed("weekly_reminder") == [reminded]


async def test_a_unit_that_was_dissolved_is_not_waited_for(world: World) -> None:
    await world.person("An", unit="kinh_te")
    await world.dissolves("kinh_te", date(2026, 5, 1))
    await world.scheduler().tick(REMINDER)
    assert await world.outbox("weekly_reminder") == []


async def test_the_reminder_goes_to_the_reachable_contact_seen_last(world: World) -> None:
    an = await world.person("An", channels=("web", "telegram", "console"))
    await world.unreachable(an, "console")
    await world.scheduler().tick(REMINDER)
    assert [row.channel for row in await world.outbox("weekly_reminder")] == ["telegram"]


async def test_the_row_says_when_it_is_of_use_and_what_to_ask_again(world: World) -> None:
    an = await world.person("An")
    await world.scheduler().tick(REMINDER)
    (row,) = await world.outbox("weekly_reminder")
    assert (row.priority, row.not_before, row.useless_after) == (2, REMINDER, SUNDAY_EVENING)
    assert row.dedupe_key is not None
    assert row.dedupe_key.startswith(f"weekly_reminder:{an}:2026-05-15T")
    assert row.recheck == {"name": "weekly_reminder", "person": an, "week": "2026-05-11", "draft": False}


async def test_whom_a_manager_had_reminded_in_this_half_day_is_not_told_the_same_again(world: World) -> None:
    an, _ = await world.person("An"), await world.person("Binh")
    week = Week.of(REMINDER, "Asia/Ho_Chi_Minh")
    for who, earlier in ((an, HOUR), (an + 1, 4 * HOUR)):
        await world.db.write(partial(told.note_silent, person_id=who, week=week, moment=REMINDER - earlier))
    await world.scheduler().tick(REMINDER)
    assert await world.addressed() == [an + 1]


async def test_a_late_reminder_waits_for_the_end_of_the_quiet_hours(world: World) -> None:
    await world.person("An")
    await world.scheduler().tick(FRIDAY_EVENING)
    assert [row.not_before for row in await world.outbox("weekly_reminder")] == [SATURDAY_MORNING]


async def test_the_reminder_greets_and_names_the_week_and_what_is_expected(world: World) -> None:
    await world.person("An", unit="van_hoa")
    await world.scheduler().tick(REMINDER)
    (message,) = await world.messages("weekly_reminder")
    assert "Chào anh/chị An" in message.text
    assert "**Tuần 20 (11/5-17/5)** chưa có báo cáo nào của anh/chị." in message.text
    assert "Cử người đi tập huấn" in message.text
    assert "Việc của Văn hóa" in message.text
    assert "Việc của Kinh tế" not in message.text
    assert [(b.token, b.label, b.main) for b in message.buttons()] == [
        ("go:report", "📝 Báo cáo", True),
        ("go:nil", "Không phát sinh tuần này", False),
        ("go:later", "Để sau", False),
    ]


async def test_it_is_written_in_the_persons_language(world: World) -> None:
    await world.person("An", locale="en")
    await world.scheduler().tick(REMINDER)
    (message,) = await world.messages("weekly_reminder")
    assert message.text.startswith("Hello An,\n**Week 20 (11/5-17/5)**")


async def test_with_a_draft_it_offers_to_go_on_instead(world: World) -> None:
    an = await world.person("An")
    await world.has_form(an, "training_attendance", MONDAY)
    await world.scheduler().tick(REMINDER)
    (message,) = await world.messages("weekly_reminder")
    assert "còn bản nháp **Cử đi tập huấn**" in message.text
    assert [b.token for b in message.buttons()] == ["go:continue", "go:later"]


async def test_a_draft_of_a_kind_that_was_removed_is_still_offered(world: World) -> None:
    an = await world.person("An")
    await world.has_form(an, "gone_from_content", MONDAY)
    await world.scheduler().tick(REMINDER)
    (message,) = await world.messages("weekly_reminder")
    assert "còn một bản nháp" in message.text


@pytest.mark.parametrize("many", [1, 4, 5, 40])
async def test_what_is_expected_never_takes_more_than_ten_lines(world: World, many: int) -> None:
    long = "Phấn đấu " + "rất " * 50
    known = catalogue(tuple(target(f"DC1-{n}", None, f"{n} {long}") for n in range(many)))
    world.content = Content(known, world.content.texts)
    await world.person("Nguyễn " * 40)
    await world.scheduler().tick(REMINDER)
    (message,) = await world.messages("weekly_reminder")
    expected = message.text.split("\n\n")[1].splitlines()
    assert sum("Phấn đấu" in line for line in expected) == min(many, 4)
    assert (f"và {many - 4} chỉ tiêu khác" in expected[-1]) == (many > 4)
    assert len(expected) <= 10
    assert len(message.text) <= 2000


async def test_a_name_cannot_bring_markup_of_its_own(world: World) -> None:
    await world.person("**An**")
    await world.scheduler().tick(REMINDER)
    (message,) = await world.messages("weekly_reminder")
    assert "**An**" not in message.text


async def test_each_tenant_is_asked_about_its_own_people(world: World) -> None:
    an, chi = await world.person("An"), await world.person("Chi", tenant="cao_duc")
    await world.reports(an, MONDAY)
    await world.scheduler().tick(REMINDER)
    assert await world.addressed("weekly_reminder") == [chi]


async def test_the_next_week_has_a_reminder_of_its_own(world: World) -> None:
    await world.person("An")
    await world.scheduler().tick(REMINDER)
    await world.scheduler().tick(REMINDER + WEEK)
    texts = [message.text for message in await world.messages("weekly_reminder")]
    assert ["Tuần 20 (11/5-17/5)" in texts[0], "Tuần 21 (18/5-24/5)" in texts[1]] == [True, True]
