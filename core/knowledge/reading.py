"""The text of an article -> its document: the front matter, and the parts below it, each with its line."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from core.catalogue.documents import Data, Document, Path, read_document
from core.catalogue.problems import Problem, choose, quoted

_FENCE = "---"
#: headings of the parts below the answer
_PARTS = ("more", "plain", "en")


def read_article(path: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The document of `path` (below content/); its name and folder, and its parts, are keys like the others.

    None, and why, where there is no front matter or it cannot be read.
    """
    file = f"content/{path}"
    rows = text.removeprefix("\ufeff").splitlines()
    fences = [at for at, row in enumerate(rows) if row.rstrip() == _FENCE][:2]
    if len(fences) < 2 or any(row.strip() for row in rows[: fences[0]]):
        do = f"begin the file with {_FENCE}, its keys, and {_FENCE} again"
        return None, [Problem(file, 1, "there is no front matter", do)]
    # What stands above is kept as empty lines, so that the lines of the file are told.
    above = "\n" * (fences[0] + 1)
    document, problems = read_document(file, above + "\n".join(rows[fences[0] + 1 : fences[1]]))
    if document is None or not isinstance(document.data, dict):
        what = Problem(file, 1, "the front matter has no keys", "write them as the other articles do")
        return None, problems or [what]
    parts, lines, found = _parts(file, rows, fences[1] + 1)
    taken = [name for name in ("code", "area", "answer", *_PARTS) if name in document.data]
    found += [
        document.problem((name,), f"{name} in the front matter", "leave it out: the file itself says it")
        for name in taken
    ]
    name = PurePosixPath(path)
    data: dict[str, Data] = {**document.data, "code": name.stem, "area": name.parent.name, **parts}
    front = document
    return Document(file, data, lambda: {**front.lines, **lines}), problems + found


def _parts(
    file: str, rows: list[str], first: int
) -> tuple[Mapping[str, str], Mapping[Path, int], list[Problem]]:
    """The parts below the front matter, where they begin, and headings that are not known."""
    heads = [(first - 1, "answer")]
    problems = []
    for at in range(first, len(rows)):
        if rows[at].startswith("## "):
            name = rows[at][3:].strip()
            if name not in _PARTS:
                problems.append(Problem(file, at + 1, f"a part called {quoted(name)}", choose(name, _PARTS)))
            elif name in (each for _, each in heads):
                problems.append(Problem(file, at + 1, f"a second part {name}", "keep one of them"))
            heads.append((at, name))
    spans = pairwise([*heads, (len(rows), "")])
    texts = {name: "\n".join(rows[at + 1 : end]).strip() for (at, name), (end, _) in spans}
    lines: dict[Path, int] = {(name,): at + 1 for at, name in heads}
    return {name: text for name, text in texts.items() if name in ("answer", *_PARTS)}, lines, problems
