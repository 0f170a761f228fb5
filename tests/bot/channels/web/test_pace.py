"""How fast one chat may go."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.pace import Pace


@given(st.lists(st.floats(0, 10), min_size=1, max_size=200))
def test_no_more_pass_than_the_burst_and_the_rate_allow(waits: list[float]) -> None:
    moment = 0.0
    pace = Pace(5, 2.0, lambda: moment)
    passed = 0
    for wait in waits:
        moment += wait
        passed += pace.allows("chat")
    assert passed <= 5 + 2 * moment + 1e-6


def test_one_chat_does_not_slow_another() -> None:
    pace = Pace(1, 0.0, lambda: 0.0)
    assert [pace.allows("a"), pace.allows("a"), pace.allows("b")] == [True, False, True]


def test_who_waits_may_speak_again() -> None:
    moments = iter([0.0, 0.0, 1.0])
    pace = Pace(1, 1.0, lambda: next(moments))
    assert [pace.allows("a") for _ in range(3)] == [True, False, True]


def test_strangers_without_end_do_not_fill_the_memory() -> None:
    pace = Pace(1, 0.0, lambda: 0.0, most=3)
    assert all(pace.allows(str(stranger)) for stranger in range(100))
    assert len(pace._left) == 3
