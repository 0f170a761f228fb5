"""The smallest content that has everything once, and what becomes of it when one thing is changed."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from core.catalogue import Catalogue
from core.catalogue.check import check_content
from core.catalogue.problems import Problem

_FOLDER = Path(__file__).parent / "small"

#: path below content/ -> text
SMALL: Mapping[str, str] = MappingProxyType(
    {
        path.relative_to(_FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(_FOLDER.rglob("*.yaml"))
    }
)

PLAN_FILE = "plans/p1.yaml"
MEETING_FILE = "fact_types/meeting.yaml"
TENANT_FILE = "tenants/xa.yaml"
ROSTER_FILE = "rosters/halls.yaml"
OPTIONS_FILE = "vocabulary/options.yaml"
GROUPS_FILE = "vocabulary/groups.yaml"
SCHEDULE_FILE = "calendar/schedule.yaml"


def small() -> Catalogue:
    """The unchanged content."""
    catalogue, _ = check_content(SMALL)
    assert catalogue is not None
    return catalogue


def changed(file: str, old: str, new: str) -> tuple[dict[str, str], int]:
    """The content with the first `old` of one file replaced, and the line on which the change begins."""
    text = SMALL[file]
    assert old in text, f"{old!r} is not in {file}"
    start = text.index(old)
    return {**SMALL, file: text.replace(old, new, 1)}, text.count("\n", 0, start) + 1


def problems_when(file: str, old: str, new: str) -> list[Problem]:
    """All problems after that change."""
    return check_content(changed(file, old, new)[0])[1]
