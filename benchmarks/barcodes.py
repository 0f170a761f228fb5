"""How many codes are read off photos, and in how many milliseconds, beside zxing-cpp as it is.

    uv run python -m benchmarks.barcodes             # three minutes, one core; --quick half a minute

Photos are generated: EAN-13, ITF-14 and QR labels on a grainy background, at several angles, spoiled as the
rows say. Peer is `zxingcpp.read_barcodes` with its defaults on the same file, opened by Pillow.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import zxingcpp
from PIL import Image

from benchmarks.barcode_scenes import ANGLES, CONDITIONS, Condition, gtin, jpeg, label, scene
from bot.code_photos import read_codes
from reports.barcode_symbols import Symbol

#: the share of codes to be read where photos are spoiled moderately, and the milliseconds in the middle
WANTED, WITHIN = 0.95, 60
_SYMBOLS = ((Symbol.EAN_13, 3.4), (Symbol.ITF_14, 2.6), (Symbol.QR, 5.0))


@dataclass
class Tally:
    """Photos looked at, those read right, milliseconds of each."""

    photos: int = 0
    right: int = 0
    wrong: int = 0
    spent: list[float] = field(default_factory=list)

    def add(self, texts: list[str], number: str, spent: float) -> None:
        self.photos += 1
        self.right += any(number[1:] in text for text in texts)
        self.wrong += any(number[1:] not in text for text in texts)
        self.spent.append(spent)

    def merged(self, other: "Tally") -> "Tally":
        return Tally(
            self.photos + other.photos,
            self.right + other.right,
            self.wrong + other.wrong,
            self.spent + other.spent,
        )

    @property
    def share(self) -> float:
        return self.right / self.photos

    @property
    def middle(self) -> float:
        return median(self.spent)


def ours(path: Path) -> list[str]:
    return [scan.text for scan in read_codes(path)]


def peer(path: Path) -> list[str]:
    with Image.open(path) as photo:
        return [found.text for found in zxingcpp.read_barcodes(photo)]


def timed(read: Callable[[Path], list[str]], path: Path) -> tuple[list[str], float]:
    """What was read, and the milliseconds of the processor."""
    begun = time.thread_time()
    return read(path), (time.thread_time() - begun) * 1000


def photos(condition: Condition, rounds: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Numbers, each with its photo."""
    for _ in range(rounds):
        for angles in ANGLES.values():
            for symbol, module in _SYMBOLS:
                number = gtin(chance)
                paper = label(number, symbol, chance, module * chance.uniform(0.9, 1.3))
                photo = scene(paper, chance, chance.choice(angles), condition.larger)
                yield number, jpeg(condition.degrade(photo, chance))


def measure(condition: Condition, rounds: int) -> tuple[Tally, Tally]:
    """Ours and the peer on the same photos."""
    mine, other, chance = Tally(), Tally(), random.Random(condition.name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo.jpg"
        for number, photo in photos(condition, rounds, chance):
            path.write_bytes(photo)
            mine.add(*_with(number, timed(ours, path)))
            other.add(*_with(number, timed(peer, path)))
    return mine, other


def _with(number: str, found: tuple[list[str], float]) -> tuple[list[str], str, float]:
    return found[0], number, found[1]


def run(rounds: int) -> str:
    """All measurements as a table."""
    lines = ["| photos | read | ms | zxing-cpp | ms |", "|---|--:|--:|--:|--:|"]
    moderate, by_peer = Tally(), Tally()
    for condition in CONDITIONS:
        mine, other = measure(condition, rounds)
        lines.append(_line(condition.name, mine, other))
        if condition.moderate:
            moderate, by_peer = moderate.merged(mine), by_peer.merged(other)
    lines.append(_line("**all spoiled moderately**", moderate, by_peer))
    reached = moderate.share >= WANTED and moderate.middle < WITHIN
    lines += ["", f"read as something else: {moderate.wrong}, by zxing-cpp {by_peer.wrong}"]
    lines += [
        f"wanted: {WANTED:.0%} in less than {WITHIN} ms (median): {'reached' if reached else 'not reached'}"
    ]
    return "\n".join(lines)


def _line(name: str, mine: Tally, other: Tally) -> str:
    return f"| {name} | {mine.share:.0%} | {mine.middle:.0f} | {other.share:.0%} | {other.middle:.0f} |"


if __name__ == "__main__":
    print(run(2 if "--quick" in sys.argv else 12))
