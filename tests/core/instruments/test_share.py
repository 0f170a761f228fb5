"""Reports that name their instruments come to the very share that the instruments' histories come to."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from core.indicators.evaluate import evaluate
from core.indicators.facts import FactRow, FieldValue, ListedFacts, Moment
from core.indicators.parse import parse
from core.indicators.registers import INSTRUMENTS
from core.instruments.cycles import last_day
from core.instruments.history import Event, Happening, standing
from core.instruments.share import Share, shares
from tests import shipped

FIRST = date(2026, 1, 1)
LATER = datetime.max.replace(tzinfo=UTC)
PLACES, KINDS = ("cho_ngu", "cho_dong_cuu"), ("can_dong_ho", "can_dien_tu")
CATALOGUE = shipped.catalogue()
SHARE = parse(CATALOGUE.targets["DC2-4"][1].indicator or "")

Step = tuple[int, str, list[int], int]


@dataclass
class Register:
    """What officers report of instruments with cards, and what the cards then say."""

    rows: list[FactRow] = field(default_factory=list)
    where: dict[str, tuple[str, str]] = field(default_factory=dict)
    events: dict[str, list[Event]] = field(default_factory=dict)
    number: "count[int]" = field(default_factory=lambda: count(1))

    def report(self, type_: str, day: date, key: tuple[str, str], **fields: FieldValue) -> None:
        number = next(self.number)
        at = datetime.combine(day, time(5), UTC) + timedelta(seconds=number)
        said: dict[str, FieldValue] = {"place": key[0], "instrument_kind": key[1], **fields}
        row = FactRow(
            id=number,
            type=type_,
            occurred_from=day,
            occurred_to=day,
            place=key[0],
            place_kind="cho",
            unit=None,
            fields=said,
            status="confirmed",
            recorded_at=at,
            confirmed_at=at,
        )
        self.rows.append(row)

    def note(self, name: str, event: Event) -> None:
        self.events[name].append(replace(event, at=self.rows[-1].recorded_at))

    def now(self, name: str, day: date) -> bool:
        found = standing(self.events[name], day, LATER)
        return found is not None and found.in_use

    def step(self, day: date, what: str, chosen: list[int], months: int) -> None:
        names = [name for number, name in enumerate(self.where) if number in chosen]
        used = [name for name in names if self.now(name, day)]
        if what == "add":
            self._add(day, PLACES[len(chosen) % 2], KINDS[months % 2])
        for key in {self.where[name] for name in names}:
            here = [name for name in used if self.where[name] == key]
            if what == "verify" and here:
                self._verify(day, key, here, months)
            for name in here if what in ("retire", "unstamp") else ():
                self._one(day, key, name, what)
            for name in [each for each in names if each not in used and self.where[each] == key]:
                if what == "return":
                    self._one(day, key, name, what)

    def _add(self, day: date, place: str, kind: str) -> None:
        name = f"i{len(self.where)}"
        self.where[name], self.events[name] = (place, kind), []
        self.report("instrument_added", day, (place, kind), count=1, **{INSTRUMENTS: {name: 1}})
        self.note(name, Event(Happening.LISTED, day, LATER))

    def _verify(self, day: date, key: tuple[str, str], here: list[str], months: int) -> None:
        passed = {name: int(number % 3 != months % 3) for number, name in enumerate(here)}
        holds = next(
            option.holds
            for each in CATALOGUE.fact_types["instrument_verified"].fields
            for option in each.options
            if option.code == key[1]
        )
        written = day + timedelta(days=30 * months) if months > 3 else None
        until = last_day(day, holds, written)
        said = {"valid_until": written.isoformat()} if written else {}
        counts = {"checked": len(here), "passed": sum(passed.values())}
        self.report("instrument_verified", day, key, **counts, **said, **{INSTRUMENTS: passed})
        for name in here:
            self.note(name, Event(Happening.VERIFIED, day, LATER, bool(passed[name]), until))

    def _one(self, day: date, key: tuple[str, str], name: str, what: str) -> None:
        types = {
            "retire": ("instrument_retired", Happening.RETIRED),
            "unstamp": ("instrument_unstamped", Happening.UNSTAMPED),
            "return": ("instrument_added", Happening.RETURNED),
        }
        type_, happening = types[what]
        self.report(type_, day, key, count=1, reason="hong", **{INSTRUMENTS: {name: 1}})
        self.note(name, Event(happening, day, LATER, reason="hong"))


STEPS = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.sampled_from(("add", "verify", "verify", "unstamp", "retire", "return")),
        st.lists(st.integers(0, 7), max_size=8, unique=True),
        st.integers(0, 20),
    ),
    max_size=25,
)


@given(STEPS, st.integers(0, 1500))
def test_the_share_as_of_a_day_is_what_the_histories_come_to(steps: list[Step], later: int) -> None:
    register, day = Register(), FIRST
    for place in PLACES:
        for kind in KINDS:
            register.report("instrument_registered", FIRST, (place, kind), count=0)
    for number in range(8):
        register.step(day, "add", [0] * (number % 2), number // 2)
    for days, what, chosen, months in steps:
        day += timedelta(days=days)
        register.step(day, what, chosen, months)
    as_of = FIRST + timedelta(days=later)
    cutoff = datetime.combine(as_of, time(23), UTC)
    stood = [
        (register.where[name], now)
        for name, events in register.events.items()
        if (now := standing(events, as_of, cutoff)) is not None
    ]
    whole = sum(shares(stood, as_of).values(), Share())
    rows = tuple(register.rows)
    told = evaluate(SHARE, ListedFacts(rows, CATALOGUE), CATALOGUE, Moment(as_of, cutoff))
    assert told.numerator == whole.valid
    assert told.denominator == whole.in_use
