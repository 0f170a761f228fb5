"""What can go wrong with a call, and what it means for a message that was to be sent."""

from bot.channels.base import SendError
from core.errors import TiendoError

#: what descriptions hold, in lower case, when the person cannot be written to
GONE = ("chat not found", "user not found", "blocked")
#: seconds to leave the bot alone after 429; doubled each time it says so again
FIRST_PAUSE, LONGEST_PAUSE = 60.0, 3600.0


class ZaloError(TiendoError):
    """Zalo refused a call, or did not answer it. The token is never in the text.

    `words` is Zalo's own description, in lower case.
    """

    def __init__(self, message: str, words: str = "") -> None:
        super().__init__(message)
        self.words = words.lower()


class WrongToken(ZaloError):
    """401: Zalo does not know the token."""


class OverQuota(ZaloError):
    """429: the bot has sent too much. How long that lasts is not said."""


class PollTimeout(ZaloError):
    """408: a long poll ended without an update; nothing is wrong."""


class Refused(ZaloError):
    """400, 404, 426: the same call will be refused again."""


class Unavailable(ZaloError):
    """403, 5xx, no connection, an answer that is no JSON: later it may work."""


class Unanswered(Unavailable):
    """The call was sent and no answer came: it may have had its effect.

    So it is with 504, where the service behind Zalo's gateway took the call and did not answer in time.
    """


#: the one call to which 408 is the usual answer
POLL = "getUpdates"


def of_code(method: str, code: int, words: str) -> ZaloError:
    """The error an answer with `ok: false` stands for. 403 is Zalo's "Internal server error".

    Open question: what 408, "Request timeout", says of a message: it is documented for polls only. It comes
    from the service itself, which has read the call, so the message may have gone out.
    """
    kinds: dict[int, type[ZaloError]] = {
        400: Refused,
        401: WrongToken,
        404: Refused,
        408: PollTimeout if method == POLL else Unanswered,
        426: Refused,
        429: OverQuota,
        504: Unanswered,
    }
    return kinds.get(code, Unavailable)(f"{method}: {code} {words}", words)


def send_error(error: ZaloError, refusals: int) -> SendError:
    """The error as the outbox understands it; `refusals` counts 429s in a row, this one included."""
    message = f"Zalo: {error}"
    match error:
        case OverQuota():
            return SendError(message, retry_after=pause(refusals))
        case WrongToken():
            return SendError(f"{message}; compare the token with the one of Zalo Bot Creator")
        case Refused():
            return SendError(message, permanent=True, unreachable=is_gone(error))
        case Unanswered():
            return SendError(message, perhaps=True)
    return SendError(message)


def is_gone(error: Refused) -> bool:
    """Whether the person cannot be written to any more.

    Open question: which code and words Zalo answers for a person who blocked the bot, who never wrote to
    it, or who is one more than the plan's 50. Until that is known the words of the description decide.
    """
    return any(words in error.words for words in GONE)


def pause(refusals: int) -> float:
    """Seconds to leave the whole bot alone after so many answers 429 in a row.

    Open question: Zalo sends no Retry-After and publishes no rate; 429 stands for the month's quota as well.
    A minute is what others wait; a quota that is used up is not asked about every minute for days.
    """
    return float(min(FIRST_PAUSE * 2 ** min(refusals - 1, 10), LONGEST_PAUSE))
