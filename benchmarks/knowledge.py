"""How long a question takes to be answered among 2,000 articles, and what the start costs.

    uv run python -m benchmarks.knowledge              # some minutes, two cores

The articles are the shipped ones, and as many more made of them with other words put in. The questions are
wordings of shipped articles as they are typed: without diacritics, with a slip, behind a story. They are put
to a finder that was not warmed, to one that is being warmed as the bot does after its start, and to one that
is warm, each in a new process. The peers look for the same questions among the same wordings: rapidfuzz
by the most alike tokens, and SQLite's full-text search (FTS5, BM25, diacritics removed). `right` is how often
the article whose wording it was comes first.
"""

import asyncio
import gc
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory
from typing import TypeVar

from rapidfuzz import fuzz, process

from benchmarks.knowledge_ground import ARTICLES, OWN, TENANTS, Ground, ground, own_answers
from benchmarks.understanding import timed
from bot.content import CONTENT
from bot.prepared import PreparedArticles
from bot.understanding import load_speech
from bot.warming import Warming
from core.folding import words_of
from core.garbage import no_search
from core.knowledge.articles import Article
from core.knowledge.finding import Finder
from core.understanding.lexicon import short_forms

T = TypeVar("T")

#: the peers are slow: they get so many of the questions
FOR_PEERS = 200
ROUNDS = 5


def by_rapidfuzz(articles: Sequence[Article]) -> Callable[[str], str]:
    """The article with the most alike wording, by rapidfuzz."""
    wordings = [(words_of(text), article.code) for article in articles for text in article.questions.vi]
    texts = [text for text, _ in wordings]

    def look(text: str) -> str:
        found = process.extractOne(words_of(text), texts, scorer=fuzz.token_set_ratio)
        return wordings[found[2]][1]

    return look


def by_fts5(articles: Sequence[Article]) -> Callable[[str], str]:
    """The article with the best wording, by SQLite's full-text search."""
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table wording using fts5(text, code unindexed)")
    rows = [(words_of(text), article.code) for article in articles for text in article.questions.vi]
    db.executemany("insert into wording values (?, ?)", rows)

    def look(text: str) -> str:
        query = " OR ".join(f'"{word}"' for word in words_of(text).split())
        sql = "select code from wording where wording match ? order by rank limit 1"
        row = db.execute(sql, (query,)).fetchone()
        return row[0] if row else ""

    return look


def start(kept_in: Path | None) -> tuple[float, float]:
    """Seconds of the processor for reading the shipped articles, and for indexing them, as the bot does; with
    a folder from what was kept there. What was not is kept then, which is not counted.
    """
    short = short_forms(load_speech(CONTENT))
    gc.collect()
    with no_search():
        begun = time.thread_time()
        articles = PreparedArticles(CONTENT, short, kept_in)
        base = articles.base()
        read = time.thread_time()
        articles.finder(base)
        made = time.thread_time()
    articles.keep()
    return read - begun, made - read


