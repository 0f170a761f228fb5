"""What the Bot API refuses, and in which words."""

from typing import Any

import pytest
from aiohttp import ClientSession

from tests.emulators.telegram import TelegramEmulator
from tests.emulators.telegram.conftest import Call


def keyboard(data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Được", "callback_data": data}]]}


async def test_a_wrong_token_is_unauthorized(call: Call) -> None:
    assert await call("getMe", token="1:wrong") == {
        "ok": False,
        "error_code": 401,
        "description": "Unauthorized",
    }


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"chat_id": 9, "text": "a"}, "Bad Request: chat not found"),
        ({"text": "a"}, "Bad Request: chat_id is empty"),
        ({"chat_id": 1, "text": "  "}, "Bad Request: message text is empty"),
        ({"chat_id": 1, "text": "ă" * 4097}, "Bad Request: message is too long"),
        ({"chat_id": 1, "text": "a", "reply_markup": keyboard("ổ" * 22)}, "Bad Request: BUTTON_DATA_INVALID"),
        ({"chat_id": 1, "text": "a", "reply_markup": keyboard("")}, "Bad Request: BUTTON_DATA_INVALID"),
        (
            {"chat_id": 1, "text": "a", "reply_markup": "{"},
            "Bad Request: can't parse reply keyboard markup JSON object",
        ),
        (
            {"chat_id": 1, "text": "5 < 6 <b>", "parse_mode": "HTML"},
            'Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset 2',
        ),
    ],
)
async def test_a_message_that_telegram_would_refuse_is_refused(
    emulator: TelegramEmulator, call: Call, params: dict[str, Any], complaint: str
) -> None:
    emulator.user(1, "An", started=True)
    assert (await call("sendMessage", **params))["description"] == complaint


async def test_the_limits_themselves_are_allowed(emulator: TelegramEmulator, call: Call) -> None:
    an = emulator.user(1, "An", started=True)
    await call("sendMessage", chat_id=1, text="ă" * 4096, reply_markup=keyboard("x" * 64))
    assert an.chat[0].button("Được").data == "x" * 64


async def test_a_person_who_blocked_the_bot_gets_nothing(emulator: TelegramEmulator, call: Call) -> None:
    an = emulator.user(1, "An", started=True)
    an.block()
    answer = await call("sendMessage", chat_id=1, text="xin chào")
    assert answer["description"] == "Forbidden: bot was blocked by the user"
    assert an.chat == []


async def test_editing_knows_what_is_there(emulator: TelegramEmulator, call: Call) -> None:
    an = emulator.user(1, "An", started=True)
    sent = (await call("sendMessage", chat_id=1, text="một"))["result"]["message_id"]
    same = await call("editMessageText", chat_id=1, message_id=sent, text="một")
    assert same["description"].startswith("Bad Request: message is not modified: specified new message")
    gone = await call("editMessageText", chat_id=1, message_id=sent + 1, text="hai")
    assert gone["description"] == "Bad Request: message to edit not found"
    await call("editMessageReplyMarkup", chat_id=1, message_id=sent, reply_markup=keyboard("a"))
    assert an.chat[0].labels == ["Được"]
    await call("deleteMessage", chat_id=1, message_id=sent)
    assert an.chat == []


async def test_a_press_is_answered_once(emulator: TelegramEmulator, call: Call) -> None:
    an = emulator.user(1, "An", started=True)
    await call("sendMessage", chat_id=1, text="một", reply_markup=keyboard("a"))
    query = an.press(an.chat[0], "Được")
    assert (await call("answerCallbackQuery", callback_query_id=query))["ok"]
    late = await call("answerCallbackQuery", callback_query_id=query)
    assert late["description"].startswith("Bad Request: query is too old")


async def test_a_file_is_handed_out_at_its_path(emulator: TelegramEmulator, call: Call) -> None:
    emulator.user(1, "An").send_document(b"noi dung")
    update = (await call("getUpdates"))["result"][0]
    file = (await call("getFile", file_id=update["message"]["document"]["file_id"]))["result"]
    base = f"{emulator.base_url}/file/bot"
    async with ClientSession() as session:
        async with session.get(f"{base}{emulator.token}/{file['file_path']}") as answer:
            assert await answer.read() == b"noi dung"
        async with session.get(f"{base}1:wrong/{file['file_path']}") as answer:
            assert answer.status == 401
        emulator.world.files.lose(file["file_path"])
        async with session.get(f"{base}{emulator.token}/{file['file_path']}") as answer:
            assert answer.status == 404


async def test_a_file_above_20_mb_is_not_handed_out(emulator: TelegramEmulator, call: Call) -> None:
    emulator.user(1, "An").send_document(b"", size=50_000_000)
    update = (await call("getUpdates"))["result"][0]
    answer = await call("getFile", file_id=update["message"]["document"]["file_id"])
    assert answer["description"] == "Bad Request: file is too big"


async def test_commands_typing_and_unknown_methods(emulator: TelegramEmulator, call: Call) -> None:
    an = emulator.user(1, "An", started=True)
    assert (await call("setMyCommands", commands=[{"command": "start", "description": "Bắt đầu"}]))["ok"]
    assert (await call("setMyCommands", commands=[{"command": "Xấu", "description": ""}]))[
        "error_code"
    ] == 400
    await call("sendChatAction", chat_id=1, action="typing")
    assert an.actions == ["typing"]
    assert (await call("sendRocket"))["description"] == "Not Found: method not found"
