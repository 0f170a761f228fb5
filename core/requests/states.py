"""The states of a request and what moves it from one to the next.

new -> taken -> answered -> closed. One unit is in charge of it and, once taken, one person. Who asked may ask
on as long as it is not closed, and open it anew afterwards.
"""

from enum import StrEnum


class RequestState(StrEnum):
    NEW = "new"
    TAKEN = "taken"
    ANSWERED = "answered"
    CLOSED = "closed"


class RequestKind(StrEnum):
    """What is wanted: an answer, to be shown how, a place in a class, money or services, a way out."""

    QUESTION = "question"
    GUIDANCE = "guidance"
    TRAINING = "training"
    SUPPORT = "support"
    DIFFICULTY = "difficulty"
    #: something to be done about the asker's own data
    DATA = "data"


class Move(StrEnum):
    """What is done with a request. ADD: who asked says more. AGAIN: the answer did not help."""

    TAKE = "take"
    HAND_OVER = "hand-over"
    #: the level above decides; here somebody waits for it
    PASS_UP = "pass-up"
    ANSWER = "answer"
    ADD = "add"
    AGAIN = "again"
    CLOSE = "close"


#: those that somebody still has to do something about
OPEN = (RequestState.NEW, RequestState.TAKEN, RequestState.ANSWERED)
#: those that wait for the people in charge
WAITING = (RequestState.NEW, RequestState.TAKEN)

_AFTER = {
    (RequestState.NEW, Move.TAKE): RequestState.TAKEN,
    (RequestState.NEW, Move.HAND_OVER): RequestState.NEW,
    (RequestState.NEW, Move.ANSWER): RequestState.ANSWERED,
    (RequestState.NEW, Move.ADD): RequestState.NEW,
    (RequestState.NEW, Move.CLOSE): RequestState.CLOSED,
    (RequestState.NEW, Move.PASS_UP): RequestState.TAKEN,
    (RequestState.TAKEN, Move.PASS_UP): RequestState.TAKEN,
    (RequestState.TAKEN, Move.TAKE): RequestState.TAKEN,
    (RequestState.TAKEN, Move.HAND_OVER): RequestState.NEW,
    (RequestState.TAKEN, Move.ANSWER): RequestState.ANSWERED,
    (RequestState.TAKEN, Move.ADD): RequestState.TAKEN,
    (RequestState.TAKEN, Move.CLOSE): RequestState.CLOSED,
    (RequestState.ANSWERED, Move.ANSWER): RequestState.ANSWERED,
    (RequestState.ANSWERED, Move.ADD): RequestState.TAKEN,
    (RequestState.ANSWERED, Move.AGAIN): RequestState.TAKEN,
    (RequestState.ANSWERED, Move.CLOSE): RequestState.CLOSED,
    (RequestState.CLOSED, Move.AGAIN): RequestState.TAKEN,
}


def after(state: RequestState, move: Move, *, owned: bool = True) -> RequestState | None:
    """The state a move leads to; None where it cannot be made. What nobody owns is new, not taken."""
    found = _AFTER.get((state, move))
    if found is RequestState.TAKEN and move not in (Move.TAKE, Move.PASS_UP) and not owned:
        return RequestState.NEW
    return found
