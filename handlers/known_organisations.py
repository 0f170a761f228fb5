"""The register of organisations of the speaker's tenant, as a conversation may look it up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.consents import CONTACT
from core.organisations.known import OrgCard
from core.organisations.names import OrgNames
from core.permissions import Action, Rights
from storage.models import Organisation, OrganisationMember, Person
from storage.queries import instruments, organisations
from storage.repositories import products
from storage.repositories.consents import agreed
from storage.repositories.conversations import Speaker

#: kinds of report whose contents a card lists
SUPPORT, CERTIFIED = "support_granted", "org_certified"
NEED, GUIDANCE = "support_need", "guidance_given"


class DbOrgs:
    """`core.organisations.known.OrgLookups` over the database."""

    def __init__(self, session: Session, speaker: Speaker, rights: Rights) -> None:
        self._session = session
        self._speaker = speaker
        self._rights = rights
        self._names: OrgNames | None = None

    def names(self) -> OrgNames:
        """All organisations of the tenant, read once; for who reports officially."""
        if self._names is None:
            found = organisations.register(self._session, self._speaker.tenant_id) if self._allowed() else ()
            self._names = OrgNames(found)
        return self._names

    def counts(self) -> Sequence[tuple[str, int]]:
        found = organisations.counts(self._session, self._speaker.tenant_id) if self._allowed() else {}
        return sorted(found.items(), key=lambda each: -each[1])

    def card(self, org_id: int) -> OrgCard | None:
        """The card of one; of a merged one that of what it is now."""
        org = self._session.get(Organisation, org_id)
        if org is None or org.tenant_id != self._speaker.tenant_id or not self._allowed():
            return None
        if org.merged_into_id is not None:
            return self.card(org.merged_into_id)
        facts = organisations.facts_of(self._session, org.id)
        stages: dict[str, str] = {}
        certificates: dict[str, date] = {}
        for fact in facts:
            if fact.type == SUPPORT:
                stages.setdefault(str(fact.said.get("content")), str(fact.said.get("stage")))
            if fact.type == CERTIFIED:
                certificates.setdefault(str(fact.said.get("kind")), fact.day)
        parts = organisations.part_ids(self._session, org.id)
        members = select(func.count()).where(OrganisationMember.organisation_id.in_(parts))
        agreeing = members.where(Person.id == OrganisationMember.person_id, agreed(CONTACT))
        merges = [
            (merge.id, part.name)
            for merge in organisations.merges_of(self._session, org.id)
            if (part := self._session.get(Organisation, merge.organisation_id))
        ]
        return OrgCard(
            org=next(
                each for each in organisations.register(self._session, org.tenant_id) if each.id == org.id
            ),
            status=org.status,
            since=org.status_since,
            trade=org.trade,
            tax_code=org.tax_code,
            contact=org.contact,
            reports=Counter(fact.type for fact in facts),
            supports=tuple(stages.items()),
            certificates=tuple(certificates.items()),
            merged=tuple(merges),
            people=self._session.scalar(members) or 0,
            contactable=self._session.scalar(agreeing) or 0,
            needs=tuple(_open_needs(facts)),
            instruments=instruments.of_organisations(self._session, parts),
            products=tuple(products.of_organisations(self._session, org.tenant_id, parts)),
        )

    def _allowed(self) -> bool:
        return self._rights.may(Action.KEEP_ORGANISATIONS)


def _open_needs(facts: Sequence[organisations.OrgFact]) -> Iterator[tuple[str, date]]:
    """What it wants to be guided on, with no guidance on the day of the need or later; the latest first."""
    guided: dict[str, date] = {}
    for fact in facts:
        subjects = fact.said.get("subject") if fact.type == GUIDANCE else None
        for subject in subjects if isinstance(subjects, list) else ():
            guided.setdefault(subject, fact.day)
    told = {str(fact.said.get("subject")): fact.day for fact in reversed(facts) if fact.type == NEED}
    for subject, day in sorted(told.items(), key=lambda each: each[1], reverse=True):
        if day > guided.get(subject, date.min):
            yield subject, day
