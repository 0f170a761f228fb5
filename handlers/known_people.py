"""The people of the speaker's tenant, for who keeps them: for an admin all, for a unit's manager its own."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.dialogue.people_known import Duties, InviteListed, PersonCard, PersonLine
from core.people import PersonStatus
from core.periods import local_date
from core.permissions import Action, Rights
from storage.models import Invite, Person
from storage.queries import people as queries
from storage.repositories import api_tokens, people
from storage.repositories.conversations import Speaker


class DbPeople:
    """`core.dialogue.people_known.PeopleLookups` over the database."""

    def __init__(self, session: Session, speaker: Speaker, now: datetime, rights: Rights) -> None:
        self._session = session
        self._speaker = speaker
        self._rights = rights
        self._now = now
        self._today = local_date(now, speaker.timezone)
        self._whose = in_reach(speaker, rights)

    def count(self) -> int:
        return queries.count(self._session, self._whose) if self._whose is not None else 0

    def page(self, first: int, limit: int) -> Sequence[PersonLine]:
        if self._whose is None:
            return []
        return [_line(each) for each in queries.page(self._session, self._whose, first, limit)]

    def named(self, text: str, limit: int) -> Sequence[PersonLine]:
        if self._whose is None:
            return []
        return [_line(each) for each in queries.named(self._session, self._whose, text, limit)]

    def card(self, person_id: int) -> PersonCard | None:
        found = queries.one(self._session, self._whose, person_id) if self._whose is not None else None
        if found is None:
            return None
        person, session, zone = found.person, self._session, self._speaker.timezone
        channels, seen = queries.reached(session, person.id)
        changes = may_change(person, self._speaker, self._rights)
        official = person.role == Role.OFFICER and person.unit_id is not None
        hanging = queries.hanging(session, person.id)
        return PersonCard(
            line=_line(found),
            unit_id=person.unit_id or 0,
            joined=local_date(person.joined_at, self._speaker.timezone),
            channels=channels,
            last_seen=local_date(seen, self._speaker.timezone) if seen else None,
            reports=queries.reports_sent(session, person.id),
            restricted=local_date(person.restricted_at, zone) if person.restricted_at else None,
            duties=Duties(
                requests=len(hanging.held.requests),
                answered=len(hanging.held.answered),
                raised=len(hanging.held.raised),
                inspections=len(hanging.held.inspections),
                broadcasts=len(hanging.held.broadcasts),
                groups=len(hanging.held.groups),
                tokens=len(api_tokens.made_by(session, person.id, self._now)),
                sent_back=len(hanging.held.sent_back),
                draft=hanging.draft,
                alone=official and not queries.other_officers(session, person),
            ),
            changes=changes,
            roles=tuple(role for role in Role if self._rights.may(Action.KEEP_PEOPLE, role)),
        )

    def units(self) -> Sequence[tuple[int, str]]:
        if self._whose is None:
            return []
        found = people.units_now(self._session, self._speaker.tenant_id, self._today)
        return [(unit.id, unit.name) for unit in found]

    def takers(self, person_id: int, limit: int) -> Sequence[PersonLine]:
        found = queries.one(self._session, self._whose, person_id) if self._whose is not None else None
        return [_line(each) for each in queries.takers(self._session, found.person, limit)] if found else []

    def invites(self) -> Sequence[InviteListed]:
        living = queries.living_invites(self._session, self._speaker.tenant_id, self._now)
        seen = [each for each in living if may_revoke(each.invite, self._speaker, self._rights)]
        return [
            InviteListed(
                id=each.invite.id,
                nth=nth,
                role=Role(each.invite.role),
                unit=each.unit,
                left=each.invite.uses_left,
                until=local_date(each.invite.expires_at, self._speaker.timezone),
                by=each.by,
                came=each.came,
            )
            for nth, each in enumerate(seen, 1)
        ]


def may_revoke(invite: Invite, speaker: Speaker, rights: Rights) -> bool:
    """Whether the speaker may take an invite back, and see who came by it."""
    same = invite.tenant_id == speaker.tenant_id
    own_unit = rights.role is Role.ADMIN or speaker.unit_id in (None, invite.unit_id)
    return (
        same
        and (own_unit or invite.created_by == speaker.person_id)
        and rights.may(Action.INVITE, Role(invite.role))
    )


def in_reach(speaker: Speaker, rights: Rights) -> ColumnElement[bool] | None:
    """Whom the speaker sees as a keeper of people; None for who is none."""
    if not rights.may(Action.KEEP_PEOPLE):
        return None
    unit = None if rights.role is Role.ADMIN else speaker.unit_id
    return queries.of_tenant(speaker.tenant_id, unit)


def may_change(person: Person, speaker: Speaker, rights: Rights) -> bool:
    """Whether the speaker may change this person: nobody themselves, nobody above whom they could invite."""
    same = person.tenant_id == speaker.tenant_id
    own_unit = rights.role is Role.ADMIN or speaker.unit_id in (None, person.unit_id)
    allowed = rights.may(Action.KEEP_PEOPLE, Role(person.role))
    return same and own_unit and allowed and person.id != speaker.person_id


def may_decide(person: Person, speaker: Speaker, rights: Rights) -> bool:
    """Whether the speaker may let this person in, and delete or restrict their data when they ask for it."""
    same = person.tenant_id == speaker.tenant_id
    own_unit = rights.role is Role.ADMIN or speaker.unit_id in (None, person.unit_id)
    return same and own_unit and rights.may(Action.DECIDE_MEMBERS, Role(person.role))


def _line(found: queries.Listed) -> PersonLine:
    person = found.person
    return PersonLine(
        person.id,
        person.name,
        Role(person.role),
        PersonStatus(person.status),
        found.unit or person.organisation,
    )
