"""Days, months and hours as authors write them: read strictly, because YAML and pydantic would guess."""

import re
from calendar import monthrange
from datetime import date, time
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticKnownError


def _written_as_day(value: object) -> object:
    # Left to itself pydantic would read a bare number as seconds since 1970.
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError(f'"{value[:40]}" is not a date; write it as 2026-11-14')
    return value


#: a calendar day, "2026-11-14"
Day = Annotated[date, BeforeValidator(_written_as_day)]


_CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"


def _written_as_clock(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(_CLOCK, value):
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": _CLOCK})
    return value


#: a time of day as people write it, "07:30"
Clock = Annotated[time, BeforeValidator(_written_as_clock)]

#: a month of a year, "2023-02"; months compare as their texts do
Month = Annotated[str, Field(pattern=r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])$")]


def _written_as_day_of_a_year(value: object) -> object:
    try:
        day = date.fromisoformat(f"2023-{value}")
    except ValueError:
        day = None
    if not isinstance(value, str) or day is None or len(value) != len("11-14"):
        raise ValueError(f'"{str(value)[:40]}" is no day of every year; write month and day, e.g. 11-14')
    return value


#: a day that every year has, "11-14"
YearDay = Annotated[str, BeforeValidator(_written_as_day_of_a_year)]


def first_day(month: str) -> date:
    """The first day of a `Month`."""
    return date.fromisoformat(f"{month}-01")


def last_day(month: str) -> date:
    """The last day of a `Month`."""
    first = first_day(month)
    return first.replace(day=monthrange(first.year, first.month)[1])


def months(starts: str, ends: str) -> list[str]:
    """Every `Month` from the first to the last, both included."""
    first, last = first_day(starts), first_day(ends)
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in numbers]


def month_of(day: date) -> str:
    """The `Month` a day is in."""
    return f"{day.year:04}-{day.month:02}"
