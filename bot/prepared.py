"""Spares a start the reading and counting of articles that are as they were at the one before.

What came of it is kept as JSON in a file that is named after all it was made of: the texts, the short forms
and the program that read them. Where anything of these differs another file is meant, and a file that cannot
be read, or not be written, is none; so is one that is not to the letter as it was written under that name:
people are told what stands in it.
"""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

import core
from bot.articles import Files, read_files, sound_articles
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
#: bytes of such a file at most: thousands of articles take less
_MOST = 256 * 1024 * 1024


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
        """What the files hold, without articles that something is wrong with: these are logged, with file and
        line, and what would be asked of them goes to people. No message waits until they are mended.
        """
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
            _write(path, sealed(path.name, packed(base, fresh)))
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
            kept = self._from_before(path, files) if path else None
            if kept is not None:
                return kept, path
            base, wrong = sound_articles(files)
        errors = [*map(str, problems), *wrong]
        if errors:
            log.error("articles_left_out", extra={"reason": "\n".join(errors)})
        # what is wrong is to be logged at the next start, too
        return base, None if errors else path

    def _from_before(self, path: Path, files: Files) -> KnowledgeBase | None:
        try:
            if path.stat().st_size > _MOST:
                raise ValueError("it is too long to be one")
            kept = opened(path.name, path.read_bytes())
            base, self._counted = unpacked(kept, read_vectors(files.get(VECTORS) or ""))
        except FileNotFoundError:
            return None
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


def sealed(name: str, kept: bytes) -> bytes:
    """The content of a file of this name: a line that tells of its name and of every byte, then `kept`."""
    return _seal(name, kept) + b"\n" + kept


def opened(name: str, content: bytes) -> bytes:
    """What was kept in a file of this name. Raises ValueError where its content is not what was written."""
    seal, _, kept = content.partition(b"\n")
    if seal != _seal(name, kept):
        raise ValueError("it is not as it was written")
    return kept


def _seal(name: str, kept: bytes) -> bytes:
    made_of = sha256(name.encode())
    made_of.update(kept)
    return made_of.hexdigest().encode()


def _write(path: Path, content: bytes) -> None:
    """The whole file or, where that fails, nothing, and nothing beside it."""
    with NamedTemporaryFile(dir=path.parent, prefix=_NAME, suffix=".part", delete=False) as part:
        written = Path(part.name)
        try:
            part.write(content)
            part.flush()
            written.replace(path)
        except OSError:
            written.unlink(missing_ok=True)
            raise


def _sources() -> Iterable[Path]:
    """The files of the program that say how articles are read and counted."""
    home = Path(core.__file__).parent
    return sorted(path for pattern in _MAKERS for path in home.glob(pattern))
