"""One report beside all that was known without it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.catalogue.plans import Member
from core.indicators.expression import Atom, Source
from core.indicators.facts import Ask, ChangedFacts, FactRow, Facts, Moment, within
from core.indicators.outcome import Scope
from core.indicators.windows import days


@dataclass(frozen=True, slots=True)
class OneFact:
    """Another source, in which one fact is the only one of its type."""

    source: Facts
    row: FactRow

    def read(self, ask: Ask) -> Iterable[FactRow]:
        if ask.type != self.row.type:
            return self.source.read(ask)
        return [self.row] if ask.holds(self.row) else []

    def roster(self, code: str, as_of: date) -> tuple[Member, ...]:
        return self.source.roster(code, as_of)


@dataclass(frozen=True, slots=True)
class Told:
    """A report, taken as confirmed, and the scope that holds the other facts."""

    row: FactRow
    scope: Scope

    @property
    def after(self) -> Scope:
        """The others and the report."""
        return replace(self.scope, facts=ChangedFacts(self.scope.facts, plus=(self.row,)))

    @property
    def alone(self) -> Scope:
        """The report, and of its type nothing else."""
        return replace(self.scope, facts=OneFact(self.scope.facts, self.row))

    def on(self, day: date) -> "Told":
        """The same for a figure of another day, known at the same cut-off."""
        return Told(self.row, replace(self.scope, as_of=Moment(day, self.scope.as_of.cutoff)))

    def failing(self, source: Source) -> tuple[Atom, ...]:
        """The fewest tests of a source of its type that keep the report out."""
        return self.scope.matcher.failures(source.where, self.row)

    def last_day(self, source: Source) -> date:
        """The last day on which a report counts for a source."""
        return days(source.window, self.scope.as_of.date, self.scope.plan_starts)[1]

    def on_time(self, source: Source) -> bool:
        """Whether it happened in the window of a source."""
        return within(self.row, *days(source.window, self.scope.as_of.date, self.scope.plan_starts))

    def superseded(self, source: Source) -> bool:
        """Whether a source looks at one report of each key only, the last or the first: not at this one."""
        if not source.latest_by:
            return False
        last = self.after.ordered(source if source.anew else replace(source, where=None))
        return all(row.id != self.row.id for row in last)
