"""The yearly reports of plans that nobody told of having sent."""

from datetime import date

from sqlalchemy.orm import Session

from core.due.duties import Deadline, deadlines
from reports.reading import Figures
from storage.queries import due


def unsent(
    session: Session, figures: Figures, tenant_id: int, first: date, last: date
) -> tuple[Deadline, ...]:
    """The deadlines between two days, both included, whose report was not sent; the earliest first."""
    found = deadlines(figures.catalogue, figures.tenant, first, last)
    if not found:
        return ()
    sent = due.reports_sent(session, tenant_id, date(first.year, 1, 1))
    return tuple(each for each in found if (each.plan.option(), each.year) not in sent)
