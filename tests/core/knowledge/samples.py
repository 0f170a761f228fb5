"""Three articles with their subjects, and what becomes of them when one thing is changed."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

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


def changed(file: str, old: str, new: str) -> tuple[dict[str, str], int]:
    """The files with the first `old` of one replaced, and the line on which the change begins."""
    text = SAMPLE[file]
    assert old in text, f"{old!r} is not in {file}"
    start = text.index(old)
    return {**SAMPLE, file: text.replace(old, new, 1)}, text.count("\n", 0, start) + 1
