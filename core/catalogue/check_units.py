"""Checks of the units a plan gives work to: they are units of the tenants that carry it out."""

from collections.abc import Iterable, Iterator

from core.catalogue.documents import Path
from core.catalogue.parse import Parsed
from core.catalogue.plans import Plan
from core.catalogue.problems import Problem, choose, closest, quoted
from core.catalogue.sources import Sources


def check_units(
    parsed: Parsed[Plan], named: Iterable[tuple[Path, str]], sources: Sources
) -> Iterator[Problem]:
    """A problem for each unit of these paths and codes that there is not.

    Of a plan that no tenant carries out so far the units may still be added, so there it is a warning.
    """
    if "tenants" in sources.broken:
        return
    units = sources.units_for(parsed.model.code)
    known = units.keys() if units else sources.codes_of("unit")
    for path, code in named:
        if code in known:
            continue
        if units:
            yield parsed.document.problem(path, f"no unit has the code {quoted(code)}", choose(code, known))
        else:
            what = f"no unit of any tenant has the code {quoted(code)}"
            near = closest(code, known)
            do = f"did you mean {near}?" if near else "add it to the tenant that is to carry out the plan"
            yield parsed.document.problem(path, what, do, "warning")
