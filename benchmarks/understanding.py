"""How long one free message takes to read, with all phrases of a province and 3,000 names known.

    uv run python -m benchmarks.understanding              # half a minute, one core

Messages are put together from the phrases of kinds of report, with numbers, days and invented names. The peer
looks for the same phrases one by one in each message, and understands nothing: a measure of the machine. Then
texts of 500 to 5,000 characters, of which 600 words and figures are read, and the memory of the lexicon."""

import gc
import random
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from statistics import mean, quantiles

from bot.content import CONTENT, load_catalogue
from bot.understanding import lexicon_of, load_hearing
from core.catalogue import Catalogue
from core.folding import fold
from core.understanding.filling import Named
from core.understanding.lexicon import Common, Lexicon
from core.understanding.read import read
from core.understanding.situation import Sender, Situation
from core.understanding.speech import Speech

TENANT = "bac_ninh"
NAMES = 3_000
MESSAGES = 2_000
LENGTHS = (500, 1_000, 2_000, 5_000)
SITUATION = Situation(date(2026, 5, 14), Sender("officer"))


def invented(speech: Speech, count: int, chance: random.Random) -> list[Named]:
    """Organisations that exist nowhere: a word for their kind, and three syllables."""
    heads = [(kind, head) for kind, some in speech.org_heads.items() for head in some]
    syllables = sorted({name.title() for name in speech.surnames if " " not in name})
    found: dict[str, Named] = {}
    while len(found) < count:
        kind, head = chance.choice(heads)
        name = " ".join((head, *chance.sample(syllables, 3)))
        found[name] = Named("", name, kind)
    return list(found.values())


def messages(common: Common, names: Sequence[Named], chance: random.Random) -> Iterator[str]:
    """Messages of several clauses each: phrases of a kind of report, a number, a day and a name."""
    days = ("", f"{chance.randint(1, 28)}/5", f"{chance.randint(1, 28)}/4/2026")
    while True:
        clauses = []
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3))):
            hearing = chance.choice(common.hearings)
            said = [*hearing.strong, *hearing.fair, *hearing.weak]
            units = [unit for field in hearing.fields for unit in (*field.units, *field.near)]
            pieces = [
                *chance.sample(said, min(len(said), 2)),
                f"{chance.randint(1, 40)} {chance.choice(units)}" if units else "",
                chance.choice(names).name,
                chance.choice(days),
            ]
            chance.shuffle(pieces)
            clauses.append(" ".join(filter(None, pieces)))
        text = ", ".join(clauses)
        yield fold(text) if chance.random() < 0.4 else text


def one_by_one(phrases: Sequence[str]) -> Callable[[str], object]:
    """The peer: every phrase looked for by itself."""
    wanted = [f" {phrase} " for phrase in phrases]

    def look(text: str) -> list[str]:
        folded = f" {fold(text)} "
        return [phrase for phrase in wanted if phrase in folded]

    return look


def timed(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Milliseconds of the processor for each text, sorted."""
    found = []
    for text in texts:
        begun = time.thread_time()
        work(text)
        found.append((time.thread_time() - begun) * 1000)
    return sorted(found)


def lexicon_and_size(common: Common, catalogue: Catalogue, names: Sequence[Named]) -> tuple[Lexicon, float]:
    """The lexicon of the tenant with these names, and the megabytes it takes."""
    gc.collect()
    tracemalloc.start()
    lexicon = lexicon_of(common, catalogue, TENANT, names)
    gc.collect()
    size = tracemalloc.get_traced_memory()[0] / 1_000_000
    tracemalloc.stop()
    return lexicon, size


def run() -> str:
    """All measurements as lines of a table."""
    chance = random.Random(7)
    common, catalogue = load_hearing(CONTENT), load_catalogue(CONTENT)
    names = invented(common.speech, NAMES, chance)
    lexicon, size = lexicon_and_size(common, catalogue, names)
    gc.freeze()  # as the bot does at its start
    texts = list(islice(messages(common, names, chance), MESSAGES))

    def understand(text: str) -> object:
        return read(text, SITUATION, lexicon)

    timed(understand, texts[:100])
    spent = timed(understand, texts)
    phrases = sorted(lexicon.book.phrases())
    peer = timed(one_by_one(phrases), texts[:50])
    cuts = quantiles(spent, n=100)
    lines = [
        ("messages, characters on average", f"{len(texts):,}, {mean(map(len, texts)):.0f}"),
        ("messages/s on one core", f"{1000 / mean(spent):,.0f}"),
        ("p50, p99", f"{cuts[49]:.1f} ms, {cuts[98]:.1f} ms"),
        (f"the same {len(phrases):,} phrases looked for one by one", f"{mean(peer):.1f} ms"),
        ("ratio", f"{mean(spent) / mean(peer):.2f}"),
        (f"memory of the lexicon with {NAMES:,} names", f"{size:.1f} MB"),
    ]
    endless = messages(common, names, chance)
    for length in LENGTHS:
        long = ". ".join(islice(endless, length // 20))[:length]
        lines.append((f"a text of {length:,} characters", f"{min(timed(understand, [long] * 5)):.0f} ms"))
    return "\n".join(
        f"| {name} | {value} |" for name, value in (("free messages", ""), ("---", "--:"), *lines)
    )


if __name__ == "__main__":
    print(run())
