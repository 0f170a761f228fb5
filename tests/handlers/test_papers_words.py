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


async def test_of_a_plan_that_ended_long_ago_its_last_year_is_offered(village: Village) -> None:
    await enter(village, "bac_giang", datetime.fromisoformat("2026-05-14T09:30+07:00"))
    await village.say(WHO, "báo cáo năm")
    offered = village.last[f"demo-{WHO}"].buttons()
    assert [button.label for button in offered if button.token.startswith("pn:go")] == ["Năm 2023"]
    await village.press(WHO, offered[0].token)
    assert village.last[f"demo-{WHO}"].made


async def test_help_is_given_to_who_asks_for_it_in_one_word(village: Village) -> None:
    help_of_all = await village.say("an", "/help")
    assert "Cứ nhắn như nói" in help_of_all
    for word in ("help", "trợ giúp", "giúp với"):
        assert await village.say("an", word) == help_of_all, word
