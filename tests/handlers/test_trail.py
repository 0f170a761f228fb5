"""Who changed what is read by those who may see the record, in plain words."""

import re
from datetime import date
from pathlib import Path

import pytest

from core.dialogue.trail_effects import GROUPS
from core.knowledge.subjects import Subject
from core.texts import Label
from handlers.effects.trail_values import Around, setting_words, value_words
from tests.dialogues.noted import TOLD_OF
from tests.handlers.test_own_data import report
from tests.handlers.village import Village
from tests.shipped import catalogue, texts

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


BARCODES = Subject(
    code="msmv", name=Label(vi="Mã số mã vạch", en="Barcodes"), desk="any", strong=("mã vạch",)
)
AROUND = Around(catalogue(), "dong_cuu", "Asia/Ho_Chi_Minh", date(2026, 5, 14), lambda: {"msmv": BARCODES})
KIND = catalogue().fact_types["measuring_inspection"]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("about", "failed", "Không đạt"),
        ("field", "spot", "quầy"),
        ("unit", "phong_vhxh", "Phòng Văn hóa - Xã hội"),
        ("place", "cho_ngu", "chợ Ngụ"),
        ("kind", "instrument_verified", "Kiểm định phương tiện đo"),
        ("option", "can_dong_ho", "Cân đồng hồ lò xo"),
        ("subject", "msmv", "Mã số mã vạch"),
        ("reply", "not-mine", "không phụ trách"),
        ("matter", "duty.DC1-D1.2026", "báo cáo theo kế hoạch"),
        ("matter", "step.BG-I1.1", "bước BG-I1.1"),
        ("state", "taken", "đang xử lý"),
        ("status", "pending", "chờ"),
        ("locale", "en", "English"),
        ("period", "2026q1", "quý I năm 2026"),
        ("until", "2026-05-21", "21/5/2026"),
        ("until", "2026-05-21T02:39:20+00:00", "09:39 21/5/2026"),
        ("is", "off", "tắt"),
        ("is", "4 14:00", "14:00 thứ Năm"),
        ("reason", "biên bản ghi 3", "biên bản ghi 3"),
        ("name", "", "–"),
    ],
)
def test_codes_and_days_of_a_change_are_read_in_words(key: str, value: str, words: str) -> None:
    assert texts().render(value_words(key, value, KIND, AROUND), "vi") == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("DC1.nscl_issues_per_month", "Số kỳ chuyên mục mỗi tháng"),
        ("DC1-D1", "Báo cáo năm gửi cấp trên"),
        ("DC1-1", "DC1-1 Cử đi bồi dưỡng năng suất, chất lượng"),
        ("weekly_summary", "tóm tắt tuần"),
        ("2026-11-14", "14/11/2026"),
        ("gone_from_content", "gone_from_content"),
    ],
)
def test_what_was_settled_is_named(key: str, words: str) -> None:
    assert texts().render(setting_words(key, AROUND), "vi") == words
