"""`tiendo demo` as somebody uses it who tries it out: started from a shell, driven in a browser."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.acceptance.phones import WebPhone, seen
from tests.acceptance.pictures import photo_of_a_scale, picture
from tests.browser import phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@asynccontextmanager
async def demo(folder: Path) -> AsyncIterator[str]:
    """The running program's printed address; it ends by Ctrl-C, and well."""
    process = await asyncio.create_subprocess_exec(
        Path(sys.executable).parent / "tiendo",
        *("demo", "--port", "0"),
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("TIENDO_")}
        | {"TMPDIR": str(folder)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        printed = (await process.stdout.readline()).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+", printed)
        assert found, printed
        yield found[0]
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def pick(page: Page, address: str, name: str) -> WebPhone:
    """Choose a person in the picker."""
    await page.goto(f"{address}/")
    await page.locator(".card", has_text=name).click()
    await page.wait_for_url(re.compile(r"/(chat|vao/.+)$"))
    return WebPhone(page, address)


async def join(newcomer: WebPhone, admin: WebPhone) -> None:
    """The newcomer agrees and gives a name; the admin approves from the notice."""
    await seen(newcomer, ["Anh/chị được mời vào Phòng Kinh tế", "Anh/chị vào bot chứ ạ?"])
    await newcomer.presses("Tôi đã rõ, vào bot")
    await seen(newcomer, ["họ và tên"])
    await newcomer.says("Vũ Minh")
    await seen(newcomer, ["Em đã gửi yêu cầu tới người duyệt"])
    await seen(admin, ["Vũ Minh xin vào bot: cán bộ, Phòng Kinh tế."])
    await admin.presses("Duyệt Vũ Minh")
    await seen(admin, ["Đã duyệt Vũ Minh"])
    await seen(newcomer, ["anh/chị đã được duyệt"])


async def fill_in(officer: WebPhone) -> None:
    """A verification of scales at the market of Ngụ, up to the review card."""
    await officer.presses("Đo lường (8)")
    await seen(officer, ["việc nào"])
    await officer.presses("✅ Kiểm định phương tiện đo")
    await seen(officer, ["Bước 1/8"])
    await officer.presses("chợ Ngụ")
    await seen(officer, ["Bước 2/8"])
    await picture(officer.page, "form")
    await officer.says("can dong ho")
    await seen(officer, ["Cân đồng hồ lò xo", "Bước 3/8"])
    await officer.says("hom nay")
    await seen(officer, ["Bước 4/8"])
    await officer.says("46")
    await seen(officer, ["Đã kiểm định: 46 cái", "Bước 5/8"])
    await officer.says("44 cái")
    await seen(officer, ["Đạt: 44 cái", "Bước 6/8"])
    await officer.says("Chi cục TĐC")
    await seen(officer, ["Bước 7/8"])
    await officer.presses("⏭ Bỏ qua")
    await seen(officer, ["Bước 8/8"])
    await officer.sends_photo(photo_of_a_scale())
    await seen(officer, ["Đã nhận 1 ảnh/tệp"])
    await officer.presses("Xong, 1 ảnh/tệp")
    await seen(officer, ["xem lại trước khi gửi", "Không đạt: 2 cái", "1 ảnh/tệp kèm theo"])


async def report(officer: WebPhone) -> str:
    """A report that is sent; the receipt's number."""
    await officer.presses("☰ Menu")
    await seen(officer, ["Chào Vũ Minh (cán bộ, Phòng Kinh tế)"])
    await officer.presses("📝 Báo cáo")
    await seen(officer, ["báo cáo việc gì"])
    await fill_in(officer)
    await picture(officer.page, "review")
    await officer.presses("✅ Đúng, gửi")
    shown = await seen(officer, ["Đã ghi KD-", "(DC2-4): 47,3 → 95,6 % (87/91)"])
    await picture(officer.page, "receipt")
    return shown.split()[3]


async def correct(officer: WebPhone) -> None:
    """One answer of the report that was sent is corrected, with the reason."""
    await officer.presses("✏️ Sửa")
    await seen(officer, ["xem lại trước khi gửi", "Đạt: 44 cái"])
    await officer.presses("✏️ Đạt")
    await seen(officer, ["Bước 5/8"])
    await officer.says("46")
    await seen(officer, ["Đạt: 44 cái → 46 cái", "Không đạt: 2 cái → 0 cái"])
    await officer.presses("✅ Đúng, gửi")
    await seen(officer, ["Anh/chị sửa vì lý do gì?"])
    await officer.presses("Đếm lại")
    await seen(officer, ["Đã sửa KD-", "97,8 % (89/91)"])


async def tell(officer: WebPhone) -> None:
    """One message is a report: typed with one thumb, without marks, then put right in the same way and
    sent.
    """
    await officer.says("hnay ktra 23 can cho ngu, 2 cai k dat")
    await seen(officer, ["Kiểm tra phương tiện đo", "chợ Ngụ", "Không đạt: 2 cái", "Đạt: 21 cái"])
    await officer.says("22 chứ không phải 23")
    await seen(officer, ["Đã kiểm tra: 22 cái", "Đạt: 20 cái"])
    await picture(officer.page, "message")
    await officer.presses("✅ Đúng, gửi")
    await seen(officer, ["Đã ghi KT-"])
    await officer.presses("↩️ Hoàn tác (10 phút)")
    await seen(officer, ["Đã hoàn tác KT-"])


async def undo(officer: WebPhone) -> None:
    """A report that was a mistake is taken back at once."""
    await officer.says("khong phat sinh")
    await seen(officer, ["Đã ghi KPS-", "Không phát sinh"])
    await officer.presses("↩️ Hoàn tác (10 phút)")
    await seen(officer, ["Đã hoàn tác KPS-", "số liệu không tính nữa"])


async def read(manager: WebPhone) -> None:
    """The summary, as long as it is, from its first line."""
    await manager.says("tom tat")
    await seen(manager, ["Trong tuần: 1 báo cáo (Kiểm định phương tiện đo: 1)", "Chưa báo cáo: "])
    await expect(newest(manager).get_by_text(re.compile(r"^Tuần \d+ .*· xã Đông Cứu$"))).to_be_in_viewport()
    await picture(manager.page, "summary")


async def look_up(manager: WebPhone, receipt: str) -> None:
    """The target that moved, and the report behind it."""
    await manager.says("tien do")
    await seen(manager, ["Tiến độ · xã Đông Cứu"])
    await manager.presses("DC2")
    await seen(manager, ["trang 1/4", "97,8 % (89/91)"])
    await manager.presses("DC2-4")
    await seen(manager, ["Các báo cáo đã tính (4):", receipt])
    await expect(newest(manager).get_by_text("DC2-4 · Kiểm định cân ở chợ")).to_be_in_viewport()
    await picture(manager.page, "dark")
    await manager.presses(receipt)
    await seen(manager, [f"Kiểm định phương tiện đo · {receipt}", "Vũ Minh · ", "Đạt: 46 cái"])
    page_scrolls = "document.documentElement.scrollHeight > innerHeight"
    assert not await manager.page.evaluate(page_scrolls), "only the conversation scrolls, not the page"


def newest(one: WebPhone) -> Locator:
    """The newest message of the bot."""
    return one.page.locator(".row.bot").last


async def test_the_demo_from_the_picker_to_the_summary(browser: Browser, tmp_path: Path) -> None:
    async with (
        demo(tmp_path) as address,
        phone(browser, scale=2) as officers_page,
        phone(browser) as admins_page,
        phone(browser, scale=2) as managers_page,
        phone(browser, scale=2, colours="dark") as dark_page,
    ):
        await officers_page.goto(f"{address}/")
        await picture(officers_page, "picker")
        admin = await pick(admins_page, address, "Nguyễn Chi")
        newcomer = await pick(officers_page, address, "Người mới có mã mời")
        await join(newcomer, admin)
        receipt = await report(newcomer)
        await correct(newcomer)
        await tell(newcomer)
        await undo(newcomer)
        await read(await pick(managers_page, address, "Phạm Dung"))
        await look_up(await pick(dark_page, address, "Phạm Dung"), receipt)
    assert list(tmp_path.iterdir()) == []
