"""How a message to many stands, and what became of it for each person."""

from enum import StrEnum

from core.delivery import PERHAPS, TOO_LATE
from core.quota import LEFT_OUT
from core.windows import AWAITED, UNDELIVERABLE

#: why what waited to be sent was dropped
CALLED_OFF = "it was stopped"


class BroadcastState(StrEnum):
    """`missed`: its hour passed while the bot stood still, and it is too late for it to go out by itself."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    STOPPED = "stopped"
    DONE = "done"
    MISSED = "missed"
    CANCELLED = "cancelled"


#: what an admin may release
RELEASABLE = (BroadcastState.DRAFT, BroadcastState.PROPOSED, BroadcastState.MISSED)
#: what may still be changed by who wrote it, and what has gone out at least in part
OPEN = (BroadcastState.DRAFT, BroadcastState.PROPOSED, BroadcastState.MISSED)
WENT_OUT = (BroadcastState.SENDING, BroadcastState.STOPPED, BroadcastState.DONE)


class BroadcastKind(StrEnum):
    """`recall` takes another one back, where the channel can change what was sent."""

    MESSAGE = "message"
    CORRECTION = "correction"
    REMINDER = "reminder"
    RECALL = "recall"


class Ask(StrEnum):
    """What is asked of who gets it: nothing, to acknowledge it, a typed answer, one choice of several."""

    NOTHING = "nothing"
    RECEIVED = "received"
    QUESTION = "question"
    POLL = "poll"


class Fate(StrEnum):
    """What became of a message for one person.

    `held`: the channel lets nobody write to them now, it goes out if they write in time; `window`: they did
    not. `quota`: the channel's messages of the month are kept for replies. `perhaps`: the program or the line
    broke down while it was on its way. `cannot`: a recall on a channel that changes nothing that was sent.
    """

    SENT = "sent"
    WAITING = "waiting"
    NEVER = "never"
    BLOCKED = "blocked"
    HELD = "held"
    WINDOW = "window"
    QUOTA = "quota"
    PERHAPS = "perhaps"
    STOPPED = "stopped"
    CANNOT = "cannot"
    FAILED = "failed"


#: whom it did not reach, and will not unless they write themselves
MISSED_BY = (Fate.NEVER, Fate.BLOCKED, Fate.HELD, Fate.WINDOW, Fate.QUOTA, Fate.PERHAPS, Fate.FAILED)


#: what was dropped for one of these reasons
_DROPPED = {CALLED_OFF: Fate.STOPPED, LEFT_OUT: Fate.QUOTA, TOO_LATE: Fate.WINDOW}


def fate_of(noted: str | None, status: str | None, error: str, reachable: bool | None) -> Fate:
    """The fate of somebody of whom was `noted` that nothing could be written, or else of their message.

    `status` and `error` are those of the message on its way; `reachable` says whether they can be written to
    where it went (None: that address is nobody's any more).
    """
    if noted:
        return Fate(noted)
    match status:
        case "sent":
            return Fate.SENT
        case "waiting" if error == AWAITED:
            return Fate.HELD
        case "waiting" | "sending":
            return Fate.WAITING
        case "dropped" | "dead" if reachable is False and PERHAPS not in error and error != CALLED_OFF:
            return Fate.BLOCKED
        case "dropped":
            return _DROPPED.get(error, Fate.FAILED)
        case "dead" if PERHAPS in error:
            return Fate.PERHAPS
        case "dead" if error.startswith(UNDELIVERABLE):
            return Fate.WINDOW
        case _:
            return Fate.FAILED
