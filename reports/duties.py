"""Reports that a plan obliges to, in words."""

from core.catalogue.plans import Duty
from core.texts import Speech, lines, say


def duty_line(duty: Duty) -> Speech:
    """What is to be sent, by when each year, and to whom."""
    due = _due(duty)
    to = lines(*duty.to, separator="; ")
    return say("progress-duty", name=duty.name, due=due, to=to) if duty.to else lines(duty.name, due)


def _due(duty: Duty) -> Speech:
    if duty.every == "adhoc":
        return say("progress-duty-adhoc")
    if duty.due is None:
        return say("progress-duty-yearly")
    due = say("progress-duty-due", day=_short(duty.due))
    if duty.moved is None:
        return due
    year, day = duty.moved
    return lines(due, say("progress-duty-moved", year=str(year), day=_short(day)), separator="; ")


def _short(due: str) -> str:
    month, day = (int(part) for part in due.split("-"))
    return f"{day}/{month}"
