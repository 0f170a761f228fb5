"""What a conversation may look up, answered from the database within the turn's transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Literal, TypeVar

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.fact_types import Role
from core.catalogue.plans import Member
from core.confidential import TIP, keeps_name_back
from core.dialogue.known import ContactKnown, HeardKnown, TaughtKnown
from core.dialogue.known_reports import ReportKnown
from core.dialogue.own_data import OwnData
from core.dialogue.people_known import InviteKnown, MemberKnown
from core.dialogue.state import Answer, FormState
from core.indicators.doubts import Doubt
from core.indicators.facts import Moment
from core.indicators.rules import BrokenRule
from core.periods import local_time
from core.personal import hidden_in
from core.texts import say
from handlers.context import reviewed_below, rights_of
from handlers.effects import held_correction
from handlers.effects.store_report import days
from handlers.known_broadcasts import DbBroadcasts
from handlers.known_contacts import known_contacts
from handlers.known_heard import HeardLookups
from handlers.known_instruments import InstrumentsOf
from handlers.known_organisations import DbOrgs
from handlers.known_own import own_data
from handlers.known_people import DbPeople
from handlers.known_requests import DbRequests
from handlers.known_reviews import DbReviews, named_to, reviewed_by
from handlers.known_units import DbUnits
from handlers.rules import broken_by_answers, broken_by_fact, doubts_about
from storage.models import Fact, Person, Tenant, TipNote, Unit
from storage.queries.notices import choice_of_a_notice
from storage.queries.recent_kinds import recent_kinds
from storage.queries.settled import members_now, settled_catalogue
from storage.queries.visible import Viewer, confirmed_below, open_to_all, visible_facts
from storage.repositories import evidence, facts, people
from storage.repositories.conversations import Speaker

R = TypeVar("R", Person, Tenant, Unit)


class DbLookups:
    """`core.dialogue.known.Lookups` over the database; what the speaker may not see is not there."""

    def __init__(self, session: Session, speaker: Speaker, catalogue: Catalogue, now: datetime) -> None:
        self._session = session
        self._speaker = speaker
        self._catalogue = catalogue
        self._now = now
        self._settled: Catalogue | None = None
        self._rows: list[object] = []
        self._rights = rights = rights_of(catalogue, speaker)
        self._heard = HeardLookups(session, speaker, catalogue)
        self.requests = DbRequests(session, speaker, rights)
        self.people = DbPeople(session, speaker, now, rights)
        self.broadcasts = DbBroadcasts(session, speaker, catalogue, now)
        self.units_kept = DbUnits(session, speaker, catalogue, now, rights)
        self.orgs = DbOrgs(session, speaker, rights)
        self.reviews = DbReviews(
            session, speaker, now, self._visible, reviewed_below(catalogue, speaker), rights
        )
        self._instruments = InstrumentsOf(session, speaker, catalogue, now)

    def invite(self, code: str) -> InviteKnown | None:
        found = people.invite_by_code(self._session, code)
        if found is None:
            return None
        invite, tenant, unit = found
        problem: Literal["used", "expired", "revoked"] | None = None
        if invite.uses_left < 0:
            problem = "revoked"
        elif invite.uses_left < 1:
            problem = "used"
        elif invite.expires_at <= self._now:
            problem = "expired"
        return InviteKnown(tenant.name, Role(invite.role), unit.name if unit else None, problem)

    def noticed(self, words: str) -> str:
        return choice_of_a_notice(self._session, self._speaker.contact_id, words)

    def contacts(self) -> Sequence[ContactKnown]:
        return known_contacts(self._session, self._speaker)

    def recent_kinds(self, among: Collection[str], limit: int) -> Sequence[str]:
        return recent_kinds(self._session, self._speaker.person_id or 0, among, limit)

    def last_answers(self, fact_type: str) -> Mapping[str, Answer]:
        fields = self._session.scalar(
            select(Fact.fields)
            .where(
                Fact.reporter_id == self._speaker.person_id,
                Fact.type == fact_type,
                Fact.status.in_(facts.STANDING),
            )
            .order_by(Fact.id.desc())
            .limit(1)
        )
        return fields or {}

    def similar(self, form: FormState, answers: Mapping[str, Answer]) -> ReportKnown | None:
        kind = self._catalogue.fact_types[form.fact_type]
        if not kind.dedupe:
            return None
        day = days(kind, dict(answers))
        date_code = kind.date_field().code
        same = {code: answers.get(code) for code in kind.dedupe if code != date_code}
        alike = facts.alike(
            self._session, self._speaker.tenant_id, kind.code, day, same, self._speaker.person_id
        )
        return next(iter(self._known(alike[:1])), None)

    def broken_rules(self, form: FormState, answers: Mapping[str, Answer]) -> Sequence[BrokenRule]:
        return broken_by_answers(self._session, self._speaker, self._catalogue, self._now, form, answers)

    def doubts(self, form: FormState, answers: Mapping[str, Answer]) -> Sequence[Doubt]:
        return doubts_about(self._session, self._speaker, self._catalogue, self._now, form, answers)

    def rules_broken_by(self, fact_id: int) -> Sequence[BrokenRule]:
        return broken_by_fact(self._session, self._speaker, self._catalogue, self._now, fact_id)

    def report(self, fact_id: int) -> ReportKnown | None:
        found = self._session.scalars(select(Fact).where(Fact.id == fact_id, self._visible()))
        return next(iter(self._known(found)), None)

    def recent_reports(self, limit: int) -> Sequence[ReportKnown]:
        found = self._session.scalars(
            select(Fact)
            .where(self._visible(), Fact.status != "superseded", Fact.reporter_id == self._speaker.person_id)
            .order_by(Fact.id.desc())
            .limit(limit)
        )
        return self._known(found)

    def waiting_reports(self, limit: int) -> Sequence[ReportKnown]:
        found = self._session.scalars(
            select(Fact)
            .where(
                Fact.tenant_id == self._speaker.tenant_id,
                Fact.status == "pending",
                Fact.reporter_id != self._speaker.person_id,
                or_(open_to_all(), self._visible()),
            )
            .order_by(Fact.id)
            .limit(limit)
        )
        return self._known(found)

    def reports_below(self, first: int, limit: int) -> Sequence[ReportKnown]:
        below = reviewed_below(self._catalogue, self._speaker)
        query = select(Fact).where(confirmed_below(below), Fact.status == "confirmed")
        query = query.order_by(Fact.id.desc()).offset(first).limit(limit)
        return self._known(self._session.scalars(query)) if below else []

    def tips(self, limit: int | None) -> Sequence[tuple[ReportKnown, Sequence[tuple[datetime, str]]]]:
        found = self._session.scalars(
            select(Fact)
            .where(
                self._visible(),
                Fact.type == TIP,
                Fact.status.in_(facts.STANDING),
                Fact.reporter_id != self._speaker.person_id,
            )
            .order_by(Fact.id.desc())
            .limit(limit)
        ).all()
        notes = select(TipNote).where(TipNote.fact_id.in_([fact.id for fact in found])).order_by(TipNote.id)
        answers: dict[int, list[tuple[datetime, str]]] = {}
        for note in self._session.scalars(notes):
            at = local_time(note.at, self._speaker.timezone)
            answers.setdefault(note.fact_id, []).append((at, note.text))
        return [(known, answers.get(known.id, [])) for known in self._known(found)]

    def own_data(self) -> OwnData | None:
        return own_data(self._session, self._speaker, self._now)

    def waiting_members(self) -> Sequence[MemberKnown]:
        whole_tenant = self._speaker.role == Role.ADMIN
        unit_id = None if whole_tenant else self._speaker.unit_id
        waiting = people.waiting_members(self._session, self._speaker.tenant_id, unit_id)
        return [MemberKnown(p.id, p.name, Role(p.role), unit or p.organisation) for p, unit in waiting]

    def units(self) -> Sequence[tuple[str, str]]:
        today = local_time(self._now, self._speaker.timezone).date()
        found = people.units_now(self._session, self._speaker.tenant_id, today)
        return [(unit.code, unit.name) for unit in found]

    def settled(self) -> Catalogue:
        if self._settled is None:
            self._settled = settled_catalogue(
                self._session, self._catalogue, self._speaker.tenant_code, self._now
            )
        return self._settled

    def roster(self, code: str) -> Sequence[Member]:
        as_of = Moment(local_time(self._now, self._speaker.timezone).date(), self._now)
        return members_now(self._session, self.settled(), self._speaker.tenant_code, code, as_of)

    def puzzling(self, first: int, limit: int) -> Sequence[HeardKnown]:
        return self._heard.puzzling(first, limit)

    def how_many_puzzling(self) -> int:
        return self._heard.how_many_puzzling()

    def heard(self, message_id: int) -> HeardKnown | None:
        return self._heard.one(message_id)

    def heard_lately(self, limit: int) -> Sequence[HeardKnown]:
        return self._heard.lately(limit)

    def taught(self) -> Sequence[TaughtKnown]:
        return self._heard.taught()

    def instruments(self) -> InstrumentsOf:
        return self._instruments

    def _visible(self) -> ColumnElement[bool]:
        speaker = self._speaker
        viewer = Viewer(
            person_id=speaker.person_id or 0,
            tenant_id=speaker.tenant_id,
            unit_id=speaker.unit_id,
            role=speaker.role,
            below=reviewed_below(self._catalogue, speaker),
            today=local_time(self._now, speaker.timezone).date(),
        )
        return visible_facts(viewer)

    def _known(self, found: Iterable[Fact]) -> list[ReportKnown]:
        reports = list(found)
        files = evidence.counts(self._session, [fact.draft_key for fact in reports]) if reports else {}
        return [self._known_with(fact, files.get(fact.draft_key, 0)) for fact in reports]

    def _row(self, kind: type[R], number: int) -> R | None:
        """A row by its number, held on to: the session forgets what nobody holds, and would read it again."""
        row = self._session.get(kind, number)
        self._rows.append(row)
        return row

    def _known_with(self, fact: Fact, files: int) -> ReportKnown:
        reporter = self._row(Person, fact.reporter_id)
        own = fact.reporter_id == self._speaker.person_id
        home = fact.tenant_id == self._speaker.tenant_id
        hidden = keeps_name_back(fact.type, fact.fields) and not own
        household = reporter is not None and reporter.role == Role.HOUSEHOLD
        old = held_correction.original(self._session, fact)
        tenant = self._row(Tenant, fact.tenant_id)
        unit = self._row(Unit, fact.unit_id) if fact.unit_id else None
        return ReportKnown(
            id=fact.id,
            receipt=fact.receipt,
            fact_type=fact.type,
            answers=fact.fields if home else hidden_in(fact.fields),
            status=fact.status,
            recorded_at=local_time(fact.recorded_at, self._speaker.timezone),
            reporter_name=say("tip-anonymous") if hidden else named_to(self._session, self._speaker, fact),
            own=own,
            draft_key=fact.draft_key,
            evidence=files,
            reason=fact.reason,
            reviewed=reviewed_by(self._speaker, self._rights, fact, reporter),
            unit=(unit.id, unit.name) if unit and not household else None,
            tenant=tenant.code if tenant else "",
            instead_of=None if old is None else old.fields if home else hidden_in(old.fields),
        )
