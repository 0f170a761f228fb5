"""What the bot knows: read from content/ by bot.content, frozen, the same for the whole run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from core.catalogue.fact_types import FactType
from core.catalogue.plans import Group, Plan, Roster, Schedule, Target, TenantSpec


@dataclass(frozen=True)
class Catalogue:
    """All content by code. `options_from` references are already resolved into options."""

    fact_types: Mapping[str, FactType]
    plans: Mapping[str, Plan]
    groups: Mapping[str, Group]
    rosters: Mapping[str, Roster]
    tenants: Mapping[str, TenantSpec]
    schedule: Schedule
    targets: Mapping[str, tuple[Plan, Target]] = field(default_factory=lambda: MappingProxyType({}))

    def plans_of(self, tenant: str) -> tuple[Plan, ...]:
        """The plans a tenant carries out, in its own order."""
        return tuple(self.plans[code] for code in self.tenants[tenant].plans)
