"""Checks of budgets: sums that add up, lines that pay for tasks that exist."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core.catalogue.budgets import BudgetLine
from core.catalogue.documents import Path
from core.catalogue.parse import Parsed
from core.catalogue.plans import Plan
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources


def check_budgets(sources: Sources) -> Iterator[Problem]:
    """All problems of the budgets of all plans."""
    for parsed in sources.plans:
        budget = parsed.model.budget
        if budget is None:
            continue
        path: Path = ("budget", "lines")
        yield from _check_sum(parsed, path, "the budget", budget.total, budget.lines)
        lines = list(_with_paths(path, budget.lines))
        yield from _check_codes(parsed, lines)
        for where, line in lines:
            name = f"the line {line.code}"
            yield from _check_sum(parsed, (*where, "lines"), name, line.amount, line.lines)
            yield from _check_task(parsed, where, line)


def _with_paths(path: Path, lines: Sequence[BudgetLine]) -> Iterator[tuple[Path, BudgetLine]]:
    for index, line in enumerate(lines):
        yield (*path, index), line
        yield from _with_paths((*path, index, "lines"), line.lines)


def _check_sum(
    parsed: Parsed[Plan], path: Path, name: str, total: float | None, lines: Sequence[BudgetLine]
) -> Iterator[Problem]:
    """The lines against what they are to add up to. Lines without amounts may make up what is missing."""
    if total is None or not lines:
        return
    wanted = Decimal(str(total))
    found = sum((Decimal(str(line.amount)) for line in lines if line.amount is not None), Decimal(0))
    blank = [line.code for line in lines if line.amount is None]
    what = f"{name} is {_money(wanted)} and the lines under it add up to {_money(found)}"
    if found > wanted or (found < wanted and not blank):
        yield parsed.document.problem(path, what, "correct an amount, or leave the unknown ones empty")
    elif blank:
        what = f"no split given of {name}: {', '.join(blank)} without an amount"
        yield parsed.document.problem(path, what, "an admin fills in amounts once decided", "warning")


def _money(amount: Decimal) -> str:
    return f"{amount.normalize():,f} million"


def _check_codes(parsed: Parsed[Plan], lines: Sequence[tuple[Path, BudgetLine]]) -> Iterator[Problem]:
    """Reports name a line by its option, in which I.1 and i-1 are the same."""
    first: dict[str, Path] = {}
    for path, line in lines:
        option = line.option(parsed.model.code)
        if option in first:
            before = parsed.document.line(first[option])
            what = f"the line {quoted(line.code)} twice (first on line {before})"
            yield parsed.document.problem((*path, "code"), what, "give it a code of its own or remove it")
        first.setdefault(option, (*path, "code"))


def _check_task(parsed: Parsed[Plan], path: Path, line: BudgetLine) -> Iterator[Problem]:
    tasks = [task.code for task in parsed.model.tasks]
    if line.task is not None and line.task not in tasks:
        what = f"no task of {parsed.model.code} has the code {quoted(line.task)}"
        yield parsed.document.problem((*path, "task"), what, choose(line.task, tasks))
