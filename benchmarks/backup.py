"""A backup while people report, with a `kill -9`, restored elsewhere and on the other engine, and compared.

    uv run python -m benchmarks.backup              # a minute or two
    uv run python -m benchmarks.backup --reports 100000

On SQLite and on PostgreSQL in turn: `tiendo run` serves officers on the emulator who fill in forms without a
pause, while files come in. One `tiendo backup` is killed as it writes, the next goes through. Then `tiendo
restore` into an empty database of each engine: killed as it writes, and called again. To reach: each table
the same by its sha256, each chain of the trail whole, every file there, all that was committed before the
backup began in it, no report without its line of the trail; answers go on meanwhile.
"""

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from typing import TypeVar
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import asyncpg
from sqlalchemy.orm import Session

from benchmarks.backup_compare import Marks, broken_chains, halves, lost_files, marks, unlike
from benchmarks.bots import BOTS, Place, add_people, tiendo_command
from benchmarks.crowd import Crowd
from benchmarks.export import fill_up
from benchmarks.indicators import addresses
from benchmarks.process import BotProcess
from benchmarks.script import TENANT, Script, fact_type, read_script
from bot.backup_archive import Backup, read_manifest
from bot.clock import utc_now
from bot.content import load_catalogue
from bot.files import FileStore
from storage.db import open_database
from tests.emulators.telegram import TelegramEmulator

T = TypeVar("T")

PEOPLE, EACH = 40, 40
#: answers before the first backup begins
_UNDER_WAY = 150
#: files there before, bytes of each, and seconds between those that come meanwhile
_FILES, _SIZE, _EVERY = 50, 40_000, 0.5
#: bytes of rows after which a restore into SQLite is killed, into PostgreSQL with the first people
_BEGUN = 20_000


@dataclass(frozen=True, slots=True)
class Taken:
    """A backup that was taken under load."""

    path: Path
    backup: Backup
    before: Marks
    by_hand: frozenset[int]
    seconds: float
    #: seconds of each answer that people got meanwhile
    waits: list[float]


