"""What somebody is told whose message could not be handled, however often it was tried."""

from datetime import datetime

from sqlalchemy.orm import Session

from core.messages import Address, Outbound
from core.texts import Texts, say
from storage.repositories import outbox, people


def apologise(session: Session, texts: Texts, address: Address, inbox_id: int, now: datetime) -> None:
    """Say so once for each message, in the person's language; to an address nobody wrote from, nothing."""
    locale = people.locale_at(session, address)
    if locale is None:
        return
    outbox.add(
        session,
        address=address,
        message=Outbound(texts.render(say("message-given-up"), locale)),
        now=now,
        dedupe_key=f"given-up:{inbox_id}",
        coalesce_key=f"{address}:given-up",
        answers_inbox_id=inbox_id,
    )
