"""One calendar week (Monday to Sunday) of a place: its days, and the moments it begins and ends."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.periods import local_date, week_bounds


@dataclass(frozen=True, slots=True)
class Week:
    """The week that begins on `monday`, in the time zone named `zone`."""

    monday: date
    zone: str

    @staticmethod
    def of(moment: datetime, zone: str) -> "Week":
        """The week in which this moment falls, there."""
        return Week(week_bounds(local_date(moment, zone))[0], zone)

    @property
    def number(self) -> int:
        """The ISO number, 1 to 53: the week belongs to the year of its Thursday."""
        return self.monday.isocalendar().week

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def starts(self) -> datetime:
        """Its first moment."""
        return self.at(self.monday, time())

    @property
    def ends(self) -> datetime:
        """The first moment of the week after."""
        return self.at(self.monday + timedelta(days=7), time())

    def at(self, day: date, clock: time) -> datetime:
        """That time of that day, there."""
        return datetime.combine(day, clock, ZoneInfo(self.zone))
