"""Days off in the months ahead, and what the bot does on them: "nghỉ tết", "tết có nhắc không"."""

from datetime import date, timedelta

from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn
from core.texts import Speech, lines, say
from core.working_days import WorkingDays

#: how far ahead is looked, and how many days are named at most: the next Tết is among them
_AHEAD, _MOST = timedelta(days=366), 14


def overview(state: State, known: Known) -> Turn:
    """That nobody is reminded then, when people answer, and which days these are."""
    settled = known.look.settled()
    calendar, hours = settled.calendar, settled.schedule.office
    off = [day for day in calendar.days_off(known.today, known.today + _AHEAD) if not calendar.works(day)]
    text = lines(
        say("days-off-quiet", opens=f"{hours.opens:%H:%M}", closes=f"{hours.closes:%H:%M}"),
        lines(say("days-off-ahead"), *(_day(day, calendar) for day in off[:_MOST])) if off else None,
        separator="\n\n",
    )
    return Turn(state, (Message(text, ((Option(say("menu-button"), "go:menu"),),)),))


def _day(day: date, calendar: WorkingDays) -> Speech:
    key = "calendar-day-off" if calendar.is_settled(day.year) else "calendar-day-expected"
    return say(key, day=day, name=calendar.name(day) or say("calendar-own"))
