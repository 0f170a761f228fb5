"""What is said to whose message was given up."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.messages import Address
from core.texts import say
from storage.models import Inbox, Outbox, Person
from tests.handlers.village import Village


async def told(village: Village, chat: str, *, times: int = 1) -> list[str]:
    """Give a message of that chat up so often; what is said about it in the end."""
    address = Address("test", chat)

    def give_up(session: Session) -> None:
        row = Inbox(channel="test", update_key="x", lane=str(address), raw={}, received_at=village.now)
        row.not_before = village.now
        session.add(row)
        session.flush()
        for _ in range(times):
            village.knowledge.turns.give_up(session, address, row.id, village.now)

    await village.db.write(give_up)
    query = select(Outbox.payload).where(Outbox.chat == chat, Outbox.answers_inbox_id.is_not(None))
    return [payload["text"] for payload in await village.db.read(lambda s: list(s.scalars(query)))]


@pytest.mark.parametrize("locale", ["vi", "en"])
async def test_the_sender_is_told_in_their_language_and_once(village: Village, locale: str) -> None:
    await village.db.write(lambda session: session.execute(update(Person).values(locale=locale)))
    sentence = village.knowledge.texts.render(say("message-given-up"), locale)
    assert await told(village, "demo-an", times=2) == [sentence]


async def test_nobody_is_written_to_who_never_wrote(village: Village) -> None:
    assert await told(village, "-4711") == []
