"""When people may be written to: the quiet hours of the content, or those that their admins set in chat."""

from datetime import datetime

from sqlalchemy.orm import Session

from core.catalogue.hours import with_hours
from core.catalogue.schedule import Schedule
from core.periods import next_allowed
from storage.repositories.plan_settings import hours_set


class QuietHours:
    """Read once from the database, for all tenants."""

    def __init__(self, session: Session, schedule: Schedule) -> None:
        self._schedule = schedule
        self._set = hours_set(session)

    def opens(self, tenant: str, zone: str, wanted: datetime) -> datetime:
        """That moment, or the end of the quiet hours it falls into, in the tenant with this code."""
        hours = with_hours(self._schedule, self._set.get(tenant, ()))
        return next_allowed(wanted, hours.quiet_from, hours.quiet_to, zone)
