"""The emulator's services: what is taken, what is refused with which code."""

from datetime import timedelta
from typing import Any

import pytest

from tests.bot.queue_world import HandClock
from tests.emulators.zalo_oa import Person, ZaloEmulator
from tests.emulators.zalo_oa.conftest import Ask

CS, TEMPLATE = "/v3.0/oa/message/cs", "/v3.0/oa/message/template"
IMAGE, FILE = "/v2.0/oa/upload/image", "/v2.0/oa/upload/file"
BUTTON = {"title": "Có", "type": "oa.query.hide", "payload": "#co"}


def to(person: Person, message: dict[str, Any]) -> dict[str, Any]:
    return {"recipient": {"user_id": person.id}, "message": message}


def with_buttons(*buttons: dict[str, Any]) -> dict[str, Any]:
    payload = {"buttons": list(buttons)}
    return {"text": "Chọn:", "attachment": {"type": "template", "payload": payload}}


async def test_a_refresh_token_is_good_for_one_pair(emulator: ZaloEmulator, exchange: Ask) -> None:
    first = await exchange("refresh-token-0")
    assert first["expires_in"] == "90000"
    assert (await exchange("refresh-token-0"))["error"] == -14020
    assert (await exchange(first["refresh_token"]))["access_token"] != first["access_token"]


@pytest.mark.parametrize(
    "changed", [{"secret_key": "wrong"}, {"app_id": "1"}, {"grant_type": "authorization_code"}]
)
async def test_only_the_app_itself_gets_tokens(exchange: Ask, changed: dict[str, str]) -> None:
    assert (await exchange("refresh-token-0", **changed))["error"] < 0
    assert "access_token" in await exchange("refresh-token-0")


async def test_an_access_token_lives_for_25_hours(
    emulator: ZaloEmulator, an: Person, ask: Ask, clock: HandClock
) -> None:
    message = to(an, {"text": "xin chào"})
    clock.move(24.9 * 3600)
    answer = await ask(CS, message)
    assert (answer["error"], answer["data"]["message_id"]) == (0, an.chat[0].id)
    clock.move(0.2 * 3600)
    assert (await ask(CS, message))["error"] == -220
    assert (await ask(CS, message, access_token="made up"))["error"] == -216
    assert len(an.chat) == 1


async def test_the_window_is_seven_days_from_the_last_act(an: Person, ask: Ask, clock: HandClock) -> None:
    message = to(an, {"text": "xin chào"})
    an.acted_at = clock() - timedelta(days=7) + timedelta(seconds=1)
    assert (await ask(CS, message))["error"] == 0
    clock.move(1)
    assert (await ask(CS, message))["error"] == -230


async def test_who_does_not_follow_is_not_written_to(emulator: ZaloEmulator, an: Person, ask: Ask) -> None:
    an.unfollow()
    assert (await ask(CS, to(an, {"text": "a"})))["error"] == -213
    assert (await ask(CS, {"recipient": {"user_id": "1"}, "message": {"text": "a"}}))["error"] == -201


@pytest.mark.parametrize(
    "message",
    [
        {"text": ""},
        {"text": "a" * 2001},
        with_buttons(),
        with_buttons(*[BUTTON] * 6),
        with_buttons({**BUTTON, "title": "a" * 101}),
        with_buttons({**BUTTON, "payload": "a" * 1001}),
        with_buttons({**BUTTON, "type": "callback"}),
        {"text": "a", "attachment": {"type": "poll", "payload": {}}},
        {"attachment": {"type": "file", "payload": {"token": "never uploaded"}}},
        {"attachment": {"type": "template", "payload": {"template_type": "list"}}},
    ],
)
async def test_what_zalo_does_not_take_is_refused(an: Person, ask: Ask, message: dict[str, Any]) -> None:
    assert (await ask(CS, to(an, message)))["error"] == -201
    assert an.chat == []


async def test_buttons_are_seen(an: Person, ask: Ask) -> None:
    opens = {"title": "Mở", "type": "oa.open.url", "payload": {"url": "https://bot.example.vn"}}
    assert (await ask(CS, to(an, with_buttons(BUTTON, opens))))["error"] == 0
    [seen] = an.chat
    assert (seen.labels, seen.links) == (["Có"], ["https://bot.example.vn"])


async def test_what_was_uploaded_can_be_sent_for_a_week(
    an: Person, ask: Ask, clock: HandClock, exchange: Ask, emulator: ZaloEmulator
) -> None:
    number = (await ask(IMAGE, anh_png=b"png"))["data"]["attachment_id"]
    element = {"media_type": "image", "attachment_id": number}
    payload = {"template_type": "media", "elements": [element]}
    picture = to(an, {"text": "Ảnh", "attachment": {"type": "template", "payload": payload}})
    assert (await ask(CS, picture))["error"] == 0
    assert an.chat[0].file
    assert an.chat[0].file.content == b"png"
    clock.move(7 * 86400)
    an.acted_at = clock()
    fresh = (await exchange(emulator.account.refresh_token))["access_token"]
    assert (await ask(CS, picture, access_token=fresh))["error"] == -100


@pytest.mark.parametrize(
    ("path", "name", "size", "error"),
    [
        (IMAGE, "a_jpg", 1_000_000, 0),
        (IMAGE, "a_jpg", 1_000_001, -201),
        (IMAGE, "a_webp", 10, -201),
        (FILE, "a_pdf", 5_000_000, 0),
        (FILE, "a_pdf", 5_000_001, -201),
        (FILE, "a_xlsx", 10, -201),
        (FILE, "a_csv", 0, -201),
    ],
)
async def test_uploads_have_their_kinds_and_sizes(
    ask: Ask, path: str, name: str, size: int, error: int
) -> None:
    assert (await ask(path, **{name: bytes(size)}))["error"] == error


async def test_an_approved_message_knows_no_window(
    emulator: ZaloEmulator, an: Person, ask: Ask, clock: HandClock
) -> None:
    [template] = emulator.account.templates
    an.acted_at = None
    body = {"user_id": an.id, "template_id": template, "template_data": {"ten": "An"}}
    assert (await ask(TEMPLATE, body))["error"] == 0
    assert an.chat[0].filled == (("ten", "An"),)
    assert (await ask(TEMPLATE, {**body, "template_id": "other"}))["error"] == -131


async def test_a_fault_happens_as_often_as_was_asked_for(
    emulator: ZaloEmulator, an: Person, ask: Ask
) -> None:
    emulator.faults.add("cs", -32, times=2)
    answers = [(await ask(CS, to(an, {"text": "a"})))["error"] for _ in range(3)]
    assert answers == [-32, -32, 0]
    assert [call.code for call in emulator.calls("cs")] == [-32, -32, 0]
