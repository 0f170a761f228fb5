"""Plan files that an operator hands over, YAML or Excel, and plans that are put among the content."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from bot.content import read_text
from bot.plan_workbook import OLD, ZIP, read_workbook
from core.catalogue.documents import read_document
from core.catalogue.parse import parse
from core.catalogue.plan_lines import PlacedText, placed_text
from core.catalogue.plan_places import Place
from core.catalogue.plan_sheets import read_tables
from core.catalogue.plans import Plan
from core.catalogue.problems import Problem
from core.errors import ContentError

#: far more than any plan needs
_MOST_MB = 5
#: the name of a plan that has no code one could name a file by
_NAMELESS = "_"


@dataclass(frozen=True)
class PlanFile:
    """A plan as it was handed over: its text for the checks, and how its lines are found in the file."""

    name: str
    #: as a plan file would have it; None if the file cannot be read so far
    text: str | None
    #: what is wrong with the file itself, ready to be shown
    problems: tuple[str, ...] = ()
    #: of a workbook
    cells: PlacedText | None = None
    #: the cells that cannot be read
    unread: frozenset[Place] = frozenset()
    #: where among the content the plan belongs
    target: str = f"plans/{_NAMELESS}.yaml"

    def shown(self, problem: Problem) -> str | None:
        """A problem of the checks with its place in this file; None if it follows from one of the file."""
        file = f"content/{self.target}"
        what = re.sub(rf"{re.escape(file)}:(\d+)", lambda found: self._where(int(found[1])), problem.what)
        if problem.file != file:
            return str(Problem(problem.file, problem.line, what, problem.do, problem.severity))
        if self.cells is not None:
            cells, place = self.cells, self.cells.place(problem.line)
            if self._follows(place):
                return None
            what = re.sub(r"\bon line (\d+)", lambda found: f"in {cells.place(int(found[1]))}", what)
        return f"{self._where(problem.line)}: {problem.severity}: {what}; {problem.do}"

    def order(self, problem: Problem) -> tuple[object, ...]:
        """Problems of this file first, from its top to its end."""
        is_own = problem.file == f"content/{self.target}"
        rank = self.cells.place(problem.line).rank if is_own and self.cells is not None else ()
        return not is_own, rank, problem

    def _follows(self, place: Place) -> bool:
        """Whether what is found there may only be so because a cell cannot be read: it, or one of its row."""
        rows = {(cell.sheet, cell.row) for cell in self.unread}
        return place in self.unread or (not place.column and (place.sheet, place.row) in rows)

    def _where(self, line: int) -> str:
        return f"{self.name}:{line}" if self.cells is None else f"{self.name}, {self.cells.place(line)}"


def read_plan_file(path: Path) -> PlanFile:
    """The file, whatever is in it. Raises ContentError, one sentence, when nothing of it can be read."""
    size = path.stat().st_size
    if size > _MOST_MB * 1_000_000:
        raise ContentError(f"{path}: the file has {size // 1_000_000} MB; a plan has less than {_MOST_MB}")
    data = path.read_bytes()
    if data.startswith(OLD):
        do = "save it in Excel as .xlsx, without a password"
        raise ContentError(f"{path}: this is an old Office file, or one with a password; {do}")
    if data.startswith(ZIP):
        return _workbook(path, data)
    if path.suffix.casefold() in (".xlsx", ".xlsm", ".xls"):
        raise ContentError(f"{path}: this is not an Excel file, although its name says so; save it as .xlsx")
    problems: list[Problem] = []
    text = read_text(path, str(path), problems)
    return PlanFile(str(path), text, tuple(map(str, problems)), target=_target(text or ""))


def read_plan(text: str) -> Plan | None:
    """The plan of a plan file's text; None if it cannot be read."""
    document, _ = read_document("", text)
    parsed = parse(Plan, document)[0] if document else None
    return parsed.model if parsed else None


def write_atomically(path: Path, text: str) -> None:
    """Put a text into a file, which is there as it was or as it is to be, even when the power fails."""
    path = path.resolve()
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with new.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _workbook(path: Path, data: bytes) -> PlanFile:
    try:
        reading = read_tables(read_workbook(data))
    except ContentError as error:
        raise ContentError(f"{path}: {error}") from error
    problems = tuple(f"{path}, {each.place}: error: {each.what}; {each.do}" for each in reading.problems)
    if not reading.complete:
        return PlanFile(str(path), None, problems)
    cells = placed_text(reading.data, reading.places)
    unread = frozenset(problem.place for problem in reading.problems)
    return PlanFile(str(path), cells.text, problems, cells, unread, _target(cells.text))


def _target(text: str) -> str:
    document, _ = read_document("", text)
    code = document.data.get("code") if document and isinstance(document.data, dict) else None
    is_code = isinstance(code, str) and re.fullmatch("[A-Z0-9]{1,8}", code)
    return f"plans/{str(code).lower() if is_code else _NAMELESS}.yaml"
