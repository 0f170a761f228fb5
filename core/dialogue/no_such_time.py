"""Times that somebody names and that the calendar does not have: "31/4", "tuần 54", "tháng 13", "quý 5".

A button's code for one begins with `NONE` and says why: `?days.4.30` (April has 30 days), `?weeks.2026.53`.
"""

import re
from collections.abc import Sequence
from datetime import date

from core.answers.calendar import too_late
from core.answers.date_grammar import DateReader
from core.dialogue.known import Known
from core.texts import Text, say
from core.understanding.lexicon import Lexicon

#: how the code begins of a time that no summary is of
NONE = "?"
_MONTHS, _QUARTERS = 12, 4
_CODE = re.compile(r"[?](days|weeks|months|quarters)(?:[.]([0-9]{1,4}(?:-[0-9]{4})?)[.]([0-9]{2}))?")


def no_such_time(text: str, words: Sequence[str], known: Known, lexicon: Lexicon) -> str:
    """The code of what a text names and there is not; empty for any other text.

    `words`: those of the text that say something, without marks.
    """
    said = DateReader(text, known.words.dates, known.words.numbers).said()
    none = too_late(said.points[0]) if said and len(said.points) == 1 else None
    if none is not None:
        return f"{NONE}days.{none[0].replace('/', '-')}.{none[1]}"
    if len(words) < 2 or not words[1].isdecimal():
        return ""
    head, number, dates = words[0], int(words[1][:9]), known.words.dates
    if head in dates.month and len(head) > 1 and not 1 <= number <= _MONTHS:
        return f"{NONE}months"
    if head in lexicon.days.words.quarter and len(head) > 1 and not 1 <= number <= _QUARTERS:
        return f"{NONE}quarters"
    return ""


def weeks_of(year: int) -> int:
    """How many weeks a year has: 52 or 53."""
    return date(year, 12, 28).isocalendar().week


def no_such_week(year: int) -> str:
    """The code of a week that a year does not have."""
    return f"{NONE}weeks.{year}.{weeks_of(year)}"


def why(code: str) -> Text | None:
    """Why there is no such time; None for any other code."""
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    kind, first, second = found.groups()
    match kind:
        case "days" if first:
            return say("time-no-such-day", month=first.replace("-", "/"), days=second)
        case "weeks" if first:
            return say("time-no-such-week", year=first, weeks=second)
        case "months" if not first:
            return say("time-no-such-month")
        case "quarters" if not first:
            return say("time-no-such-quarter")
    return None
