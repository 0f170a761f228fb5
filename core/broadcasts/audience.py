"""To whom a message goes, as data: groups of people that are put together, and groups that are left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from core.catalogue.fact_types import Role

#: what people are picked by, one of several each; what else holds of somebody or not stands in Group itself
Dimension = Literal["role", "unit", "place", "kind", "trade", "commune"]
DIMENSIONS: tuple[Dimension, ...] = ("role", "unit", "place", "kind", "trade", "commune")
#: what is picked by among the people of the level below, whose units and places are their own
DIMENSIONS_BELOW: tuple[Dimension, ...] = ("role", "kind", "commune")
#: instead of codes of communes: every one below
ALL_COMMUNES = "*"
#: groups of one audience, on either side
MOST_GROUPS = 6
#: days within which a verification runs out that may be asked for; 0: it has run out
EXPIRES = (0, 7, 30, 90)


@dataclass(frozen=True, slots=True)
class Group:
    """People who are all of this: one of the roles, and one of the units, and so on. What is empty narrows
    nothing; of a group that is empty altogether nobody is one, so that none begun by mistake means all.

    `kind` are codes of org_types, `trade` trades as they are written in the register. `commune` are codes of
    tenants below the one that writes: without any, its own people are meant, with some, only theirs.
    `silent`: officers who have reported nothing this week; `quiet`: people of a commune from which nothing
    came this week. `expires`: a verification of theirs ends within so many days. `got` is a
    message that reached them, `unread` one that did and that they have not acknowledged: their numbers.
    """

    role: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    trade: tuple[str, ...] = ()
    commune: tuple[str, ...] = ()
    silent: bool = False
    quiet: bool = False
    expires: int | None = None
    got: int | None = None
    unread: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was picked yet: then it is nobody."""
        return self == Group()

    @property
    def goes_below(self) -> bool:
        """Whether people of the level below are meant."""
        return bool(self.commune)

    def picked(self, dimension: Dimension) -> tuple[str, ...]:
        """What it is narrowed to by one dimension."""
        found: tuple[str, ...] = getattr(self, dimension)
        return found

    def toggled(self, dimension: Dimension, values: Sequence[str]) -> "Group":
        """With these values of a dimension, or without them where they were picked.

        All communes and some of them exclude each other: what is ticked last holds.
        """
        before = self.picked(dimension)
        if dimension == "commune" and (ALL_COMMUNES in before) != (ALL_COMMUNES in values):
            before = ()
        if values and set(values) <= set(before):
            return self._with(dimension, tuple(value for value in before if value not in values))
        return self._with(dimension, tuple(dict.fromkeys((*before, *values))))

    def _with(self, dimension: Dimension, values: tuple[str, ...]) -> "Group":
        match dimension:
            case "role":
                return replace(self, role=values)
            case "unit":
                return replace(self, unit=values)
            case "place":
                return replace(self, place=values)
            case "kind":
                return replace(self, kind=values)
            case "trade":
                return replace(self, trade=values)
            case "commune":
                # nothing is of a commune that none was picked of
                return replace(self, commune=values, quiet=self.quiet and bool(values))

    def as_json(self) -> dict[str, Any]:
        """What is stored of it: only what narrows it."""
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in told.items()
            if value is not None and value is not False and value != ()
        }

    @staticmethod
    def from_json(stored: Mapping[str, Any]) -> "Group":
        """Read back what `as_json` wrote."""
        group = Group(
            silent=bool(stored.get("silent", False)),
            expires=stored.get("expires"),
            got=stored.get("got"),
            unread=stored.get("unread"),
        )
        for dimension in DIMENSIONS:
            group = group.toggled(dimension, tuple(stored.get(dimension, ())))
        return replace(group, quiet=bool(stored.get("quiet", False)) and group.goes_below)


