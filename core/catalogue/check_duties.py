"""Checks of the duties to report: each has a time that fits it and a target that exists."""

from collections.abc import Iterator

from core.catalogue.check_plans import check_codes
from core.catalogue.documents import Path
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources


def check_duties(sources: Sources) -> Iterator[Problem]:
    """All problems of the duties of all plans."""
    yield from check_codes(sources, "duties", "duty")
    targets = sources.target_codes()
    for parsed in sources.plans:
        for index, duty in enumerate(parsed.model.duties):
            path: Path = ("duties", index)
            if duty.every == "adhoc" and duty.due is not None:
                what = f"{duty.code} is due whenever asked for and on {duty.due} of each year"
                yield parsed.document.problem((*path, "due"), what, "remove due:, or write every: year")
            if duty.target is not None and not sources.knows("plans", duty.target, targets):
                what = f"no target has the code {quoted(duty.target)}"
                yield parsed.document.problem((*path, "target"), what, choose(duty.target, targets))
