"""Who changed what is read by those who may see the record, in plain words."""

import re
from pathlib import Path

from core.dialogue.trail_effects import GROUPS
from tests.dialogues.noted import TOLD_OF
from tests.handlers.test_own_data import report
from tests.handlers.village import Village

ROOT = Path(__file__).parents[2]
_NOTED = re.compile(
    r'(?:note\(\s*session, |Change\(\s*[\w.()]+, [\w.]+, |"?action = |_note\(session, \()"([\w-]+)"'
)


async def test_a_history_is_opened_by_who_may_see_the_record_and_nobody_else(village: Village) -> None:
    fact = await report(village, "k1", confirmed=False)
    await village.press("an", f"w+:{fact.id}")
    history = f"hs:fact:{fact.id}"
    seen = await village.press("chi", history)
    assert fact.receipt in seen
    assert seen.count("\n\n") == 2
    nothing = await village.press("chi", "hs:fact:999999999999999999999")
    cases = {"em": nothing, "giang": nothing}
    for who, expected in cases.items():
        assert await village.press(who, history) == expected, who
    household = await village.press("binh", history)
    assert fact.receipt not in household
    for odd in ("hs", "hs:x:1", "hs:fact:-1:-5", "hs:target:<b>", "hs:person:1:9", "hs:organisation:1"):
        assert await village.press("em", odd)


async def test_lately_shows_what_the_speaker_may_see_of_their_own_tenant(village: Village) -> None:
    fact = await report(village, "k1", confirmed=True)
    await village.say("giang", "/nhatky")
    leader = await village.say("chi", "/nhatky")
    assert fact.receipt in leader
    assert fact.receipt in await village.press("chi", "tr:reports")
    assert fact.receipt not in await village.press("chi", "tr:requests")
    for who in ("giang", "an", "binh", "em"):
        assert fact.receipt not in await village.press(who, "tr:reports"), who


def test_every_action_and_every_thing_that_is_noted_has_its_words() -> None:
    folders = ("handlers", "bot", "scheduler")
    code = "\n".join(path.read_text(encoding="utf-8") for f in folders for path in (ROOT / f).rglob("*.py"))
    actions = set(_NOTED.findall(code))
    assert len(actions) > 50
    texts = (ROOT / "locales" / "vi" / "trail.ftl").read_text(encoding="utf-8")
    assert sorted(action for action in actions if f"[{action}]" not in texts) == []
    told = {one for things in TOLD_OF.values() for one in things}
    assert sorted(told - {one for group in GROUPS.values() for one in group}) == []
