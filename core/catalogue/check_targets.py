"""Checks of targets: each has what its kind needs, owners that exist, an indicator that can be computed."""

from collections.abc import Iterator

from core.catalogue import Catalogue
from core.catalogue.check_goals import goal_findings, repeated
from core.catalogue.check_indicators import check_indicator
from core.catalogue.check_offered import unoffered
from core.catalogue.check_units import check_units
from core.catalogue.documents import Path
from core.catalogue.parse import Parsed
from core.catalogue.plans import Plan, Target
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources


def check_target(
    parsed: Parsed[Plan], index: int, sources: Sources, catalogue: Catalogue
) -> Iterator[Problem]:
    """All problems of one target. `catalogue` is built of the same sources."""
    target, document = parsed.model.targets[index], parsed.document
    path: Path = ("targets", index)
    for key, what, do in _kind_findings(target):
        yield document.problem((*path, key), what, do)
    if target.kind == "E" and not target.goals:
        what = f"the explicit target {target.code} has no goal, so it is only tracked"
        yield document.problem(path, what, "add goals: if the plan gives a number", "warning")
    for number, goal in enumerate(target.goals):
        for what, do in goal_findings(goal, parsed.model):
            yield document.problem((*path, "goals", number), what, do)
    for number in repeated(target.goals):
        what = "a second goal of the same time"
        yield document.problem((*path, "goals", number), what, "give it another time, or write op: between")
    yield from _check_people(parsed, index, target, sources)
    for place, code in enumerate(target.linked):
        if not sources.knows("fact_types", code, sources.types()):
            what = f"no kind of report has the code {quoted(code)}"
            yield document.problem((*path, "linked", place), what, choose(code, sources.types()))
    for what, do in unoffered(parsed.model, target, catalogue):
        yield document.problem(path, what, do, "warning")
    yield from _check_indicators(parsed, index, target, sources, catalogue)


def _kind_findings(target: Target) -> Iterator[tuple[str, str, str]]:
    """Keys that the kind needs and lacks, or has and cannot use."""
    measured = target.kind not in ("Q", "H")
    needed = {"indicator": measured, "baseline": target.kind == "H"}
    allowed = {
        "indicator": measured,
        "goals": measured,
        "also": measured,
        "linked": target.kind == "Q",
        "baseline": target.kind == "H",
    }
    for key, is_needed in needed.items():
        if is_needed and getattr(target, key) is None:
            yield (
                key,
                f"{target.code} of the kind {target.kind} has no {key}",
                f"add {key}:, or correct kind:",
            )
    for key, is_allowed in allowed.items():
        if not is_allowed and getattr(target, key):
            what = f"{target.code} of the kind {target.kind} has {key}"
            yield key, what, f"remove {key}:, or correct kind:"


def _check_people(parsed: Parsed[Plan], index: int, target: Target, sources: Sources) -> Iterator[Problem]:
    path: Path = ("targets", index)
    document = parsed.document
    if target.owner is None and target.kind != "H":
        what = f"{target.code} has no owner"
        do = "write owner: a unit, or leave it for an admin to settle"
        yield document.problem((*path, "owner"), what, do, "warning")
    named: list[tuple[Path, str]] = [((*path, "owner"), target.owner)] if target.owner else []
    named += [((*path, "partners", place), code) for place, code in enumerate(target.partners)]
    yield from check_units(parsed, named, sources)


def _check_indicators(
    parsed: Parsed[Plan], index: int, target: Target, sources: Sources, catalogue: Catalogue
) -> Iterator[Problem]:
    path: Path = ("targets", index)
    if target.indicator is not None:
        where = (*path, "indicator")
        yield from check_indicator(parsed, where, target.indicator, target, sources, catalogue)
    for number, side in enumerate(target.also):
        where = (*path, "also", number, "indicator")
        yield from check_indicator(parsed, where, side.indicator, target, sources, catalogue)
