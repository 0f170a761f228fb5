"""How long an export of 130,000 reports takes, and whether it takes more memory than one of 13,000.

    uv run python -m benchmarks.export              # some four minutes
    uv run python -m benchmarks.export --quick      # a tenth: 13,000 and 1,300

On SQLite and on PostgreSQL, `tiendo export` as an operator calls it, each time a new process: a workbook, and
CSV files in an archive; it names every place, person and option, adds up, and counts what it wrote again.
The peers write the bare columns of the same reports as they are stored, and count nothing: openpyxl with
a workbook in memory, openpyxl row by row, and csv. `cpu s` is the processor's time, which other programs
beside it change little. To reach: 130,000 under 30 s, in memory that does not grow with the rows.
"""

import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import text

from benchmarks.export_peers import PEERS
from benchmarks.indicators import addresses, fill_one
from benchmarks.many_facts import Ground, read_kinds, reports, settle
from bot.content import load_catalogue
from core.exports import Format
from reports.exports.writing import rows_in
from storage.db import open_database

TENANT, YEARS = "dong_cuu", (2022, 2026)
MANY, FEW = 130_000, 13_000


@dataclass(frozen=True, slots=True)
class Took:
    """What a process took: seconds by the clock and of the processor, and its most memory in megabytes."""

    clock: float
    processor: float
    megabytes: float


def measured(command: Sequence[str], environment: dict[str, str]) -> Took:
    """Run a command to its end. Raises CalledProcessError where it fails."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Took(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def commands(url: str, home: Path) -> dict[str, tuple[Path, list[str]]]:
    """What is measured, by name: the file it writes, and how it is called."""
    called = {
        f"tiendo, {form}": (
            home / f"tiendo.{form.ending}",
            [sys.executable, "-m", "bot", "export", "--tenant", TENANT, "--out"],
        )
        for form in Format
    }
    for name in PEERS:
        peer = [sys.executable, "-m", "benchmarks.export_peers", name, url]
        called[name] = (home / "peer", peer)
    return {name: (out, [*command, str(out)]) for name, (out, command) in called.items()}


async def fill_up(url: str, counts: Sequence[int], without: str = "") -> AsyncIterator[int]:
    """Bring the reports, none of the kind `without`, up to each of these numbers in turn, and wait there."""
    catalogue, chance, there = load_catalogue(), random.Random(7), 0
    kinds = [kind for kind in read_kinds(catalogue, TENANT) if kind.code != without]
    ground: Ground | None = None
    for count in counts:
        db = await open_database(url)
        try:
            ground = ground or (await db.write(partial(settle, catalogue=catalogue)))[TENANT]
            await fill_one(db, reports(ground, kinds, count - there, YEARS, chance))
            await db.write(lambda session: session.execute(text("ANALYZE")))
        finally:
            await db.close()
        there = count
        yield count


async def main(counts: Sequence[int]) -> None:
    """Fill, measure, and print a table."""
    print("| | reports | rows in the file | s | cpu s | MB | file MB |")
    print("|---|--:|--:|--:|--:|--:|--:|", flush=True)
    with tempfile.TemporaryDirectory(prefix="tiendo-export-") as name, addresses(Path(name)) as engines:
        for engine, url in engines.items():
            async for count in fill_up(url, counts):
                show(engine, url, Path(name), count)


def show(engine: str, url: str, home: Path, count: int) -> None:
    """Measure everything once with so many reports there, and print a line of each."""
    for name, (out, command) in commands(url, home).items():
        took = measured(command, {"TIENDO_DATABASE_URL": url, "TIENDO_DATA_DIR": str(home / "data")})
        rows = f"{rows_in(out):,}" if name.startswith("tiendo") else ""
        size = out.stat().st_size / 1e6
        out.unlink()
        figures = f"{took.clock:.1f} | {took.processor:.1f} | {took.megabytes:.0f} | {size:.1f}"
        print(f"| {engine}: {name} | {count:,} | {rows} | {figures} |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true")
    part = 10 if parser.parse_args().quick else 1
    asyncio.run(main((FEW // part, MANY // part)))
