"""What really leaves keeps to the pace, however late it was."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.pacing import Gate
from core.pace import Rate


async def test_what_was_held_up_together_does_not_leave_on_top_of_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now, left = datetime(2026, 5, 14, tzinfo=UTC), list[datetime]()
    gate = Gate(Rate.of(25), lambda: now)

    async def waits(seconds: float) -> None:
        nonlocal now
        now += timedelta(seconds=seconds)

    monkeypatch.setattr(asyncio, "sleep", waits)
    for late in (0, 0.4, 0.2, 0, 0):  # five times 25 that were to leave at once, some of them late
        now += timedelta(seconds=late)
        for _ in range(25):
            await gate.passed()
            left.append(now)
    assert len({left.count(moment) for moment in left}) == 1
    assert all(later - first >= timedelta(seconds=1) for first, later in zip(left, left[25:], strict=False))