def starts(kept_in: Path | None) -> str:
    """The middle one of some starts, each in a process of its own."""
    work = partial(start, kept_in)
    reading, indexing = sorted((apart(work) for _ in range(ROUNDS)), key=sum)[ROUNDS // 2]
    both = reading + indexing
    return f"{reading * 1000:.0f} ms, {indexing * 1000:.0f} ms; {both * 1000:.0f} ms"


def apart(work: Callable[[], T]) -> T:
    """What it comes to in a process of its own: nothing is known there from what was done before."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as processes:
        return processes.submit(work).result()


def ready() -> tuple[Ground, Finder]:
    """The large library and its finder, as right after the bot's start."""
    own = ground()
    finder = own.library.shared()
    assert finder is not None
    gc.freeze()  # as the bot does at its start
    return own, finder


def unwarmed() -> list[float]:
    """Milliseconds of the processor of first questions, sorted."""
    own, finder = ready()
    return timed(finder.find, [text for text, _ in own.questions])


@dataclass(frozen=True)
class Warmed:
    """Milliseconds of questions, sorted: by the clock while it was warmed, of the processor after that."""

    meanwhile: Sequence[float]
    after: Sequence[float]
    seconds: float
    right: float


def warmed() -> Warmed:
    """Questions one after the other while the bot's own task warms the finder, then to the warm one."""
    own, finder = ready()
    texts = [text for text, _ in own.questions]
    begun = time.perf_counter()
    meanwhile = sorted(asyncio.run(_asked_meanwhile(own, finder, texts)))
    seconds = time.perf_counter() - begun
    after = timed(finder.find, texts)
    right = sum(_first(finder, text) == code for text, code in own.questions)
    return Warmed(meanwhile, after, seconds, right / len(texts))


async def _asked_meanwhile(own: Ground, finder: Finder, texts: Sequence[str]) -> list[float]:
    warming = Warming(own.library)
    warming.start()
    spent: list[float] = []
    for text in cycle(texts):
        if finder.is_warm:
            break
        begun = time.perf_counter()
        await asyncio.to_thread(finder.find, text)
        spent.append((time.perf_counter() - begun) * 1000)
    await warming.stop()
    return spent


def memory(count: int = 0) -> tuple[float, float]:
    """Megabytes that finding answers in so many articles takes, and what it takes more once it is warm."""
    own = ground(count)
    gc.collect()
    before = _resident()
    finder = own.library.shared()
    assert finder is not None
    made = _resident()
    with no_search():
        for _ in finder.warm():
            pass
    return made - before, _resident() - made


def memory_of_many() -> tuple[float, float]:
    """The same with all articles."""
    return memory(ARTICLES)


@dataclass(frozen=True)
class Shared:
    """Tenants with answers of their own: megabytes and milliseconds that each takes beside the shipped
    articles, warm, and milliseconds of questions to the finder of one, sorted.
    """

    megabytes: float
    made: float
    asked: Sequence[float]


def memory_of_tenants() -> Shared:
    """All of them at once, of which each was asked."""
    shared, questions = ground(0).library.shared(), [text for text, _ in ground(0).questions]
    assert shared is not None
    with no_search():
        for _ in shared.warm():
            pass
        every = list(own_answers())
        gc.collect()
        before, begun = _resident(), time.thread_time()
        finders = [shared.with_own(own) for own in every]
        for finder in finders:
            for _ in finder.warm():
                pass
        seconds = time.thread_time() - begun
        for finder, text in zip(finders, cycle(questions), strict=False):
            finder.find(text)
        megabytes = (_resident() - before) / TENANTS
        return Shared(megabytes, seconds / TENANTS * 1000, timed(finders[0].find, questions))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def run() -> str:
    """All measurements as lines of a table."""
    with TemporaryDirectory() as folder:
        apart(partial(start, Path(folder)))
        from_files, from_before = starts(None), starts(Path(folder))
    cold, warm = apart(unwarmed), apart(warmed)
    few_mb, many_mb, tenants = apart(memory), apart(memory_of_many), apart(memory_of_tenants)
    own = ground()
    articles, texts = own.articles, [text for text, _ in own.questions]
    lines = [
        ("articles made; wordings", f"{len(articles)}; {sum(map(_wordings, articles)):,}"),
        ("start: reading, indexing; both", from_before),
        ("start after articles were changed", from_files),
        ("questions, characters on average", f"{len(texts):,}, {mean(map(len, texts)):.0f}"),
        ("not warmed: p50, p99, most", _told(cold)),
        (
            "while it is warmed, by the clock",
            f"{_told(warm.meanwhile)} ({len(warm.meanwhile):,} questions in {warm.seconds:.0f} s)",
        ),
        ("warm", _told(warm.after)),
        ("right", f"{100 * warm.right:.1f} %"),
        *(
            (f"memory of {name} articles, more when warm", f"{made:.0f} MB, {more:.0f} MB")
            for name, (made, more) in (("shipped", few_mb), (f"{ARTICLES:,}", many_mb))
        ),
        (
            f"each of {TENANTS} tenants with {OWN} answers",
            f"{tenants.megabytes:.2f} MB, made and warmed in {tenants.made:.0f} ms",
        ),
        ("questions to one of them, warm", _told(tenants.asked)),
    ]
    few = own.questions[:FOR_PEERS]
    for name, look in (("rapidfuzz", by_rapidfuzz(articles)), ("FTS5", by_fts5(articles))):
        spent = timed(look, [text for text, _ in few])
        right = sum(look(text) == code for text, code in few)
        told = f"{median(spent):.1f} ms, {spent[int(len(spent) * 0.99)]:.1f} ms"
        lines.append((f"{name}: p50, p99; right", f"{told}; {100 * right / len(few):.1f} %"))
    return "\n".join(f"{name:46}{value}" for name, value in lines)


def _told(spent: Sequence[float]) -> str:
    cuts = quantiles(spent, n=100)
    return f"{cuts[49]:.1f} ms, {cuts[98]:.1f} ms, {spent[-1]:.1f} ms"


def _wordings(article: Article) -> int:
    return len(article.questions.vi) + len(article.questions.en)


def _first(finder: Finder, text: str) -> str:
    ranking = finder.find(text).ranking
    return ranking[0].article.code if ranking else ""


if __name__ == "__main__":
    print(run())
