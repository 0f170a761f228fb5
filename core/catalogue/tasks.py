"""The work a plan hands out: tasks, and their steps with the months they run through."""

import re
from typing import Annotated, Literal

from pydantic import Field

from core.catalogue.fact_types import Code, Strict
from core.catalogue.moments import Day, Month
from core.texts import Label

#: one part of a plan: the plan's code, a hyphen, a number; "DC1-5a", "BN-A-I1"
ItemCode = Annotated[str, Field(pattern=r"^[A-Z0-9]+(-[A-Za-z0-9.]+)+$", max_length=30)]

#: a name people use for something; a comma parts such names in a workbook
Term = Annotated[str, Field(pattern=r"^[^,]+$")]


class Step(Strict):
    """One step of a task. `starts` to `ends` are months, both included; null where the plan gives none."""

    #: its number within the task, "1"
    code: Annotated[str, Field(pattern=r"^[a-z0-9]+$", max_length=4)]
    name: Label
    #: what the plan itself calls it, in short, and then other words people use for it
    also: tuple[Term, ...] = ()
    kind: Literal["work", "approval", "procurement", "broadcast", "acceptance"] = "work"
    starts: Month | None = None
    ends: Month | None = None

    @property
    def term(self) -> str:
        """What the plan itself calls it."""
        return self.also[0] if self.also else self.name.vi


class Task(Strict):
    """One task of a plan. Its window and those of its steps are kept apart: sources contradict themselves."""

    code: ItemCode
    section: str
    name: Label
    #: other names people use for it
    also: tuple[Term, ...] = ()
    #: unit code in charge; null where the plan names none
    owner: Code | None = None
    partners: tuple[Label, ...] = ()
    starts: Day | None = None
    ends: Day | None = None
    #: codes of the targets it helps
    serves: tuple[str, ...] = ()
    output: Label | None = None
    #: a detailed plan of its own is still to be drawn up
    sub_plan: bool = False
    #: how its services are bought, where the plan says so
    procurement: Label | None = None
    note: Label | None = None
    steps: tuple[Step, ...] = ()

    def option(self) -> str:
        """The code by which reports name the task: BG-I1 is bg_i1."""
        return option_code(self.code)

    def step_option(self, step: Step) -> str:
        """The code by which reports name one of its steps: step 1 of BG-I1 is bg_i1_1."""
        return option_code(self.code, step.code)


def option_code(*parts: str) -> str:
    """Codes of plans, tasks and lines as the code of an option: in lower case, joined with single _."""
    return "_".join(re.findall(r"[a-z0-9]+", "-".join(parts).lower()))
