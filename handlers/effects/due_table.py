"""The effects about what is due, for the table of all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.calendar_effects import (
    AddDay,
    DecideDay,
    DropDay,
    SetDeadline,
    SetHours,
    ShowCalendar,
    ShowHours,
    ShowSetDays,
)
from core.dialogue.due_effects import (
    AnswerDue,
    ShowDue,
    ShowDueBelow,
    ShowDues,
    ShowPlacesBelow,
    TakeLeave,
)
from core.dialogue.steps import Message
from handlers.context import Context
from handlers.effects import calendar, calendar_hours, dues, dues_below

DUE_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    ShowDues: dues.show_all,
    ShowDue: dues.show_one,
    AnswerDue: dues.answer,
    ShowPlacesBelow: dues_below.show_places,
    ShowDueBelow: dues_below.show_one,
    TakeLeave: dues.take_leave,
    ShowCalendar: calendar.show,
    AddDay: calendar.add,
    ShowSetDays: calendar.show_set,
    DropDay: calendar.drop,
    DecideDay: calendar.decide_day,
    SetDeadline: calendar.set_deadline,
    ShowHours: calendar_hours.show,
    SetHours: calendar_hours.set_hours,
}
