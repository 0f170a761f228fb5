"""A telephone number and a name that were told: who reads them in which form, wherever they may come out."""

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.exports import Wanted
from core.messages import Address
from reports.api import models
from reports.api.reading import Reader
from reports.exports.writing import export_of
from storage.models import Audit, Fact, Tenant
from storage.queries.visible import open_to_all
from tests.handlers import province
from tests.handlers.test_tips import send as send_tip
from tests.handlers.village import Village

PHONE, SHOWN = "0912345678", "091•••••78"
HOUSEHOLD = "Bình"


async def told(village: Village) -> Fact:
    """A difficulty of a household with a number in it, which an officer confirmed."""
    answers = {"subject": "kinh_phi", "detail": f"cân hỏng, gọi {PHONE}", "date": "2026-05-14"}
    record = partial(
        village.knowledge.turns.record,
        address=Address("test", "demo-binh"),
        fact_type="difficulty",
        answers=answers,
        sent=("difficulty-1", village.now),
    )
    await village.db.write(record)
    (fact,) = await village.facts(type="difficulty")
    await village.press("an", f"w+:{fact.id}")
    return fact


@pytest.mark.parametrize(
    ("who", "form"), [("binh", PHONE), ("an", PHONE), ("dung", PHONE), ("chi", PHONE), (province.WHO, SHOWN)]
)
async def test_a_card_shows_a_number_whole_at_home_and_hidden_to_the_level_above(
    village: Village, who: str, form: str
) -> None:
    fact = await told(village)
    if who == province.WHO:
        await province.enter(village, "bac_ninh", village.now)
    card = await village.press(who, f"rep:{fact.id}")
    assert form in card
    assert (PHONE in card) is (form == PHONE)
    assert (HOUSEHOLD in card) is (form == PHONE)


def export(village: Village, home: str, session: Session) -> str:
    """All that a province, or the commune, takes out as a file."""
    catalogue, day = village.knowledge.catalogue, village.now.date()
    read = catalogue, village.knowledge.texts, "vi"
    whole = export_of(Wanted(), open_to_all(), (home, "dong_cuu"), day, read)
    return "\n".join(str(row) for table in whole.tables(session) for row in table.rows)


def api(village: Village, home: str, session: Session) -> str:
    """All that a system of theirs reads with a token for what is personal."""
    tenant = session.scalars(select(Tenant.id).where(Tenant.code == home)).one()
    reader = Reader(session, village.knowledge.catalogue, tenant, home, village.now, personal=True)
    return reader.facts(models.FactsAsked(limit=500)).model_dump_json()


@pytest.mark.parametrize("out", [export, api])
@pytest.mark.parametrize(("home", "named"), [("dong_cuu", True), ("bac_ninh", False)])
async def test_what_leaves_the_bot_holds_no_number_and_names_no_household_of_others(
    village: Village, out: Callable[[Village, str, Session], str], home: str, named: bool
) -> None:
    await told(village)
    tip = await send_tip(village)
    found = await village.db.read(partial(out, village, home))
    assert (PHONE in found, SHOWN in found) == (False, True)
    assert (HOUSEHOLD in found) is named
    assert tip.receipt not in found
    assert "violation_tip" not in found


async def test_the_trail_keeps_the_number_and_shows_it_hidden(village: Village) -> None:
    fact = await told(village)
    lines = select(func.count()).where(Audit.entity_id == fact.id)
    assert await village.db.read(lambda session: session.scalar(lines))
    for token in (f"hs:fact:{fact.id}", "tr:all:0"):
        assert PHONE not in await village.press("dung", token)
