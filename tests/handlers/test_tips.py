"""A tip is seen by the unit in charge and the manager, its sender aside, and by nobody else anywhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.messages import Address, Outbound
from core.rounds import Every, Round
from storage.models import Audit, Evidence, Fact, HeardMessage, Outbox, Request, TipNote
from storage.queries.people import reports_sent
from storage.queries.visible import Viewer, fact_by_receipt, facts_by_ids, recent_facts
from storage.queries.weekly import activity_in
from tests.handlers.village import Village

SAID: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "tips.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
#: officers of the unit in charge (An) and the manager (Dung)
IN_CHARGE, OTHERS = ("an", "dung"), ("hoa", "chi", "em", "giang", "nobody")
#: pages of plans, which another tenant has none of here
PLANS = ("go:progress", "go:summary", "go:settle")
#: every list, page and act that might tell of it
PLACES = (
    *("go:mine", "go:pending", "go:tips", "go:requests", "go:vain", "go:words", "go:orgs", "go:report"),
    *("go:members", *PLANS, "wk:u:x", "wk:d:x"),
    *("rep:{id}", "w:{id}", "evi:{id}:0", "tp:card:{id}", "tp:say:{id}", "w+:{id}", "w-:{id}", "fix:{id}"),
    *("ph:{id}", "wd:{id}", "u:{id}", "rcpt:{key}", "ok:{key}"),
    *("hs:fact:{id}", "go:changes", "tr:fact:0", "go:data", "go:export"),
)


async def send(village: Village, who: str = "binh", *, hidden: bool = True, key: str = "tip-1") -> Fact:
    """A tip with a photo, as a form would send it."""
    kind = village.knowledge.catalogue.fact_types["violation_tip"]
    answers = {
        "place": "cho_ngu",
        "what": "gian_lan_do_luong",
        "detail": SAID["detail"],
        "anonymous": "co" if hidden else "khong",
        kind.date_field().code: SAID["day"],
    }

    def store(session: Session) -> None:
        session.flush()
        turns = village.knowledge.turns
        turns.record(session, Address("test", f"demo-{who}"), kind.code, answers, (key, village.now))
        fact = session.scalars(select(Fact).where(Fact.draft_key == key)).one()
        photo = Evidence(draft_key=key, person_id=fact.reporter_id, kind="photo", added_at=village.now)
        photo.stored, photo.mime, photo.name = "0" * 64, "image/jpeg", SAID["traces"][0]
        session.add(photo)

    await village.db.write(store)
    return (await village.facts(type="violation_tip"))[-1]


def told(text: str, fact: Fact) -> list[str]:
    """What of the tip a text gives away."""
    return [trace for trace in (fact.receipt, *SAID["traces"]) if trace in text]


@pytest.mark.parametrize("reporter", ["binh", "hoa"])
async def test_nobody_beside_those_in_charge_finds_anything_of_a_tip_anywhere(
    village: Village, reporter: str
) -> None:
    fact = await send(village, reporter)
    others = [who for who in (*OTHERS, "binh") if who != reporter]
    for who in others:
        for place in PLACES:
            if who in ("em", "giang") and place in PLANS:
                continue
            said = await village.press(who, place.format(id=fact.id, key=fact.draft_key))
            assert told(said, fact) == [], (who, place)
    (after,) = await village.facts(id=fact.id)
    assert (after.status, after.ended_at) == (fact.status, None)


async def test_those_in_charge_hear_of_it_without_a_word_of_it_and_open_it_without_the_sender(
    village: Village,
) -> None:
    fact = await send(village)

    def pushed(session: Session) -> dict[str, str]:
        rows = session.scalars(select(Outbox))
        return {row.chat: Outbound.from_json(row.payload).text for row in rows if row.chat != "demo-binh"}

    news = await village.db.read(pushed)
    assert set(news) == {"demo-an", "demo-dung"}
    assert {fact.receipt in text for text in news.values()} == {True}
    assert [told(text.replace(fact.receipt, ""), fact) for text in news.values()] == [[], []]
    for who in IN_CHARGE:
        assert fact.receipt in "".join(b.label for b in (await _buttons(village, who, "go:tips")))
        history = f"hs:fact:{fact.id}"
        assert "giấu tên" in await village.press(who, history)
        card = await village.press(who, f"tp:card:{fact.id}")
        assert told(card, fact) == [fact.receipt, *SAID["traces"]]
        assert told(await village.press(who, f"fix:{fact.id}"), fact) == []
        for place in (
            "go:tips",
            "go:pending",
            f"w:{fact.id}",
            f"rep:{fact.id}",
            f"tp:card:{fact.id}",
            history,
        ):
            text = await village.press(who, place)
            labels = " ".join(button.label for button in village.last[f"demo-{who}"].buttons())
            assert SAID["sender"] not in text + labels, place


async def test_a_sender_who_does_not_mind_is_named(village: Village) -> None:
    fact = await send(village, hidden=False)
    assert SAID["sender"] in await village.press("an", f"tp:card:{fact.id}")


async def test_the_outcome_reaches_the_sender_and_is_kept(village: Village) -> None:
    fact = await send(village)
    await village.press("an", f"tp:say:{fact.id}")
    await village.say("an", SAID["outcome"])
    rows = await village.db.read(lambda session: list(session.scalars(select(Outbox).order_by(Outbox.id))))
    to_sender = [Outbound.from_json(row.payload).text for row in rows if row.chat == "demo-binh"]
    assert SAID["outcome"] in to_sender[-1]
    assert await village.db.read(lambda session: session.scalars(select(TipNote.text)).all()) == [
        SAID["outcome"]
    ]
    assert SAID["outcome"] in await village.press("dung", f"tp:card:{fact.id}")


async def test_it_leaves_no_trace_in_the_trail_the_week_requests_or_what_was_heard(village: Village) -> None:
    binh = await village.person_id("binh")
    before = await village.db.read(lambda session: reports_sent(session, binh))
    fact = await send(village)
    assert await village.db.read(lambda session: reports_sent(session, binh)) == before
    for who, place in (("an", "w-:{id}"), ("an", "go:menu")):
        await village.press(who, place.format(id=fact.id))

    def traces(session: Session) -> list[str]:
        trail = session.execute(select(Audit.old, Audit.new).where(Audit.entity_id == fact.id)).all()
        kept = [*session.scalars(select(HeardMessage.text)), *session.scalars(select(Request.text))]
        return told(f"{trail} {kept}".replace(fact.receipt, ""), fact)

    def seen(session: Session) -> tuple[Any, ...]:
        week = activity_in(session, fact.tenant_id, Round.at(Every.WEEK, village.now, "Asia/Ho_Chi_Minh"))
        return (week.pending, "violation_tip" in {each.kind for each in week.kinds})

    assert await village.db.read(traces) == []
    assert await village.db.read(seen) == (0, False)


@pytest.mark.parametrize(
    ("role", "unit", "sees"),
    [
        (Role.ADMIN, False, False),
        (Role.ADMIN, True, False),
        (Role.OFFICER, False, False),
        (Role.OFFICER, True, True),
        (Role.MANAGER, False, True),
        (Role.HOUSEHOLD, True, False),
    ],
)
async def test_queries_hand_it_out_to_those_in_charge_only(
    village: Village, role: Role, unit: bool, sees: bool
) -> None:
    fact = await send(village)
    viewer = Viewer(9_999, fact.tenant_id, fact.unit_id if unit else None, role)

    def found(session: Session) -> list[bool]:
        lists = (recent_facts(session, viewer, 50), facts_by_ids(session, viewer, [fact.id]))
        listed = [fact.id in {each.id for each in each_list} for each_list in lists]
        return [*listed, fact_by_receipt(session, viewer, fact.receipt) is not None]

    assert await village.db.read(found) == [sees] * 3


async def test_a_second_sender_is_told_of_no_other_tip(village: Village) -> None:
    fact = await send(village)
    await village.press("hoa", "new:violation_tip")
    said = [await village.say("hoa", answer) for answer in SAID["another"]]
    assert told("".join(said), fact) == []
    assert len(await village.facts(type="violation_tip")) == 2


async def _buttons(village: Village, who: str, place: str) -> Sequence[Any]:
    await village.press(who, place)
    return list(village.last[f"demo-{who}"].buttons())
