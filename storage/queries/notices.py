"""Choices of messages that the bot sent by itself: a request to approve, a reminder."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.folding import words_of
from core.messages import Outbound
from storage.models.people import Contact
from storage.models.queues import Outbox

#: notices that are looked through, the newest first: older ones are out of sight
NEWEST = 10


def choice_of_a_notice(session: Session, contact_id: int, words: str) -> str:
    """The token of the newest choice with these words (core.folding.words_of); empty when there is none."""
    here = (Contact.channel == Outbox.channel) & (Contact.chat == Outbox.chat)
    query = (
        select(Outbox.payload)
        .join(Contact, here)
        .where(
            Contact.id == contact_id,
            Outbox.answers_inbox_id.is_(None),
            Outbox.status.in_(("sending", "sent")),
        )
        .order_by(Outbox.id.desc())
        .limit(NEWEST)
    )
    for payload in session.scalars(query):
        for button in Outbound.from_json(payload).buttons():
            if words_of(button.label) == words:
                return button.token
    return ""
