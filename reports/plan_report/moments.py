"""The moment a report on a plan is of."""

from datetime import date, datetime

from core.errors import SettingsError
from core.indicators.facts import Moment
from core.periods import day_bounds, local_date


def moment_for(year: int | None, day: date | None, now: datetime, zone: str) -> Moment:
    """The day the report counts to, and until when what was recorded is known.

    With a day that is what was known at its end. Else it is today, for a year that is over its last day; and
    all that is known now, so that what was reported late is in it. Raises SettingsError for what is still to
    come, and a day of another year.
    """
    today = local_date(now, zone)
    if day is not None:
        if day > today:
            raise SettingsError(f"{day} is still to come; it is {today} there")
        if year is not None and day.year != year:
            raise SettingsError(f"{day} is not in {year}")
        return Moment(day, min(day_bounds(day, zone)[1], now))
    if year is None or year == today.year:
        return Moment(today, now)
    if not date.min.year <= year < today.year:
        raise SettingsError(f"{year}: there is no report on that year in {today.year}")
    return Moment(date(year, 12, 31), now)
