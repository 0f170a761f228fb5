"""How the targets of a plan stand, as bytes and back: for another process to go on with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import TypeAdapter

from core.catalogue.plans import Plan
from core.indicators.evaluate import Measure
from core.indicators.goals import Band
from core.indicators.progress import State, TargetProgress


@dataclass(frozen=True, slots=True)
class _Standing:
    """A TargetProgress without its plan and target; `goal` is which of the target's goals it is."""

    measure: Measure
    state: State
    value: Decimal | None
    goal: int | None
    due: date | None
    expected: Decimal | None
    forecast: Decimal | None
    previous: Decimal | None
    band: Band | None
    missing: tuple[str, ...]


_ADAPTER = TypeAdapter(dict[str, _Standing])


@dataclass(frozen=True, slots=True)
class KeptProgress:
    """The figures of the targets of one plan, by code."""

    plan: Plan

    def dump(self, figures: Mapping[str, TargetProgress]) -> bytes:
        """All that a figure says but what the content does."""
        return _ADAPTER.dump_json({code: _standing(item) for code, item in figures.items()})

    def load(self, figures: bytes) -> Mapping[str, TargetProgress]:
        """The same figures, by the content they were worked out with."""
        targets = {target.code: target for target in self.plan.targets}
        return {
            code: TargetProgress(
                plan=self.plan,
                target=targets[code],
                measure=found.measure,
                state=found.state,
                value=found.value,
                goal=None if found.goal is None else targets[code].goals[found.goal],
                due=found.due,
                expected=found.expected,
                forecast=found.forecast,
                previous=found.previous,
                band=found.band,
                missing=found.missing,
            )
            for code, found in _ADAPTER.validate_json(figures).items()
        }


def _standing(item: TargetProgress) -> _Standing:
    return _Standing(
        measure=item.measure,
        state=item.state,
        value=item.value,
        goal=None if item.goal is None else item.target.goals.index(item.goal),
        due=item.due,
        expected=item.expected,
        forecast=item.forecast,
        previous=item.previous,
        band=item.band,
        missing=item.missing,
    )
