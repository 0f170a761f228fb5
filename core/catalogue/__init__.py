"""What the bot knows: read from content/ by bot.content, frozen, the same for the whole run."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from core.catalogue.fact_types import FactType, Option
from core.catalogue.offer import offered
from core.catalogue.plans import Group, Plan, Roster, Schedule, Target, TenantSpec
from core.instruments.retail import RetailScales
from core.working_days import WorkingDays
from core.working_time import OfficeHours


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
    calendar: WorkingDays = field(default_factory=WorkingDays)
    #: the groups of the report menu, in their order; FactType.area names one
    areas: tuple[Option, ...] = ()
    #: the name that an organisation's other names count under, by the folded name; filled in by `settled`
    same_orgs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    #: what may be missing beside a check weight; None where nothing says
    retail_scales: RetailScales | None = None
    #: by tenant, as `for_tenant` makes them
    _views: dict[str, "Catalogue"] = field(default_factory=dict, init=False, repr=False, compare=False)

    def plans_of(self, tenant: str) -> tuple[Plan, ...]:
        """The plans a tenant carries out, in its own order; none of one that the content has no longer."""
        spec = self.tenants.get(tenant)
        return tuple(self.plans[code] for code in spec.plans) if spec else ()

    def office_hours(self) -> OfficeHours:
        """When offices are open."""
        return OfficeHours(self.schedule.office.opens, self.schedule.office.closes, self.calendar)

    def for_tenant(self, tenant: str) -> "Catalogue":
        """The same content with the kinds of report that this tenant is offered (core.catalogue.offer).

        For menus and forms; figures, receipts and stored reports are read with the whole catalogue. Made once
        for each tenant.
        """
        if tenant not in self._views:
            spec = self.tenants[tenant]
            kinds = offered(self.fact_types.values(), spec.level, self.plans_of(tenant))
            self._views[tenant] = replace(self, fact_types=kinds)
        return self._views[tenant]

    def below(self, tenant: str) -> tuple[str, ...]:
        """The tenants whose level above is this one."""
        return tuple(code for code, each in self.tenants.items() if each.parent == tenant)

    def with_children(self, tenant: str) -> tuple[str, ...]:
        """The tenant and all below it: what they report is also the upper one's."""
        return (tenant, *(found for code in self.below(tenant) for found in self.with_children(code)))
