"""What is due in the tenants below one, for its people: by tenant, the worst first, of many only some."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.due.matters import Audience, Matter, urgency
from core.due.telling import Item, closed, doing
from core.texts import Speech, lines, say
from reports.due.reading import DueNow, read_due
from reports.due.words import left, left_days
from reports.people import clipped, listed, unit_name
from storage.queries.weekly import TenantFound, find_tenant

#: a message names so many tenants, and so many matters in all of them, but one of each at least
PLACES, MATTERS = 5, 6
_NAME = 80


@dataclass(frozen=True, slots=True)
class DueBelow:
    """What is to be told of one tenant to people of the level above, most urgent first."""

    tenant: TenantFound
    code: str
    catalogue: Catalogue
    today: date
    items: tuple[Item, ...]

    @property
    def current(self) -> tuple[Item, ...]:
        """Without what is too late to be told."""
        return tuple(each for each in self.items if not each.skipped)

    def of(self, person: int) -> "DueBelow":
        """What one person is to be told of it."""
        return replace(self, items=tuple(each for each in self.items if each.person == person))


@dataclass(frozen=True, slots=True)
class Below:
    """What a message tells of the level below: the tenants it names, worst first, and how much more there is.

    `places` tenants with `matters` things in all are only counted; `skipped` was too late to be told.
    """

    shown: tuple[DueBelow, ...] = ()
    places: int = 0
    matters: int = 0
    skipped: int = 0

    @property
    def all_places(self) -> int:
        return len(self.shown) + self.places

    @property
    def all_matters(self) -> int:
        return self.matters + sum(len(each.current) for each in self.shown)


#: there is nothing to tell of the level below
NOTHING = Below()


def read_below(session: Session, catalogue: Catalogue, code: str, now: datetime) -> DueBelow | None:
    """What is to be told now of the tenant of this code to the level above; None where there is nothing."""
    tenant = find_tenant(session, code)
    if tenant is None:
        return None
    found = read_due(session, catalogue, tenant, code, now)
    own = {each.id for each in found.members}
    return of_tenant(found, [each for each in found.to_tell() if each.person not in own])


def of_tenant(found: DueNow, items: Iterable[Item]) -> DueBelow | None:
    """These things of a tenant as they are told above it; None for nothing."""
    figures, told = found.figures, tuple(items)
    if not told:
        return None
    return DueBelow(found.tenant, figures.tenant, figures.catalogue, found.today, told)


def late_for_above(found: DueNow) -> tuple[Matter, ...]:
    """What is open in a tenant and has gone up to the level above, most urgent first."""
    return tuple(
        each
        for each in sorted(found.matters, key=urgency)
        if not closed(each, found.setting)
        and any(
            stage.audience is Audience.ABOVE and stage.day <= found.today
            for stage in found.setting.stages_of(each)
        )
    )


def worst_first(found: Iterable[DueBelow]) -> tuple[DueBelow, ...]:
    """By what is due for longest, then by how much there is; what is too late to be told comes last."""

    def rank(each: DueBelow) -> tuple[date, int, str]:
        current = each.current
        return min((item.matter.due for item in current), default=date.max), -len(current), each.tenant.name

    return tuple(sorted(found, key=rank))


def shortened(found: Sequence[DueBelow]) -> Below:
    """Of tenants in order, what a message shows of them."""
    current = [each for each in found if each.current]
    rest = current[PLACES:]
    return Below(
        tuple(current[:PLACES]),
        len(rest),
        sum(len(each.current) for each in rest),
        sum(len(each.items) - len(each.current) for each in found),
    )


def place_blocks(below: Below) -> tuple[Speech, ...]:
    """A block for each tenant that is named, and a line for the others."""
    most = max(1, MATTERS // len(below.shown)) if below.shown else 0
    rest = say("digest-places-more", count=below.matters, places=below.places) if below.places else None
    return (*(_place(each, most) for each in below.shown), *((rest,) if rest else ()))


def _place(each: DueBelow, most: int) -> Speech:
    current = each.current
    oldest = min(item.matter.due for item in current)
    more = len(current) - most
    return lines(
        say(
            "digest-place",
            tenant=clipped(each.tenant.name),
            count=len(current),
            left=left_days(oldest, each.today),
        ),
        *(
            late_line(item.matter, item.doing, each.catalogue, each.code, each.today)
            for item in current[:most]
        ),
        say("digest-place-more", count=more) if more > 0 else None,
    )


def late_line(matter: Matter, reason: str, catalogue: Catalogue, tenant: str, today: date) -> Speech:
    """What it is, since when it is late, whose it is; below it why it takes time."""
    units = [unit_name(catalogue, tenant, code, today) for code in matter.units]
    return lines(
        say(
            "digest-place-line",
            name=matter.name,
            left=left(matter, today),
            units=listed(units, most=2) if units else say("due-no-unit"),
        ),
        say("due-doing", reason=clipped(reason, _NAME)) if reason else None,
    )


def late_lines(found: DueNow, matters: Sequence[Matter]) -> tuple[Speech, ...]:
    """A line for each of these matters of a tenant."""
    known = found.figures
    return tuple(
        late_line(each, doing(each, found.setting), known.catalogue, known.tenant, found.today)
        for each in matters
    )


def late_below(session: Session, catalogue: Catalogue, code: str, now: datetime) -> Speech | None:
    """What went up to this tenant from each one below it, as the chat shows it; None for nothing."""
    blocks = []
    for below in catalogue.below(code):
        tenant = find_tenant(session, below)
        found = read_due(session, catalogue, tenant, below, now) if tenant else None
        late = late_for_above(found) if found else ()
        if found and late:
            blocks.append(place_lines(found, late, len(late)))
    return lines(*blocks, separator="\n\n") if blocks else None


def place_lines(found: DueNow, shown: Sequence[Matter], count: int) -> Speech:
    """What is late in one tenant below: its name, how much there is, and a line for each that is shown."""
    title = say("due-below-place-title", tenant=clipped(found.tenant.name), day=found.today, count=count)
    return lines(title, *late_lines(found, shown))
