"""Faults on demand: what goes wrong, at which service, how often."""

from dataclasses import dataclass
from enum import StrEnum

#: the services that can fail, and the delivery of events
SERVICES = ("cs", "template", "image", "file", "oauth", "media", "events")


class FaultKind(StrEnum):
    #: HTTP 429 with Retry-After
    FLOOD = "429"
    #: HTTP 401
    UNAUTHORIZED = "401"
    #: HTTP 502 as a proxy's page, not JSON
    BAD_GATEWAY = "502"
    #: the request is taken and never answered; it has no effect
    HANG = "hang"
    #: the request has its effect, and the connection breaks before the answer
    DROP = "drop"
    #: of events: one comes a second time, although answered
    DUPLICATE = "duplicate"


@dataclass(slots=True)
class Fault:
    """`times` is how often it still happens, None for ever. `kind` may be one of Zalo's own codes."""

    service: str
    kind: FaultKind | int
    times: int | None
    retry_after: int


class Faults:
    """The faults that wait to happen."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(
        self, service: str, kind: FaultKind | str | int, times: int | None = 1, *, retry_after: int = 1
    ) -> None:
        """Let the next `times` requests of a service go wrong, by a kind of fault or a code of Zalo's."""
        if service not in SERVICES:
            raise ValueError(f"there is no service {service!r}")
        found = kind if isinstance(kind, int) else FaultKind(kind)
        self._waiting.append(Fault(service, found, times, retry_after))

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._waiting.clear()

    def take(self, service: str) -> Fault | None:
        """The fault this request suffers, used up once."""
        for fault in self._waiting:
            if fault.service == service:
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._waiting.remove(fault)
                return fault
        return None
