"""Days that somebody types beside a form: one, or the first and the last."""

import re
from datetime import date, timedelta

from core.answers import Read, Unsure, read_answer
from core.catalogue.fact_types import FieldSpec, FieldType
from core.dialogue.known import Known
from core.folding import clean
from core.spans import Span
from core.texts import Label
from core.understanding.scene import see

_NAMELESS = Label("", "")
_DAY = FieldSpec(code="day", type=FieldType.DATE, label=_NAMELESS, prompt=_NAMELESS)
#: a day as it stands in a line of two: 1/7, 01-07-2026
_WRITTEN = re.compile(r"(?<!\d)(\d{1,2})([/.\-])(\d{1,2})(?:\2(\d+))?(?!\d)", re.ASCII)
#: day, month, and the year where it was said
_Said = tuple[int, int, int | None]
#: years that data may be of
_TOLD_OF = range(1990, 2100)
#: days that began so long ago are those of this year
_BEGUN = timedelta(days=31)
#: days over the new year, their years not said, are no more; of "10/5 - 1/3" one is a slip
_OVER_NEW_YEAR = timedelta(days=183)
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
    """From one day to another, from one day until now, or a month, quarter or year that is named.

    Without a year the days are the latest that fit; what is still to come of them is left out. None where one
    of the days is none of the calendar.
    """
    written = [found.groups() for found in _WRITTEN.finditer(clean(text))]
    if not written:
        return _period(text, known)
    days = [(int(day), int(month), int(year) if year else None) for day, _, month, year in written]
    if len(days) > 2:
        return None
    today = known.today
    last = _latest(days[1], today, days[0]) if len(days) == 2 else today
    first = _latest(days[0], last) if last is not None else None
    if first is None or last is None or first > min(last, today) or last.year > today.year + 1:
        return None
    over_new_year = len(days) == 2 and days[0][2] is None and first.year < last.year
    if over_new_year and last - first > _OVER_NEW_YEAR:
        return None
    return Span(first, min(last, today))


def period_to_come(text: str, known: Known) -> Span | None:
    """A week or another time that is not over, where a text is only its name."""
    span = _named_period(text, known, alone=True)
    return span if span and known.today <= span.last else None


def _period(text: str, known: Known) -> Span | None:
    """A time said by its name, begun by today."""
    span = _named_period(text, known)
    return span if span and span.first <= known.today else None


def _named_period(text: str, known: Known, *, alone: bool = False) -> Span | None:
    lexicon = known.lexicon()
    scene = see(text, lexicon, known.today) if lexicon else None
    found = [days for days in scene.days if days.period and days.first and days.last] if scene else []
    if scene is None or len(found) != 1 or found[0].first is None or found[0].last is None:
        return None
    whole = found[0].start == 0 and found[0].end == len(scene.words)
    return Span(found[0].first, found[0].last) if whole or not alone else None


def _latest(said: _Said, until: date, since: _Said | None = None) -> date | None:
    """A day as it was said, the latest not after another one where its year was not.

    The last day of some that began (`since`) more than a month ago is this year's, though still to come.
    """
    day, month, year = said
    if year is not None:
        return _of_calendar(day, month, year + 2000 if year < 100 else year)
    if since is not None and since[2] is None and since[1::-1] <= (month, day):
        begun = _of_calendar(since[0], since[1], until.year)
        if begun is not None and begun <= until - _BEGUN:
            return _of_calendar(day, month, until.year)
    now, before = (_of_calendar(day, month, until.year - back) for back in (0, 1))
    return now if now is not None and now <= until else before


def _of_calendar(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day) if year in _TOLD_OF else None
    except ValueError:
        return None
