"""A small content of its own for tests of the engine: no plan of any commune."""

from datetime import UTC, date, datetime, time, timedelta

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, FieldSpec, FieldType, Holds, Option, Role
from core.catalogue.plans import (
    Goal,
    Group,
    Member,
    PlaceSpec,
    Plan,
    Roster,
    Schedule,
    Target,
    TenantSpec,
    UnitSpec,
)
from core.indicators.evaluate import Measure, evaluate
from core.indicators.facts import FactRow, FieldValue, ListedFacts, Moment
from core.indicators.parse import parse
from core.texts import Label

DAY = date(2026, 7, 1)
NOON = time(5, tzinfo=UTC)


def label(text: str) -> Label:
    return Label(vi=text, en=text)


def options(*codes: str) -> tuple[Option, ...]:
    """`slow` is one whose verification holds for 24 months."""
    slow = Holds(months=24, source="law")
    return tuple(
        Option(code=code, label=label(code), holds=slow if code == "slow" else None) for code in codes
    )


def field(code: str, type_: FieldType, *codes: str) -> FieldSpec:
    return FieldSpec(code=code, type=type_, label=label(code), prompt=label(code), options=options(*codes))


def fact_type(code: str, *fields: FieldSpec) -> FactType:
    return FactType(
        code=code,
        receipt="AB",
        icon="x",
        label=label(code),
        help=label(code),
        reporters={Role.OFFICER: "confirmed"},
        fields=(*fields, field("date", FieldType.DATE)),
    )


VISIT = fact_type(
    "visit",
    field("number", FieldType.INTEGER),
    field("level", FieldType.CHOICE, "low", "middle", "high"),
    field("topics", FieldType.CHOICES, "a", "b", "c"),
    field("people", FieldType.TALLY, "staff", "guests"),
    field("names", FieldType.PEOPLE),
    field("note", FieldType.TEXT),
    field("share", FieldType.NUMBER),
    field("stage", FieldType.CHOICE, "stopped", "begun", "done"),
)
SURVEY = fact_type("survey", field("number", FieldType.INTEGER), field("kind", FieldType.CHOICE, "x", "y"))
CHECK = fact_type(
    "check",
    field("number", FieldType.INTEGER),
    field("kind", FieldType.CHOICE, "x", "y", "slow"),
    field("valid_until", FieldType.DATE),
).model_copy(update={"holds": Holds(months=12, source="law")})
LOSS = fact_type("loss", field("number", FieldType.INTEGER), field("kind", FieldType.CHOICE, "x", "y"))

CATALOGUE = Catalogue(
    fact_types={kind.code: kind for kind in (VISIT, SURVEY, CHECK, LOSS)},
    plans={},
    groups={"upper": Group(code="upper", label=label("upper"), members=("middle", "high"))},
    rosters={
        "team": Roster(
            code="team",
            label=label("team"),
            of="person",
            members=(
                Member(code="an", name="An"),
                Member(code="binh", name="Bình"),
                Member(code="chi", name="Chi", until=date(2026, 3, 31)),
                Member(code="dung", name="Dung", since=date(2026, 8, 1)),
            ),
        ),
        "nobody": Roster(code="nobody", label=label("nobody")),
    },
    tenants={
        "town": TenantSpec(
            code="town",
            name="town",
            plans=("P",),
            units=(UnitSpec(code="office", name="Office"),),
            places=(PlaceSpec(code="square", name="Square", kind="market"),),
        )
    },
    schedule=Schedule(jobs={}),
)


def moment(day: date = DAY) -> Moment:
    """The end of that day, with everything recorded by then."""
    return Moment(day, datetime.combine(day, time(16, 59, tzinfo=UTC)))


def fact(id_: int, type_: str = "visit", day: date = date(2026, 5, 14), **fields: FieldValue) -> FactRow:
    """A confirmed fact, recorded at noon of its day."""
    recorded = datetime.combine(day, NOON)
    return FactRow(id_, type_, day, day, None, None, None, fields, "confirmed", recorded, recorded)


def measure(text: str, *rows: FactRow, day: date = DAY) -> Measure:
    """What a sentence comes to over these facts."""
    return evaluate(parse(text), ListedFacts(rows, CATALOGUE), CATALOGUE, moment(day))


def later(row_moment: datetime, **delta: int) -> datetime:
    return row_moment + timedelta(**delta)


def target(indicator: str, *goals: Goal) -> Target:
    return Target(code="P-1", section="I", name=label("t"), unit=label("u"), indicator=indicator, goals=goals)


def plan(*targets: Target, ends: date | None = date(2030, 12, 31)) -> Plan:
    return Plan(
        code="P", title=label("p"), issuer=label("i"), starts=date(2026, 1, 1), ends=ends, targets=targets
    )
