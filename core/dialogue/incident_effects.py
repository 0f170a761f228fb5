"""What conversations about incidents with personal data may ask to be done."""

from dataclasses import dataclass
from datetime import datetime

from core.incidents import Step

#: what a request carries by which somebody tells those in charge of an incident
INCIDENT_FLAG = "incident"


@dataclass(frozen=True, slots=True)
class ShowIncidents:
    """Those of the tenant, open ones first; `page` from 0."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowIncident:
    """One with its clock and its steps."""

    number: int


@dataclass(frozen=True, slots=True)
class OpenIncident:
    """Begin an incident; `key` makes it one only. Codes are those of core.incidents; `people` None: unknown.

    `request`: the number of the request by which somebody told of it, 0 for none.
    """

    key: str
    kind: str
    found_at: datetime
    data: tuple[str, ...]
    people: int | None
    where: str
    text: str
    request: int = 0


@dataclass(frozen=True, slots=True)
class ShowStep:
    """What a step is about, with the ways to do it."""

    number: int
    step: Step


@dataclass(frozen=True, slots=True)
class SettleStep:
    """A step is done, or `needless` for the reason in `text`; None takes that back."""

    number: int
    step: Step
    needless: bool | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class CloseIncident:
    """Propose to close, confirm what somebody else proposed, or (not `yes`) go on with it.

    `mark`: of the steps that were looked at by who confirms it.
    """

    number: int
    yes: bool = True
    sure: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class MakeIncidentMinutes:
    """The minutes as a document."""

    number: int


@dataclass(frozen=True, slots=True)
class TellIncident:
    """Somebody's words about an incident go to those in charge; `key` makes it one request only."""

    key: str
    text: str


IncidentEffect = (
    ShowIncidents
    | ShowIncident
    | OpenIncident
    | ShowStep
    | SettleStep
    | CloseIncident
    | MakeIncidentMinutes
    | TellIncident
)
