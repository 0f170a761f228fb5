"""Reads content/knowledge from the disk: the articles, their subjects and words."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from bot.content import CONTENT, read_text
from core.catalogue.problems import Problem
from core.errors import ContentError
from core.garbage import no_search
from core.knowledge.check import FILES, FOLDER, KnowledgeBase, check_knowledge

#: path below the folder of content -> text, None of a file that cannot be read
Files = Mapping[str, str | None]


def knowledge_problems(root: Path = CONTENT, today: date | None = None) -> list[Problem]:
    """Every problem of the files below `root`/knowledge; with a day also what is past its review then."""
    problems: list[Problem] = []
    found = _checked(tuple(read_files(root, problems).items()), today)[1]
    return sorted({*problems, *found, *_misplaced(root)})


def load_articles(root: Path = CONTENT) -> KnowledgeBase:
    """What questions are answered from. Raises ContentError naming file and line of what is wrong."""
    problems: list[Problem] = []
    base, found = _checked(tuple(read_files(root, problems).items()), None)
    if base is None:
        raise ContentError("\n".join(_errors(*problems, *found)))
    return base


def sound_articles(files: Files) -> tuple[KnowledgeBase, Sequence[str]]:
    """The same of files that were read before, without what is wrong in them, and the errors there are.

    Nothing where there are no subjects or words to read articles by.
    """
    base, found = _checked(tuple(files.items()), None, sound_only=True)
    return base or KnowledgeBase.empty(), _errors(*found)


def _errors(*problems: Problem) -> Sequence[str]:
    return [str(problem) for problem in sorted(set(problems)) if problem.severity == "error"]


def read_files(root: Path, problems: list[Problem]) -> Files:
    """The files of knowledge below `root`; why one cannot be read is added to `problems`."""
    paths = sorted((root / FOLDER).glob("*/*.md"))
    names = [path.relative_to(root).as_posix() for path in paths]
    names += [name for name in FILES if (root / name).exists()]
    return {name: read_text(root / name, f"content/{name}", problems) for name in names}


@lru_cache(maxsize=2)
def _checked(
    files: tuple[tuple[str, str | None], ...], today: date | None, *, sound_only: bool = False
) -> tuple[KnowledgeBase | None, Sequence[Problem]]:
    """The same texts say the same, to the letter: whoever asks again in this process has what was read."""
    with no_search():
        return check_knowledge(dict(files), today, sound_only=sound_only)


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
