"""Checks of plans: carried out by somebody, in order, and each of their targets."""

from collections.abc import Iterator
from dataclasses import replace

from core.catalogue.build import build
from core.catalogue.check_targets import check_target
from core.catalogue.check_words import twice
from core.catalogue.documents import Document, Path
from core.catalogue.parse import Parsed
from core.catalogue.plans import Plan
from core.catalogue.problems import Problem, quoted
from core.catalogue.sources import Sources
from core.catalogue.tasks import option_code


def check_plans(sources: Sources) -> Iterator[Problem]:
    """All problems of all plans, but those of tasks, money, parameters and duties."""
    catalogue = build(sources)
    for parsed in sources.plans:
        yield from _check_plan(parsed, sources)
        yield from _check_phases(parsed)
        for index, _ in enumerate(parsed.model.targets):
            yield from check_target(parsed, index, sources, catalogue)
    yield from check_codes(sources, "targets", "target")


def check_codes(sources: Sources, key: str, noun: str) -> Iterator[Problem]:
    """The things below one key of plans: no code twice in any plan, each beginning with its plan's.

    Reports name them by options, so codes that make the same option are the same.
    """
    first: dict[str, tuple[Document, Path]] = {}
    for parsed in sources.plans:
        plan, document = parsed.model.code, parsed.document
        for index, thing in enumerate(getattr(parsed.model, key)):
            path: Path = (key, index, "code")
            code: str = thing.code
            option = option_code(code)
            if option in first:
                before, there = first[option]
                what = f"the {noun} {quoted(code)} twice (first at {before.place(there)})"
                yield replace(document.problem(path, what, "give it a code of its own"), as_written=True)
            first.setdefault(option, (document, path))
            if not code.startswith(f"{plan}-"):
                what = f"the {noun} {quoted(code)} stands in the plan {plan}"
                yield document.problem(path, what, f"begin its code with {plan}-")


def _check_plan(parsed: Parsed[Plan], sources: Sources) -> Iterator[Problem]:
    plan, document = parsed.model, parsed.document
    if plan.ends and plan.ends < plan.starts:
        yield document.problem(("ends",), "the plan ends before it starts", "correct starts or ends")
    if "tenants" in sources.broken:
        return
    tenants = [each.model for each in sources.tenants if plan.code in each.model.plans]
    if not tenants:
        what = f"no tenant carries out the plan {quoted(plan.code)}"
        yield document.problem(("code",), what, "name it under plans: of a tenant", "warning")
    for tenant in tenants:
        if tenant.level != plan.level:
            what = (
                f"a plan of the level {plan.level}, carried out by {tenant.code} of the level {tenant.level}"
            )
            yield document.problem(("level",), what, "correct level: of the plan or of the tenant", "warning")


def _check_phases(parsed: Parsed[Plan]) -> Iterator[Problem]:
    plan, document = parsed.model, parsed.document
    codes = ((("phases", i, "code"), phase.code) for i, phase in enumerate(plan.phases))
    yield from twice(document, codes, "the phase")
    for index, phase in enumerate(plan.phases):
        path: Path = ("phases", index)
        if phase.ends < phase.starts:
            what = f"the phase {quoted(phase.code)} ends before it starts"
            yield document.problem((*path, "ends"), what, "correct starts or ends")
        elif phase.starts < plan.starts or (plan.ends is not None and phase.ends > plan.ends):
            what = f"the phase {quoted(phase.code)} is not within the plan"
            yield document.problem(path, what, "correct it, unless the plan itself says so", "warning")
