"""Words of a report on a plan that its document, its annexes and its chart share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.indicators.progress import State, TargetProgress
from core.markup import plain, writable
from core.periods import day_bounds, local_time
from core.texts import Speech, Texts, Value, lines, say
from reports.amounts import terms
from reports.figures import figure, missing_words, point_words, value_words
from reports.goal_words import goal_in_full
from reports.plan_report.reading import PlanReport, TargetYear
from reports.states import standing

#: names in one sentence
NAMED = 12
#: states that need somebody
LAGGING = frozenset({State.BEHIND, State.AT_RISK})


@dataclass(frozen=True, slots=True)
class Words:
    """Texts as documents take them: without mark-up, and with nothing in them that no document can hold."""

    texts: Texts
    locale: str

    def __call__(self, speech: Value) -> str:
        return writable(plain(self.texts.render(speech, self.locale)))

    def say(self, key: str, **args: Value) -> str:
        return self(say(key, **args))


def value(item: TargetProgress) -> Speech:
    """The value at the cut-off, without its goal; or why there is none."""
    if item.target.baseline is not None or item.target.indicator is None:
        return figure(item)
    return missing_words(item.plan, item.missing) if item.missing else value_words(item)


def goal(item: TargetProgress, year: int) -> Speech | None:
    """What is to be reached, and by when where that is not the end of the year."""
    if item.goal is None:
        return None
    wanted = goal_in_full(item, item.goal)
    if item.due is None or item.due == date(year, 12, 31):
        return wanted
    if (item.due.month, item.due.day) == (12, 31):
        return say("paper-goal-year", goal=wanted, year=str(item.due.year))
    return say("paper-goal-due", goal=wanted, day=item.due)


def estimate(each: TargetYear) -> Speech | None:
    """What all of the year comes to."""
    return None if each.estimate is None else terms(each.item).amount(each.estimate)


def expected(item: TargetProgress) -> Speech | None:
    """What the pace wants by the cut-off, where there is less."""
    if item.state not in LAGGING or not item.expected:
        return None
    return terms(item).amount(item.expected)


def state(item: TargetProgress) -> Speech:
    """How it stands, in a word."""
    return say(f"paper-state-{standing(item)}")


def point(item: TargetProgress) -> Speech:
    """The value in a row of others; of what is told in words, how many reports are linked to it."""
    if item.target.baseline is not None:
        return ""
    if item.target.indicator is None:
        return str(int(item.measure.value or 0))
    return point_words(item)


def sentence(*parts: Speech | None) -> Speech:
    """Parts as one sentence. Long ones are put side by side and not into a text, which holds little."""
    return lines(lines(*parts, separator=" "), ".", separator="")


def some(names: Sequence[Speech]) -> Speech:
    """Names in a row; of very many how many others there are, which stand in the annexes."""
    rest = len(names) - NAMED
    return lines(*names[:NAMED], say("paper-others", count=rest) if rest > 0 else None, separator="; ")


def reference(code: str) -> Speech:
    """What is sent to the bot to see the reports behind a figure."""
    return say("paper-reference", code=code)


def title(report: PlanReport) -> Speech:
    """The plan the report is on, with its number where that is known."""
    plan = report.plan
    if plan.number is None:
        return say("paper-plan", title=plan.title)
    number = say("paper-number", number=plan.number, day=plan.issued_on) if plan.issued_on else plan.number
    return lines(say("paper-plan", title=plan.title), say("paper-numbered", number=number), separator=" ")


def cutoff(report: PlanReport) -> Speech:
    """To which day figures count, and until when what was recorded is in them, by the tenant's clocks."""
    day, zone = report.moment.date, report.tenant.timezone
    if report.moment.cutoff == day_bounds(day, zone)[1]:
        return say("paper-cutoff-then", day=day)
    return say("paper-cutoff", day=day, known=local_time(report.moment.cutoff, zone))
