"""An admin teaches words: heard at once everywhere, previewed before, taken back again, by nobody else."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select

from handlers.ear import Ear
from storage.models import Audit, TaughtWord
from tests.handlers.settling import tap, token
from tests.handlers.village import Village

WORDS: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "taught.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
SAID: dict[str, str] = WORDS["said"]


async def preview(village: Village, word: str = WORDS["word"], kind: str = "instrument_verified") -> str:
    """The card before a word for a kind of report is kept."""
    await village.press("chi", "vt")
    await village.say("chi", word)
    await village.press("chi", f"va:{village.turns - 1:x}:kind:{kind}")
    return await tap(village, ":meaning:cue")


async def teach(village: Village) -> str:
    await preview(village)
    return await tap(village, ":confirm:yes")


async def stored(village: Village) -> list[tuple[str, str, str | None, str | None, bool]]:
    rows = await village.db.read(lambda session: session.scalars(select(TaughtWord)).all())
    return [(row.phrase, row.fact_type, row.field, row.option, row.removed_at is None) for row in rows]


async def trail(village: Village) -> list[tuple[str, Any, Any]]:
    query = select(Audit).where(Audit.entity == "taught_word").order_by(Audit.id)
    rows = await village.db.read(lambda session: session.scalars(query).all())
    return [(row.action, row.old, row.new) for row in rows]


async def test_a_taught_word_is_heard_in_the_next_message_and_no_more_when_taken_back(
    village: Village,
) -> None:
    assert SAID["not_read"] in await village.say("an", WORDS["unread"])
    await teach(village)
    assert await stored(village) == [(WORDS["word"], "instrument_verified", None, None, True)]
    assert SAID["card"] in await village.say("an", WORDS["unread"])
    await village.press("an", token(village, "x:", "an"))
    await village.press("chi", "vd:1")
    await tap(village, "vd:1:yes")
    assert await stored(village) == [(WORDS["word"], "instrument_verified", None, None, False)]
    assert SAID["not_read"] in await village.say("an", WORDS["unread"])


async def test_another_process_hears_a_word_at_once_and_forgets_it_at_once(village: Village) -> None:
    turns = village.knowledge.turns
    other = replace(turns, ear=Ear(turns.ear.catalogue, turns.ear.common))
    here, there = village.knowledge, replace(village.knowledge, turns=other)
    village.knowledge = there
    assert SAID["not_read"] in await village.say("an", WORDS["unread"])
    village.knowledge = here
    await teach(village)
    village.knowledge = there
    assert SAID["card"] in await village.say("an", WORDS["unread"])
    await village.press("an", token(village, "x:", "an"))
    village.knowledge = here
    await village.press("chi", "vd:1:yes")
    village.knowledge = there
    assert SAID["not_read"] in await village.say("an", WORDS["unread"])


async def test_a_word_for_an_option_fills_the_field(village: Village) -> None:
    option = WORDS["option"]
    await village.press("chi", "vt")
    await village.say("chi", option["word"])
    await village.say("chi", WORDS["kind"])
    await tap(village, ":meaning:instrument_kind")
    await village.say("chi", option["label"])
    await tap(village, ":confirm:yes")
    assert await stored(village) == [
        (option["word"], "instrument_verified", "instrument_kind", "can_dong_ho", True)
    ]
    await village.say("an", option["message"])
    await village.press("an", token(village, ":last", "an"))
    shown = village.last["demo-an"].text.casefold()
    assert option["label"] in shown


async def test_the_preview_counts_what_changes_and_keeps_nothing_yet(village: Village) -> None:
    assert SAID["nothing_yet"] in await preview(village)
    await village.say("an", WORDS["unread"])
    assert SAID["changed"] in await preview(village)
    assert await stored(village) == []


async def test_a_word_that_spoils_what_was_read_rightly_is_warned_of(village: Village) -> None:
    for text in WORDS["read_rightly"]:
        await village.say("hoa", text)
    text = await preview(village, WORDS["harmful"]["word"], WORDS["harmful"]["kind"])
    assert SAID["spoilt"] in text
    assert SAID["anyway"] in [button.label for button in village.last["demo-chi"].buttons()]


async def test_a_word_that_is_known_so_cannot_be_taught_again(village: Village) -> None:
    await teach(village)
    assert SAID["known"] in await preview(village)
    assert not [b for b in village.last["demo-chi"].buttons() if ":confirm:yes" in b.token]
    assert len(await stored(village)) == 1


async def test_every_change_is_in_the_trail(village: Village) -> None:
    await teach(village)
    await village.press("chi", "vd:1:yes")
    assert SAID["gone"] in await village.press("chi", "vd:1:yes")
    word = {"phrase": WORDS["word"], "kind": "instrument_verified"}
    assert await trail(village) == [("teach-word", None, word), ("remove-word", word, None)]


async def test_a_second_press_of_save_is_old(village: Village) -> None:
    await preview(village)
    save = token(village, ":confirm:yes")
    await village.press("chi", save)
    assert SAID["old"] in await village.press("chi", save)
    assert len(await stored(village)) == 1


@pytest.mark.parametrize("who", ["an", "binh", "dung"])
async def test_only_an_admin_sees_messages_and_teaches(village: Village, who: str) -> None:
    for pressed in ("vl", "vl:words", "vm:1", "vt", "vt:1", "vd:1:yes", "go:words"):
        assert SAID["not_allowed"] in await village.press(who, pressed)


async def test_an_admin_of_another_tenant_sees_and_changes_nothing_here(village: Village) -> None:
    await village.say("an", WORDS["unread"])
    await teach(village)
    for pressed in ("vl", "vm:1", "vt:1", "vl:words", "vd:1", "vd:1:yes"):
        text = await village.press("giang", pressed)
        assert WORDS["unread"] not in text
        assert WORDS["word"] not in text
    assert (await stored(village))[0][-1]


async def test_many_messages_are_paged_newest_first(village: Village) -> None:
    for number in range(13):
        await village.say("an", WORDS["many"].format(number))
    await village.press("chi", "vl")
    labels = [button.label for button in village.last["demo-chi"].buttons()]
    assert WORDS["many"].format(12) in labels[0]
    assert any(SAID["three_pages"] in label for label in labels)
    await tap(village, "vl:messages:1", "vl:messages:2")
    assert WORDS["many"].format(0) in village.last["demo-chi"].buttons()[0].label
