"""A household's data are its own: told by it, seen by it, and deleted but for figures without a name."""

from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from core.messages import Address
from storage.models import Base, Fact, Inbox, Organisation, Outbox, Person
from storage.repositories import facts, organisations
from tests.handlers.village import Village

SAID: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "own_data.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
#: what a channel handed in and out: of who is deleted it is emptied, of others it is kept for a while
QUEUES = {"inbox", "outbox"}


async def report(village: Village, key: str, *, confirmed: bool, of: str = "need") -> Fact:
    kind = village.knowledge.catalogue.fact_types["support_need" if of == "need" else "instrument_listed"]
    answers = {**SAID[of], kind.date_field().code: SAID["day"]}

    def store(session: Session) -> None:
        turns = village.knowledge.turns
        turns.record(session, Address("test", "demo-binh"), kind.code, answers, (key, village.now))
        fact = session.scalars(select(Fact).where(Fact.draft_key == key)).one()
        if confirmed:
            officer = session.scalars(select(Person.id).where(Person.role == "officer").limit(1)).one()
            facts.confirm(session, fact.id, officer, village.now)

    await village.db.write(store)
    return (await village.facts(draft_key=key))[0]


def everything(session: Session) -> str:
    """All that the database holds, but for what channels keep."""
    tables = [table for name, table in Base.metadata.tables.items() if name not in QUEUES]
    return "\n".join(str(tuple(row)) for table in tables for row in session.execute(select(table)))


def through_the_channel(session: Session, who: str) -> None:
    """All that was said went in and out, as it does where there is a channel."""
    session.execute(update(Inbox).where(Inbox.lane == f"test:demo-{who}").values(raw={"text": who}))
    session.execute(update(Outbox).values(status="sent"))


def said(session: Session, who: str) -> set[str]:
    """What the queues hold of what was said with somebody before the last answer."""
    heard = session.scalars(select(Inbox.raw).where(Inbox.lane == f"test:demo-{who}"))
    told = session.scalars(
        select(Outbox.payload).where(Outbox.chat == f"demo-{who}", Outbox.status == "sent")
    )
    return {str(each["text"]) for each in (*heard, *told) if each.get("text")}


async def test_what_is_deleted_is_gone_and_what_counts_stays_without_a_name(village: Village) -> None:
    counted, waiting = (
        await report(village, "k1", confirmed=True),
        await report(village, "k2", confirmed=False),
    )
    person = await village.person_id("binh")
    await village.press("binh", "go:register")
    for answer in SAID["answers"]:
        await village.say("binh", answer)
    listed = await report(village, "k3", confirmed=False, of="scale")
    await village.press("an", f"w+:{listed.id}")
    await village.say("binh", SAID["question"])
    await village.press("an", f"sb:{counted.id}:2")
    await village.say("an", SAID["asked_back"])
    await village.press("binh", "rk:keep:1")
    await village.say("binh", SAID["explained"])
    await village.press("binh", "new:support_need")
    await village.say("binh", SAID["draft"])
    before = await village.db.read(everything)
    assert [trace for trace in SAID["traces"] if trace not in before] == []
    await village.db.write(lambda session: through_the_channel(session, "binh"))
    await village.press("binh", "me:erase")
    assert await village.db.read(lambda session: said(session, "binh")) == set()
    assert await village.db.read(lambda session: said(session, "an")) != set()
    after = await village.db.read(everything)
    assert [trace for trace in SAID["traces"] if trace in after] == []
    assert [(await village.facts(id=fact.id))[0].status for fact in (counted, waiting, listed)] == [
        "confirmed",
        "withdrawn",
        "confirmed",
    ]
    gone = await village.db.read(lambda session: session.get_one(Person, person))
    assert (gone.status, gone.organisation) == ("blocked", None)
    assert await village.person_id("binh") == 0


async def test_only_the_household_itself_sees_changes_or_deletes_it(village: Village) -> None:
    for who in ("an", "dung", "chi", "em", "nobody"):
        for token in ("go:own", "go:register", "me:show", "me:ask:name", "me:place:cho_ngu", "me:erase"):
            await village.press(who, token)
    people = await village.db.read(lambda session: list(session.scalars(select(Person.status))))
    assert set(people) == {"active"}
    assert len(await village.db.read(lambda session: list(session.scalars(select(Organisation))))) == 1


async def test_two_households_of_one_name_are_two(village: Village) -> None:
    def second(session: Session) -> tuple[str, str]:
        first = session.scalars(select(Organisation)).one()
        free = organisations.free_name(session, first.tenant_id, first.name, "North")
        return free, f"{first.name} (North)"

    found, expected = await village.db.read(second)
    assert found == expected


async def test_a_place_nobody_knows_is_said_to_be_so_and_what_was_typed_is_said_back(
    village: Village,
) -> None:
    await village.say("binh", "/dangky")
    assert "✔ Tên: Rau sạch cô Bình" in await village.say("binh", "Rau sạch cô Bình")
    unknown = await village.say("binh", "chợ trên trời")
    assert "Em chưa thấy nơi “chợ trên trời”" in unknown
    assert "Anh/chị bán hoặc làm ở đâu?" in unknown
    assert "✔ Nơi bán: chợ Ngụ" in await village.say("binh", "chợ ngụ")
