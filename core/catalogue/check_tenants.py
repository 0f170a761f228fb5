"""Checks of tenants: units and places told apart, and what they name exists."""

from collections.abc import Iterator, Mapping

from core.catalogue.check_words import alike, twice
from core.catalogue.documents import Path
from core.catalogue.fact_types import Role
from core.catalogue.parse import Parsed
from core.catalogue.plans import PlaceSpec, TenantSpec, UnitSpec
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources
from core.permissions import FIXED, Action


def check_tenants(sources: Sources) -> Iterator[Problem]:
    """All problems of all tenants."""
    plans = {each.model.code for each in sources.plans}
    parents = {each.model.code: each.model.parent for each in sources.tenants}
    for parsed in sources.tenants:
        yield from _check_names(parsed)
        yield from _check_units(parsed)
        yield from _check_parent(parsed, parents, sources)
        yield from _check_permissions(parsed)
        for index, plan in enumerate(parsed.model.plans):
            if not sources.knows("plans", plan, plans):
                what = f"no plan is called {quoted(plan)}"
                yield parsed.document.problem(("plans", index), what, choose(plan, plans))
        codes = ((("plans", i), code) for i, code in enumerate(parsed.model.plans))
        yield from twice(parsed.document, codes, "the plan")
        if parsed.model.sample:
            what, do = "a sample tenant: its places are invented", "replace it before real use"
            yield parsed.document.problem(("sample",), what, do, "warning")


def _check_names(parsed: Parsed[TenantSpec]) -> Iterator[Problem]:
    tenant, document = parsed.model, parsed.document
    named: dict[str, tuple[UnitSpec | PlaceSpec, ...]] = {"units": tenant.units, "places": tenant.places}
    for key, things in named.items():
        noun = key.removesuffix("s")
        names = [((key, i), one.code, (one.name, *one.also)) for i, one in enumerate(things)]
        yield from twice(document, (((*path, "code"), code) for path, code, _ in names), f"the {noun}")
        yield from alike(document, names, noun)


def _check_units(parsed: Parsed[TenantSpec]) -> Iterator[Problem]:
    successors = {unit.code: unit.successor for unit in parsed.model.units}
    for index, unit in enumerate(parsed.model.units):
        path: Path = ("units", index)
        if unit.since and unit.until and unit.until < unit.since:
            what = f"the unit {quoted(unit.code)} ends before it begins"
            yield parsed.document.problem((*path, "until"), what, "correct since or until")
        if unit.successor is None:
            continue
        where = (*path, "successor")
        if unit.successor not in successors:
            what = f"no unit has the code {quoted(unit.successor)}"
            yield parsed.document.problem(where, what, choose(unit.successor, successors))
        elif _returns(unit.code, successors):
            what = f"the unit {quoted(unit.code)} is, in the end, its own successor"
            yield parsed.document.problem(where, what, "remove successor: from one of them")
        if unit.until is None:
            what = f"the unit {quoted(unit.code)} has a successor and no last day"
            yield parsed.document.problem(where, what, "add until:")


def _check_parent(
    parsed: Parsed[TenantSpec], parents: Mapping[str, str | None], sources: Sources
) -> Iterator[Problem]:
    code, parent = parsed.model.code, parsed.model.parent
    if parent is None:
        return
    if not sources.knows("tenants", parent, parents):
        what = f"no tenant has the code {quoted(parent)}"
        yield parsed.document.problem(("parent",), what, choose(parent, parents))
    elif _returns(code, parents):
        what = f"the tenant {quoted(code)} is, in the end, its own parent"
        yield parsed.document.problem(("parent",), what, "remove parent: from one of them")


def _check_permissions(parsed: Parsed[TenantSpec]) -> Iterator[Problem]:
    """Officials only, and always the admins: nobody locks the last one out who could undo it."""
    known = [action.value for action in Action if action not in FIXED]
    for name, roles in parsed.model.permissions.items():
        where: Path = ("permissions", name)
        if name not in known:
            what = f"{quoted(name)} is no action whose roles a tenant may choose"
            yield parsed.document.problem(where, what, choose(name, known))
        elif Role.HOUSEHOLD in roles:
            what = f"{quoted(name)} is nothing for households"
            yield parsed.document.problem(where, what, "remove household")
        elif Role.ADMIN not in roles:
            what = f"nobody could give {quoted(name)} back to the admins"
            yield parsed.document.problem(where, what, "add admin")


def _returns(code: str, steps: Mapping[str, str | None]) -> bool:
    """Whether going from one to the next ever comes back to where it began."""
    seen: set[str] = set()
    here = steps.get(code)
    while here is not None and here != code and here not in seen:
        seen.add(here)
        here = steps.get(here)
    return here == code
