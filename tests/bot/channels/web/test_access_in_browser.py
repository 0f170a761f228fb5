"""The pages for everybody: keyboard, screen reader, small and dark screens, large type."""

import pytest
from playwright.async_api import Browser, Page, expect

from core.messages import Button, Outbound
from tests.bot.channels.web.test_chat_in_browser import open_chat, say
from tests.bot.channels.web.village import AN, Served, Village
from tests.browser import phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

_LONG = "Thinghiemmotturatdaikhongcodaucach" * 6

#: every control on the page that has no name a screen reader could say
_NAMELESS = """() => [...document.querySelectorAll('button, a[href], input, textarea, img')]
  .filter((one) => one.checkVisibility() && one.getAttribute('alt') !== '')
  .filter((one) => !(one.ariaLabel || one.labels?.length || one.textContent.trim() || one.alt))
  .map((one) => one.outerHTML)"""

#: every visible button lower or narrower than a thumb
_SMALL = """() => [...document.querySelectorAll('button, .change')]
  .filter((one) => one.checkVisibility() && !one.closest('.skip'))
  .map((one) => [one.outerHTML, one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44).map(([html]) => html)"""

#: [contrast, text] of every visible piece of text against the first painted ground behind it
_CONTRASTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = (one) => {
    for (; one; one = one.parentElement) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !one.checkVisibility()) continue;
    if (one.closest('.unseen, noscript')) continue;
    const [a, b] = [light(rgba(getComputedStyle(one).color)), light(ground(one))];
    found.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), walker.currentNode.data]);
  }
  return found;
}"""


async def full_chat(page: Page, server: Served, village: Village) -> None:
    """A chat with bold, a link, long words, buttons old, new and pressed, and the banner."""
    rows = ((Button("Đúng, gửi", "y", main=True), Button("Đây là kiểm định, không phải kiểm tra", "k")),)
    await village.say(AN, Outbound(f"**Kiểm tra** https://example.vn/{_LONG} {_LONG}", rows))
    await village.say(AN, Outbound("Cái nào?", ((Button("Này", "a"), Button("Kia", "b")),)))
    await open_chat(page, server)
    await page.get_by_role("button", name="Này").click()
    await say(page, _LONG)
    await expect(page.locator(".row.bot")).to_have_count(3)
    await server.stop()
    await expect(page.locator("#banner")).to_contain_text("Đang nối lại")


@pytest.mark.parametrize("colours", ["light", "dark"])
async def test_all_text_stands_out_from_its_ground(
    browser: Browser, server: Served, village: Village, colours: str
) -> None:
    async with phone(browser, colours="dark" if colours == "dark" else "light") as page:
        await page.goto(server.url)
        texts: list[tuple[float, str]] = await page.evaluate(_CONTRASTS)
        await full_chat(page, server, village)
        texts += await page.evaluate(_CONTRASTS)
        assert len(texts) > 25
        assert [text for contrast, text in texts if contrast < 4.5] == []


async def test_dark_mode_is_dark(browser: Browser, server: Served) -> None:
    async with phone(browser, colours="dark") as page:
        await open_chat(page, server)
        red = "getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]"
        assert int(await page.evaluate(red)) < 60


async def test_every_control_has_a_name_and_room_for_a_thumb(
    browser_page: Page, server: Served, village: Village
) -> None:
    await browser_page.goto(server.url)
    assert await browser_page.evaluate(_NAMELESS) == []
    await full_chat(browser_page, server, village)
    assert await browser_page.evaluate(_NAMELESS) == []
    assert await browser_page.evaluate(_SMALL) == []


@pytest.mark.parametrize("width", [320, 360, 390, 430])
async def test_nothing_scrolls_sideways(
    browser: Browser, server: Served, village: Village, width: int
) -> None:
    wider = """[document.documentElement, document.getElementById('log')]
        .some((one) => one?.scrollWidth > one?.clientWidth)"""
    async with phone(browser, width=width, height=640) as page:
        await page.goto(server.url)
        assert not await page.evaluate(wider)
        await full_chat(page, server, village)
        assert not await page.evaluate(wider)


async def test_type_twice_as_large_still_fits(browser: Browser, server: Served, village: Village) -> None:
    async with phone(browser, width=390) as page:
        await full_chat(page, server, village)
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert await page.evaluate("document.documentElement.scrollWidth <= 390")
        await expect(page.locator("#send")).to_be_in_viewport(ratio=1)


async def test_the_keyboard_alone_is_enough(browser_page: Page, server: Served, village: Village) -> None:
    keyboard = browser_page.keyboard
    await browser_page.goto(server.url)
    await keyboard.press("Tab")
    await keyboard.press("Enter")
    await expect(browser_page.locator(".begin")).to_be_visible()
    await keyboard.press("Tab")
    await expect(browser_page.locator(".skip")).to_be_focused()
    await expect(browser_page.locator(".skip")).to_be_in_viewport(ratio=1)
    await keyboard.press("Enter")
    await expect(browser_page.locator("#say")).to_be_focused()
    await keyboard.type("kiểm tra 23 cân")
    await keyboard.press("Shift+Enter")
    await keyboard.type("chợ Ngụ")
    await keyboard.press("Enter")
    await expect(browser_page.locator(".row.bot")).to_have_count(1)
    for _ in range(4):
        await keyboard.press("Shift+Tab")
    await expect(browser_page.get_by_role("button", name="Hủy")).to_be_focused()
    await keyboard.press("Space")
    await expect(browser_page.locator("strong")).to_have_text("cancel")
    await expect(browser_page.locator("#say")).to_be_focused()
    assert village.heard()[0]["text"] == "kiểm tra 23 cân\nchợ Ngụ"


async def test_a_focused_control_is_marked(browser_page: Page, server: Served) -> None:
    await open_chat(browser_page, server)
    await browser_page.locator("#say").focus()
    for _ in range(3):
        await browser_page.keyboard.press("Shift+Tab")
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert await browser_page.evaluate(outline) == "solid"


async def test_enter_inside_a_composition_sends_nothing(
    browser_page: Page, server: Served, village: Village
) -> None:
    await open_chat(browser_page, server)
    await browser_page.locator("#say").fill("kiểm tr")
    enter = "document.getElementById('say').dispatchEvent(new KeyboardEvent('keydown', %s))"
    await browser_page.evaluate(enter % "{ key: 'Enter', isComposing: true, bubbles: true }")
    await browser_page.evaluate(enter % "{ key: 'Enter', keyCode: 229, bubbles: true }")
    await expect(browser_page.locator("#say")).to_have_value("kiểm tr")
    await browser_page.locator("#say").press("Enter")
    await expect(browser_page.locator(".row.bot")).to_have_count(1)
    assert len(village.heard()) == 1


async def test_a_screen_reader_is_told_of_new_messages_only(
    browser_page: Page, server: Served, village: Village
) -> None:
    await village.say(AN, Outbound("Tin cũ"))
    await open_chat(browser_page, server)
    log = browser_page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    added = "window.added = []; new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach("
    added += "(node) => window.added.push(node.textContent)))).observe(document.getElementById('list'),"
    await browser_page.evaluate(added + " { childList: true })")
    await village.say(AN, Outbound("Tin mới"))
    await expect(browser_page.locator(".row.bot")).to_have_count(2)
    [heard] = await browser_page.evaluate("window.added")
    assert heard.startswith("Bot: Tin mới")


async def test_the_page_is_in_the_language_of_its_person(browser: Browser, server: Served) -> None:
    async with phone(browser, language="en-US") as page:
        await page.goto(server.url)
        await expect(page.locator("html")).to_have_attribute("lang", "en")
        await page.locator(".card", has_text="Cán bộ").click()
        await expect(page.locator("html")).to_have_attribute("lang", "vi")


async def test_days_are_named_and_times_are_of_24_hours(
    browser_page: Page, server: Served, village: Village
) -> None:
    village.now = village.clock().replace(year=2026, month=5, day=13, hour=14, minute=5)
    await village.say(AN, Outbound("Hôm trước"))
    await browser_page.clock.set_fixed_time("2026-05-14T03:00:00Z")
    await open_chat(browser_page, server)
    await expect(browser_page.locator(".day")).to_have_text(["Hôm qua 13/5"])
    await expect(browser_page.locator("time")).to_have_text(["21:05"])
    village.now = village.clock().replace(day=14, hour=2, minute=5)
    await village.say(AN, Outbound("Sáng nay"))
    await expect(browser_page.locator(".day")).to_have_text(["Hôm qua 13/5", "Hôm nay 14/5"])
    await expect(browser_page.locator("time")).to_have_text(["21:05", "09:05"])


async def test_who_wants_little_motion_sees_none(
    browser_page: Page, server: Served, village: Village
) -> None:
    village.silent = True
    await browser_page.emulate_media(reduced_motion="reduce")
    await open_chat(browser_page, server)
    await say(browser_page, "xin chào")
    await expect(browser_page.locator("#typing")).to_be_visible()
    assert await browser_page.evaluate("document.getAnimations().length") == 0
