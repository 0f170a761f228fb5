"""What Zalo's error codes mean: one table. They come with HTTP 200, beside the errors of HTTP itself."""

from enum import StrEnum

from bot.channels.base import SendError
from core.errors import TiendoError

#: seconds the account is left alone after "too many requests", and after "the quota is used up"
RATE_PAUSE, QUOTA_PAUSE = 60.0, 3600.0


class Kind(StrEnum):
    """What is to be done about an error."""

    #: renew the access token and try once more
    AUTH = "auth"
    #: leave the whole account alone for a while
    QUOTA = "quota"
    #: the person did not write lately
    WINDOW = "window"
    #: the person does not follow the account any more, or cannot be written to
    GONE = "gone"
    #: never try this again
    PERMANENT = "permanent"
    #: try again later
    TRANSIENT = "transient"
    #: it may have been done
    PERHAPS = "perhaps"


class ZaloError(TiendoError):
    """Zalo refused, or could not be asked. `code` is Zalo's own (negative), an HTTP status, or None."""

    def __init__(
        self, kind: Kind, message: str, *, code: int | None = None, retry_after: float = RATE_PAUSE
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.code = code
        self.retry_after = retry_after


#: the code of an answer -> what it means, and a hint for the operator where the code alone says too little
CODES: dict[int, tuple[Kind, str]] = {
    -32: (Kind.QUOTA, "too many requests"),
    -100: (Kind.TRANSIENT, "the uploaded file has expired"),
    -201: (Kind.PERMANENT, "a field is not valid"),
    -209: (Kind.TRANSIENT, "the app is not active: see developers.zalo.me"),
    -211: (Kind.QUOTA, "the quota is used up"),
    -213: (Kind.GONE, "the person does not follow the account"),
    -216: (Kind.AUTH, "the access token is not valid"),
    -217: (Kind.GONE, "the person takes no invitations"),
    -218: (Kind.TRANSIENT, "the person has received as much as they may"),
    -220: (Kind.AUTH, "the access token has expired"),
    -221: (Kind.TRANSIENT, "the account is not verified"),
    -224: (Kind.TRANSIENT, "the account's package does not allow this"),
    -227: (Kind.GONE, "the person is barred, or was not there for 45 days"),
    -230: (Kind.WINDOW, "the person has not written for 7 days"),
    -232: (Kind.WINDOW, "the person has not written lately"),
    -233: (Kind.PERMANENT, "this kind of message is not allowed"),
    -234: (Kind.TRANSIENT, "not at night"),
    -240: (Kind.PERMANENT, "this way of sending was shut"),
    -242: (Kind.TRANSIENT, "the account demands appsecret_proof: switch that off for this app"),
    -244: (Kind.GONE, "the person has restricted the account"),
    -248: (Kind.PERMANENT, "against Zalo's policy"),
    -249: (Kind.PERMANENT, "the template cannot be sent by user id"),
    -320: (Kind.TRANSIENT, "the Zalo Cloud Account is not linked"),
    -321: (Kind.TRANSIENT, "the Zalo Cloud Account has no money left"),
    -14020: (
        Kind.AUTH,
        "the refresh token was used before or has expired: an administrator must consent anew",
    ),
}


def of_code(code: int, message: str) -> ZaloError:
    """The error of an answer's `error` and `message`. A code that is not known is tried again."""
    # All codes of the service that hands out tokens are below this; none of them passes by itself.
    unknown = Kind.AUTH if code <= -14000 else Kind.TRANSIENT
    kind, hint = CODES.get(code, (unknown, message or "no reason given"))
    wait = QUOTA_PAUSE if code == -211 else RATE_PAUSE
    return ZaloError(kind, f"Zalo OA: {code}: {hint}", code=code, retry_after=wait)


def of_status(status: int, retry_after: str | None) -> ZaloError:
    """The error of an HTTP status of 400 or more."""
    if status == 401:
        return ZaloError(Kind.AUTH, "Zalo OA: HTTP 401", code=status)
    if status == 429:
        wait = float(retry_after) if retry_after and retry_after.isdecimal() else RATE_PAUSE
        return ZaloError(Kind.QUOTA, "Zalo OA: HTTP 429", code=status, retry_after=wait)
    if status == 504:
        # The service behind the gateway took the request and did not answer in time: it may have done it.
        # With 408 the request itself did not arrive whole, so nothing was done.
        return ZaloError(Kind.PERHAPS, "Zalo OA: HTTP 504", code=status)
    # 403 comes from what stands before the service; the service itself answers 200 with a code.
    kind = Kind.TRANSIENT if status >= 500 or status in (403, 408) else Kind.PERMANENT
    return ZaloError(kind, f"Zalo OA: HTTP {status}", code=status)


def send_error(error: ZaloError) -> SendError:
    """The error as the outbox understands it. One of the token passes once that is mended."""
    return SendError(
        str(error),
        permanent=error.kind in (Kind.PERMANENT, Kind.GONE),
        unreachable=error.kind is Kind.GONE,
        retry_after=error.retry_after if error.kind is Kind.QUOTA else None,
        perhaps=error.kind is Kind.PERHAPS,
        outside_window=error.kind is Kind.WINDOW,
    )
