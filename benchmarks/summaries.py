"""How long the weekly summaries of a province take, and one picture of them.

    uv run python -m benchmarks.summaries              # 100 communes, some minutes
    uv run python -m benchmarks.summaries --quick      # 10 communes

On SQLite: each commune has 1,000 reports of the kinds its plans read and a manager. In turn each summary is
read and put into words, as the job of Friday does, with nothing made ready; then once more, with figures
that the process keeps. Pictures are drawn warm. To reach: the summaries of 100 communes
under 30 s, a picture under 150 ms, memory that does not grow with the communes told of.
"""

import argparse
import asyncio
import resource
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from types import MappingProxyType

from sqlalchemy.orm import Session

from benchmarks.indicators import PROVINCE, Size, fill
from benchmarks.many_facts import enlarged
from bot.content import load_catalogue, read_texts
from core.catalogue import Catalogue
from core.dialogue.rendering import rendered
from core.texts import Texts
from reports.plan_report.words import Words
from reports.summary.chart import chart
from reports.summary.message import summary_message
from reports.summary.reading import Summary, read_summary
from storage.db import Database, open_database

NOW = datetime(2028, 5, 19, 9, tzinfo=UTC)  # Friday 16:00 in Vietnam
EACH, PICTURES, LOCALE = 1_000, 30, "vi"


def megabytes() -> float:
    """The most memory the process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def told(session: Session, catalogue: Catalogue, texts: Texts, tenant: str) -> Summary:
    """One summary, read and rendered."""
    found = read_summary(session, catalogue, tenant, NOW)
    rendered(texts, summary_message(found, texts, LOCALE), LOCALE)
    return found


async def all_told(db: Database, catalogue: Catalogue, texts: Texts) -> tuple[list[float], float]:
    """Seconds of each commune's summary, and how many megabytes more there were after the first ten."""
    seconds, early = list[float](), 0.0
    communes = [code for code in catalogue.tenants if code.startswith("commune_")]
    for number, code in enumerate(communes, 1):
        begun = time.perf_counter()
        await db.read(partial(told, catalogue=catalogue, texts=texts, tenant=code))
        seconds.append(time.perf_counter() - begun)
        early = megabytes() if number == min(10, len(communes)) else early
    return seconds, megabytes() - early


def drawn(found: Summary, texts: Texts) -> list[float]:
    """Milliseconds of each of some pictures; two before them warm up."""
    took, words = list[float](), Words(texts, LOCALE)
    for _ in range(PICTURES + 2):
        begun = time.perf_counter()
        chart(found.targets, found.tenant.name, found.moment, 0, words)
        took.append((time.perf_counter() - begun) * 1000)
    return took[2:]


async def main(communes: int) -> None:
    """Fill a database, measure, and print a table."""
    content = enlarged(load_catalogue(), PROVINCE, communes, "beside")
    catalogue = replace(content, tenants=MappingProxyType(dict(content.tenants)))
    texts = read_texts()
    with tempfile.TemporaryDirectory(prefix="tiendo-summaries-") as home:
        db = await open_database(f"sqlite:///{Path(home) / 'tiendo.db'}", exclusive=True)
        await fill(db, catalogue, Size(communes, EACH))
        print(f"| {communes} communes, {EACH:,} reports each | all, s | each, ms | longest, ms | more MB |")
        print("|---|--:|--:|--:|--:|")
        for name in ("first asking", "again"):
            seconds, more = await all_told(db, catalogue, texts)
            each, longest = median(seconds) * 1000, max(seconds) * 1000
            print(f"| {name} | {sum(seconds):.1f} | {each:.0f} | {longest:.0f} | {more:.0f} |")
        found = await db.read(partial(told, catalogue=catalogue, texts=texts, tenant="commune_001"))
        pictures = drawn(found, texts)
        print(
            f"\na picture of 8 targets, warm: {median(pictures):.0f} ms, the longest {max(pictures):.0f} ms"
        )
        await db.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true")
    asyncio.run(main(10 if parser.parse_args().quick else 100))
