"""A tenant, a unit or a kind of report leaves the content; people and rows of it are still there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import TypeVar

import pytest
from sqlalchemy import select

from core.catalogue import Catalogue
from core.delivery import Drop
from scheduler.occasion import Content
from scheduler.rechecks import rechecks
from scheduler.runner import Scheduler
from storage.models import Outbox, Person, Tenant
from storage.queries.left_behind import left_behind
from tests.handlers.village import Village, send_inspection

V = TypeVar("V")
FRIDAY = datetime(2026, 5, 15, 9, 20, tzinfo=UTC)  # 16:20 there
#: what people of each role ask, in words and by buttons
ASKED = (
    "tiến độ",
    "kiểm tra 21 cân ở chợ Ngụ, 2 không đạt",
    "tóm tắt tháng 4",
    "đúng",
    "cân phải kiểm định không",
)
PRESSED = (
    "new:measuring_inspection",
    "cl:hours",
    "wk:s:month-20260401",
    "kp:new:2026q1",
    "inv",
    "go:nowhere",
    "x",
)


def without(items: Mapping[str, V], code: str) -> Mapping[str, V]:
    return MappingProxyType({key: value for key, value in items.items() if key != code})


def reading(village: Village, catalogue: Catalogue) -> None:
    """From now on the bot has this content."""
    old = village.knowledge
    turns = replace(old.turns, catalogue=catalogue, ear=replace(old.turns.ear, catalogue=catalogue, _made={}))
    village.knowledge = replace(old, catalogue=catalogue, turns=turns)


async def ticked(village: Village) -> set[str]:
    """What became of all jobs in a look of the clockwork."""
    content = Content(village.knowledge.catalogue, village.knowledge.texts)
    scheduler = Scheduler(village.db, content, lambda: village.now, lambda: None)
    return {run.outcome for run in (await scheduler.tick(village.now)).runs}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_people_of_a_tenant_that_is_gone_hear_so_and_keep_what_is_theirs(village: Village) -> None:
    village.now = FRIDAY
    assert "failed" not in await ticked(village)
    whole = village.knowledge.catalogue
    reading(village, replace(whole, tenants=without(whole.tenants, "dong_cuu")))
    turns = village.knowledge.turns
    for who in ("an", "binh", "dung", "chi"):
        for command in sorted(word for word in turns.commands if word.startswith("/")):
            assert await village.say(who, command), command
        for text in ASKED:
            assert "không còn trong cài đặt của bot" in await village.say(who, text), text
        for token in PRESSED:
            assert "không còn trong cài đặt của bot" in await village.press(who, token)
        assert "không còn trong cài đặt" not in await village.press(who, "go:data")
    village.now += timedelta(days=3)
    assert "failed" not in await ticked(village)
    # what was written before it left is not sent any more
    content = Content(village.knowledge.catalogue, village.knowledge.texts)
    asked = await village.db.read(
        lambda session: [
            rechecks(content)[row.recheck["name"]](session, row, village.now)
            for row in session.scalars(
                select(Outbox)
                .join(Person, Person.id == Outbox.person_id)
                .join(Tenant, Tenant.id == Person.tenant_id)
                .where(Outbox.recheck.is_not(None), Tenant.code == "dong_cuu")
            )
            if row.recheck
        ]
    )
    assert asked
    assert all(isinstance(each, Drop) for each in asked)
    left = await village.db.read(lambda s: left_behind(s, village.knowledge.catalogue, village.now))
    assert [(each.what, each.code) for each in left] == [("tenant", "dong_cuu")]
    # once it is back, everything goes on
    reading(village, whole)
    assert "Tiến độ · xã Đông Cứu" in await village.say("dung", "tiến độ")


async def test_reports_of_a_kind_and_people_of_a_unit_that_are_gone_stop_nobody(village: Village) -> None:
    fact = await send_inspection(village, "an")
    whole = village.knowledge.catalogue
    spec = whole.tenants["dong_cuu"]
    fewer = tuple(unit for unit in spec.units if unit.code != "phong_kinh_te")
    gone = replace(
        whole,
        fact_types=without(whole.fact_types, "measuring_inspection"),
        tenants=MappingProxyType({**whole.tenants, "dong_cuu": spec.model_copy(update={"units": fewer})}),
    )
    reading(village, gone)
    for command in sorted(word for word in village.knowledge.turns.commands if word.startswith("/")):
        assert await village.say("chi", command), command
    for who in ("an", "dung"):
        for text in (fact.receipt, "báo cáo của tôi", "tiến độ", "tóm tắt", "/viec"):
            assert await village.say(who, text)
        for token in (f"mi:{fact.id}", f"u:{fact.id}", f"fix:{fact.id}", f"hs:fact:{fact.id}"):
            assert await village.press(who, token)
    village.now = FRIDAY
    assert "failed" not in await ticked(village)
    left = await village.db.read(lambda s: left_behind(s, gone, village.now))
    assert ("fact_type", "measuring_inspection", 2) in {(each.what, each.code, each.rows) for each in left}
    assert ("unit", "phong_kinh_te") in {(each.what, each.code) for each in left}
