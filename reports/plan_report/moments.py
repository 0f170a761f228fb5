"""The moment a report on a plan is of."""

from datetime import date, datetime

from core.errors import SettingsError
from core.indicators.facts import Moment
from core.periods import day_bounds, local_date
from core.spans import Span


def moment_for(span: Span, day: date | None, now: datetime, zone: str) -> Moment:
    """The day the report counts to, and until when what was recorded is known.

    With a day that is what was known at its end. Else it is today, for a time that is over its last day; and
    all that is known now, so that what was reported late is in it. Raises SettingsError for what is still to
    come, and a day outside the time.
    """
    today = local_date(now, zone)
    if span.first > today:
        raise SettingsError(f"{span.first} is still to come; it is {today} there")
    if day is None:
        return Moment(min(today, span.last), now)
    if day > today:
        raise SettingsError(f"{day} is still to come; it is {today} there")
    if not span.first <= day <= span.last:
        raise SettingsError(f"{day} is not between {span.first} and {span.last}")
    return Moment(day, min(day_bounds(day, zone)[1], now))
