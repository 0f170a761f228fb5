"""Named sets that indicators use: groups of codes for filters, rosters for denominators."""

from typing import Literal

from pydantic import Field

from core.catalogue.fact_types import Code, Strict
from core.catalogue.moments import Day
from core.texts import Label


class Group(Strict):
    """A named set of codes that filters use: `subject in @nscl`."""

    code: Code
    label: Label
    members: tuple[Code, ...] = Field(min_length=1)


class Member(Strict):
    """One entry of a roster, from when to when it belongs to it."""

    code: Code
    name: str
    since: Day | None = None
    until: Day | None = None


class Roster(Strict):
    """A named list that can be a denominator. Empty is a warning: an admin must fill it."""

    code: Code
    label: Label
    #: what its members are; the codes of places and units are those of the tenants
    of: Literal["place", "unit", "person", "product"] = "place"
    #: for people: the duty that makes somebody a member, as `assignment` reports name it
    duty: Code | None = None
    members: tuple[Member, ...] = ()
