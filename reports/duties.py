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
    month, day = (int(part) for part in duty.due.split("-"))
    return say("progress-duty-due", day=f"{day}/{month}")
