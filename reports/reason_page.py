"""Why a target's figure is what it is: what counts, what it is made of, what is missing, what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.catalogue import Catalogue
from core.indicators.breakdown import Breakdown, Part, breakdown
from core.indicators.facts import Ask, ChangedFacts, FactRow
from core.indicators.outcome import Scope
from core.indicators.parameters import expression_of
from core.indicators.progress import State, TargetProgress
from core.indicators.reasons import reason
from core.indicators.references import references
from core.indicators.wording import value_label
from core.texts import Speech, lines, say
from reports.amounts import exact, shape, terms
from reports.behind import report_line
from reports.figures import is_milestone, known_figure, point_words
from reports.goal_words import forbids, goal_line
from reports.people import listed
from reports.progress import needed, pending
from reports.reading import Figures
from reports.states import state_text
from storage.queries.visible import FactShown

#: places, members and reports that are named; the others are counted
PLACES, MEMBERS, UNCOUNTED, KINDS = 6, 6, 3, 6
_DOT = " · "


@dataclass(frozen=True, slots=True)
class Reason:
    """All the page tells of a target's figure beside the figure itself."""

    item: TargetProgress
    kinds: frozenset[str]
    parts: Breakdown
    #: of its kinds, what was confirmed this year and does not count, newest first
    left_out: tuple[FactRow, ...]


def figure_reason(figures: Figures, item: TargetProgress) -> Reason:
    """What is behind the figure of a target, which names the reports behind it."""
    expression = expression_of(item.target, item.plan, figures.moment.date)
    if expression is None:
        return Reason(item, frozenset(item.target.linked), Breakdown(), ())
    kinds = references(expression).fact_types
    scope = Scope(figures.facts, figures.catalogue, figures.moment, item.plan)
    return Reason(item, kinds, breakdown(expression, scope), _left_out(figures, item, kinds))


def _left_out(figures: Figures, item: TargetProgress, kinds: frozenset[str]) -> tuple[FactRow, ...]:
    counted, moment = frozenset(item.measure.facts), figures.moment
    begins = date(moment.date.year, 1, 1)
    found = [
        row
        for kind in kinds
        for row in figures.facts.read(Ask(kind, begins, moment.date, moment.cutoff))
        if row.id not in counted and row.confirmed(moment.cutoff)
    ]
    return tuple(sorted(found, key=FactRow.order, reverse=True))


def asked_of(item: TargetProgress) -> Speech:
    """The value that a button asks the reason of; nothing but the question where there is none."""
    if item.value is None or is_milestone(item.measure, shape(item)):
        return say("reason-button")
    return say("reason-button-value", value=point_words(item))


def reason_page(found: Reason, figures: Figures, shown: Sequence[FactShown]) -> Speech:
    """The page; `shown` are those of what does not count that the reader may see, newest first."""
    item, target = found.item, found.item.target
    return lines(
        lines(say("progress-title", code=target.code, name=target.name), asked_of(item)),
        lines(
            lines(known_figure(item), state_text(item), separator=_DOT),
            goal_line(item),
            lines(needed(item), _short_of_goal(item), separator=_DOT),
            pending(item),
        ),
        lines(_kinds(found, figures.catalogue), _counted(item)),
        _places(found.parts.places, figures.catalogue),
        _missing(found),
        say("progress-note", note=target.note) if target.note else None,
        _uncounted(found, figures, shown),
        separator="\n\n",
    )


def _short_of_goal(item: TargetProgress) -> Speech | None:
    """How much is missing of a goal that is to be reached; of a share, in what is counted."""
    goal, measure = item.goal, item.measure
    if goal is None or item.value is None or item.state is State.REACHED or forbids(goal):
        return None
    if goal.op not in (">=", ">", "=") or goal.value is None:
        return None
    if is_milestone(measure, shape(item)):
        return None
    rest = exact(goal.value) - item.value
    return say("reason-short", amount=terms(item).amount(rest)) if rest > 0 else None


def _kinds(found: Reason, catalogue: Catalogue) -> Speech | None:
    names = sorted(
        (kind.label for code in found.kinds if (kind := catalogue.fact_types.get(code))),
        key=lambda label: label.vi,
    )
    return say("reason-kinds", kinds=listed(names, KINDS)) if names else None


def _counted(item: TargetProgress) -> Speech:
    count = len(item.measure.facts)
    return say("reason-counted", count=count) if count else say("progress-facts-none")


def _places(parts: Sequence[Part], catalogue: Catalogue) -> Speech | None:
    if not parts:
        return None
    told = [_place(part, catalogue) for part in parts[:PLACES]]
    rest = len(parts) - PLACES
    return lines(say("reason-places"), *told, say("reason-more", count=rest) if rest > 0 else None)


def _place(part: Part, catalogue: Catalogue) -> Speech:
    name = value_label(catalogue, "", "place", part.place)
    why = [
        say("reason-ended", count=part.ended) if part.ended else None,
        say("reason-never", count=part.never) if part.never else None,
    ]
    share = say("reason-place", place=name, valid=part.valid, there=part.there)
    return lines(share, *why, separator=_DOT)


def _missing(found: Reason) -> Speech | None:
    members = found.parts.missing
    if not members:
        return None
    names = listed([member.name for member in members], MEMBERS)
    return say("reason-missing", count=len(members), names=names)


def _uncounted(found: Reason, figures: Figures, shown: Sequence[FactShown]) -> Speech | None:
    """The newest reports of its kinds that do not count, each with the reason."""
    item = found.item
    expression = expression_of(item.target, item.plan, figures.moment.date)
    if expression is None or not shown:
        return None
    rows = {row.id: row for row in found.left_out}
    told = []
    for fact in shown[:UNCOUNTED]:
        others = ChangedFacts(figures.facts, without=fact.id)
        scope = Scope(others, figures.catalogue, figures.moment, item.plan)
        why = reason(expression, rows[fact.id], scope)
        told.append(lines(report_line(item, figures.catalogue, fact), say("reason-why", why=why)))
    rest = len(shown) - len(told)
    return lines(say("reason-uncounted"), *told, say("progress-facts-more", count=rest) if rest > 0 else None)
