"""Who belongs to a named list on a day: the members of the content, changed by assignments to a duty."""

from dataclasses import dataclass

from core.catalogue import Catalogue
from core.catalogue.plans import Member
from core.indicators.facts import Ask, FactRow, Facts, Moment
from core.indicators.names import member_called

#: the fact type that gives a duty to people, and its fields
ASSIGNMENT = "assignment"
_DUTY, _PERSON, _REPLACES = "duty", "person", "replaces"


@dataclass(frozen=True, slots=True)
class Membership:
    """The members on a day, and the confirmed assignments that made them so."""

    members: tuple[Member, ...]
    facts: frozenset[int] = frozenset()


def membership(catalogue: Catalogue, facts: Facts, code: str, as_of: Moment) -> Membership:
    """The roster on that day, as it was known at the cut-off.

    For a roster of a duty, assignments are followed in order: who is replaced leaves, who is assigned joins.
    """
    members = list(facts.roster(code, as_of.date))
    roster = catalogue.rosters.get(code)
    if roster is None or roster.duty is None:
        return Membership(tuple(members))
    found = [
        row
        for row in facts.read(Ask(ASSIGNMENT, None, as_of.date, as_of.cutoff))
        if row.confirmed(as_of.cutoff) and row.fields.get(_DUTY) == roster.duty
    ]
    for row in found:
        gone = {member_called(name, members) for name in _names(row, _REPLACES)}
        members = [member for member in members if member.code not in gone]
        for number, name in enumerate(_names(row, _PERSON)):
            if member_called(name, members) is None:
                members.append(Member(code=f"assigned_{row.id}_{number}", name=name))
    return Membership(tuple(members), frozenset(row.id for row in found))


def _names(row: FactRow, field: str) -> list[str]:
    value = row.fields.get(field)
    if isinstance(value, str):
        return [value]
    return value if isinstance(value, list) else []
