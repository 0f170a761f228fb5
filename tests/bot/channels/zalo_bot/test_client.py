"""Calls: what went wrong is told apart, and the token is in no error and no log."""

import logging
from collections.abc import AsyncIterator

import pytest

from bot.channels.zalo_bot.client import Client
from bot.channels.zalo_bot.errors import (
    POLL,
    OverQuota,
    PollTimeout,
    Refused,
    Unanswered,
    Unavailable,
    WrongToken,
    ZaloError,
    pause,
    send_error,
)
from tests.emulators.zalo_bot import Person, ZaloBotEmulator


@pytest.fixture
async def client(emulator: ZaloBotEmulator) -> AsyncIterator[Client]:
    made = Client(emulator.token, emulator.base_url)
    yield made
    await made.close()


async def test_an_answer_is_its_result(emulator: ZaloBotEmulator, client: Client) -> None:
    assert await client.call("getMe") == emulator.world.bot


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("401", WrongToken),
        ("408", Unanswered),
        ("504", Unanswered),
        ("429", OverQuota),
        ("403", Unavailable),
        ("500", Unavailable),
        ("502", Unavailable),
        ("drop", Unanswered),
    ],
)
async def test_each_fault_has_its_own_error(
    emulator: ZaloBotEmulator, client: Client, fault: str, kind: type[ZaloError]
) -> None:
    emulator.faults.add("getMe", fault)
    with pytest.raises(ZaloError) as raised:
        await client.call("getMe")
    assert type(raised.value) is kind


async def test_of_a_poll_408_is_the_usual_end(emulator: ZaloBotEmulator, client: Client) -> None:
    with pytest.raises(PollTimeout):
        await client.call(POLL, {"timeout": "0"})


async def test_what_hangs_is_given_up(emulator: ZaloBotEmulator, client: Client) -> None:
    emulator.faults.add("getMe", "hang")
    with pytest.raises(Unanswered, match=r"within 0\.1 s"):
        await client.call("getMe", seconds=0.1)


async def test_a_method_that_is_not_there_is_refused_for_good(client: Client) -> None:
    with pytest.raises(Refused, match="404"):
        await client.call("getme")


async def test_nobody_at_the_address_is_no_connection() -> None:
    client = Client("12345:secret-token", "http://127.0.0.1:9")
    with pytest.raises(Unavailable, match="no connection") as raised:
        await client.call("getMe")
    await client.close()
    assert not isinstance(raised.value, Unanswered)


async def test_the_token_is_in_no_error_and_no_log(
    emulator: ZaloBotEmulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    token = "99999:nobody-knows-this"
    for api in (emulator.base_url, "http://127.0.0.1:9", "http://127.0.0.1:9/%zz"):
        client = Client(token, api)
        with pytest.raises(ZaloError) as raised:
            await client.call("sendMessage", {"chat_id": "1", "text": token})
        await client.close()
        assert token not in str(raised.value)
    assert token not in caplog.text


@pytest.mark.parametrize(
    ("error", "means"),
    [
        (Refused("400", "Bad Request: text is empty"), {"permanent": True, "unreachable": False}),
        (Refused("404", "Not Found: chat not found"), {"permanent": True, "unreachable": True}),
        (WrongToken("401 Unauthorized"), {"permanent": False, "unreachable": False}),
        (Unavailable("403 Internal server error"), {"permanent": False, "perhaps": False}),
        (Unanswered("no answer"), {"permanent": False, "perhaps": True}),
        (OverQuota("429 Quota exceeded"), {"permanent": False, "retry_after": 60.0}),
    ],
)
def test_what_an_error_means_for_a_message(error: ZaloError, means: dict[str, object]) -> None:
    found = send_error(error, 1)
    assert {name: getattr(found, name) for name in means} == means


def test_a_quota_that_stays_used_up_is_asked_about_less_and_less_often() -> None:
    assert [pause(times) for times in (1, 2, 3, 7, 8, 5000)] == [60, 120, 240, 3600, 3600, 3600]


async def test_an_answer_without_end_is_not_read_to_its_end(
    emulator: ZaloBotEmulator, an: Person, client: Client
) -> None:
    an.send("message.text.received", {"text": "a" * 2_000_000})
    with pytest.raises(Unanswered, match="does not end"):
        await client.call("getUpdates", {"timeout": "1"})
