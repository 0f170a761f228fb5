"""Scrolling back, and leaving, in a browser."""

import pytest
from playwright.async_api import Browser, Page, expect

from core.messages import Button, Outbound
from tests.bot.channels.web.test_chat_in_browser import open_chat, say
from tests.bot.channels.web.test_past import fill
from tests.bot.channels.web.village import AN, Served, Village, served
from tests.browser import phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_scrolling_up_brings_older_messages_and_moves_nothing_on_the_screen(
    browser_page: Page, server: Served, village: Village
) -> None:
    fill(village, 120)
    await open_chat(browser_page, server)
    rows, older = browser_page.locator(".row"), browser_page.locator("#older")
    await expect(rows).to_have_count(50)
    await expect(rows.last).to_be_in_viewport()
    for count in (99, 120):
        first = browser_page.get_by_text(f"Tin {120 - await rows.count()}", exact=True)
        await first.scroll_into_view_if_needed()
        await browser_page.locator("#log").evaluate("(log) => log.scrollBy(0, -300)")
        await expect(rows).to_have_count(count)
        await expect(first).to_be_in_viewport()
    await expect(older).to_be_hidden()
    texts = await browser_page.locator(".row .text").all_text_contents()
    assert texts == [f"Tin {number}" for number in range(120)]


async def test_the_button_alone_is_enough_and_a_screen_reader_hears_no_old_news(
    browser_page: Page, server: Served, village: Village
) -> None:
    fill(village, 70)
    await open_chat(browser_page, server)
    await expect(browser_page.locator("#list")).to_have_attribute("aria-live", "polite")
    await browser_page.evaluate(
        """() => {
          window.heard = [];
          new MutationObserver((changes) => {
            if (document.querySelector("#list").ariaLive === "polite") window.heard.push(...changes);
          }).observe(document.querySelector("#list"), { childList: true });
        }"""
    )
    await browser_page.locator("#older").focus()
    await browser_page.keyboard.press("Enter")
    await expect(browser_page.locator(".row")).to_have_count(70)
    await expect(browser_page.locator("#told")).to_have_text("Đã hiện thêm tin cũ")
    await expect(browser_page.locator("#log")).to_be_focused()
    assert await browser_page.evaluate("window.heard.length") == 0
    await expect(browser_page.locator("#list")).to_have_attribute("aria-live", "polite")


async def test_an_older_message_shows_what_was_pressed_and_what_it_became(
    browser_page: Page, server: Served, village: Village
) -> None:
    rows = ((Button("Này", "a"), Button("Kia", "b")),)
    await village.say(AN, Outbound("Cái nào?", rows))
    changed = await village.say(AN, Outbound("Cũ"))
    await open_chat(browser_page, server)
    village.silent = True
    await browser_page.get_by_role("button", name="Kia").click()
    await expect(browser_page.get_by_role("button", name="✔ Kia")).to_be_disabled()
    for number in range(48):
        await village.say(AN, Outbound(f"Tin {number}"))
    await village.say(AN, Outbound("Mới", edits=changed))
    await browser_page.reload()
    texts = browser_page.locator(".row .text")
    await expect(texts).to_have_count(49)
    # a click would scroll to the button first, and what that brings hides the button before it is hit
    await browser_page.locator("#log").evaluate("(log) => log.scrollTo(0, 0)")
    await expect(texts).to_have_count(50)
    assert (await texts.all_text_contents())[:3] == ["Cái nào?", "Mới", "Tin 0"]
    await expect(browser_page.get_by_role("button", name="✔ Kia")).to_be_disabled()


async def test_without_the_line_it_says_so_and_tries_again(
    browser_page: Page, server: Served, village: Village
) -> None:
    fill(village, 70)
    await open_chat(browser_page, server)
    await browser_page.route("**/past?*", lambda route: route.abort())
    older = browser_page.locator("#older")
    await older.click()
    await expect(older).to_have_text("Chưa tải được tin cũ. Bấm để thử lại")
    await browser_page.unroute("**/past?*")
    await older.click()
    await expect(browser_page.locator(".row")).to_have_count(70)


async def test_a_short_conversation_has_nothing_older(browser_page: Page, server: Served) -> None:
    await open_chat(browser_page, server)
    await say(browser_page, "xin chào")
    await expect(browser_page.locator(".row.bot")).to_have_count(1)
    await expect(browser_page.locator("#older")).to_be_hidden()


async def test_leaving_is_asked_once_more_and_forgets_everything(browser: Browser, village: Village) -> None:
    village.demo = None
    async with served(village) as server, phone(browser, width=360) as page:
        await page.goto(f"{server.url}/vao/MOI-2026")
        await expect(page.locator(".row.bot")).to_have_count(1)
        await page.locator("#say").fill("nháp")
        leave, dialog = page.get_by_role("button", name="Thoát", exact=True), page.get_by_role("dialog")
        await leave.focus()
        await page.keyboard.press("Enter")
        await expect(dialog.get_by_role("button", name="Ở lại")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(dialog).to_be_hidden()
        await expect(leave).to_be_focused()
        await leave.click()
        await dialog.get_by_role("button", name="Thoát").click()
        await expect(page.get_by_label("Mã mời")).to_be_visible()
        assert await page.evaluate("localStorage.length") == 0
        await page.goto(f"{server.url}/chat")
        await expect(page.get_by_label("Mã mời")).to_be_visible()
