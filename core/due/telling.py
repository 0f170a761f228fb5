"""Who is told what now: every matter and all that was told and answered in, the things to tell out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.catalogue.reminders import Reminders
from core.due.answers import ENDING, Replied, Reply
from core.due.matters import Audience, Kind, Matter, urgency
from core.due.stages import Reached, Stage, next_up, reached, stages
from core.working_days import WorkingDays

#: what was missed longer ago than this is not even told as missed
MISSED_DAYS = 14

Told = tuple[str, int, str, date]


@dataclass(frozen=True, slots=True)
class Staff:
    """Who may be told, by id. `officers` by the code of their unit; `above` are those of the level above.

    Who is on leave is `away` and hears nothing; the others of their unit do, or else the managers.
    """

    officers: Mapping[str, tuple[int, ...]]
    managers: tuple[int, ...] = ()
    above: tuple[int, ...] = ()
    away: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What was told before, and the last answer of each person about each matter."""

    told: Collection[Told] = ()
    replies: Mapping[tuple[int, str], Replied] = field(default_factory=dict)

    def says(self, person: int, matter: Matter, reply: Reply) -> bool:
        """Whether this was the person's last answer about it."""
        found = self.replies.get((person, matter.key))
        return found is not None and found.reply is reply

    def about(self, matter: Matter, *replies: Reply) -> tuple[Replied, ...]:
        """Everybody's last answer about it that is one of these."""
        return tuple(
            each for (_, key), each in self.replies.items() if key == matter.key and each.reply in replies
        )


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to tell a person: `stage.day` is the day on which it was due to be told.

    `again`: they asked to hear of it on that day. `skipped`: it is too late to tell. `alone`: those in charge
    cannot take it. `doing`: why somebody said that it takes time. `ahead`: who hears of it next, and when.
    """

    matter: Matter
    person: int
    stage: Stage
    again: bool = False
    skipped: bool = False
    alone: bool = False
    doing: str = ""
    ahead: tuple[Stage, ...] = ()

    @property
    def told_as(self) -> Told:
        """What is told once: its kind, the person, the matter, the day."""
        return self.matter.kind.value, self.person, self.matter.key, self.stage.day


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides besides the matters themselves."""

    staff: Staff
    standing: Standing
    reminders: Reminders
    calendar: WorkingDays
    today: date
    #: of matters of one kind and day, which have them in common
    _stages: dict[tuple[Kind, date], tuple[Stage, ...]] = field(default_factory=dict, compare=False)

    def stages_of(self, matter: Matter) -> tuple[Stage, ...]:
        """All stages of a matter, in order of their days."""
        found = self._stages.get((matter.kind, matter.due))
        if found is None:
            found = stages(matter.due, self.reminders.of(matter.kind), self.calendar)
            self._stages[matter.kind, matter.due] = found
        return found


def named(matter: Matter, staff: Staff) -> tuple[int, ...]:
    """Those who answer for a matter, whether they are there or not."""
    of_units = (person for unit in matter.units for person in staff.officers.get(unit, ()))
    return matter.people or tuple(dict.fromkeys(of_units))


def in_charge(matter: Matter, setting: Setting) -> tuple[int, ...]:
    """Those of them who are not on leave and did not say that it is not theirs."""
    staff, standing = setting.staff, setting.standing
    return tuple(
        person
        for person in named(matter, staff)
        if person not in staff.away and not standing.says(person, matter, Reply.NOT_MINE)
    )


def closed(matter: Matter, setting: Setting) -> bool:
    """Whether nothing is left to remind of: it is done, or somebody who may answer about it said so."""
    return matter.done or bool(setting.standing.about(matter, *ENDING))


def items(matters: Sequence[Matter], setting: Setting) -> tuple[Item, ...]:
    """All that is to be told today and was not, most urgent first; what is skipped is among it."""
    found: dict[Told, Item] = {}
    last: dict[tuple[int, str], date] = {}
    for _, person, key, day in setting.standing.told:
        last[person, key] = max(day, last.get((person, key), day))
    for matter in sorted(matters, key=urgency):
        if closed(matter, setting):
            continue
        for item in _items(matter, setting):
            # a clock that was put back brings no earlier stage again; who stands in need not know what the
            # others were told before they left, but hears at once of what none of them takes
            stands_in = item.alone and not setting.standing.about(matter, Reply.NOT_MINE)
            heard = (item.person, *(named(matter, setting.staff) if stands_in else ()))
            if all(last.get((person, matter.key), date.min) < item.stage.day for person in heard):
                found.setdefault(item.told_as, item)
    return tuple(found.values())


def _items(matter: Matter, setting: Setting) -> Iterator[Item]:
    policy, staff = setting.reminders.of(matter.kind), setting.staff
    crew = in_charge(matter, setting)
    ears = {
        Audience.OFFICER: crew or staff.managers,
        Audience.MANAGER: staff.managers,
        Audience.ABOVE: staff.above,
    }
    days = setting.stages_of(matter)
    ahead = next_up(days, setting.today)
    for audience, people in ears.items():
        come = reached(days, policy, audience, setting.today)
        if come is None:
            continue
        for person in people:
            stage = _his_stage(person, matter, come, audience, setting)
            if stage is None or person in staff.away:
                continue
            again = stage != come.stage
            handed = not crew and bool(setting.standing.about(matter, Reply.NOT_MINE))
            yield Item(
                matter,
                person,
                stage,
                again=again,
                skipped=come.skipped and not again and not handed,
                alone=audience is Audience.OFFICER and not crew,
                doing=doing(matter, setting),
                ahead=ahead,
            )


def _his_stage(
    person: int, matter: Matter, come: Reached, audience: Audience, setting: Setting
) -> Stage | None:
    """The stage, or the day to which the person put it off; None before that day."""
    reply = setting.standing.replies.get((person, matter.key))
    until = reply.until if reply is not None and reply.reply is Reply.LATER else None
    if until is None or until <= come.stage.day:
        return come.stage
    if setting.today < until:
        return None
    return Stage(until, audience, late=until > matter.due)


def doing(matter: Matter, setting: Setting) -> str:
    """The last reason that somebody gave for the time it takes."""
    said = setting.standing.about(matter, Reply.DOING)
    return max(said, key=lambda each: each.at).text if said else ""


def worth_telling(item: Item, today: date) -> bool:
    """Of what is skipped, that which is so recent that somebody may miss it."""
    return not item.skipped or item.stage.day >= today - timedelta(days=MISSED_DAYS)
