"""Articles of a tenant that were approved in the chat."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.periods import local_date
from storage.models import LocalArticle, Person, Request, Tenant


@dataclass(frozen=True, slots=True)
class Approved:
    """An approved article: whose answer it was, to which request, and since when it may be given."""

    article: LocalArticle
    by: str
    receipt: str
    since: date


def how_many_approved(session: Session, tenant_id: int) -> int:
    """How many there are: an approval is never taken back, so that another number is another list."""
    query = select(func.count(LocalArticle.id)).where(
        LocalArticle.tenant_id == tenant_id, LocalArticle.state == "approved"
    )
    return session.scalar(query) or 0


def approved(session: Session, tenant_id: int) -> list[Approved]:
    """All of a tenant, the oldest first."""
    query = (
        select(LocalArticle, Person.name, Request.receipt, Tenant.timezone)
        .join(Person, Person.id == LocalArticle.proposed_by)
        .join(Request, Request.id == LocalArticle.request_id)
        .join(Tenant, Tenant.id == LocalArticle.tenant_id)
        .where(LocalArticle.tenant_id == tenant_id, LocalArticle.state == "approved")
        .order_by(LocalArticle.id)
    )
    return [
        Approved(article, name, receipt, local_date(article.decided_at or article.proposed_at, zone))
        for article, name, receipt, zone in session.execute(query)
    ]
