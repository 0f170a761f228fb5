"""What the API is asked and what it answers: the OpenAPI document is made of these."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from core.dictionary import FieldEntry, Frozen, Named

#: what one answer holds at most, and usually
MOST, USUAL = 500, 100
_FIRST, _LAST = date(2000, 1, 1), date(2100, 1, 1)


def _of_our_time(moment: datetime) -> datetime:
    if not _FIRST.year <= moment.year < _LAST.year:
        raise ValueError("the year lies between 2000 and 2099")
    return moment.astimezone(UTC)


CodeText = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,40}$")]
PlanCode = Annotated[str, Field(pattern=r"^[A-Z0-9]{1,8}$")]
Day = Annotated[date, Field(ge=_FIRST, le=_LAST, json_schema_extra={"example": "2026-09-30"})]
When = Annotated[
    AwareDatetime, AfterValidator(_of_our_time), Field(json_schema_extra={"example": "2026-09-30T17:00:00Z"})
]
Limit = Annotated[int, Field(ge=1, le=MOST, description="how many at most in one answer")]
Cursor = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9_-]{1,300}$", description="`next` of the answer before; all else the same"),
]


class Asked(BaseModel):
    """What may be asked; anything else is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Nothing(Asked):
    """No parameters."""


class TargetsAsked(Asked):
    """Which day."""

    as_of: Annotated[Day | None, Field(description="values as they were known at the end of that day")] = None


class FieldsAsked(Asked):
    """Which kind of report."""

    kind: CodeText | None = None


class Paged(Asked):
    """A piece of a list."""

    limit: Limit = USUAL
    cursor: Cursor | None = None


class FactsAsked(Paged):
    """Which reports."""

    changed_since: Annotated[
        When | None, Field(description="only those recorded, decided on or ended then or later")
    ] = None
    kind: CodeText | None = None
    unit: CodeText | None = None
    first: Annotated[Day | None, Field(description="happened on that day or later")] = None
    last: Annotated[Day | None, Field(description="happened on that day or before")] = None


class PlanOut(Frozen):
    """A plan the tenant carries out."""

    code: str
    title: Named
    issuer: Named
    number: str | None
    starts: date
    ends: date | None
    targets: int


class Plans(Frozen):
    """All plans."""

    items: tuple[PlanOut, ...]


class GoalOut(Frozen):
    """What is to be reached; see `op`."""

    op: str
    value: float | None
    low: float | None
    high: float | None
    percent: bool
    due: date | None


class TargetOut(Frozen):
    """A target and how it stands. `value` and `expected` are in the goal's terms: percent, or units."""

    code: str
    name: Named
    unit: Named
    owner: Annotated[str | None, Field(description="code of the unit that owns it")]
    state: str
    value: float | None
    numerator: float | None
    denominator: float | None
    expected: float | None
    pending: Annotated[float, Field(description="what would be added if all that waits were confirmed")]
    goal: GoalOut | None
    missing: Annotated[tuple[str, ...], Field(description="parameters that have to be set first")]
    reports: Annotated[int, Field(description="how many reports stand behind it")]


class Targets(Frozen):
    """The targets of a plan on a day, by what was known at `known_at`."""

    plan: str
    as_of: date
    known_at: datetime
    items: tuple[TargetOut, ...]


class UnitOut(Frozen):
    """A unit of the tenant, or of one below it."""

    tenant: str
    code: str
    name: str
    valid_from: date | None
    valid_to: date | None
    successor: str | None


class Units(Frozen):
    """All units."""

    items: tuple[UnitOut, ...]


class FactOut(Frozen):
    """A report. What people wrote themselves, and who reported, is there only for tokens that may have it."""

    id: int
    kind: str
    version: int
    receipt: str
    status: Literal["pending", "confirmed", "withdrawn", "superseded", "rejected", "joint"]
    first: date
    last: date
    tenant: str
    place: str | None
    unit: str | None
    reporter: str | None = None
    recorded_at: datetime
    changed_at: datetime
    supersedes: Annotated[int | None, Field(description="id of the report it corrects")]
    fields: Annotated[dict[str, Any], Field(description="by the codes of the dictionary of fields")]


class Facts(Frozen):
    """A piece of the reports, by id. Without `next` it was the last; then ask on from `as_of` later."""

    items: tuple[FactOut, ...]
    next: str | None
    as_of: Annotated[datetime, Field(description="the next time, changed_since may be this")]


class InstrumentOut(Frozen):
    """A measuring instrument in use, or that was."""

    id: int
    tenant: str
    place: str | None
    kind: str
    capacity_kg: float | None
    status: str
    verified_on: date | None
    valid_until: date | None
    due_on: date | None
    owner: str | None = None
    stall: str | None = None
    serial: str | None = None


class Instruments(Frozen):
    """A piece of the register, by id."""

    items: tuple[InstrumentOut, ...]
    next: str | None


class Fields(Frozen):
    """The dictionary of fields."""

    items: tuple[FieldEntry, ...]


class Problem(Frozen):
    """What is wrong (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: tuple[dict[str, str], ...] = ()
