"""What was read -> the catalogue: shared lists put into the fields that take their options from them."""

from types import MappingProxyType

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, FieldSpec
from core.catalogue.plans import Schedule
from core.catalogue.sources import Sources
from core.catalogue.vocabulary import OptionList


def build(sources: Sources) -> Catalogue:
    """The catalogue, kinds of report in the order of menus. Checks build it too, of content with errors."""
    lists = sources.lists()
    kinds = [_resolved(each.model, lists) for each in sources.fact_types]
    plans = {each.model.code: each.model for each in sources.plans}
    schedule = sources.schedule[0].model if sources.schedule else Schedule(jobs={})
    return Catalogue(
        fact_types=MappingProxyType({k.code: k for k in sorted(kinds, key=lambda k: (k.order, k.code))}),
        plans=MappingProxyType(plans),
        groups=MappingProxyType(sources.named_groups()),
        rosters=MappingProxyType(sources.named_rosters()),
        tenants=MappingProxyType({each.model.code: each.model for each in sources.tenants}),
        schedule=schedule,
        targets=MappingProxyType({t.code: (plan, t) for plan in plans.values() for t in plan.targets}),
    )


def _resolved(kind: FactType, lists: dict[str, OptionList]) -> FactType:
    fields = tuple(_with_options(field, lists) for field in kind.fields)
    return kind.model_copy(update={"fields": fields})


def _with_options(field: FieldSpec, lists: dict[str, OptionList]) -> FieldSpec:
    shared = lists.get(field.options_from or "")
    return field.model_copy(update={"options": shared.options}) if shared else field
