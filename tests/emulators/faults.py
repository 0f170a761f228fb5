"""Faults on demand: what goes wrong, at which method, how often."""

from dataclasses import dataclass
from enum import StrEnum

#: stands for any method that a bot calls, other than getUpdates
ANY = "*"
#: stands for the delivery of updates, by polling or webhook
UPDATES = "updates"


class FaultKind(StrEnum):
    #: 429 with retry_after
    FLOOD = "429"
    #: 401, as if the token were wrong
    UNAUTHORIZED = "401"
    #: 408, a poll that ends empty before its time
    EMPTY = "408"
    #: 403, the bot was blocked
    FORBIDDEN = "403"
    #: 409, as if another program polled
    CONFLICT = "409"
    SERVER_ERROR = "500"
    #: 502 as a proxy's page, not JSON
    BAD_GATEWAY = "502"
    #: 504 as a proxy's page: the request has its effect, and the answer came too late for the proxy
    GATEWAY_TIMEOUT = "504"
    #: the request is taken and never answered; it has no effect
    HANG = "hang"
    #: the request has its effect, and the connection breaks before the answer
    DROP = "drop"
    #: of updates: each comes a second time, although confirmed
    DUPLICATE = "duplicate"
    #: of updates: what waits comes in the reverse order
    REORDER = "reorder"


#: what goes wrong after the request has had its effect
AFTERWARDS = frozenset({FaultKind.DROP, FaultKind.GATEWAY_TIMEOUT})


@dataclass(slots=True)
class Fault:
    """`times` is how often it still happens, None for ever; `chat` limits it to one person.

    `kind` may be one of the messenger's own codes.
    """

    method: str
    kind: FaultKind | int
    times: int | None
    retry_after: int
    chat: int | None
    skip: int


class Faults:
    """The faults that wait to happen."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(
        self,
        method: str,
        kind: FaultKind | str | int,
        times: int | None = 1,
        *,
        retry_after: int = 1,
        chat: int | None = None,
        skip: int = 0,
    ) -> None:
        """Let the next `times` calls of a method go wrong, after `skip` good ones.

        `method` is a method's name, "*" for any but getUpdates, or "updates" for DUPLICATE and REORDER.
        """
        found = kind if isinstance(kind, int) else FaultKind(kind)
        self._waiting.append(Fault(method.lower(), found, times, retry_after, chat, skip))

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._waiting.clear()

    def take(self, method: str, chat: int | None = None) -> Fault | None:
        """The fault this call suffers, used up once."""
        if not self._waiting:
            return None
        for fault in self._waiting:
            if _meets(fault, method, chat):
                if fault.skip:
                    fault.skip -= 1
                    continue
                self._use(fault)
                return fault
        return None

    def take_kind(self, method: str, kind: FaultKind) -> bool:
        """Whether a fault of that kind happens now."""
        for fault in self._waiting:
            if fault.method == method and fault.kind == kind:
                self._use(fault)
                return True
        return False

    def _use(self, fault: Fault) -> None:
        if fault.times is not None:
            fault.times -= 1
            if fault.times <= 0:
                self._waiting.remove(fault)


def _meets(fault: Fault, method: str, chat: int | None) -> bool:
    any_method = fault.method == ANY and method != "getupdates"
    return (any_method or fault.method == method) and (fault.chat is None or fault.chat == chat)
