"""Spares a start the reading and counting of articles that are as they were at the one before.

What came of it is kept as JSON in a file that is named after all it was made of: the texts, the short forms
and the program that read them. Where anything of these differs another file is meant, and a file that cannot
be read, or not be written, is none.
"""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

import core
from bot.articles import Files, articles_in, read_files
from core.catalogue.problems import Problem
from core.garbage import no_search
from core.knowledge.articles import Article
from core.knowledge.check import VECTORS, KnowledgeBase
from core.knowledge.counted import Counted, count
from core.knowledge.finding import Finder
from core.knowledge.prepared import packed, unpacked
from core.knowledge.typed import Reader
from core.knowledge.vectors import read_vectors
from core.understanding.words import ShortForm

log = logging.getLogger(__name__)

#: of the program, what articles are read and counted with
_MAKERS = ("knowledge/*.py", "catalogue/documents.py", "catalogue/parse.py", "folding.py", "texts.py")
#: files that are kept begin with this
_NAME = "knowledge-"


class PreparedArticles:
    """The articles below a folder, and what finds answers in them, for a library (`handlers/library.py`).

    `kept_in`: the folder where what was prepared is kept; None: nowhere.
    """

    def __init__(
        self, root: Path, short: Mapping[str, tuple[ShortForm, ...]], kept_in: Path | None = None
    ) -> None:
        self._root = root
        self._short = short
        self._kept_in = kept_in
        self._counted: Counted | None = None
        #: what was counted anew, and is not kept yet
        self._fresh: Counted | None = None

    def base(self) -> KnowledgeBase:
        """What the files hold. Raises ContentError naming file and line of what is wrong."""
        return self._made[0]

    def finder(self, base: KnowledgeBase) -> Finder:
        """What finds answers in these articles."""
        return Finder(base, self._short, self._count)

    def keep(self) -> None:
        """Keeps what was counted anew, instead of what was kept before."""
        base, path = self._made
        fresh, self._fresh = self._fresh, None
        if path is None or fresh is None:
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=path.parent, prefix=_NAME, suffix=".part", delete=False) as part:
                part.write(packed(base, fresh))
            Path(part.name).replace(path)
            for other in path.parent.glob(f"{_NAME}*"):
                if other != path:
                    other.unlink(missing_ok=True)
        except OSError as error:
            log.warning("questions_not_kept", extra={"reason": str(error)})

    @cached_property
    def _made(self) -> tuple[KnowledgeBase, Path | None]:
        """The base, and the file where it is kept, if it is."""
        problems: list[Problem] = []
        with no_search():
            files = read_files(self._root, problems)
            path = None if problems or self._kept_in is None else self._kept_in / self._name(files)
            base = self._from_before(path, files) if path and path.exists() else None
            return base or articles_in(files, problems), path

    def _from_before(self, path: Path, files: Files) -> KnowledgeBase | None:
        try:
            base, self._counted = unpacked(path.read_bytes(), read_vectors(files.get(VECTORS) or ""))
        except (OSError, ValueError) as error:
            log.warning("questions_not_kept", extra={"reason": str(error)[:200]})
            return None
        return base

    def _count(self, articles: Sequence[Article], reader: Reader) -> Counted:
        if self._counted is None:
            self._counted = self._fresh = count(articles, reader)
        counted, self._counted = self._counted, None
        return counted

    def _name(self, files: Files) -> str:
        """The name of the file that keeps what is made of these texts by this program."""
        short = {form: meanings[-1].meaning for form, meanings in self._short.items()}
        made_of = sha256(json.dumps([files, short], sort_keys=True).encode())
        for source in _sources():
            made_of.update(source.read_bytes())
        return f"{_NAME}{made_of.hexdigest()[:32]}.json"


def _sources() -> Iterable[Path]:
    """The files of the program that say how articles are read and counted."""
    home = Path(core.__file__).parent
    return sorted(path for pattern in _MAKERS for path in home.glob(pattern))
