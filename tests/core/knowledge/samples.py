"""Three articles with their subjects, and what becomes of them when one thing is changed."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from core.knowledge.check import KnowledgeBase, check_knowledge

_FOLDER = Path(__file__).parent / "sample"

#: path below content/ -> text
SAMPLE: Mapping[str, str] = MappingProxyType(
    {
        path.relative_to(_FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(_FOLDER.rglob("*"))
        if path.is_file()
    }
)
FOLDER = "knowledge/"


def sample_base(texts: Mapping[str, str] = SAMPLE) -> KnowledgeBase:
    """What is read from such files, which are right."""
    base, problems = check_knowledge(dict(texts))
    assert base is not None, problems
    return base


def changed(file: str, old: str, new: str) -> tuple[dict[str, str], int]:
    """The files with the first `old` of one replaced, and the line on which the change begins."""
    text = SAMPLE[file]
    assert old in text, f"{old!r} is not in {file}"
    start = text.index(old)
    return {**SAMPLE, file: text.replace(old, new, 1)}, text.count("\n", 0, start) + 1
