"""What does not fit what is known is asked about before it is sent, or told in its receipt; never cut."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import select

from storage.models import Audit, Fact
from tests.handlers.province import WHO, enter, tell
from tests.handlers.village import Village

SCENES = yaml.load(
    Path(__file__).with_name("asked_before.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
ASKED = [scene for scene in SCENES if "asks" in scene]


def named(scene: dict[str, Any]) -> str:
    return str(scene["about"])


@pytest.mark.parametrize("scene", SCENES, ids=named)
async def test_a_report_is_asked_about_and_told_of_as_written(
    village: Village, scene: dict[str, Any]
) -> None:
    text = await filled(village, scene)
    assert all(words in text for words in scene.get("asks", [])), text
    if "then" in scene:
        assert await stored(village, scene) == []
        text = await village.say(WHO, scene["then"])
    assert all(words in text for words in scene["holds"]), text
    assert not any(words in text for words in scene.get("lacks", [])), text
    fact = (await stored(village, scene))[-1]
    assert scene["stored"].items() <= fact.fields.items()


@pytest.mark.parametrize("scene", ASKED, ids=named)
async def test_the_answer_is_in_the_trail(village: Village, scene: dict[str, Any]) -> None:
    await filled(village, scene)
    await village.say(WHO, scene["then"])
    last = select(Audit).where(Audit.action == "report").order_by(Audit.id.desc())
    trail = await village.db.read(lambda session: session.scalars(last).first())
    assert trail is not None
    assert len((trail.new or {}).get("sure", [])) == scene["sure"]


@pytest.mark.parametrize("scene", ASKED, ids=named)
async def test_nothing_is_sent_until_it_is_answered(village: Village, scene: dict[str, Any]) -> None:
    await filled(village, scene)
    buttons = village.last[f"demo-{WHO}"].buttons()
    await village.press(WHO, next(button.token for button in buttons if button.token.startswith("res:")))
    assert await stored(village, scene) == []


async def filled(village: Village, scene: dict[str, Any]) -> str:
    """The form filled in and sent; what the bot says to that."""
    now = datetime.fromisoformat(scene["now"]).astimezone(UTC)
    await enter(village, scene["tenant"], now, role="officer")
    await tell(village, scene["tenant"], scene.get("facts", []))
    await village.press(WHO, f"new:{scene['form']}")
    text = "".join([await village.say(WHO, answer) for answer in scene["say"]][-1:])
    last = village.last[f"demo-{WHO}"].buttons()
    assert any(button.token.startswith("ok:") for button in last), text
    return await village.press(WHO, next(button.token for button in last if button.token.startswith("ok:")))


async def stored(village: Village, scene: dict[str, Any]) -> list[Fact]:
    """What was reported by the form, without what there was before."""
    return await village.facts(type=scene["form"], reporter_id=await village.person_id(WHO))
