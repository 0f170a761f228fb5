"""Several reports that wait are confirmed together: all of a unit, but for what is unusual, which is named.

Verb: wm (u: a unit; t: tick a report, or take it off; go).
"""

from collections.abc import Sequence

from core.confidential import CONFIDENTIAL
from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.dialogue.review_effects import ConfirmReports
from core.dialogue.state import Confirming, State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.refusing import not_allowed
from handlers.conversations.span_words import span_name

VERBS = frozenset({"wm"})

#: confirmed with one press at most: no more can be read on one screen
MOST = 10
#: of more that wait the oldest are looked at first
_LOOKED_AT = 40
_ALL = "all"


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    if not known.may(Action.DECIDE_REPORTS):
        return not_allowed(state)
    what, value = (*args, "", "")[:2]
    chosen = state.confirming
    if what == "u":
        return _listed(state, known, value)
    if what == "t" and chosen is not None and (fact_id := whole_number(value)) in chosen.listed:
        ticked = set(chosen.ticked) ^ {fact_id}
        kept = chosen.model_copy(update={"ticked": tuple(i for i in chosen.listed if i in ticked)})
        return _shown(state.model_copy(update={"confirming": kept}), known)
    if what == "go" and chosen is not None and chosen.ticked:
        return Turn(state.model_copy(update={"confirming": None}), (ConfirmReports(chosen.ticked),))
    return _units(state, known)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    return _units(state, known)


def unusual(report: ReportKnown, known: Known) -> Speech | None:
    """Why a report that waits is to be looked at by itself; None for one that is as all are."""
    why: list[Speech] = [
        say("unusual-rule", code=rule.target.code) for rule in known.look.rules_broken_by(report.id)
    ]
    why += [say("unusual-sent-back") for _ in known.look.reviews.on(report.id)][:1]
    why += [say("unusual-asked") for _ in known.look.reviews.asked_about(report.id)][:1]
    lock = known.look.reviews.lock_over(report.id)
    why += [say("unusual-late", period=span_name(lock.span))] if lock else []
    return lines(*why, separator=", ") if why else None


def _units(state: State, known: Known) -> Turn:
    """The units that reports wait of; where it is one, its reports."""
    waiting = _waiting(known)
    units = {_unit(report): report for report in waiting}
    if len(units) < 2:
        return _listed(state, known, _ALL)
    counts = {unit: sum(_unit(each) == unit for each in waiting) for unit in units}
    options = [
        Option(say("several-unit", unit=_name(report), count=counts[unit]), token("wm", "u", unit))
        for unit, report in units.items()
    ]
    every = Option(say("several-all", count=len(waiting)), token("wm", "u", _ALL))
    back = Option(say("menu-pending"), "go:pending")
    return Turn(state, (Message(say("several-which"), rows_of((*options, every, back), 1), in_place=True),))


def _listed(state: State, known: Known, unit: str) -> Turn:
    """What is unusual is left out and named; the rest is ticked."""
    of_unit = [each for each in _waiting(known) if unit == _ALL or _unit(each) == unit]
    usual = [each.id for each in of_unit if unusual(each, known) is None][:MOST]
    chosen = Confirming(unit=unit, listed=tuple(usual), ticked=tuple(usual))
    return _shown(state.model_copy(update={"confirming": chosen}), known)


def _shown(state: State, known: Known) -> Turn:
    chosen = state.confirming or Confirming(unit=_ALL)
    waiting = [each for each in _waiting(known) if chosen.unit == _ALL or _unit(each) == chosen.unit]
    reports = [each for each in waiting if each.id in chosen.listed]
    left = [(each, unusual(each, known)) for each in waiting if each.id not in chosen.listed]
    apart = [(each, why) for each, why in left if why is not None]
    later = len(left) - len(apart)
    ticks = [
        Option(
            say(
                "several-ticked" if each.id in chosen.ticked else "several-unticked",
                report=_line(each, known),
            ),
            token("wm", "t", each.id),
        )
        for each in reports
    ]
    alone = [
        Option(say("waiting-line", name=each.reporter_name, receipt=each.receipt), token("w", each.id))
        for each, _ in apart
    ]
    go = (
        [Option(say("several-confirm", count=len(chosen.ticked)), token("wm", "go"), main=True)]
        if chosen.ticked
        else []
    )
    back = Option(say("menu-pending"), "go:pending")
    text = lines(
        say("several-title" if reports else "several-none"),
        say("several-apart") if apart else None,
        *(say("several-apart-line", receipt=each.receipt, why=why) for each, why in apart[:MOST]),
        say("several-later", count=later) if later else None,
    )
    return Turn(state, (Message(text, rows_of((*ticks, *go, *alone[:MOST], back), 1), in_place=True),))


def _waiting(known: Known) -> Sequence[ReportKnown]:
    """Of what waits, oldest first, that which may be decided about without being read by itself first."""
    return [each for each in known.look.waiting_reports(_LOOKED_AT) if each.fact_type not in CONFIDENTIAL]


def _unit(report: ReportKnown) -> str:
    return str(report.unit[0]) if report.unit else "0"


def _name(report: ReportKnown) -> Speech:
    return report.unit[1] if report.unit else say("several-no-unit")


def _line(report: ReportKnown, known: Known) -> Speech:
    kind = known.fact_type(report.fact_type)
    name: Speech = kind.label if kind else report.fact_type
    return say("several-line", receipt=report.receipt, name=report.reporter_name, kind=name)
