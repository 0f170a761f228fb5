"""Days as they are stored: "2026-05-14", or first and last of some days, "2026-05-06/2026-05-07"."""

import re
from datetime import date

_STORED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:/([0-9]{4}-[0-9]{2}-[0-9]{2}))?")


def days_of(value: object) -> tuple[date, date] | None:
    """First and last day of a stored value (the same for one day); None if it is not one."""
    match = _STORED.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return None
    try:
        first = date.fromisoformat(match[1])
        return first, date.fromisoformat(match[2]) if match[2] else first
    except ValueError:
        return None


def stored_days(first: date, last: date) -> str:
    """The value for these days."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
