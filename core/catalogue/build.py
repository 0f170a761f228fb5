"""What was read -> the catalogue: shared lists put into the fields that take their options from them."""

from types import MappingProxyType

from core.catalogue import Catalogue
from core.catalogue.calendar import working_days
from core.catalogue.check_fact_types import AREAS
from core.catalogue.fact_types import FactType
from core.catalogue.plans import Schedule
from core.catalogue.sources import Sources


def build(sources: Sources) -> Catalogue:
    """The catalogue, kinds of report in the order of menus. Checks build it too, of content with errors."""
    kinds = [_resolved(each.model, sources) for each in sources.fact_types]
    plans = {each.model.code: each.model for each in sources.plans}
    areas = sources.lists().get(AREAS)
    schedule = sources.schedule[0].model if sources.schedule else Schedule(jobs={})
    return Catalogue(
        fact_types=MappingProxyType({k.code: k for k in sorted(kinds, key=lambda k: (k.order, k.code))}),
        plans=MappingProxyType(plans),
        groups=MappingProxyType(sources.named_groups()),
        rosters=MappingProxyType(sources.named_rosters()),
        tenants=MappingProxyType({each.model.code: each.model for each in sources.tenants}),
        schedule=schedule,
        calendar=working_days(each.model for each in sources.calendar),
        targets=MappingProxyType({t.code: (plan, t) for plan in plans.values() for t in plan.targets}),
        areas=areas.options if areas else (),
        retail_scales=sources.retail_scales[0].model if sources.retail_scales else None,
    )


def _resolved(kind: FactType, sources: Sources) -> FactType:
    fields = tuple(f.model_copy(update={"options": sources.options_of(f)}) for f in kind.fields)
    return kind.model_copy(update={"fields": fields})
