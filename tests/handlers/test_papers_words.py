"""Words that ask for a summary or a report on a plan lead to it, and only to one that can be made."""

from datetime import datetime

from tests.handlers.province import WHO, enter
from tests.handlers.village import Village


async def test_words_of_a_manager_lead_to_what_they_name(village: Village) -> None:
    village.now = datetime.fromisoformat("2026-11-10T09:30+07:00")
    for words, part in (
        ("tóm tắt tháng 10", "tháng 10"),
        ("tóm tắt giúp anh quý 3", "quý 3"),
        ("báo cáo năm", "anh/chị cần báo cáo của kế hoạch nào"),
        ("báo cáo quý 3", "quý iii"),
        ("nhắc các đơn vị này", "tuần"),
    ):
        said = await village.say("dung", words)
        assert part.casefold() in said.casefold(), (words, said)


async def test_a_report_past_the_last_year_of_a_plan_is_not_promised(village: Village) -> None:
    await enter(village, "bac_giang", datetime.fromisoformat("2024-01-20T09:30+07:00"))
    said = await village.press(WHO, "pn:go:BG:20231201-20240110")
    assert "đã kết thúc" in said
    assert not village.last[f"demo-{WHO}"].made
    await village.press(WHO, "pn:go:BG:2023")
