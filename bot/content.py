"""Reads content/ and locales/ from the disk. What is in the files is judged by core.catalogue."""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from core.catalogue import Catalogue
from core.catalogue.check import FILES, FOLDERS, OPTIONAL, OPTIONAL_FOLDERS, check_content
from core.catalogue.locales import Parsed, read_locales
from core.catalogue.problems import Problem, quoted
from core.errors import ContentError
from core.texts import LOCALES, Texts

_HOME = Path(__file__).resolve().parent.parent

#: the content and the locales that come with the program
CONTENT = _HOME / "content"
LOCALE_FILES = _HOME / "locales"

#: how many problems an error names; the rest is for `tiendo check`
_NAMED = 5


def read_catalogue(
    root: Path = CONTENT, instead: Mapping[str, str] = MappingProxyType({})
) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue of the folder `root`, None if there is an error; and every problem of every file.

    `instead` holds texts by their path below `root`: they stand for the files there, or beside them.
    """
    problems: list[Problem] = []
    names = {path.relative_to(root).as_posix(): path for path in _content_files(root)}
    texts = {
        name: read_text(path, f"content/{name}", problems)
        for name, path in names.items()
        if name not in instead
    }
    catalogue, found = _checked(tuple({**texts, **instead}.items()))
    problems += [*found, *_misnamed(root)]
    if catalogue is not None:
        problems += _time_zones(catalogue)
    is_wrong = any(problem.severity == "error" for problem in problems)
    return None if is_wrong else catalogue, sorted(problems)


@lru_cache(maxsize=2)
def _checked(files: tuple[tuple[str, str | None], ...]) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    """The same texts make the same catalogue: as they are, and as they would be with what is brought in."""
    catalogue, problems = check_content(dict(files))
    return catalogue, tuple(problems)


def load_catalogue(root: Path = CONTENT) -> Catalogue:
    """The catalogue of the folder `root`. Raises ContentError naming the first problems."""
    catalogue, problems = read_catalogue(root)
    if catalogue is None:
        raise _refusal(problems)
    return catalogue


def check_texts(root: Path = LOCALE_FILES) -> list[Problem]:
    """Every problem of the locale files below `root`."""
    return list(_known(root)[1])


def read_texts(root: Path = LOCALE_FILES) -> Texts:
    """All locale files below `root`, ready to render. Raises ContentError naming the first problems."""
    texts, problems = _known(root)
    if texts is None:
        raise _refusal(problems)
    return texts


def _known(root: Path) -> tuple[Texts | None, Sequence[Problem]]:
    return _shipped() if root == LOCALE_FILES else _judged(root)


@cache
def _shipped() -> tuple[Texts | None, Sequence[Problem]]:
    """The files that come with the program stay as they are while it runs."""
    return _judged(LOCALE_FILES)


def _judged(root: Path) -> tuple[Texts | None, Sequence[Problem]]:
    parsed, problems = _locales(root)
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    return Texts({locale: list(files.values()) for locale, files in parsed.items()}), problems


def _locales(root: Path) -> tuple[Parsed, list[Problem]]:
    problems: list[Problem] = []
    files: dict[str, dict[str, str]] = {}
    for locale in LOCALES:
        files[locale] = {}
        for path in sorted((root / locale).glob("*.ftl")):
            name = f"locales/{locale}/{path.name}"
            text = read_text(path, name, problems)
            if text is not None:
                files[locale][name] = text
        if not files[locale] and not problems:
            problems.append(Problem(f"locales/{locale}/", 1, "there are no texts", "add the .ftl files"))
    parsed, found = read_locales(files)
    return parsed, problems + found


def _content_files(root: Path) -> list[Path]:
    folders = [p for folder in (*FOLDERS, *OPTIONAL_FOLDERS) for p in (root / folder).glob("*.yaml")]
    return sorted({*folders, *(root / file for file in (*FILES, *OPTIONAL) if (root / file).exists())})


def read_text(path: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of a file. None if it cannot be read, and why is added to `problems` under that name."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        problems.append(Problem(name, line, "not UTF-8", "save the file as UTF-8"))
    except OSError as error:
        problems.append(Problem(name, 1, f"not readable: {error.strerror}", "check the file and its rights"))
    return None


def _misnamed(root: Path) -> list[Problem]:
    """Files that look like content and are not read."""
    return [
        Problem(
            f"content/{path.relative_to(root).as_posix()}",
            1,
            "not read",
            "end its name with .yaml",
            "warning",
        )
        for folder in (*FOLDERS, *OPTIONAL_FOLDERS)
        for path in sorted((root / folder).glob("*.yml"))
    ]


def _time_zones(catalogue: Catalogue) -> list[Problem]:
    problems = []
    for tenant in catalogue.tenants.values():
        try:
            ZoneInfo(tenant.timezone)
        except (OSError, ValueError, KeyError):
            what = f"no time zone is called {quoted(tenant.timezone)}"
            file = f"content/tenants/{tenant.code}.yaml"
            problems.append(Problem(file, 1, what, "write one such as Asia/Ho_Chi_Minh"))
    return problems


def _refusal(problems: Sequence[Problem]) -> ContentError:
    errors = [problem for problem in problems if problem.severity == "error"]
    rest = len(errors) - _NAMED
    tail = [f"... and {rest} more"] if rest > 0 else []
    lines = [*map(str, errors[:_NAMED]), *tail, "Run `tiendo check` to list all of them."]
    return ContentError("\n".join(lines))
