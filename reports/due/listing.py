"""What is due as a list, as the shell prints it: each matter, who answers for it, who hears of it when."""

from collections.abc import Iterator, Mapping
from datetime import date

from core.due.matters import Matter, urgency
from core.due.telling import closed, in_charge, named
from core.texts import Speech, lines, say
from reports.due.reading import DueNow
from reports.due.words import matter_line
from reports.people import listed, unit_name


def due_list(found: DueNow, names: Mapping[int, str], person: int | None = None) -> Speech:
    """Everything that is due, most urgent first; of one person what they answer for."""
    matters = [
        each
        for each in sorted(found.matters, key=urgency)
        if not closed(each, found.setting) and (person is None or person in _ears(each, found))
    ]
    if not matters:
        return say("due-none")
    title = say("due-title", tenant=found.tenant.name, day=found.today, count=len(matters))
    blocks = [lines(matter_line(each, found.today), *_below(each, found, names)) for each in matters]
    return lines(title, *blocks)


def _ears(matter: Matter, found: DueNow) -> tuple[int, ...]:
    return in_charge(matter, found.setting) or found.setting.staff.managers


def _below(matter: Matter, found: DueNow, names: Mapping[int, str]) -> Iterator[Speech]:
    """Two lines: who is in charge, and the days on which somebody is told from today on."""
    setting, known = found.setting, found.figures
    units = [unit_name(known.catalogue, known.tenant, code, found.today) for code in matter.units]
    people = [names.get(each, str(each)) for each in in_charge(matter, setting)]
    away = [names.get(each, str(each)) for each in named(matter, setting.staff) if each in setting.staff.away]
    yield say(
        "due-owners",
        units=listed(units) if units else say("due-no-unit"),
        people=listed(people) if people else say("due-nobody"),
    )
    if away:
        yield say("due-away", people=listed(away))
    coming = [each for each in setting.stages_of(matter) if each.day >= found.today]
    if coming:
        told = [say(f"due-stage-{each.audience}", day=_day(each.day)) for each in coming]
        yield say("due-stages", days=lines(*told, separator=", "))


def _day(day: date) -> str:
    return f"{day.day}/{day.month}"
