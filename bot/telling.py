"""Telling administrators what only they can do something about."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.delivery import NOTICE
from core.messages import Outbound
from core.texts import Speech, Texts
from storage.models import Tenant
from storage.queries.recipients import with_roles
from storage.repositories import outbox


def tell_administrators(
    session: Session, texts: Texts, speech: Speech, now: datetime, useful: timedelta
) -> None:
    """A message to every administrator of every tenant, in their language; of use for so long."""
    for tenant in session.scalars(select(Tenant.id).order_by(Tenant.id)).all():
        for person in with_roles(session, tenant, Role.ADMIN):
            outbox.add(
                session,
                address=person.address,
                message=Outbound(texts.render(speech, person.locale)),
                now=now,
                priority=NOTICE,
                person_id=person.person_id,
                useless_after=now + useful,
            )
