"""Reads content/knowledge from the disk: the articles, their subjects and words."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.content import CONTENT, read_text
from core.catalogue.problems import Problem
from core.errors import ContentError
from core.garbage import no_search
from core.knowledge.check import FILES, FOLDER, KnowledgeBase, check_knowledge


def knowledge_problems(root: Path = CONTENT, today: date | None = None) -> list[Problem]:
    """Every problem of the files below `root`/knowledge; with a day also what is past its review then."""
    return _read(root, today)[1]


def load_articles(root: Path = CONTENT) -> KnowledgeBase:
    """What questions are answered from. Raises ContentError naming file and line of what is wrong."""
    base, problems = _read(root, None)
    if base is None:
        errors = [str(problem) for problem in problems if problem.severity == "error"]
        raise ContentError("\n".join(errors))
    return base


def _read(root: Path, today: date | None) -> tuple[KnowledgeBase | None, list[Problem]]:
    problems: list[Problem] = []
    paths = sorted((root / FOLDER).glob("*/*.md"))
    names = [path.relative_to(root).as_posix() for path in paths]
    names += [name for name in FILES if (root / name).exists()]
    texts = {name: read_text(root / name, f"content/{name}", problems) for name in names}
    base, found = _checked(tuple(texts.items()), today)
    return base, sorted({*problems, *found, *_misplaced(root)})


@lru_cache(maxsize=2)
def _checked(
    files: tuple[tuple[str, str | None], ...], today: date | None
) -> tuple[KnowledgeBase | None, Sequence[Problem]]:
    """The same texts say the same, to the letter: whoever asks again in this process has what was read."""
    with no_search():
        return check_knowledge(dict(files), today)


def _misplaced(root: Path) -> list[Problem]:
    """Files of the folder that look like articles and are not read."""
    known = {root / name for name in FILES} | set((root / FOLDER).glob("*/*.md"))
    return [
        Problem(
            f"content/{path.relative_to(root).as_posix()}",
            1,
            "not read",
            f"put articles into a folder of {FOLDER}/ and end their names with .md",
            "warning",
        )
        for path in sorted((root / FOLDER).rglob("*"))
        if path not in known and path.name != "README.md" and path.is_file()
    ]
