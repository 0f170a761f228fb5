"""Instruments from a sheet: which are new, which were verified since, which contradict the register.

Each new one becomes a report of its own, as if it had been listed in the chat; so does each verification.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType
from core.dialogue.state import Answer
from core.indicators.doubts import Doubt
from core.indicators.registers import cycle_of
from core.instruments.doubts import Beside, doubts
from core.instruments.history import Status
from core.organisations import folded_name
from core.organisations.sheet import Row
from core.texts import Speech, say
from handlers.context import Context
from handlers.effects.instrument_reports import LISTED, record
from storage.models import Instrument, Place
from storage.queries.instruments import surveyed_on
from storage.repositories import facts
from storage.repositories.instruments import serial_key
from storage.repositories.register_import import Changes, sorted_changes

VERIFIED = "instrument_verified"
_COUNTED = "da_dem"
#: columns of the sheet whose texts are fields of the report, by the names they have there
_TEXTS = {"owner": "owner", "where": "place", "instrument": "instrument_kind", "stall": "stall"} | {
    each: each for each in ("serial", "counted", "body", "certificate")
}
_OF_VERIFIED = ("place", "instrument_kind", "body", "certificate", "valid_until")
_DAYS = {"used": "date", "verified": "verified_on", "valid": "valid_until"}


def instrument_changes(
    session: Session, catalogue: Catalogue, tenant_id: int, today: date, rows: Sequence[Row]
) -> Changes:
    """What rows change: an instrument is the same by its serial number; without one by where and whose."""
    known = _Known(session, tenant_id)
    found: dict[str, list[Row]] = {"new": [], "changed": [], "same": []}
    wrong: list[Speech] = []
    unsure: list[Speech] = []
    keys: dict[int, str] = {}
    listed = catalogue.fact_types[LISTED]
    for row in rows:
        there = known.take(row)
        if there is not None:
            keys[row.line] = there.key
            wrong += known.against(row, there)
        verified = row.days.get("verified")
        later = verified is not None and there is not None and verified > (there.verified_on or date.min)
        found["new" if there is None else "changed" if later else "same"].append(row)
        if there is None or later:
            asked = known.doubts(row, listed, today)
            unsure += (say("import-row", line=row.line, what=each.text) for each in asked)
    return replace(sorted_changes(found), wrong=tuple(wrong), doubts=tuple(unsure), keys=keys)


def store_instruments(session: Session, changes: Changes, context: Context, key: str) -> None:
    """A report for each new row and each verification. `key`: of this import: none is stored twice."""
    for row in changes.new:
        record(session, context, f"{key}.{row.line}", answers(row, context.today), LISTED, {})
    for row in changes.changed:
        said = answers(row, context.today)
        told: dict[str, Answer] = {field: said[field] for field in _OF_VERIFIED if field in said}
        told |= {"date": said["verified_on"], "checked": 1, "passed": 1}
        record(session, context, f"{key}.{row.line}", told, VERIFIED, {changes.keys[row.line]: 1})


def answers(row: Row, today: date) -> dict[str, Answer]:
    """The row as the answers of the report that lists it."""
    said: dict[str, Answer] = {_TEXTS[column]: text for column, text in row.texts.items() if column in _TEXTS}
    said |= {_DAYS[column]: day.isoformat() for column, day in row.days.items() if column in _DAYS}
    if "capacity" in row.texts:
        said["capacity"] = float(row.texts["capacity"])
    said.setdefault("counted", _COUNTED)
    said.setdefault("date", today.isoformat())
    return said


class _Known:
    """The instruments of a tenant, each taken by one row only."""

    def __init__(self, session: Session, tenant_id: int) -> None:
        self._session, self._tenant = session, tenant_id
        places = session.scalars(select(Place).where(Place.tenant_id == tenant_id))
        self._places = {place.code: place.id for place in places}
        self._by_serial: dict[str, Instrument] = {}
        self._by_owner: dict[tuple[object, ...], list[Instrument]] = {}
        self._surveyed: dict[tuple[str, str], date | None] = {}
        query = select(Instrument).where(Instrument.tenant_id == tenant_id, Instrument.ended_at.is_(None))
        for each in session.scalars(query.order_by(Instrument.id)):
            if each.serial_key:
                self._by_serial.setdefault(each.serial_key, each)
            else:
                whose = (each.place_id, each.kind, folded_name(each.owner), folded_name(each.stall))
                self._by_owner.setdefault(whose, []).append(each)

    def take(self, row: Row) -> Instrument | None:
        """The one a row is about; None for a new one."""
        if serial := serial_key(row.texts.get("serial", "")):
            return self._by_serial.get(serial)
        alike = self._by_owner.get(self._whose(row), [])
        return alike.pop(0) if alike else None

    def against(self, row: Row, there: Instrument) -> Iterator[Speech]:
        """Why a row cannot be about the instrument of its serial number, or tell anything of it."""
        if there.status != Status.IN_USE:
            yield say("import-out-of-use", line=row.line, serial=there.serial, owner=there.owner)
        elif self._whose(row)[:3] != (there.place_id, there.kind, folded_name(there.owner)):
            place = self._session.get(Place, there.place_id) if there.place_id else None
            told = {"serial": there.serial, "owner": there.owner, "place": place.name if place else ""}
            yield say("import-serial-other", line=row.line, **told)

    def doubts(self, row: Row, kind: FactType, today: date) -> Iterator[Doubt]:
        """What may be a slip in a row, as it would be asked of a report."""
        said = answers(row, today)
        where = (str(said["place"]), str(said["instrument_kind"]))
        if where not in self._surveyed:
            place = facts.place_id(self._session, self._tenant, where[0])
            self._surveyed[where] = surveyed_on(self._session, place, where[1]) if place else None
        beside = Beside(None, self._surveyed[where], cycle_of(kind, said))
        yield from doubts(kind.code, said, today, beside)

    def _whose(self, row: Row) -> tuple[object, ...]:
        said = row.texts
        names = (folded_name(said.get("owner", "")), folded_name(said.get("stall", "")))
        return (self._places.get(said.get("where", "")), said.get("instrument"), *names)
