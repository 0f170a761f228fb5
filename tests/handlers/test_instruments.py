"""Reports about single instruments and their cards never say different things."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers.conversations.asking import field_number
from storage.db import Database
from storage.models import Instrument, InstrumentEvent
from tests import shipped
from tests.handlers.province import WHO, enter
from tests.handlers.village import Village

#: behind place, kind and owner: stall, serial, capacity, counted, since, verified, until, body, number, photo
NEW = ("12", "AB-123", "5", "cân mới", "hôm nay", "1/5/2026", "bỏ qua", "Chi cục", "T77", "bỏ qua")
COUNTED = ("12", "AB-123", "5", "đã đếm rồi", "hôm nay", "bỏ qua", "bỏ qua", "bỏ qua", "bỏ qua", "bỏ qua")


@pytest.fixture
async def village(db: Database) -> Village:
    return await Village(db, shipped.knowledge()).build()


async def listed(village: Village, *answers: str) -> Instrument:
    """List an instrument by form; its row."""
    await village.press("an", "new:instrument_listed")
    for answer in ("chợ Ngăm", "cân đồng hồ", "hộ bà Tư", *answers, "đúng"):
        said = await village.say("an", answer)
    assert "Đã ghi" in said, said
    return (await rows(village))[-1]


async def rows(village: Village) -> list[Instrument]:
    query = select(Instrument).order_by(Instrument.id)
    return await village.db.read(lambda session: list(session.scalars(query)))


async def events(village: Village) -> list[str]:
    """What happened and still stands, in the order it was told."""

    def read(session: Session) -> list[str]:
        query = select(InstrumentEvent.kind).where(InstrumentEvent.voided_at.is_(None))
        return list(session.scalars(query.order_by(InstrumentEvent.id)))

    return await village.db.read(read)


async def standing(village: Village) -> list[str]:
    """The kinds of the reports about instruments that stand."""
    return [fact.type for fact in await village.facts(status="confirmed") if "instruments" in fact.fields]


async def test_listing_writes_the_card_and_its_reports_together(village: Village) -> None:
    card = await listed(village, *NEW)
    assert (card.status, card.verified_on, card.valid_until) == ("in_use", date(2026, 5, 1), date(2028, 5, 1))
    assert await standing(village) == ["instrument_listed", "instrument_added", "instrument_verified"]
    assert await events(village) == ["listed", "verified"]


async def test_what_a_survey_has_counted_is_not_counted_again(village: Village) -> None:
    card = await listed(village, *COUNTED)
    assert (card.trouble, card.due_on) == ("never", date(1, 1, 1))
    assert await standing(village) == ["instrument_listed"]


async def test_a_listing_taken_back_leaves_nothing_behind(village: Village) -> None:
    await listed(village, *NEW)
    fact = (await village.facts(type="instrument_listed"))[-1]
    await village.press("an", f"u:{fact.id}")
    assert (await standing(village), await events(village)) == ([], [])
    assert (await rows(village))[-1].ended_at is not None


async def test_a_corrected_listing_is_the_same_instrument(village: Village) -> None:
    before = await listed(village, *NEW)
    fact = (await village.facts(type="instrument_listed"))[-1]
    form = await village.press("an", f"fix:{fact.id}")
    assert "AB-123" in form
    key = next(b.token for b in village.last["demo-an"].buttons() if b.token.startswith("ok:")).split(":")[1]
    kind = village.knowledge.catalogue.fact_types["instrument_listed"]
    await village.press("an", f"e:{key}:{field_number(kind, 'serial')}")
    await village.say("an", "AB-124")
    await village.press("an", f"ok:{key}")
    await village.press("an", f"why:{key}:typo")
    after = (await rows(village))[-1]
    assert (after.id, after.key, after.serial, after.ended_at) == (before.id, before.key, "AB-124", None)
    assert after.valid_until == date(2028, 5, 1)
    assert await standing(village) == ["instrument_listed", "instrument_added", "instrument_verified"]


async def test_a_household_opens_its_own_card_only(village: Village) -> None:
    other = await listed(village, *NEW)
    await village.press("binh", "go:scale")
    for answer in ("chợ Ngăm", "cân đồng hồ", "15", "AB 123"):
        await village.say("binh", answer)
    asked = "".join([await village.say("binh", answer) for answer in ("5", *NEW[3:], "đúng")])
    assert ("AB-123" in asked, "bà Tư" in asked) == (True, False)
    key = next(b.token for b in village.last["demo-binh"].buttons() if b.token.startswith(("sure", "ok")))
    await village.press("binh", key)
    pending = (await village.facts(type="instrument_listed"))[-1]
    assert (pending.status, len(await rows(village))) == ("pending", 1)
    await village.press("an", f"w+:{pending.id}")
    own = (await rows(village))[-1]
    assert (own.owner_id, other.owner_id) == (await village.person_id("binh"), None)
    shown = [await village.press("binh", f"ic:{row.key}") for row in (own, other)]
    # what a messenger makes of a label that is scanned
    assert await village.say("binh", f"/start {own.key}") == shown[0]
    assert other.owner not in await village.say("binh", f"/start {other.key}")
    assert other.owner in await village.say("an", f"/start {other.key}")
    assert other.owner not in await village.say("nobody", f"/start {other.key}")
    assert [("AB 123" in text, "AB-123" in text) for text in shown] == [(True, False), (False, False)]
    await village.press("binh", f"ia:{other.key}:retire")
    await village.press("binh", "il:all")
    assert "bà Tư" not in str(village.last["demo-binh"])
    await village.press("binh", f"u:{pending.id}:typo")
    assert [row.ended_at is None for row in await rows(village)] == [True, False]


async def test_a_province_is_led_to_the_lists_in_which_there_is_something(village: Village) -> None:
    await enter(village, "bac_ninh", village.now)
    assert "chưa lập thẻ cho cân nào" in await village.press(WHO, "go:instruments")
    assert [button.token for button in village.last[f"demo-{WHO}"].buttons()] == ["go:menu"]
    await listed(village, *COUNTED)
    assert "xã Đông Cứu" in await village.press(WHO, "go:instruments")
    ways = village.last[f"demo-{WHO}"].buttons()
    assert [button.label for button in ways[:-1]] == ["⚪ Chưa kiểm định (1)"]
    await village.press(WHO, ways[0].token)
    scale = village.last[f"demo-{WHO}"].buttons()[0].token
    assert "AB-123" in await village.press(WHO, scale)
