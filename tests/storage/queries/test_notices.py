from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.folding import words_of
from core.messages import Address, Button, Outbound
from storage.db import Database
from storage.models import Outbox
from storage.queries.notices import NEWEST, choice_of_a_notice
from storage.repositories import conversations, inbox, outbox

NOW = datetime(2026, 5, 14, 2, 30, tzinfo=UTC)
AN, CHI = Address("zalo_bot", "a1"), Address("zalo_bot", "c3")


def asked(label: str, token: str) -> Outbound:
    return Outbound("Anh/chị duyệt giúp em.", ((Button(label, token),),))


def send(session: Session, to: Address, *messages: Outbound, answers: int | None = None) -> None:
    """Write them and let them be sent."""
    for message in messages:
        outbox.add(session, address=to, message=message, now=NOW, answers_inbox_id=answers)
    session.execute(update(Outbox).values(status="sent"))


def picks(session: Session, who: Address, typed: str) -> str:
    contact = conversations.speaker(session, who, NOW).contact_id
    return choice_of_a_notice(session, contact, words_of(typed))


async def test_the_newest_choice_with_these_words_is_picked(db: Database) -> None:
    def run(session: Session) -> list[str]:
        send(session, AN, asked("Duyệt Vũ Minh", "m+:1"), asked("Duyệt Vũ Minh", "m+:2"), asked("Hủy", "x"))
        return [picks(session, AN, typed) for typed in ("duyet vu minh", "Hủy", "khác")]

    assert await db.write(run) == ["m+:2", "x", ""]


async def test_choices_of_other_people_of_answers_and_of_long_ago_are_none(db: Database) -> None:
    def run(session: Session) -> list[str]:
        inbox.add(session, [inbox.Arrival("zalo_bot", "1", str(AN), {})], NOW)
        send(session, CHI, asked("Duyệt", "m+:1"))
        send(session, AN, asked("Sửa", "e"), answers=1)
        send(session, AN, asked("Cũ", "o"), *[Outbound(f"tin {number}") for number in range(NEWEST)])
        return [picks(session, AN, typed) for typed in ("duyệt", "sửa", "cũ")]

    assert await db.write(run) == ["", "", ""]


async def test_a_choice_on_its_way_to_nobody_yet_is_none(db: Database) -> None:
    def run(session: Session) -> str:
        outbox.add(session, address=AN, message=asked("Duyệt", "m+:1"), now=NOW)
        return picks(session, AN, "duyệt")

    assert await db.write(run) == ""


async def test_the_choices_of_a_notice_have_no_numbers(db: Database) -> None:
    def run(session: Session) -> list[bool]:
        inbox.add(session, [inbox.Arrival("zalo_bot", "1", str(AN), {})], NOW)
        outbox.add(session, address=AN, message=asked("Sửa", "e"), now=NOW, answers_inbox_id=1)
        outbox.add(session, address=AN, message=asked("Duyệt", "m+:1"), now=NOW)
        payloads = session.scalars(select(Outbox.payload).order_by(Outbox.id))
        return [Outbound.from_json(payload).numbered for payload in payloads]

    assert await db.write(run) == [True, False]
