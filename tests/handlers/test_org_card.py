"""The card of an organisation leads to its instruments and products, and lists what it still waits for."""

from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.dialogue.state import Answer
from core.messages import Address
from storage.db import Database
from storage.models import Organisation, Product
from tests import shipped
from tests.bot.test_imports import SAID, workbook
from tests.handlers.test_imports import offered, sent
from tests.handlers.village import Village

GTIN = "08934588012112"


@pytest.fixture
async def village(db: Database) -> Village:
    return await Village(db, shipped.knowledge()).build()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_card_lists_needs_instruments_and_products(village: Village, tmp_path: Path) -> None:
    await sent(village, "an", tmp_path, workbook(SAID["heads"], SAID["right"]))
    await village.press("an", offered(village, "an", "im:yes")[0])
    org = SAID["right"][0]
    # by another of its names
    named = org[6].split(";")[0]
    scales = [[named, *SAID["instruments"][1][1:]], SAID["instruments"][0]]
    await sent(village, "an", tmp_path, workbook(SAID["instrument_heads"], scales))
    await village.press("an", offered(village, "an", "im:yes")[0])
    await village.press("an", f"pa:{GTIN}")
    await village.say("an", "Tuong ot")
    await village.say("an", named)
    await village.say("an", "ok")
    row = select(Organisation.id).where(Organisation.name == org[0])
    number = await village.db.read(lambda session: session.scalar(row))
    card = await village.press("an", f"og:card:{number}")
    assert [line.rsplit(": ", 1)[-1] for line in card.splitlines() if line.startswith(("⚖", "🏷"))] == [
        "1",
        "1",
    ]
    assert len(offered(village, "an", "ic:")) == 1
    assert len(offered(village, "an", "po:")) == 1
    assert "🙋" not in card
    told = await village.db.read(lambda session: session.scalars(select(Product)).one())
    assert (told.organisation, told.organisation_id) == (named, number)
    same: dict[str, Answer] = {"org_type": "htx", "date": village.now.date().isoformat()}
    told_in_turn: list[tuple[str, dict[str, Answer], bool]] = [
        ("support_need", {"org": org[0], "subject": "msmv"}, True),
        ("guidance_given", {"orgs": [org[0]], "subject": ["tccs"], "count": 1}, True),
        ("guidance_given", {"orgs": [org[0]], "subject": ["tccs", "msmv"], "count": 1}, False),
    ]
    for kind, said, waits in told_in_turn:
        await village.db.write(partial(recorded, village, kind, {**same, **said}))
        assert ("🙋" in await village.press("an", f"og:card:{number}")) is waits


def recorded(village: Village, kind: str, answers: dict[str, Answer], session: Session) -> None:
    sent_as = (f"test-{len(answers)}-{answers['subject']}"[:40], village.now)
    village.knowledge.turns.record(session, Address("test", "demo-an"), kind, answers, sent_as)
