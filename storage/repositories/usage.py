"""How much of a messenger's plan is used up: counted as it happens, and of what the administrators know."""

from functools import cache

from sqlalchemy import Insert, bindparam, case, func, select, update
from sqlalchemy.orm import Session

from core.quota import Usage
from storage.models.base import table
from storage.models.people import Contact
from storage.models.usage import ChannelUsage
from storage.upserts import dialect_of, insert_into

_usage = table(ChannelUsage)
_contact = table(Contact)
_OF = _usage.c.channel == bindparam("name")
_READ = select(_usage.c.sent, _usage.c.received).where(_OF, _usage.c.month == bindparam("of_month"))
_PEOPLE = select(func.count()).select_from(_contact).where(_contact.c.channel == bindparam("name"))
_TOLD = select(_usage.c.told_messages, _usage.c.told_people).where(_OF)
_TELL = (
    update(_usage)
    .where(_OF)
    .values(told_messages=bindparam("of_messages"), told_people=bindparam("of_people"))
)


@cache
def _count(dialect: str) -> Insert:
    new = insert_into(_usage, dialect)
    same = _usage.c.month == new.excluded.month
    return new.on_conflict_do_update(
        index_elements=["channel"],
        set_={
            "month": new.excluded.month,
            "sent": new.excluded.sent + case((same, _usage.c.sent), else_=0),
            "received": new.excluded.received + case((same, _usage.c.received), else_=0),
            "told_messages": case((same, _usage.c.told_messages), else_=0),
        },
    )


def count(session: Session, channel: str, month: str, *, sent: int = 0, received: int = 0) -> None:
    """So many messages more in that month; with a new month counting begins anew."""
    values = {
        "channel": channel,
        "month": month,
        "sent": sent,
        "received": received,
        "told_messages": 0,
        "told_people": 0,
    }
    session.execute(_count(dialect_of(session)), values)


def read(session: Session, channel: str, month: str) -> Usage:
    """What has been used up to now, in that month."""
    people = session.scalar(_PEOPLE, {"name": channel}) or 0
    row = session.execute(_READ, {"name": channel, "of_month": month}).first()
    return Usage(people, row.sent, row.received) if row else Usage(people)


def raised(session: Session, channel: str, messages: int, people: int) -> tuple[bool, bool]:
    """Whether these levels are higher than those the administrators were told of; then they have been told.

    A level that sank (the plan was enlarged) is told of again when it is reached again.
    """
    row = session.execute(_TOLD, {"name": channel}).first()
    if row is None:
        return False, False
    if (row.told_messages, row.told_people) != (messages, people):
        session.execute(_TELL, {"name": channel, "of_messages": messages, "of_people": people})
    return messages > row.told_messages, people > row.told_people
