"""How long lists of instruments that are due take: a commune of 2,000 and a province of 300,000.

    uv run python -m benchmarks.registers              # some two minutes
    uv run python -m benchmarks.registers --quick      # a tenth of the province

On SQLite and on PostgreSQL: how many need attention in each commune, in one commune by place and kind (what
/can shows first), and ten of those that are due, expired and never verified, with their owners. The peer
reads the register and sorts it out in Python: what a sheet of the same rows would do. To reach: under 100 ms.
"""

import argparse
import asyncio
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from types import MappingProxyType
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from benchmarks.indicators import databases
from benchmarks.many_facts import Ground, enlarged, settle
from bot.content import load_catalogue
from core.catalogue import Catalogue
from core.instruments.due import AT_ONCE, ATTENTION, Due, due
from storage.db import Database
from storage.models import Fact, Instrument
from storage.queries.instruments import due_by_tenant, due_list, due_tallies

PROVINCE = "bac_ninh"
TODAY = date(2026, 5, 14)
NOW = datetime(2026, 5, 14, 2, tzinfo=UTC)
KINDS = ("can_dong_ho", "can_dong_ho", "can_dong_ho", "can_dien_tu", "can_ban")
CHUNK, ROUNDS = 5_000, 7

Work = Callable[[Session], Sequence[object]]


def catalogue_of(communes: int) -> Catalogue:
    """A province with so many communes below it."""
    content = enlarged(load_catalogue(), PROVINCE, communes, "beside")
    return replace(content, tenants=MappingProxyType(dict(content.tenants)))


def instruments(ground: Ground, fact: int, count: int, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Rows of a commune: of a hundred some half hold, ten never were verified, five are out of use."""
    places = [place for _, place in (*ground.places["cho"], *ground.places.get("diem_kd", []))]
    for number in range(count):
        lot = chance.random()
        verified = TODAY - timedelta(days=chance.randrange(0, 700))
        until = verified + timedelta(days=730 if lot < 0.6 else 365)
        used, never = lot < 0.95, 0.75 <= lot < 0.85
        yield {
            "key": f"{ground.tenant:05}{number:08}",
            "tenant_id": ground.tenant,
            "place_id": chance.choice(places),
            "kind": chance.choice(KINDS),
            "owner": f"household {number}",
            "stall": str(number % 200),
            "serial": f"S{number}",
            "serial_key": f"s{number}",
            "status": "in_use" if used else "out_of_use",
            "since": verified,
            "verified_on": None if never else verified,
            "valid_until": None if never else until,
            "trouble": "never" if never else None,
            "due_on": (AT_ONCE if never else until) if used else None,
            "fact_id": fact,
        }


def fill(session: Session, catalogue: Catalogue, each: int) -> dict[str, int]:
    """All communes with their instruments; the rows of the tenants by code."""
    grounds = settle(session, catalogue)
    chance = random.Random(7)
    for code in catalogue.with_children(PROVINCE):
        ground = grounds[code]
        if "cho" not in ground.places:
            continue
        rows = list(instruments(ground, _fact(session, ground), each, chance))
        for first in range(0, len(rows), CHUNK):
            session.execute(insert(Instrument), rows[first : first + CHUNK])
    return {code: grounds[code].tenant for code in catalogue.with_children(PROVINCE)}


def _fact(session: Session, ground: Ground) -> int:
    fact = Fact(
        tenant_id=ground.tenant,
        type="instrument_listed",
        type_version=1,
        receipt="VS-1",
        draft_key=f"b{ground.tenant}",
        occurred_from=TODAY,
        occurred_to=TODAY,
        reporter_id=ground.person,
        fields={},
        status="confirmed",
        recorded_at=NOW,
    )
    session.add(fact)
    session.flush()
    return fact.id


def sheet_tallies(session: Session, tenants: Sequence[int]) -> Sequence[object]:
    """The peer: every row read, and sorted out one by one."""
    found: Counter[tuple[int, int | None, str, Due]] = Counter()
    columns = (Instrument.tenant_id, Instrument.place_id, Instrument.kind, Instrument.due_on)
    for tenant, place, kind, day in session.execute(
        select(*columns).where(Instrument.tenant_id.in_(tenants))
    ):
        if day is not None and (which := due(day, TODAY)) in ATTENTION:
            found[tenant, place, kind, which] += 1
    return list(found)


def works(tenants: Sequence[int]) -> dict[str, Work]:
    """What is measured, by name."""
    lists = {f"ten {which}": partial(_ten, tenants, which) for which in ATTENTION}
    return {
        "counts by tenant": lambda session: list(due_by_tenant(session, tenants, TODAY)),
        **lists,
        "by place and kind": lambda session: due_tallies(session, tenants[:1], TODAY),
        "the same in Python": lambda session: sheet_tallies(session, tenants),
    }


def _ten(tenants: Sequence[int], which: Due, session: Session) -> Sequence[object]:
    return due_list(session, tenants, TODAY, which)


async def timed(db: Database, work: Work) -> tuple[float, float]:
    """Median and longest of some rounds, in milliseconds; one round before them warms up."""
    found = []
    for _ in range(ROUNDS + 1):
        begun = time.perf_counter()
        await db.read(work)
        found.append((time.perf_counter() - begun) * 1000)
    return median(found[1:]), max(found[1:])


async def main(communes: int, each: int) -> None:
    catalogue = catalogue_of(communes)
    with tempfile.TemporaryDirectory() as home:
        async with databases(Path(home)) as engines:
            print(f"{communes * each:,} instruments in {communes} communes\n")
            print("| ms, median (longest) | tenant | " + " | ".join(engines) + " |")
            print("|---|---|" + "--:|" * len(engines))
            tenants = {name: await _filled(db, catalogue, each) for name, db in engines.items()}
            for who in ("commune_001", PROVINCE):
                codes = catalogue.with_children(who)
                rows = {name: [ids[code] for code in codes] for name, ids in tenants.items()}
                for what in works(()):
                    cells = [await timed(db, works(rows[name])[what]) for name, db in engines.items()]
                    shown = " | ".join(f"{middle:.1f} ({longest:.1f})" for middle, longest in cells)
                    print(f"| {what} | {who} | {shown} |")


async def _filled(db: Database, catalogue: Catalogue, each: int) -> dict[str, int]:
    found = await db.write(partial(fill, catalogue=catalogue, each=each))
    await db.write(lambda session: session.execute(text("ANALYZE")))
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true")
    asyncio.run(main(15 if parser.parse_args().quick else 150, 2_000))