async def tiendo(
    environment: Mapping[str, str], *words: str, kill: Callable[[], Awaitable[bool]] | None = None
) -> None:
    """Call a command; with `kill` it is killed as soon as that holds. Raises RuntimeError otherwise."""
    process = await asyncio.create_subprocess_exec(
        *tiendo_command(),
        *words,
        env=dict(environment),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    while kill is not None and process.returncode is None:
        if await kill():
            process.kill()
            break
        await asyncio.sleep(0.002)
    said, _ = await process.communicate()
    killed = process.returncode == -9
    if killed != (kill is not None) or (process.returncode and not killed):
        raise RuntimeError(f"{words[0]} ended with {process.returncode}: {said.decode()[-500:]}")


async def taken(url: str, home: Path, script: Script) -> Taken:
    """Fill, let people report, and back up meanwhile."""
    before_all = await read(url, marks)
    async with TelegramEmulator() as server:
        place = Place(home, server.base_url, server.token)
        environment = {**BOTS[0].environment(place), "TIENDO_DATABASE_URL": url}
        crowd = Crowd(server, script, PEOPLE, EACH)
        bot = BotProcess([*tiendo_command(), "run"], environment, home)
        async with beside(crowd.fill_in(600)), beside(files_come(FileStore(home / "files"))):
            try:
                while crowd.progress < _UNDER_WAY:
                    bot.check()
                    await asyncio.sleep(0.05)
                folder = home / "backups"
                await tiendo(environment, "backup", kill=lambda: _begun(folder))
                if list(folder.glob("*.zip")):
                    raise RuntimeError("a backup that was killed is there")
                before, answered = await read(url, marks), len(crowd.tally.waits)
                begun = time.perf_counter()
                await tiendo(environment, "backup")
                seconds, waits = time.perf_counter() - begun, crowd.tally.waits[answered:]
                (path,) = folder.glob("*.zip")
                bot.check()
            finally:
                await asyncio.to_thread(bot.stop)
    return Taken(path, read_manifest(path), before, before_all.facts, seconds, waits)


async def restored(found: Taken, url: str, data: Path) -> list[str]:
    """Restore into an empty database, killed once before; what is wrong there."""
    environment = {**os.environ, "TIENDO_DATABASE_URL": url, "TIENDO_DATA_DIR": str(data)}
    async with _watched(url) as begun:
        await tiendo(environment, "restore", str(found.path), kill=begun)
    try:
        await tiendo(environment, "restore", str(found.path))
    except RuntimeError as error:
        if "has data in it" not in str(error):
            raise
        print("  (all was stored before it was killed)")
    there = await read(url, marks)
    checks = {
        "tables unlike": await read(url, lambda session: unlike(session, found.backup)),
        "chains broken": await read(url, broken_chains),
        "halves of reports": await read(url, lambda session: halves(session, found.by_hand)),
        "reports lost": found.before.facts - there.facts,
        "messages forgotten": max(0, found.before.sent - there.sent),
        "files lost": lost_files(found.backup, data),
    }
    return [f"{what}: {which}" for what, which in checks.items() if which]


async def read(url: str, work: Callable[[Session], T]) -> T:
    """Read in a database beside whoever works with it."""
    db = await open_database(url)
    try:
        return await db.read(work)
    finally:
        await db.close()


@asynccontextmanager
async def beside(work: Coroutine[object, object, object]) -> AsyncIterator[None]:
    """Something that goes on meanwhile, and is broken off at the end."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def files_come(store: FileStore) -> None:
    """New files without an end."""
    for number in count():
        await asyncio.to_thread(store.keep, f"{number:09}".encode() * (_SIZE // 9))
        if number >= _FILES:
            await asyncio.sleep(_EVERY)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


async def _begun(folder: Path) -> bool:
    """Whether a backup is being written there."""
    return any(await asyncio.to_thread(lambda: [_size(path) for path in folder.glob("*.part")]))


@asynccontextmanager
async def _watched(url: str) -> AsyncIterator[Callable[[], Awaitable[bool]]]:
    """Tells whether somebody is storing rows there."""
    if url.startswith("sqlite"):
        wal = Path(url.removeprefix("sqlite:///") + "-wal")

        async def grows() -> bool:
            return await asyncio.to_thread(_size, wal) > _BEGUN

        yield grows
        return
    async with _connected(url) as connection:

        async def fills() -> bool:
            # tables with triggers are locked meanwhile
            size = "SELECT sum(pg_relation_size(oid)) FROM pg_class WHERE relname = 'person'"
            return bool(await connection.fetchval(size))

        yield fills


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    parts = urlsplit(url)
    connection = await asyncpg.connect(
        user="postgres", database=parts.path.strip("/"), host=parse_qs(parts.query)["host"][0]
    )
    try:
        yield connection
    finally:
        await connection.close()


async def emptied(postgresql: str, name: str) -> str:
    """A new empty database of that name on the server of another."""
    async with _connected(postgresql) as connection:
        await connection.execute(f"CREATE DATABASE {name}")
    return postgresql.replace("/postgres?", f"/{name}?")


async def filled(url: str, reports: int) -> None:
    """Reports of years, and officers who will send more."""
    catalogue = load_catalogue()
    # numbers unlike those at random would be asked about again, which the crowd has no answer to
    async for _ in fill_up(url, (reports,), without=fact_type(catalogue).code):
        pass
    db = await open_database(url)
    try:
        await db.write(lambda session: add_people(session, catalogue, PEOPLE))
    finally:
        await db.close()


async def main(reports: int) -> None:
    """Both engines in turn, each restored into both."""
    catalogue = load_catalogue()
    zone = ZoneInfo(catalogue.tenants[TENANT].timezone)
    script = read_script(catalogue, utc_now().astimezone(zone).date(), PEOPLE * EACH)
    with tempfile.TemporaryDirectory(prefix="tiendo-backup-") as name, addresses(Path(name)) as engines:
        for engine, url in engines.items():
            home = Path(name) / engine
            home.mkdir()
            await filled(url, reports)
            found = await taken(url, home, script)
            slowest = max(found.waits, default=0.0)
            print(
                f"{engine}: {found.backup.rows:,} rows, {len(found.backup.files):,} files backed up in"
                f" {found.seconds:.1f} s, and proved; meanwhile {len(found.waits)} answers,"
                f" half of them within {median(found.waits or [0.0]):.2f} s, all within {slowest:.2f} s",
                flush=True,
            )
            targets = {
                "SQLite": f"sqlite:///{home / 'restored.db'}",
                "PostgreSQL": await emptied(engines["PostgreSQL"], f"from_{engine.casefold()}"),
            }
            for into, target in targets.items():
                wrong = await restored(found, target, home / into)
                print(f"  into {into}: {'; '.join(wrong) or 'the same, and nothing is missing'}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=5_000, help="stored before anybody reports")
    asyncio.run(main(parser.parse_args().reports))
