"""An officer's own week in words: what they sent, what it moved, what waits, and what is due next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.dialogue.steps import Message, Option, Rows
from core.dialogue.tokens import token
from core.due.matters import Matter
from core.due.telling import closed, in_charge
from core.errors import ContentError
from core.indicators.movement import movements
from core.indicators.progress import TargetProgress
from core.round_words import round_named
from core.rounds import Every, Round
from core.texts import Speech, lines, say
from reports.due.reading import DueNow, read_due
from reports.due.words import matter_line
from reports.figures import known_figure
from reports.people import clipped, listed, short
from storage.queries.fact_rows import fact_row_of
from storage.queries.own_week import Sent, sent_by
from storage.queries.weekly import find_tenant

#: reports looked at for what they moved: nobody reads of more
_LOOKED_AT = 20
#: targets, kinds and matters told of
_TARGETS, _KINDS, _MATTERS = 3, 4, 3
_SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """`moved`: targets for which a report of the person counts; `due`: what is theirs within a week."""

    round: Round
    sent: Sent
    moved: tuple[TargetProgress, ...]
    due: tuple[Matter, ...]
    catalogue: Catalogue
    today: date


def read_own_week(
    session: Session, catalogue: Catalogue, tenant_code: str, person_id: int, due: DueNow, when: Round
) -> OwnWeek:
    """The week of one person, of a tenant in which `due` is due."""
    figures, sent = due.figures, sent_by(session, person_id, when)
    moved: dict[str, TargetProgress] = {}
    for number in sent.facts[:_LOOKED_AT]:
        row = fact_row_of(session, catalogue, number)
        if row is None:
            continue
        for one in movements(row, figures.catalogue, tenant_code, figures.facts, figures.moment):
            if one.moved and one.target.code not in moved:
                moved[one.target.code] = figures.stands(one.plan, one.target)
    mine = tuple(
        each
        for each in due.matters
        if not closed(each, due.setting)
        and each.due <= due.today + _SOON
        and person_id in in_charge(each, due.setting)
    )
    return OwnWeek(when, sent, tuple(moved.values()), mine, figures.catalogue, due.today)


def due_in(session: Session, catalogue: Catalogue, tenant_code: str, now: datetime) -> DueNow:
    """What is due in the tenant of this code. Raises ContentError where there is no such tenant."""
    tenant = find_tenant(session, tenant_code)
    if tenant is None:
        raise ContentError(f"there is no tenant {tenant_code!r} in the database")
    return read_due(session, catalogue, tenant, tenant_code, now)


def own_week_message(found: OwnWeek, name: str, *, asked: bool = False) -> Message:
    """A few lines, each left out where it has nothing to tell, with the ways on. What waits and what is due
    are of now, and left out of a time that is over. `asked`: with the ways to other times and to figures.
    """
    sent = found.sent
    now = found.round.first <= found.today <= found.round.last
    text = lines(
        say("own-week-title", name=clipped(name, 60), time=round_named(found.round)),
        _sent(found),
        _moved(found.moved),
        say("own-week-pending", count=sent.pending) if sent.pending and now else None,
        say("own-week-back", receipts=listed(sent.sent_back, _KINDS)) if sent.sent_back and now else None,
        _due(found) if now else None,
    )
    back = (Option(say("menu-mine"), "go:mine"), Option(say("menu-dues"), "go:dues"))
    report = (Option(say("menu-report"), "go:report", main=True),)
    menu = (Option(say("menu-button"), "go:menu"),)
    others = _others(found) if asked else ()
    return Message(text, (*(() if sent.kinds or not now else (report,)), back, *others, menu))


def _others(found: OwnWeek) -> Rows:
    """The times before and after it, and the figures of everybody."""
    around = [found.round.before]
    if found.round.after.first <= found.today:
        around.append(found.round.after)
    times = tuple(Option(round_named(each), token("go", "week", each.code)) for each in around)
    return (times, (Option(say("menu-progress"), "go:progress"),))


def _sent(found: OwnWeek) -> Speech:
    total = sum(kind.reports for kind in found.sent.kinds)
    if not total:
        running = found.round.every is Every.WEEK and found.round.last >= found.today
        return say("own-week-nothing" if running else "own-time-nothing")
    named = []
    for kind in found.sent.kinds:
        known = found.catalogue.fact_types.get(kind.kind)
        label = known.label if known else clipped(kind.kind)
        named.append(say("summary-kind", kind=label, count=kind.reports))
    return say("own-week-sent", count=total, kinds=listed(named, _KINDS))


def _moved(moved: Sequence[TargetProgress]) -> Speech | None:
    if not moved:
        return None
    named = [
        lines(short(each.target.name, 60), known_figure(each), separator=": ") for each in moved[:_TARGETS]
    ]
    rest = len(moved) - _TARGETS
    more = say("summary-others-more", count=rest) if rest > 0 else None
    return lines(
        say("own-week-moved"), lines(lines(*named, separator="; "), more, separator=" "), separator=" "
    )


def _due(found: OwnWeek) -> Speech | None:
    if not found.due:
        return None
    rest = len(found.due) - _MATTERS
    more = say("own-week-due-more", count=rest) if rest > 0 else None
    told = (matter_line(each, found.today) for each in found.due[:_MATTERS])
    return lines(say("own-week-due"), *told, more)
