"""Two bots that meet an empty database at the same moment."""

from pathlib import Path

import pytest
from sqlalchemy import select

from storage.models import Tenant
from tests import shipped
from tests.survival.conftest import scene_at

pytestmark = pytest.mark.kill


async def test_both_start_and_the_commune_is_there_once(empty_postgres_url: str, tmp_path: Path) -> None:
    async with scene_at(empty_postgres_url, tmp_path) as scene:
        bots = [scene.bot(f"bot {number}", receives=not number) for number in range(3)]
        for bot in bots:
            bot.start()
        await scene.until(lambda: all(bot.is_ready() for bot in bots), "three bots that have started")
        codes = await scene.in_database(lambda session: session.scalars(select(Tenant.code)).all())
    assert codes == list(shipped.catalogue().tenants)
