"""The labelled questions that words and weights are learned from."""

from pathlib import Path

from core.knowledge.check import KnowledgeBase
from core.knowledge.scoring import LabelledQuestion, labelled_question

FOLDER = Path("tests/questions")
FILES = ("dev", "public", "public2", "public3", "public4", "public5")
#: of these files every third question is only measured
MEASURED = ("public3", "public4", "public5")


def labelled(base: KnowledgeBase) -> list[LabelledQuestion]:
    """Those that are learned from."""
    return [each for name in FILES for each in _read(name, base, kept=False)]


def measured(base: KnowledgeBase) -> list[LabelledQuestion]:
    """Those that nothing is learned from."""
    return [each for name in MEASURED for each in _read(name, base, kept=True)]


def _read(name: str, base: KnowledgeBase, *, kept: bool) -> list[LabelledQuestion]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        labelled_question(line, base)
        for number, line in enumerate(lines, 1)
        if kept == (name in MEASURED and number % 3 == 0)
    ]
