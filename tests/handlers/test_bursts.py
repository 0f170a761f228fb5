"""Several messages of one person, typed before the bot has looked at the first."""

from tests.handlers.village import Village

ANSWERS = ("chợ Ngăm", "cân đồng hồ", "hôm nay", "21")


async def test_of_questions_answered_meanwhile_only_the_last_is_asked(village: Village) -> None:
    await village.press("an", "new:measuring_inspection")
    told = await village.say_at_once("an", *ANSWERS)
    assert told.count("Bước") == 1
    assert "Bước 5/" in told


async def test_the_next_answer_is_to_the_question_that_was_asked(village: Village) -> None:
    await village.press("an", "new:measuring_inspection")
    await village.say_at_once("an", *ANSWERS)
    assert "Bước 6/" in await village.say("an", "2")


async def test_a_refused_answer_is_told_unless_the_next_one_serves(village: Village) -> None:
    await village.press("an", "new:measuring_inspection")
    refused = await village.say_at_once("an", "chợ Ngăm", "cân đồng hồ", "hôm nay", "nhiều")
    assert "Bước 4/" in refused
    assert "Bước 5/" in await village.say_at_once("an", "rất nhiều", "21")


async def test_a_whole_report_at_once_shows_its_card_and_its_receipt(village: Village) -> None:
    before = len(await village.facts())
    await village.press("an", "new:measuring_inspection")
    told = await village.say_at_once("an", *ANSWERS, "2", "xã", "bỏ qua", "bỏ qua", "đúng")
    assert "Bước" not in told
    assert told.index("xem lại trước khi gửi") < told.index("Đã ghi")
    assert len(await village.facts()) == before + 1


async def test_what_is_no_question_is_never_left_out(village: Village) -> None:
    await village.press("an", "new:measuring_inspection")
    told = await village.say_at_once("an", "chợ Ngăm", "/menu", "/menu")
    assert "Bước 2/" in told
