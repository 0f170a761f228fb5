"""All content as it was read, before it is checked: each model with the document it came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain

from core.catalogue.calendar import CalendarYear
from core.catalogue.fact_types import FactType, FieldSpec, Option
from core.catalogue.parse import Parsed
from core.catalogue.plan_options import LISTS, plan_options
from core.catalogue.plans import Group, Plan, Roster, Schedule, TenantSpec, UnitSpec
from core.catalogue.salvage import Salvaged
from core.catalogue.vocabulary import Groups, OptionList, OptionLists
from core.instruments.retail import RetailScales


@dataclass
class Sources:
    """What the files hold. `broken` names the folders with a file that could not be read.

    A name from a broken folder cannot be called unknown: it may stand in the file that failed.
    """

    fact_types: list[Parsed[FactType]] = field(default_factory=list)
    plans: list[Parsed[Plan]] = field(default_factory=list)
    rosters: list[Parsed[Roster]] = field(default_factory=list)
    tenants: list[Parsed[TenantSpec]] = field(default_factory=list)
    options: list[Parsed[OptionLists]] = field(default_factory=list)
    groups: list[Parsed[Groups]] = field(default_factory=list)
    schedule: list[Parsed[Schedule]] = field(default_factory=list)
    calendar: list[Parsed[CalendarYear]] = field(default_factory=list)
    retail_scales: list[Parsed[RetailScales]] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    #: plans with mistakes in them, without these
    salvaged: list[Salvaged[Plan]] = field(default_factory=list)

    def types(self) -> dict[str, FactType]:
        return {each.model.code: each.model for each in self.fact_types}

    def lists(self) -> dict[str, OptionList]:
        return {one.code: one for each in self.options for one in each.model.lists}

    def options_of(self, field: FieldSpec) -> tuple[Option, ...]:
        """The options of a field: its own, or those of the list it names; none if there is no such list."""
        made = plan_options(field.options_from, (each.model for each in self.plans))
        if made is not None:
            return made
        shared = self.lists().get(field.options_from or "")
        return shared.options if shared else field.options

    def list_names(self) -> list[str]:
        """Every name that `options_from` of a field can have."""
        return [*self.lists(), *LISTS]

    def named_groups(self) -> dict[str, Group]:
        return {one.code: one for each in self.groups for one in each.model.groups}

    def named_rosters(self) -> dict[str, Roster]:
        return {each.model.code: each.model for each in self.rosters}

    def units_for(self, plan: str) -> dict[str, UnitSpec]:
        """The units of the tenants that carry out a plan."""
        tenants = (each.model for each in self.tenants if plan in each.model.plans)
        return {unit.code: unit for tenant in tenants for unit in tenant.units}

    def place_kinds(self) -> set[str]:
        return {place.kind for each in self.tenants for place in each.model.places}

    def codes_of(self, kind: str) -> set[str]:
        """The codes of all places ("place") or all units ("unit")."""
        if kind == "unit":
            return {unit.code for each in self.tenants for unit in each.model.units}
        return {place.code for each in self.tenants for place in each.model.places}

    def target_codes(self) -> set[str]:
        """The codes of all targets of all plans."""
        return {target.code for each in self.plans for target in each.model.targets}

    def option_codes(self) -> set[str]:
        """Every code a condition can ask for: options, places and their kinds, units."""
        own = (self.options_of(f) for each in self.fact_types for f in each.model.fields)
        shared = (one.options for one in self.lists().values())
        options = {option.code for option in chain.from_iterable(chain(own, shared))}
        return options | self.codes_of("place") | self.codes_of("unit") | self.place_kinds()

    def knows(self, folder: str, code: str, known: Iterable[str] | Mapping[str, object]) -> bool:
        """Whether a name exists, or might exist in a file that could not be read."""
        return folder in self.broken or code in known
