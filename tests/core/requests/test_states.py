"""What can be done with a request in each state."""

from hypothesis import given
from hypothesis import strategies as st

from core.requests.states import OPEN, Move, RequestState, after


def test_nobody_can_move_a_closed_request_but_who_asks_again() -> None:
    possible = {move for move in Move if after(RequestState.CLOSED, move)}
    assert possible == {Move.AGAIN}


def test_what_is_said_to_a_request_that_nobody_took_leaves_it_new() -> None:
    assert after(RequestState.ANSWERED, Move.AGAIN, owned=False) is RequestState.NEW
    assert after(RequestState.ANSWERED, Move.AGAIN) is RequestState.TAKEN


@given(st.sampled_from(RequestState), st.lists(st.sampled_from(Move)), st.booleans())
def test_every_open_request_can_be_answered_and_closed(
    state: RequestState, moves: list[Move], owned: bool
) -> None:
    for move in moves:
        state = after(state, move, owned=owned) or state
    if state in OPEN:
        assert after(state, Move.ANSWER) is RequestState.ANSWERED
        assert after(state, Move.CLOSE) is RequestState.CLOSED
