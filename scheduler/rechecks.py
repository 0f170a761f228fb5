"""What is asked just before a scheduled message goes out: is it still true, and is it a good moment."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.consents import WORK_REMINDERS
from core.delivery import Decision, Drop, Later, Send
from core.incidents import CLOCK
from core.periods import local_date, next_allowed, quiet
from core.rounds import round_of
from core.week import Week
from reports.due import digest as words
from scheduler import broadcasts, incident_clock
from scheduler.digest_again import hand_over, what_is_left
from scheduler.jobs import digest, own_month, own_week, summaries, verification_due, weekly_reminder
from scheduler.moments import bad_moment
from scheduler.occasion import Content
from scheduler.reminder import needing_attention, reminder
from storage.models import ChatGroup, MarketDay, Outbox, Tenant
from storage.queries.recipients import find_recipient
from storage.queries.silent import has_reported, unit_has_reported
from storage.repositories import nudges, outbox, told
from storage.repositories.broadcasts import NAME
from storage.repositories.consents import objecting
from storage.repositories.outbox_claims import Recheck
from storage.repositories.plan_settings import hours_set

#: what was written less long ago is as it was read: a morning's messages of a whole tenant go out at once
_JUST_WRITTEN = timedelta(minutes=2)


def rechecks(content: Content) -> Mapping[str, Recheck]:
    """The rechecks by the name that an outbox row carries."""
    of_a_tenant = {
        weekly_reminder.NAME: recheck_reminder,
        own_week.NAME: recheck_own_week,
        own_month.NAME: recheck_own_month,
        **dict.fromkeys(summaries.EVERY, recheck_summary),
        nudges.NAME: recheck_nudge,
        verification_due.NAME: recheck_verification,
        digest.NAME: recheck_digest,
        CLOCK: incident_clock.recheck,
    }
    known = {name: partial(_while_known, content, recheck) for name, recheck in of_a_tenant.items()}
    return {**known, NAME: partial(broadcasts.recheck, content)}


def _while_known(
    content: Content,
    recheck: Callable[[Content, Session, Outbox, datetime], Decision],
    session: Session,
    row: Outbox,
    now: datetime,
) -> Decision:
    """Nothing of a tenant that left the content after the message was written."""
    about = (row.recheck or {}).get("tenant")
    group_of = session.get(Tenant, about) if isinstance(about, int) else None
    person = find_recipient(session, row.person_id) if row.person_id is not None else None
    codes = {
        about if isinstance(about, str) else None,
        group_of.code if group_of else None,
        person.tenant if person else None,
    }
    if any(code is not None and code not in content.catalogue.tenants for code in codes):
        return Drop("the tenant is in the content no more")
    return recheck(content, session, row, now)


def recheck_reminder(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    """Only to an officer who still has reported nothing, and in the words that fit their draft now."""
    asked = row.recheck or {}
    person = find_recipient(session, asked["person"])
    if person is None or person.role != Role.OFFICER:
        return Drop("not an active officer any more")
    week = Week(date.fromisoformat(asked["week"]), person.zone)
    if has_reported(session, person.person_id, week):
        return Drop("reported meanwhile")
    if now >= week.ends:
        return Drop("the week is over")
    if told.away(session, [person.person_id], local_date(now, person.zone)):
        return Drop("on leave")
    if objecting(session, WORK_REMINDERS, [person.person_id]):
        return Drop("does not want to be reminded")
    if wait := _its_own_day(content, session, row, now) or bad_moment(content, session, person, now):
        return wait
    if person.open_form is None and not asked.get("draft") and "due" not in asked:
        return Send()
    # The draft may be another one by now, or gone; what was written days ahead knows no figures yet.
    attention = () if person.open_form else needing_attention(session, content, person.tenant, now)
    return Send(reminder(person, week, attention, content))


def recheck_summary(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    """Only to somebody who still is a manager or admin, or to a group of that tenant."""
    asked = row.recheck or {}
    if "group" in asked:
        return _to_group(content, session, row, now)
    person = find_recipient(session, asked["person"])
    if person is None or person.role not in summaries.readers_in(content, person.tenant):
        return Drop("not an active manager any more")
    return bad_moment(content, session, person, now) or Send()


def recheck_own_week(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    """Only to somebody who still is an officer, and is not on leave."""
    person = find_recipient(session, (row.recheck or {})["person"])
    if person is None or person.role != Role.OFFICER:
        return Drop("not an active officer any more")
    if told.away(session, [person.person_id], local_date(now, person.zone)):
        return Drop("on leave")
    if objecting(session, WORK_REMINDERS, [person.person_id]):
        return Drop("does not want to be reminded")
    return bad_moment(content, session, person, now) or Send()


def recheck_own_month(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    """Only to somebody of a household who still wants to be reminded."""
    person = own_month.wanting(session, (row.recheck or {})["person"])
    if person is None:
        return Drop("does not want to be reminded any more")
    return bad_moment(content, session, person, now) or Send()


def _to_group(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    asked = row.recheck or {}
    group = session.get(ChatGroup, asked["group"])
    tenant = session.get(Tenant, asked["tenant"])
    if group is None or tenant is None or group.tenant_id != tenant.id or group.lost_at is not None:
        return Drop("not a group of this tenant any more")
    hours = content.at_hours(hours_set(session).get(tenant.code, ())).catalogue.schedule
    if quiet(now, hours.quiet_from, hours.quiet_to, tenant.timezone):
        return Later(next_allowed(now, hours.quiet_from, hours.quiet_to, tenant.timezone))
    return Send()


def recheck_nudge(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    """Only while the person is an officer of that unit and there, and nothing has come from it."""
    asked = row.recheck or {}
    person = find_recipient(session, asked["person"])
    if person is None or person.role != Role.OFFICER or person.unit != asked["unit"]:
        return Drop("not an officer of that unit any more")
    week = round_of(asked["week"], person.zone)
    if week is None or now >= week.ends:
        return Drop("the week is over")
    if unit_has_reported(session, person.tenant, asked["unit"], week):
        return Drop("the unit has reported meanwhile")
    if told.away(session, [person.person_id], local_date(now, person.zone)):
        return Drop("on leave")
    return bad_moment(content, session, person, now) or Send()


def recheck_verification(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    """Only to somebody who still wants to be reminded, and not of a day that was called off."""
    asked = row.recheck or {}
    person = verification_due.wanting(session, asked["person"])
    if person is None:
        return Drop("does not want to be reminded any more")
    day = session.get(MarketDay, asked["day"]) if "day" in asked else None
    if day is not None and day.called_off_at is not None:
        return Drop("the day was called off")
    if wait := bad_moment(content, session, person, now):
        return wait
    if day is not None and not _same_day(row.created_at, now, person.zone):
        return Send(verification_due.on_the_day(session, content, person, day))
    return Send()


def recheck_digest(content: Content, session: Session, row: Outbox, now: datetime) -> Decision:
    """Only to who is there, and only of what is still to be done; nothing where all of it is.

    One of another day is written anew. Of several that wait, the newest tells of what the others were about.
    """
    asked = row.recheck or {}
    person = find_recipient(session, asked["person"])
    if person is None:
        return Drop("not an active member any more")
    if told.away(session, [person.person_id], local_date(now, person.zone)):
        return Drop("on leave")
    if objecting(session, WORK_REMINDERS, [person.person_id]):
        return Drop("does not want to be reminded")
    if wait := bad_moment(content, session, person, now):
        return wait
    if "more" not in asked and abs(now - row.created_at) < _JUST_WRITTEN:
        return Send()
    as_written = "more" not in asked and _same_day(row.created_at, now, person.zone)
    newest = None if as_written else outbox.newest_waiting(session, row, f"{digest.NAME}:{person.person_id}:")
    if newest is not None and (newest.recheck or {}).get("tenant") == asked["tenant"]:
        hand_over(row, newest)
        return Drop("a newer one tells of it")
    left = what_is_left(session, content, person, asked, now)
    if left is None or not left.matters:
        return Drop("done meanwhile")
    if as_written and left.matters == len(set(asked["matters"])):
        return Send()
    written = words.digest(left.found, person.name, left.own, left.below)
    return Send(digest.drawn(written, person, content))


def _same_day(moment: datetime, other: datetime, zone: str) -> bool:
    return local_date(moment, zone) == local_date(other, zone)


def _its_own_day(content: Content, session: Session, row: Outbox, now: datetime) -> Later | None:
    """The day the reminder is due on, when it need not be sent ahead any more: they have written since."""
    due, window = (row.recheck or {}).get("due"), content.windows.get(row.channel)
    if due is None or window is None or now >= (moment := datetime.fromisoformat(due)):
        return None
    last = outbox.last_interaction(session, row.channel, row.chat)
    return Later(moment) if window.lets(last, moment) else None
