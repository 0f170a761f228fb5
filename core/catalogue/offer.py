"""What one tenant is offered of the kinds of report: what belongs to its level and to its own plans."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from core.catalogue.fact_types import FactType, FieldSpec, Level, Option
from core.catalogue.plan_options import plan_options
from core.catalogue.plans import Plan


def offered(kinds: Iterable[FactType], level: Level, plans: Iterable[Plan]) -> Mapping[str, FactType]:
    """The kinds of report of a tenant of that level with those plans, by code, in the order given.

    Left out are kinds, fields and options of other levels, options made of other plans, and what then makes
    no sense: a field without options or one asked after a field that is left out, checks and keys that name
    one. A kind whose required field has no options left is not offered at all.
    """
    own = tuple(plans)
    found = (_kind(kind, level, own) for kind in kinds if _at(level, kind))
    return MappingProxyType({kind.code: kind for kind in found if kind is not None})


def _kind(kind: FactType, level: Level, plans: tuple[Plan, ...]) -> FactType | None:
    fields: dict[str, FieldSpec] = {}
    for field in kind.fields:
        if not _at(level, field) or (field.when and field.when.field not in fields):
            continue
        options = tuple(_options(field, level, plans))
        by = field.place_kinds_by if field.place_kinds_by and field.place_kinds_by.field in fields else None
        if options or not field.options:
            fields[field.code] = field.model_copy(update={"options": options, "place_kinds_by": by})
        elif field.required and field.when is None:
            return None
    kept = {code: field for code, field in fields.items() if fields.keys() >= set(field.operands())}
    return kind.model_copy(
        update={
            "fields": tuple(kept.values()),
            "checks": tuple(check for check in kind.checks if check.fields() <= kept.keys()),
            "dedupe": tuple(code for code in kind.dedupe if code in kept),
        }
    )


def _options(field: FieldSpec, level: Level, plans: tuple[Plan, ...]) -> Iterator[Option]:
    made = plan_options(field.options_from, plans)
    return (option for option in (field.options if made is None else made) if _at(level, option))


def _at(level: Level, thing: FactType | FieldSpec | Option) -> bool:
    return not thing.levels or level in thing.levels
