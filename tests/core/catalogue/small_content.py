"""The smallest content that has everything once, and what becomes of it when one thing is changed."""

from collections.abc import Mapping
from types import MappingProxyType

from core.catalogue import Catalogue
from core.catalogue.check import check_content
from core.catalogue.problems import Problem

PLAN = """\
code: P1
title: {vi: Kế hoạch, en: Plan}
issuer: {vi: Xã, en: Commune}
starts: 2026-01-01
ends: 2030-12-31
targets:
  - code: P1-1
    section: II.1
    name: {vi: Họp, en: Meet}
    unit: {vi: cuộc, en: meetings}
    indicator: sum(meeting.people where kind in @own in year)
    goals:
      - {value: 20, years: [2026, 2030]}
    owner: office
"""

MEETING = """\
code: meeting
receipt: HP
icon: "x"
label: {vi: Họp, en: Meeting}
help: {vi: Ghi cuộc họp., en: Meetings.}
reporters: {officer: confirmed}
fields:
  - code: kind
    type: choice
    options_from: kinds
    label: {vi: Loại, en: Kind}
    prompt: {vi: Họp gì, en: Which}
  - code: date
    type: date
    label: {vi: Ngày, en: Day}
    prompt: {vi: Hôm nào, en: When}
  - code: who
    type: tally
    options_from: kinds
    label: {vi: Ai, en: Who}
    prompt: {vi: Ai dự, en: Who came}
  - code: people
    type: integer
    formula: total(who)
    label: {vi: Số người, en: People}
  - code: late
    type: integer
    when: {field: kind, any_of: [outer]}
    label: {vi: Muộn, en: Late}
    prompt: {vi: Mấy người muộn, en: How many late}
checks:
  - left: late
    op: "<="
    right: people
    message: {vi: Sai số, en: Too many}
dedupe: [kind, date]
also: [cuộc họp]
"""

TENANT = """\
code: xa
name: xã
plans: [P1]
units:
  - {code: office, name: Văn phòng}
places:
  - {code: hall, name: Hội trường, kind: house}
"""

SMALL: Mapping[str, str] = MappingProxyType(
    {
        "plans/p1.yaml": PLAN,
        "fact_types/meeting.yaml": MEETING,
        "tenants/xa.yaml": TENANT,
        "rosters/halls.yaml": "code: halls\nlabel: {vi: Nhà, en: Halls}\nmembers:\n"
        "  - {code: hall, name: Hội trường}\n",
        "vocabulary/options.yaml": "lists:\n  - code: kinds\n    label: {vi: Loại, en: Kinds}\n    options:\n"
        "      - {code: inner, label: {vi: Trong, en: Inner}}\n"
        "      - {code: outer, label: {vi: Ngoài, en: Outer}, also: [bên ngoài]}\n",
        "vocabulary/groups.yaml": "groups:\n  - code: own\n    label: {vi: Nhà, en: Own}\n"
        "    members: [inner]\n",
        "calendar/schedule.yaml": 'jobs:\n  weekly_summary: {weekday: 5, at: "16:00"}\n',
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
