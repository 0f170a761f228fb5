"""How long a question takes to be answered among 2,000 articles, and what the start costs.

    uv run python -m benchmarks.knowledge              # a minute, one core

The articles are the shipped ones, and as many more made of them with other words put in. The questions are
wordings of shipped articles as they are typed: without diacritics, with a slip, behind a story. The peers
look for the same questions among the same wordings: rapidfuzz by the most alike tokens, and SQLite's
full-text search (FTS5, BM25, diacritics removed). `right` is how often the article whose wording it was comes
first.
"""

import gc
import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from statistics import mean, median, quantiles

from rapidfuzz import fuzz, process

from benchmarks.understanding import timed
from bot.articles import load_articles
from bot.content import CONTENT
from bot.understanding import load_speech
from core.folding import fold, words_of
from core.garbage import no_search
from core.knowledge.articles import Article
from core.knowledge.check import KnowledgeBase
from core.knowledge.finding import Finder
from core.texts import Label
from core.understanding.lexicon import short_forms
from core.understanding.speech import Speech

ARTICLES = 2_000
QUESTIONS = 1_000
#: the peers are slow: they get so many of the questions
FOR_PEERS = 200
#: the share of words that are others in an article that was made
OTHER = 0.35
ROUNDS = 5


def made(
    articles: Sequence[Article], count: int, words: Sequence[str], chance: random.Random
) -> Iterator[Article]:
    """The articles themselves, then others like them: with other words, none of which asks the same."""
    yield from articles
    for number, article in enumerate(islice(cycle(articles), count - len(articles))):

        def other(text: str) -> str:
            pieces = text.split()
            for at in chance.sample(range(len(pieces)), 1 + int(OTHER * len(pieces))):
                pieces[at] = chance.choice(words)
            return " ".join((*pieces, chance.choice(words)))

        vi = tuple(other(text) for text in article.questions.vi)
        en = tuple(other(text) for text in article.questions.en)
        asked = article.questions.model_copy(update={"vi": vi, "en": en})
        title = Label(other(article.title.vi), other(article.title.en))
        yield article.model_copy(update={"code": f"made_{number}", "title": title, "questions": asked})


def syllables(speech: Speech, count: int, chance: random.Random) -> list[str]:
    """Words that articles of other trades may have: syllables of names, alone and in twos."""
    single = sorted({*speech.surnames, *speech.given_names, *speech.other_words})
    return [
        *single,
        *(f"{one}{other}" for one, other in zip(chance.choices(single, k=count), single, strict=False)),
    ]


def asked(articles: Sequence[Article], count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Questions as people type them, with the code of the article whose wording each was."""
    told = (
        "Chào anh chị, nhà em bán hàng ở chợ hơn mười năm nay, hôm qua có đoàn xuống xem, em lo quá. ",
        "Tôi có xưởng nhỏ 5 người, làm ăn cũng bình thường. Nay có khách hàng mới yêu cầu nên tôi viết. ",
    )
    for _ in range(count):
        article = chance.choice(articles)
        text = chance.choice(article.questions.vi)
        if chance.random() < 0.4:
            text = fold(text)
        if chance.random() < 0.3:
            at = chance.randrange(len(text))
            text = text[:at] + text[at + 1 :]
        if chance.random() < 0.2:
            text = chance.choice(told) + text
        yield text, article.code


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


def start() -> tuple[float, float]:
    """Seconds of the processor for reading the shipped articles, and for indexing them, as the bot does."""
    short = short_forms(load_speech(CONTENT))
    gc.collect()
    with no_search():
        begun = time.thread_time()
        base = load_articles(CONTENT)
        read = time.thread_time()
        Finder(base, short)
        return read - begun, time.thread_time() - read


def started() -> tuple[float, float]:
    """The middle of several starts, each in a process of its own: nothing is known from the one before."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as processes:
        every = [processes.submit(start).result() for _ in range(ROUNDS)]
    return sorted(every, key=sum)[ROUNDS // 2]


def run() -> str:
    """All measurements as lines of a table."""
    chance = random.Random(7)
    base, speech = load_articles(CONTENT), load_speech(CONTENT)
    short = short_forms(speech)
    shipped = list(base.articles.values())
    articles = list(made(shipped, ARTICLES, syllables(speech, 3_000, chance), chance))
    large = KnowledgeBase(
        {article.code: article for article in articles}, base.subjects, base.desks, base.near, base.words
    )
    questions = list(asked(shipped, QUESTIONS, chance))
    texts = [text for text, _ in questions]
    few = questions[:FOR_PEERS]
    reading, indexing = started()
    finder = Finder(large, short)
    gc.freeze()  # as the bot does at its start
    cold = timed(finder.find, texts)
    cuts, again = quantiles(cold, n=100), quantiles(timed(finder.find, texts), n=100)
    fuzzy, full_text = by_rapidfuzz(articles), by_fts5(articles)
    own = sum(_first(finder, text) == code for text, code in questions)
    lines = [
        (
            "articles shipped, made; wordings",
            f"{len(shipped)}, {len(articles)}; {sum(map(_wordings, articles)):,}",
        ),
        (
            "start: reading, indexing; both",
            f"{reading * 1000:.0f} ms, {indexing * 1000:.0f} ms; {(reading + indexing) * 1000:.0f} ms",
        ),
        ("questions, characters on average", f"{len(texts):,}, {mean(map(len, texts)):.0f}"),
        ("p50, p99, most of first questions", f"{cuts[49]:.1f} ms, {cuts[98]:.1f} ms, {cold[-1]:.1f} ms"),
        ("the same asked again: p50, p99", f"{again[49]:.1f} ms, {again[98]:.1f} ms"),
        ("right", f"{100 * own / len(questions):.1f} %"),
    ]
    for name, look in (("rapidfuzz", fuzzy), ("FTS5", full_text)):
        spent = timed(look, [text for text, _ in few])
        right = sum(look(text) == code for text, code in few)
        told = f"{median(spent):.1f} ms, {spent[int(len(spent) * 0.99)]:.1f} ms"
        lines.append((f"{name}: p50, p99; right", f"{told}; {100 * right / len(few):.1f} %"))
    return "\n".join(f"{name:36}{value}" for name, value in lines)


def _wordings(article: Article) -> int:
    return len(article.questions.vi) + len(article.questions.en)


def _first(finder: Finder, text: str) -> str:
    ranking = finder.find(text).ranking
    return ranking[0].article.code if ranking else ""


if __name__ == "__main__":
    print(run())
