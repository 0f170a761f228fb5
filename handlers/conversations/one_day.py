"""Days that somebody types beside a form: one, or the first and the last."""

import re
from datetime import date, timedelta

from core.answers import Read, Unsure, read_answer
from core.catalogue.fact_types import FieldSpec, FieldType
from core.dialogue.known import Known
from core.folding import clean
from core.spans import Span
from core.texts import Label

_NAMELESS = Label("", "")
_DAY = FieldSpec(code="day", type=FieldType.DATE, label=_NAMELESS, prompt=_NAMELESS)
#: a day as it stands in a line of two: 1/7, 01-07-2026
_WRITTEN = re.compile(r"\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?", re.ASCII)
#: a day without its year that is farther off was more likely over and a slip
_AHEAD = timedelta(days=200)
_COMING = _DAY.model_copy(update={"future": True})


def one_day(text: str, known: Known, *, future: bool = False) -> date | None:
    """The day a text names, one to come too with `future`; None for several days, and anything else."""
    if future:
        span = days_to_come(text, known)
        return span.first if span and span.first == span.last else None
    read = read_answer(_DAY, text, known.setting({}))
    value = str(read.value) if isinstance(read, Read) else ""
    return date.fromisoformat(value) if value and "/" not in value else None


def days_to_come(text: str, known: Known, *, later: bool = False) -> Span | None:
    """The day or the days from one to another that a text names, where days to come are asked for.

    Of several readings ("3/1" on 28/12 may be of two years) the only one that is not over is meant,
    where it comes within some months. Where today cannot be meant (`later`), a weekday said on such a day is
    the one of the next week.
    """
    read = read_answer(_COMING, text, known.setting({}))
    if isinstance(read, Read):
        return _stored(str(read.value))
    spans = [_stored(str(value)) for _, value in read.readings] if isinstance(read, Unsure) else []
    coming = [span for span in spans if known.today <= span.last and span.first <= known.today + _AHEAD]
    if later and len(coming) > 1:
        coming = [span for span in coming if known.today < span.last]
    alike = len({span.first == span.last for span in spans}) == 1
    return coming[0] if alike and len(coming) == 1 else None


def _stored(value: str) -> Span:
    first, _, last = value.partition("/")
    return Span(date.fromisoformat(first), date.fromisoformat(last or first))


def several_days(text: str, known: Known) -> Span | None:
    """From one day to another; from one day until now. Without a year the days are the latest that fit."""
    days = [day for written in _WRITTEN.findall(clean(text)) if (day := one_day(written, known)) is not None]
    if len(days) == 1:
        days.append(known.today)
    return Span(days[0], days[1]) if len(days) == 2 and days[0] <= days[1] <= known.today else None
