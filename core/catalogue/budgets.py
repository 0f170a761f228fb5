"""A plan's money: its total, where it comes from, and the lines it is split into. Million dong throughout."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from core.catalogue.fact_types import Strict
from core.catalogue.tasks import option_code
from core.texts import Label

#: a line's number as the plan's annex has it, "I.1"
LineCode = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$", max_length=30)]


class BudgetLine(Strict):
    """One line, or a group of lines. `amount` is null where the plan gives none of its own."""

    code: LineCode
    name: Label
    amount: Annotated[float, Field(ge=0)] | None = None
    #: code of the task it pays for
    task: str | None = None
    note: Label | None = None
    lines: tuple["BudgetLine", ...] = ()

    def option(self, plan: str) -> str:
        """The code by which reports name the line: I.1 of the plan BG is bg_i_1."""
        return option_code(self.full_code(plan))

    def full_code(self, plan: str) -> str:
        """Its number with the plan's code in front: "BG-I.1"."""
        return f"{plan}-{self.code.removeprefix(f'{plan}-')}"

    def all(self) -> Iterator["BudgetLine"]:
        """The line and every line under it, in the order of the plan."""
        yield self
        for line in self.lines:
            yield from line.all()


class Budget(Strict):
    """`total` without lines: the plan splits it nowhere. Sources without a total: it names no sum."""

    total: Annotated[float, Field(ge=0)] | None = None
    sources: tuple[Label, ...] = ()
    lines: tuple[BudgetLine, ...] = ()

    def all_lines(self) -> Iterator[BudgetLine]:
        """Every line at every depth, in the order of the plan."""
        for line in self.lines:
            yield from line.all()
