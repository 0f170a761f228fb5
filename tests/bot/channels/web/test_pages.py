"""Who gets in, and what a page says to who does not."""

from dataclasses import replace
from datetime import timedelta
from http.cookies import Morsel

import pytest
from aiohttp import ClientSession

from bot.channels.web import DemoPerson, Who
from bot.channels.web.sessions import COOKIE
from tests.bot.channels.web.village import AN, PEOPLE, Served, Village, browser_of, served

pytestmark = pytest.mark.asyncio(loop_scope="module")


def cookie(client: ClientSession) -> Morsel[str]:
    return next(morsel for morsel in client.cookie_jar if morsel.key == COOKIE)


async def test_without_a_session_the_door_asks_for_the_invite_link(village: Village) -> None:
    village.demo = None
    async with served(village) as server, browser_of(server) as client, client.get("/chat") as response:
        assert response.status == 401
        assert "liên kết mời" in await response.text()


async def test_the_door_speaks_english_to_who_asks_for_it(village: Village) -> None:
    village.demo = None
    english = {"Accept-Language": "en-GB,en;q=0.9"}
    async with (
        served(village) as server,
        browser_of(server) as client,
        client.get("/", headers=english) as page,
    ):
        assert '<html lang="en">' in await page.text()


async def test_an_invite_link_gives_a_browser_a_session_of_its_own(server: Served) -> None:
    async with browser_of(server) as one, browser_of(server) as other:
        for client in (one, other):
            async with client.get("/vao/MOI-2026") as response:
                assert response.status == 200
        assert cookie(one).value != cookie(other).value


async def test_opening_an_invite_link_stores_nothing_as_previews_open_links_too(server: Served) -> None:
    async with browser_of(server) as client, client.get("/join/MOI-2026"):
        assert server.village.updates == {}


async def test_an_invite_link_keeps_the_session_that_is_there(server: Served) -> None:
    async with browser_of(server, "officer") as client:
        before = cookie(client).value
        async with client.get("/vao/MOI-2026"):
            assert cookie(client).value == before


async def test_the_session_of_somebody_suspended_ends(village: Village) -> None:
    where = {"tenant": "xã Đông Cứu", "contact": "Bộ phận Một cửa"}
    village.people = {AN: replace(village.people[AN], shut_out=True, **where)}
    async with served(village) as server, browser_of(server, "officer") as client:
        async with client.get("/chat") as response:
            assert response.status == 401
            assert "anh/chị gặp quản trị của xã Đông Cứu (Bộ phận Một cửa)" in await response.text()
        assert [each.value for each in client.cookie_jar if each.key == COOKIE] in ([], [""])


@pytest.mark.parametrize(
    "path", ["/vao/%2e%2e%2f", "/vao/a%20b", "/vao?code=a%20b", "/vao?code=", "/vao/" + "x" * 65]
)
async def test_a_code_that_cannot_be_one_is_said_to_be_wrong(server: Served, path: str) -> None:
    async with browser_of(server) as client, client.get(path) as response:
        assert response.status == 404
        assert "Mã này chưa đúng" in await response.text()


async def test_a_code_typed_at_the_door_leads_to_its_link(server: Served) -> None:
    async with (
        browser_of(server) as client,
        client.get("/vao?code=+MOI-2026+", allow_redirects=False) as response,
    ):
        assert (response.status, response.headers["Location"]) == (303, "/vao/MOI-2026")


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(server: Served) -> None:
    async with browser_of(server, "officer") as client:
        found = cookie(client)
        assert (found["httponly"], found["samesite"], found["secure"]) == (True, "Lax", "")


async def test_behind_https_the_cookie_travels_encrypted_only(village: Village) -> None:
    village.public_url = "https://chat.example.vn"
    async with served(village) as server, browser_of(server, "officer") as client:
        assert cookie(client)["secure"] is True


async def test_a_session_that_ran_out_is_no_session(server: Served, village: Village) -> None:
    async with browser_of(server, "officer") as client:
        village.now = village.clock() + timedelta(days=91)
        async with client.get("/chat", allow_redirects=False) as response:
            assert response.status == 303


async def test_a_session_in_use_does_not_run_out(server: Served, village: Village) -> None:
    async with browser_of(server, "officer") as client:
        start = village.clock()
        for day in (60, 120, 180):
            village.now = start + timedelta(days=day)
            async with client.get("/chat", allow_redirects=False) as response:
                assert response.status == 200


async def test_a_cookie_that_was_tampered_with_is_no_session(server: Served) -> None:
    async with browser_of(server, "officer") as client:
        body, mark = cookie(client).value.split(".")
    forged = {"Cookie": f"{COOKIE}={body}x.{mark}"}
    async with (
        browser_of(server) as client,
        client.get("/chat", headers=forged, allow_redirects=False) as page,
    ):
        assert page.status == 303


async def test_another_site_cannot_choose_a_demo_person(server: Served) -> None:
    headers = {"Origin": "https://evil.example"}
    async with browser_of(server) as client, client.post("/demo/admin", headers=headers) as response:
        assert response.status == 403


async def test_production_has_no_picker(village: Village) -> None:
    village.demo = None
    async with (
        served(village) as server,
        browser_of(server) as client,
        client.post("/demo/admin") as response,
    ):
        assert response.status == 404


async def test_the_newcomer_of_the_demo_opens_the_invite_link_as_nobody_yet(server: Served) -> None:
    async with browser_of(server, "officer") as client:
        before = cookie(client).value
        async with client.post("/demo/newcomer", allow_redirects=False) as response:
            assert response.headers["Location"] == "/vao/MOI-2026"
        assert cookie(client).value != before


async def test_html_in_a_name_is_inert(village: Village) -> None:
    attack = '"><script>alert(1)</script>'
    village.demo = [replace(PEOPLE[0], name=attack, unit=attack), DemoPerson("x", attack, attack, chat="x")]
    village.people[AN] = Who(attack, attack)
    async with served(village) as server, browser_of(server, "officer") as client:
        for page in ("/", "/chat"):
            async with client.get(page) as response:
                assert "<script>alert" not in await response.text()


@pytest.mark.parametrize(
    "path", ["/web/../channel.py", "/web/%2e%2e%2fchannel.py", "/web/chat.html", "/web/none.js"]
)
async def test_only_style_script_and_icons_are_served(server: Served, path: str) -> None:
    async with browser_of(server) as client, client.get(path) as response:
        assert response.status == 404


async def test_where_there_are_several_tenants_the_page_is_headed_by_that_of_its_reader(
    village: Village,
) -> None:
    village.commune = ""
    village.people[AN] = Who("An", "Cán bộ", "Phòng Kinh tế", tenant="xã Cao Đức")
    village.channel = village.new_channel()
    async with served(village) as server, browser_of(server) as client:
        async with client.get("/") as page:
            assert "<title>Báo cáo tiến độ</title>" in await page.text()
        async with client.post("/demo/officer") as page:
            assert "<h1>xã Cao Đức</h1>" in await page.text()


@pytest.mark.parametrize(
    ("path", "style"), [("/", "door.css"), ("/vao?code=", "door.css"), ("/chat", "chat.css")]
)
async def test_every_page_is_whole(server: Served, path: str, style: str) -> None:
    async with browser_of(server, "officer") as client, client.get(path) as response:
        page = await response.text()
    assert page.startswith('<!doctype html>\n<html lang="vi">')
    assert "<title>Xã Đông Cứu</title>" in page
    assert f'href="/web/{style}"' in page
    assert [page.count(tag) for tag in ("<head>", "<body", "</body>", "</html>")] == [1, 1, 1, 1]
    assert "{{" not in page