@dataclass(frozen=True, slots=True)
class Audience:
    """Everybody of one of the `groups`, but nobody of one of those `without`.

    The last group of either side is the one that is being put together. `incident` is the number of the
    incident with personal data of which they are told: the law lets everybody know whom it concerns, so that
    who had their data restricted is told as well.
    """

    groups: tuple[Group, ...] = ()
    without: tuple[Group, ...] = ()
    incident: int | None = None

    @property
    def chosen(self) -> bool:
        """Whether somebody said to whom it goes."""
        return not all(group.is_empty for group in self.groups)

    @property
    def goes_below(self) -> bool:
        """Whether a group of it means people of the level below."""
        return any(group.goes_below for group in self.groups)

    @property
    def follows(self) -> int | None:
        """The message of whose receivers it consists, if it does."""
        first = self.groups[0] if self.groups else Group()
        return first.got or first.unread

    def last(self, *, without: bool) -> Group:
        """The group that is being put together on one side."""
        side = self.without if without else self.groups
        return side[-1] if side else Group()

    def changed(self, group: Group, *, without: bool) -> "Audience":
        """With this as the last group of that side."""
        if without:
            return replace(self, without=(*self.without[:-1], group))
        return replace(self, groups=(*self.groups[:-1], group))

    def begun(self, *, without: bool) -> "Audience":
        """With one more group on that side, to be put together; the same where there are enough of them."""
        side = self.without if without else self.groups
        if len(side) >= MOST_GROUPS or (side and side[-1].is_empty):
            return self
        if without:
            return replace(self, without=(*self.without, Group()))
        return replace(self, groups=(*self.groups, Group()))

    def tidy(self) -> "Audience":
        """Without groups that were begun and not narrowed to anybody, each group once."""

        def kept(side: tuple[Group, ...]) -> tuple[Group, ...]:
            return tuple(each for each in dict.fromkeys(side) if not each.is_empty)

        return replace(self, groups=kept(self.groups), without=kept(self.without))

    def as_json(self) -> dict[str, Any]:
        """What is stored of it."""
        told = {"incident": self.incident} if self.incident is not None else {}
        return {
            "groups": [each.as_json() for each in self.groups],
            "without": [each.as_json() for each in self.without],
            **told,
        }

    @staticmethod
    def from_json(stored: Mapping[str, Any]) -> "Audience":
        """Read back what `as_json` wrote."""
        return Audience(
            tuple(Group.from_json(each) for each in stored.get("groups", ())),
            tuple(Group.from_json(each) for each in stored.get("without", ())),
            stored.get("incident"),
        )


#: the audiences one tap away
EVERYBODY = Audience((Group(role=tuple(role.value for role in Role)),))
OFFICERS = Audience((Group(role=(Role.OFFICER.value,)),))
HOUSEHOLDS = Audience((Group(role=(Role.HOUSEHOLD.value,)),))
SILENT = Audience((Group(role=(Role.OFFICER.value,), silent=True),))
READY_MADE: Mapping[str, Audience] = {
    "everybody": EVERYBODY,
    "officers": OFFICERS,
    "households": HOUSEHOLDS,
    "silent": SILENT,
}
_HEADS = (Role.MANAGER.value, Role.ADMIN.value)
_ALL_BELOW = replace(EVERYBODY.groups[0], commune=(ALL_COMMUNES,))
#: those of a level that has others below it: its own people with all of theirs, and some of theirs
READY_BELOW: Mapping[str, Audience] = {
    "all-levels": Audience((*EVERYBODY.groups, _ALL_BELOW)),
    "heads-below": Audience((Group(role=_HEADS, commune=(ALL_COMMUNES,)),)),
    "officers-below": Audience((Group(role=(Role.OFFICER.value,), commune=(ALL_COMMUNES,)),)),
    "quiet-below": Audience(
        (Group(role=(Role.OFFICER.value, *_HEADS), commune=(ALL_COMMUNES,), quiet=True),)
    ),
}
