"""The chat page in a real browser: what somebody with a phone sees and does."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Page, expect

from core.messages import Button, Outbound
from tests.bot.channels.web.village import AN, Served, Village

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def open_chat(page: Page, server: Served) -> None:
    """Choose An in the picker and wait until the page is connected."""
    await page.goto(server.url)
    await page.locator(".card", has_text="Cán bộ").click()
    await expect(page.locator("#list > *").first).to_be_visible()


async def say(page: Page, text: str) -> None:
    await page.locator("#say").fill(text)
    await page.locator("#say").press("Enter")


async def test_a_message_is_answered_with_buttons_and_a_press_changes_the_message(
    browser_page: Page, server: Served
) -> None:
    await open_chat(browser_page, server)
    await say(browser_page, "hnay ktra 23 cân chợ Ngụ")
    answer = browser_page.locator(".row.bot")
    await expect(answer.locator("strong")).to_have_text("hnay ktra 23 cân chợ Ngụ")
    await answer.get_by_role("button", name="Đúng, gửi").click()
    await expect(answer).to_have_count(1)
    await expect(answer.locator("strong")).to_have_text("yes")
    assert [raw.get("press") for raw in server.village.heard()] == [None, "yes"]


async def test_a_pressed_button_says_so_and_cannot_be_pressed_again(
    browser_page: Page, server: Served, village: Village
) -> None:
    await village.say(AN, Outbound("Gửi?", ((Button("Đúng", "yes"), Button("Hủy", "no")),)))
    village.silent = True
    await open_chat(browser_page, server)
    await browser_page.get_by_role("button", name="Đúng").click()
    chosen = browser_page.locator(".choices button")
    await expect(chosen).to_have_text(["✔ Đúng"])
    await expect(chosen).to_be_disabled()
    await browser_page.reload()
    await expect(chosen).to_have_text(["✔ Đúng"])


async def test_buttons_of_older_messages_stay_pressable(
    browser_page: Page, server: Served, village: Village
) -> None:
    for number in range(2):
        await village.say(AN, Outbound(f"Câu {number}", ((Button("Đúng", f"yes-{number}"),),)))
    await open_chat(browser_page, server)
    await browser_page.locator(".row", has_text="Câu 0").get_by_role("button").click()
    await expect(browser_page.locator("strong")).to_have_text("yes-0")


async def test_what_is_being_written_gets_the_room_of_the_tools(browser_page: Page, server: Served) -> None:
    await open_chat(browser_page, server)
    say = browser_page.locator("#say")
    await say.fill("hôm nay")
    await expect(browser_page.locator("#menu")).to_be_hidden()
    await expect(browser_page.locator("#photo")).to_be_visible()
    await say.fill("")
    await expect(browser_page.locator("#menu")).to_be_visible()


async def test_what_is_typed_while_the_server_is_down_arrives_once(
    browser_page: Page, server: Served, village: Village
) -> None:
    await open_chat(browser_page, server)
    await say(browser_page, "trước")
    await expect(browser_page.locator(".row.bot")).to_have_count(1)
    await server.stop()
    await expect(browser_page.locator("#banner")).to_contain_text("Đang nối lại")
    for text in ("một", "hai", "ba"):
        await say(browser_page, text)
    await expect(browser_page.locator(".row.waiting")).to_have_count(3)
    await server.start()
    await expect(browser_page.locator(".row.bot")).to_have_count(4)
    await expect(browser_page.locator(".row.mine .text")).to_have_text(["trước", "một", "hai", "ba"])
    await expect(browser_page.locator(".row.waiting")).to_have_count(0)
    await expect(browser_page.locator("#banner")).to_have_text("")
    assert [raw["text"] for raw in village.heard()] == ["trước", "một", "hai", "ba"]


async def test_a_message_waits_through_a_reload_while_nothing_could_be_stored(
    browser_page: Page, server: Served, village: Village
) -> None:
    await open_chat(browser_page, server)
    village.broken = True
    await say(browser_page, "giữ giúp tôi")
    await expect(browser_page.locator(".note")).to_contain_text("sẽ tự gửi lại")
    await browser_page.reload()
    await expect(browser_page.locator(".row.waiting .text")).to_have_text("giữ giúp tôi")
    village.broken = False
    await expect(browser_page.locator(".row.bot")).to_have_count(1)
    assert [raw["text"] for raw in village.heard()] == ["giữ giúp tôi"]


async def test_thirty_messages_through_three_restarts_arrive_once_and_in_order(
    browser_page: Page, server: Served, village: Village
) -> None:
    await open_chat(browser_page, server)
    said = [f"tin {number}" for number in range(30)]
    for number, text in enumerate(said):
        await say(browser_page, text)
        if number % 10 == 4:
            village.lost_answers = 1
        elif number % 10 == 7:
            await server.stop()
        elif number % 10 == 9:
            await server.start()
    await expect(browser_page.locator(".row.bot")).to_have_count(len(said))
    await expect(browser_page.locator(".row.waiting")).to_have_count(0)
    await expect(browser_page.locator(".row.mine .text")).to_have_text(said)
    assert [raw["text"] for raw in village.heard()] == said
    assert village.repeated != []


async def test_an_answer_lost_on_the_way_is_there_after_coming_back(
    browser_page: Page, server: Served, village: Village
) -> None:
    await open_chat(browser_page, server)
    await server.stop()
    await village.say(AN, Outbound("Nhắc việc lúc mất mạng"))
    await server.start()
    await expect(browser_page.locator(".row.bot .text")).to_have_text(["Nhắc việc lúc mất mạng"])


async def test_a_press_made_offline_is_sent_once_afterwards(
    browser_page: Page, server: Served, village: Village
) -> None:
    await village.say(AN, Outbound("Gửi?", ((Button("Đúng", "yes"),),)))
    await open_chat(browser_page, server)
    await server.stop()
    await browser_page.get_by_role("button", name="Đúng").click()
    await server.start()
    await expect(browser_page.locator("strong")).to_have_text("yes")
    assert [raw["press"] for raw in village.heard()] == ["yes"]


async def test_two_tabs_show_the_same_conversation(browser_page: Page, server: Served) -> None:
    await open_chat(browser_page, server)
    tab = await browser_page.context.new_page()
    await tab.goto(f"{server.url}/chat")
    await say(browser_page, "xin chào")
    for page in (browser_page, tab):
        await expect(page.locator(".row .text")).to_have_text(["xin chào", "Nghe: xin chào"])


async def test_an_invite_link_begins_the_conversation_by_itself(
    browser_page: Page, server: Served, village: Village
) -> None:
    await browser_page.goto(f"{server.url}/vao/MOI-2026")
    await expect(browser_page.locator(".row.bot strong")).to_have_text("/start MOI-2026")
    await expect(browser_page.locator(".note")).to_have_text("Đã vào bằng liên kết mời")
    assert browser_page.url == f"{server.url}/chat"
    await browser_page.goto(f"{server.url}/vao/MOI-2026")
    await browser_page.wait_for_url(f"{server.url}/chat")
    assert len(village.updates) == 1


async def test_html_that_people_write_is_shown_not_run(
    browser_page: Page, server: Served, village: Village
) -> None:
    attack = "<img src=x onerror=\"document.title='hacked'\"> **<b>đậm</b>** javascript:alert(1)"
    await village.say(AN, Outbound(attack, ((Button("<i>Đúng</i>", "yes"),),)))
    await open_chat(browser_page, server)
    text = browser_page.locator(".row.bot .text")
    await expect(text).to_have_text(attack.replace("**", ""))
    await expect(browser_page.get_by_role("button", name="<i>Đúng</i>")).to_be_visible()
    assert await text.locator("img, a, b").count() == 0
    assert await browser_page.title() == "Xã Đông Cứu"


async def test_an_album_is_uploaded_as_one_and_shown(
    browser_page: Page, server: Served, village: Village, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        Image.new("RGB", (300, 200), (40 * number, 100, 80)).save(path)
    await open_chat(browser_page, server)
    await browser_page.set_input_files("#files", paths)
    await expect(browser_page.locator(".row.bot")).to_have_count(3)
    assert len({str(raw["album"]) for raw in village.heard()}) == 1
    await browser_page.reload()
    await expect(browser_page.locator(".row.mine img")).to_have_count(3)
    shown = "[...document.images].filter((image) => image.naturalWidth === 300).length"
    await browser_page.wait_for_function(f"{shown} === 3")


async def test_what_was_typed_goes_with_the_photo(
    browser_page: Page, server: Served, village: Village, tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (300, 200)).save(path)
    await open_chat(browser_page, server)
    await browser_page.locator("#say").fill("23 cân chợ Ngụ")
    await browser_page.set_input_files("#files", path)
    await expect(browser_page.locator(".row.bot")).to_have_count(1)
    await expect(browser_page.locator("#say")).to_have_value("")
    assert [raw["text"] for raw in village.heard()] == ["23 cân chợ Ngụ"]


async def test_a_photo_over_20_megabytes_is_refused_with_the_reason(
    browser_page: Page, server: Served, village: Village, tmp_path: Path
) -> None:
    big = tmp_path / "big.png"
    big.write_bytes(b"\x89PNG" + b"0" * 20_000_001)
    await open_chat(browser_page, server)
    await browser_page.set_input_files("#files", big)
    await expect(browser_page.locator(".refused")).to_contain_text("tối đa 20 MB")
    assert village.heard() == []


async def test_a_file_that_only_claims_to_be_a_photo_is_refused_and_its_words_go_on_alone(
    browser_page: Page, server: Served, village: Village, tmp_path: Path
) -> None:
    fake = tmp_path / "virus.png"
    fake.write_bytes(b"MZ this is a program")
    await open_chat(browser_page, server)
    await browser_page.locator("#say").fill("23 cân chợ Ngụ")
    await browser_page.set_input_files("#files", fake)
    await expect(browser_page.locator(".refused")).to_contain_text("không phải ảnh")
    await expect(browser_page.locator(".row.bot")).to_have_count(1)
    assert [raw["text"] for raw in village.heard()] == ["23 cân chợ Ngụ"]


async def test_a_photo_chosen_while_the_server_is_down_arrives_afterwards(
    browser_page: Page, server: Served, village: Village, tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (300, 200)).save(path)
    await open_chat(browser_page, server)
    await server.stop()
    await browser_page.set_input_files("#files", path)
    await expect(browser_page.get_by_role("button", name="Gửi lại")).to_be_visible()
    await server.start()
    await expect(browser_page.locator(".row.bot")).to_have_count(1)
    assert len(village.heard()) == 1


async def test_a_chat_with_pictures_opens_at_its_newest_message(
    browser_page: Page, server: Served, village: Village
) -> None:
    body = BytesIO()
    Image.new("RGB", (900, 900)).save(body, "PNG")
    for number in range(5):
        await village.say(AN, Outbound(f"Tuần {number}", file=village.picture(body.getvalue())))
    await open_chat(browser_page, server)
    await browser_page.wait_for_function("[...document.images].every((image) => image.complete)")
    await expect(browser_page.locator(".row").last.locator(".meta")).to_be_in_viewport(ratio=1)


async def test_who_reads_older_messages_is_not_torn_away(
    browser_page: Page, server: Served, village: Village
) -> None:
    for number in range(30):
        await village.say(AN, Outbound(f"Tin {number}"))
    await open_chat(browser_page, server)
    await browser_page.locator(".row").first.scroll_into_view_if_needed()
    await village.say(AN, Outbound("Tin mới"))
    await expect(browser_page.locator(".row")).to_have_count(31)
    await expect(browser_page.locator(".row").first).to_be_in_viewport()


async def test_a_location_is_sent_in_degrees(browser_page: Page, server: Served, village: Village) -> None:
    await browser_page.context.grant_permissions(["geolocation"])
    await browser_page.context.set_geolocation({"latitude": 21.03, "longitude": 106.19})
    await open_chat(browser_page, server)
    await browser_page.get_by_role("button", name="Gửi vị trí").click()
    await expect(browser_page.locator(".row.mine .text")).to_contain_text("21.03000, 106.19000")
    await expect(browser_page.locator(".row.bot")).to_have_count(1)
    assert [raw["location"] for raw in village.heard()] == [[21.03, 106.19]]


async def test_a_session_that_ran_out_shows_the_door(
    browser_page: Page, server: Served, village: Village
) -> None:
    await open_chat(browser_page, server)
    await browser_page.context.clear_cookies()
    village.demo = None
    await server.stop()
    await server.start()
    await expect(browser_page.get_by_role("heading")).to_have_text("Mời anh/chị vào bằng liên kết")
