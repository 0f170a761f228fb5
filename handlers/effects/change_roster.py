"""Members join a roster or leave it from a day on. Rows are added and ended, so that past figures stay."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from core.catalogue.plans import Member, Roster
from core.dialogue.plan_effects import AddMembers, EndMember
from core.dialogue.steps import Message
from core.folding import words_of
from core.indicators.facts import Moment
from core.indicators.names import member_called
from core.indicators.open_points import PointKind
from core.permissions import Action
from core.texts import lines, say
from handlers.context import Context
from handlers.effects.settled_receipt import as_settled, gone, receipt
from storage.models import RosterMember
from storage.queries.settled import members_now
from storage.repositories import plan_settings
from storage.repositories.locks import alone

#: letters of a code made from a name, with room for a number behind it
_LONGEST = 34
_DAY = timedelta(days=1)


def add(session: Session, effect: AddMembers, context: Context) -> list[Message]:
    """Add those who are not on the roster yet; who is on it stays as they are."""
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    roster = _held(session, effect.roster, context)
    if roster is None:
        return [gone()]
    joining = _joining(session, roster, effect, context)
    for member in joining:
        standing = plan_settings.rows_of(session, context.speaker.tenant_id, roster.code, [member.code])
        kept = [] if standing else _in_content(roster.code, member.code, context)
        rows = _write(session, roster.code, [*kept, member], context)
        context.note(session, "roster-add", rows[-1], new=_told(member))
    names = lines(*(member.name for member in joining), separator=", ")
    key = "settle-roster-added" if joining else "settle-roster-nobody-new"
    done = say(key, count=len(joining), roster=roster.label, date=effect.since, names=names)
    return [receipt(session, context, PointKind.ROSTER, roster.code, done)]


def end(session: Session, effect: EndMember, context: Context) -> list[Message]:
    """The member is not on the roster from that day on; its days before stay."""
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    roster = _held(session, effect.roster, context)
    periods = [each for each in roster.members if each.code == effect.code] if roster else []
    if roster is None or not periods:
        return [gone()]
    last = effect.gone - _DAY
    left = [each for each in (_until(period, last) for period in periods) if each is not None]
    if not left:
        # A row has to stand for the member, or the content's own would come back.
        left = [periods[0].model_copy(update={"until": last})]
    standing = plan_settings.rows_of(session, context.speaker.tenant_id, roster.code, [effect.code])
    plan_settings.end_members(session, [row.id for row in standing], context.now)
    rows = _write(session, roster.code, left, context)
    context.note(session, "roster-end", rows[-1], old=_told(periods[-1]), new=_told(left[-1]))
    done = say("settle-roster-ended", name=periods[-1].name, roster=roster.label, date=effect.gone)
    return [receipt(session, context, PointKind.ROSTER, roster.code, done)]


def _held(session: Session, code: str, context: Context) -> Roster | None:
    """The roster as it is settled now; nobody else changes it until this turn is stored."""
    alone(session, f"roster:{context.speaker.tenant_id}:{code}")
    return as_settled(session, context).rosters.get(code)


def _joining(session: Session, roster: Roster, effect: AddMembers, context: Context) -> list[Member]:
    tenant, as_of = context.speaker.tenant_code, Moment(context.today, context.now)
    catalogue = as_settled(session, context)
    coming = [each for each in roster.members if each.since is not None and each.since > context.today]
    there = [*members_now(session, catalogue, tenant, roster.code, as_of), *coming]
    known = _known(roster, context)
    joining: list[Member] = []
    for given in effect.names:
        named = known.get(given) if known is not None else given
        if named is None or member_called(given, [*there, *joining]) is not None:
            continue
        code = given if known is not None else _code(named, [*roster.members, *joining])
        joining.append(Member(code=code, name=named, since=_since(roster, code, effect.since)))
    return joining


def _known(roster: Roster, context: Context) -> Mapping[str, str] | None:
    """The tenant's places or units by code; None for a roster of what has no list."""
    tenant = context.catalogue.tenants[context.speaker.tenant_code]
    match roster.of:
        case "place":
            return {place.code: place.name for place in tenant.places}
        case "unit":
            return {unit.code: unit.name for unit in tenant.units}
        case _:
            return None


def _code(name: str, members: Iterable[Member]) -> str:
    """The code of somebody who was on the roster before, or a new one made from the name."""
    known = list(members)
    before = member_called(name, known)
    if before is not None:
        return before
    letters = "".join(char if char.isascii() else "" for char in words_of(name))
    code = "_".join(letters.split())[:_LONGEST].strip("_") or "member"
    taken = {member.code for member in known}
    numbered = (code if number == 1 else f"{code}_{number}" for number in range(1, len(taken) + 2))
    return next(each for each in numbered if each not in taken)


def _since(roster: Roster, code: str, day: date) -> date:
    """That day, or the first after the member's days before: nobody is on a roster twice."""
    ended = [each.until for each in roster.members if each.code == code and each.until is not None]
    return max([day, *(until + _DAY for until in ended)])


def _until(period: Member, last: date) -> Member | None:
    """The part of a member's days that is left; None if nothing is."""
    if period.since is not None and period.since > last:
        return None
    if period.until is not None and period.until <= last:
        return period
    return period.model_copy(update={"until": last})


def _in_content(roster: str, code: str, context: Context) -> list[Member]:
    return [each for each in context.catalogue.rosters[roster].members if each.code == code]


def _write(session: Session, roster: str, members: Iterable[Member], context: Context) -> list[RosterMember]:
    by = (context.person_id, context.now)
    return plan_settings.add_members(session, context.speaker.tenant_id, roster, members, by)


def _told(member: Member) -> dict[str, Any]:
    return member.model_dump(mode="json")
