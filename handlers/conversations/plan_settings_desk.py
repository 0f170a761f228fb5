"""What the questions about a plan share: the content as it is settled, readings of days, rows of buttons."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.answers import Read, Refused, Unsure, read_answer
from core.answers.names import Named, Names
from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldSpec, FieldType
from core.catalogue.plans import Parameter, Plan, Target, UnitSpec
from core.dialogue.effects import Effect
from core.dialogue.known import Known
from core.dialogue.state import Settling
from core.dialogue.steps import Option, Rows, rows_of
from core.dialogue.tokens import token
from core.texts import Label, Speech, say

#: choices on one screen; more are paged
PAGE = 8
#: letters of a name on a button
SHORT = 44

_DAY = Label(vi="day", en="day")


@dataclass(frozen=True, slots=True)
class Desk:
    """The moment, and the content with what is settled by then. `tenant` is the admin's own."""

    known: Known
    catalogue: Catalogue
    tenant: str

    def target(self, code: str) -> tuple[Plan, Target] | None:
        """A target of the tenant's plans."""
        plans = self.catalogue.plans_of(self.tenant)
        return next(((plan, one) for plan in plans for one in plan.targets if one.code == code), None)

    def parameter(self, key: str) -> tuple[Plan, Parameter] | None:
        """A parameter of the tenant's plans, by PLAN.parameter."""
        plan_code, _, code = key.partition(".")
        plans = (plan for plan in self.catalogue.plans_of(self.tenant) if plan.code == plan_code)
        return next(((plan, one) for plan in plans if (one := plan.parameter(code))), None)

    def units(self) -> tuple[UnitSpec, ...]:
        """The tenant's units that are there today."""
        today = self.known.today
        return tuple(
            unit
            for unit in self.catalogue.tenants[self.tenant].units
            if (unit.since is None or unit.since <= today) and (unit.until is None or today <= unit.until)
        )

    def unit_names(self) -> Names:
        """Those units by every name they go by."""
        return Names(
            (Named(unit.code, unit.name, (unit.name, *unit.also)) for unit in self.units()),
            self.known.words.common,
        )


@dataclass(frozen=True, slots=True)
class Next:
    """Where an answer leads: another question (`first` is said above it), or, with an effect, the end."""

    settling: Settling
    first: Speech | None = None
    effect: Effect | None = None


def moved(settling: Settling, **changes: object) -> Settling:
    """The next question, at its first page, with nothing to choose among from the one before."""
    return settling.model_copy(update={"page": 0, "readings": (), **changes})


def answer(settling: Settling, value: str, label: Speech, main: bool = False) -> Option:
    """A button that answers the question being asked."""
    return Option(label, token("fa", settling.id, settling.step, value), main)


def paged(settling: Settling, options: Sequence[Option], per_row: int = 1) -> Rows:
    """One screen of the options, and a way to the next."""
    pages = max(-(-len(options) // PAGE), 1)
    page = settling.page % pages
    rows = rows_of(options[page * PAGE : (page + 1) * PAGE], per_row)
    if pages == 1:
        return rows
    following = Option(
        say("form-more", page=page + 1, pages=pages), token("fp", settling.id, (page + 1) % pages)
    )
    return (*rows, (following,))


def way_back(settling: Settling) -> Rows:
    """Below every question: back to the one before, and out. From the first one back is to the list."""
    if settling.step == "choose" and not settling.readings:
        return ((Option(say("form-back"), "fl"), Option(say("menu-button"), "go:menu")),)
    back = Option(say("form-back"), token("fb", settling.id))
    return ((back, Option(say("settle-cancel"), token("fx", settling.id))),)


def confirmation(settling: Settling) -> Rows:
    """Below a card that waits to be confirmed."""
    return ((answer(settling, "yes", say("settle-save"), main=True),), *way_back(settling))


def short(name: Label) -> Label:
    """A name cut to fit a button."""
    return Label(vi=_cut(name.vi), en=_cut(name.en))


def pieces_of(text: str) -> list[str]:
    """What was typed one a line or with commas, without bullets and numbers in front."""
    parts = (re.sub(r"^(?:\d{1,3}[.)]\s|[-–•*]\s*)", "", part.strip()) for part in re.split(r"[,;\n]", text))
    return list(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


def read_day(text: str, desk: Desk, *, ahead: bool = False) -> date | Speech | tuple[str, ...]:
    """One day, or why not, or days to choose from. Past days come to mind first, with `ahead` later ones."""
    outcomes = [_read(text, desk, future) for future in ((True,) if ahead else (False, True))]
    for outcome in outcomes:
        if isinstance(outcome, Read) and "/" not in str(outcome.value):
            return date.fromisoformat(str(outcome.value))
    for outcome in outcomes:
        if isinstance(outcome, Unsure):
            single = tuple(str(value) for _, value in outcome.readings if "/" not in str(value))
            return single or say("settle-one-day", example=desk.known.today)
    refused = next((each.reason for each in outcomes if isinstance(each, Refused)), None)
    return refused or say("settle-one-day", example=desk.known.today)


def day_of(value: str) -> date | None:
    """The day behind a button; None for a forged one."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def day_options(settling: Settling, days: Iterable[tuple[date, Speech]]) -> tuple[Option, ...]:
    """The days that were meant, or those offered, each once."""
    if settling.readings:
        return tuple(
            answer(settling, each, say("progress-date", date=day))
            for each in settling.readings
            if (day := day_of(each))
        )
    offered = {day.isoformat(): label for day, label in reversed(list(days))}
    return tuple(answer(settling, value, label) for value, label in reversed(offered.items()))


def _read(text: str, desk: Desk, future: bool) -> Read | Refused | Unsure:
    field = FieldSpec(code="day", type=FieldType.DATE, label=_DAY, prompt=_DAY, future=future)
    return read_answer(field, text, desk.known.setting({}))


def _cut(name: str) -> str:
    return name if len(name) <= SHORT else name[: SHORT - 1].rstrip() + "…"
