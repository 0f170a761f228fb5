"""What somebody sends faster than people read waits for its turn, in order; what is slow never does."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.flood import Rate, rates

NOW = datetime(2026, 5, 14, 2, 30, tzinfo=UTC)
gaps = st.lists(st.integers(0, 5_000), max_size=80)


def turns(rate: Rate, gaps_ms: list[int]) -> list[tuple[datetime, datetime | None]]:
    """When each came, and when it is handled."""
    busy, now, found = None, NOW, []
    for gap in gaps_ms:
        now += timedelta(milliseconds=gap)
        turn = rate.turn(busy, now)
        busy = turn.busy_until
        found.append((now, turn.at))
    return found


def test_so_many_at_once_and_the_rest_one_by_one() -> None:
    waits = [(at - came).total_seconds() for came, at in turns(Rate(4, 30), [0] * 7) if at]
    assert waits == [0, 0, 0, 0, 2, 4, 6]


def test_after_a_minute_of_calm_all_begins_anew() -> None:
    waits = [(at - came).total_seconds() for came, at in turns(Rate(3, 3), [0, 0, 0, 60_000, 0, 0, 0]) if at]
    assert waits == [0, 0, 0, 0, 0, 0, 20]


@given(gaps)
def test_of_members_nothing_is_dropped_or_overtaken(gaps_ms: list[int]) -> None:
    member, _ = rates(30)
    found = [at for _, at in turns(member, gaps_ms)]
    assert None not in found
    assert found == sorted(found, key=lambda at: at or NOW)
    assert all(at >= came for came, at in turns(member, gaps_ms) if at)


@given(st.lists(st.integers(2_000, 9_000), max_size=80))
def test_who_keeps_to_the_rate_never_waits(gaps_ms: list[int]) -> None:
    assert all(at == came for came, at in turns(rates(30)[0], gaps_ms))


@given(st.integers(1, 200))
def test_a_stranger_is_held_sooner_and_no_more_than_a_minute_of_theirs_waits(per_minute: int) -> None:
    member, stranger = rates(per_minute)
    assert (stranger.at_once, stranger.per_minute) <= (member.at_once, member.per_minute)
    handled = [at for _, at in turns(stranger, [0] * 5 * member.at_once) if at]
    assert max(handled) - NOW <= timedelta(minutes=1)
    assert len(handled) <= stranger.at_once + stranger.per_minute
