"""What is reached of a plan, and which reminders give way."""

from datetime import UTC, datetime, timedelta

import pytest

from core.quota import Plan, Usage, gives_way, level

PLAN = Plan(people=50, messages=3000)
NOW = datetime(2026, 5, 15, 7, 0, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.mark.parametrize(
    ("used", "allowed", "reached"),
    [
        (0, 3000, 0),
        (2399, 3000, 0),
        (2400, 3000, 80),
        (2849, 3000, 80),
        (2850, 3000, 95),
        (9000, 3000, 95),
        (39, 50, 0),
        (40, 50, 80),
        (47, 50, 80),
        (48, 50, 95),
        (10**9, 0, 0),
    ],
)
def test_a_level_is_reached_at_its_share_of_the_whole(used: int, allowed: int, reached: int) -> None:
    assert level(used, allowed) == reached


def test_the_month_is_that_of_the_messengers_own_clocks() -> None:
    assert PLAN.month(datetime(2026, 5, 31, 16, 59, tzinfo=UTC)) == "2026-05"
    assert PLAN.month(datetime(2026, 5, 31, 17, 0, tzinfo=UTC)) == "2026-06"


def test_reminders_become_fewer_and_then_end() -> None:
    def reminded(messages: int, weeks: int, plan: Plan = PLAN) -> list[int]:
        usage = Usage(sent=messages // 2, received=messages - messages // 2)
        return [one for one in range(10) if not gives_way(plan, usage, one, NOW + weeks * WEEK)]

    everybody = list(range(10))
    assert reminded(2399, 0) == everybody
    this_week, next_week = reminded(2400, 0), reminded(2400, 1)
    assert len(this_week) == 5
    assert sorted([*this_week, *next_week]) == everybody
    assert reminded(2400, 2) == this_week
    assert reminded(2850, 0) == []
    assert reminded(10**6, 0, Plan()) == everybody
