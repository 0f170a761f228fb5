"""The socket: nothing acknowledged is lost, nothing is doubled, strangers and floods are kept out."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, WSServerHandshakeError

from bot.channels.web import Sent
from bot.channels.web.rooms import SHUT_OUT
from core.messages import Address, Button, Outbound
from tests.bot.channels.web.village import AN, Served, Village, browser_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

Frame = dict[str, Any]


class Talker:
    """A page's end of the socket."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket

    async def say(self, name: str, **frame: object) -> None:
        await self.socket.send_json({"id": name, **frame})

    async def until(self, kind: str) -> Any:
        """What the next frame of that kind carries."""
        while True:
            frame: Frame = await self.socket.receive_json(timeout=10)
            if kind in frame:
                return frame[kind]


@asynccontextmanager
async def talking(client: ClientSession) -> AsyncIterator[Talker]:
    async with client.ws_connect("/ws") as socket:
        yield Talker(socket)


async def test_a_message_is_stored_before_it_is_acknowledged(server: Served) -> None:
    async with browser_of(server, "officer") as client, talking(client) as talker:
        await talker.say("message-1", text="xin chào")
        assert await talker.until("ack") == "message-1"
        assert [raw["text"] for raw in server.village.heard()] == ["xin chào"]


async def test_a_message_sent_again_is_one_update_and_acknowledged_again(server: Served) -> None:
    async with browser_of(server, "officer") as client, talking(client) as talker:
        for _ in range(2):
            await talker.say("message-1", text="xin chào")
            assert await talker.until("ack") == "message-1"
        assert len(server.village.heard()) == 1


async def test_what_could_not_be_stored_is_not_acknowledged(server: Served) -> None:
    server.village.broken = True
    async with browser_of(server, "officer") as client, talking(client) as talker:
        await talker.say("message-1", text="xin chào")
        assert await talker.until("later") == "message-1"
        server.village.broken = False
        await talker.say("message-1", text="xin chào")
        assert await talker.until("ack") == "message-1"


async def test_the_same_id_in_two_chats_is_two_updates(server: Served) -> None:
    for person in ("officer", "manager"):
        async with browser_of(server, person) as client, talking(client) as talker:
            await talker.say("message-1", text="xin chào")
            await talker.until("ack")
    assert len(server.village.updates) == 2


async def test_an_answer_reaches_every_open_page_of_the_chat_and_no_other(server: Served) -> None:
    server.village.silent = True
    async with (
        browser_of(server, "officer") as phone,
        browser_of(server, "officer") as laptop,
        browser_of(server, "manager") as other,
        talking(phone) as on_phone,
        talking(laptop) as on_laptop,
        talking(other) as elsewhere,
    ):
        for talker in (on_phone, on_laptop, elsewhere):
            await talker.until("hello")
        await server.village.say(AN, Outbound("Đã ghi"))
        assert (await on_phone.until("item"))["text"] == "Đã ghi"
        assert (await on_laptop.until("item"))["text"] == "Đã ghi"
        await elsewhere.socket.send_json({"ping": True})
        assert await elsewhere.socket.receive_json() == {"pong": True}


async def test_what_was_said_while_nobody_was_there_is_told_on_opening(server: Served) -> None:
    await server.village.say(AN, Outbound("Nhắc việc tuần này"))
    async with browser_of(server, "officer") as client, talking(client) as talker:
        assert [item["text"] for item in (await talker.until("hello"))["items"]] == ["Nhắc việc tuần này"]


async def test_what_is_sent_but_not_yet_written_down_is_told_once(server: Served) -> None:
    village, message = server.village, Outbound("Đã ghi")
    reference = await village.channel.send(Address("web", AN), message, None)
    assert reference is not None
    async with browser_of(server, "officer") as client:
        async with talking(client) as talker:
            assert [item["id"] for item in (await talker.until("hello"))["items"]] == [reference]
        village.record(AN, Sent(reference, message, village.clock()))
        async with talking(client) as talker:
            assert [item["id"] for item in (await talker.until("hello"))["items"]] == [reference]


async def test_an_edit_keeps_the_reference_of_the_message_it_changes(server: Served) -> None:
    first = await server.village.say(AN, Outbound("Bước 1/5", ((Button("Tiếp", "next"),),)))
    assert await server.village.say(AN, Outbound("Bước 2/5", edits=first)) == first


async def test_an_invite_is_started_once_by_one_session(server: Served) -> None:
    async with browser_of(server) as client:
        for name in ("opened-1", "opened-2"):
            async with client.get("/vao/MOI-2026"), talking(client) as talker:
                await talker.say(name, start="MOI-2026")
                assert await talker.until("ack") == name
    assert [update.raw["start"] for update in server.village.updates.values()] == ["MOI-2026"]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "http://127.0.0.1:1"])
async def test_another_site_cannot_open_the_socket(server: Served, origin: str) -> None:
    async with browser_of(server, "officer") as client:
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect("/ws", headers={"Origin": origin})
        assert refused.value.status == 403


async def test_without_a_session_there_is_no_socket(server: Served) -> None:
    async with browser_of(server) as client:
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect("/ws")
        assert refused.value.status == 401


@pytest.mark.parametrize(
    "data",
    ["", "[]", "{}", '{"id": 7}', '{"id": "message-1"}', '{"id": "message-1", "text": ""}', "[" * 50_000],
)
async def test_a_malformed_frame_is_answered_and_the_next_one_served(server: Served, data: str) -> None:
    async with browser_of(server, "officer") as client, talking(client) as talker:
        await talker.socket.send_str(data)
        assert "chưa gửi" in await talker.until("note")
        await talker.say("message-2", text="xin chào")
        assert await talker.until("ack") == "message-2"
        assert len(server.village.heard()) == 1


async def test_a_frame_over_64_kilobytes_closes_the_socket(server: Served) -> None:
    async with browser_of(server, "officer") as client, talking(client) as talker:
        await talker.until("hello")
        await talker.say("message-1", text="x" * 70_000)
        assert (await talker.socket.receive()).type is WSMsgType.CLOSE
    assert server.village.heard() == []


async def test_bytes_close_the_socket(server: Served) -> None:
    async with browser_of(server, "officer") as client, talking(client) as talker:
        await talker.until("hello")
        await talker.socket.send_bytes(b"\x00")
        assert (await talker.socket.receive()).type is WSMsgType.CLOSE


async def test_who_is_too_fast_is_told_politely_and_loses_nothing(server: Served, village: Village) -> None:
    village.burst = 3
    await server.stop()
    await server.start()
    async with browser_of(server, "officer") as client, talking(client) as talker:
        for number in range(4):
            await talker.say(f"message-{number}", text=str(number))
        assert await talker.until("later") == "message-3"
        assert [raw["text"] for raw in village.heard()] == ["0", "1", "2"]


async def test_a_second_socket_does_not_make_a_chat_faster(server: Served, village: Village) -> None:
    village.burst = 1
    await server.stop()
    await server.start()
    async with browser_of(server, "officer") as client, talking(client) as one, talking(client) as other:
        await one.say("message-1", text="một")
        await one.until("ack")
        await other.say("message-2", text="hai")
        assert await other.until("later") == "message-2"


async def test_one_chat_cannot_hold_sockets_without_end(server: Served) -> None:
    async with browser_of(server, "officer") as client:
        sockets = [await client.ws_connect("/ws") for _ in range(9)]
        first = Talker(sockets[0])
        await first.until("hello")
        assert (await first.socket.receive()).type is WSMsgType.CLOSE
        await Talker(sockets[8]).until("hello")
        for socket in sockets:
            await socket.close()


async def test_stopping_closes_the_sockets_and_may_be_done_twice(server: Served) -> None:
    async with browser_of(server, "officer") as client, talking(client) as talker:
        await talker.until("hello")
        channel = server.village.channel
        await channel.stop()
        await channel.stop()
        assert (await talker.socket.receive()).type in (WSMsgType.CLOSE, WSMsgType.CLOSING)


async def test_who_is_suspended_is_cut_off_at_once_and_others_are_not(server: Served) -> None:
    people = server.village.people
    async with (
        browser_of(server, "officer") as client,
        browser_of(server, "manager") as other,
        talking(client) as talker,
        talking(other) as still,
    ):
        await talker.until("hello")
        people[AN] = replace(people[AN], shut_out=True)
        assert (await talker.socket.receive(timeout=10)).type is WSMsgType.CLOSE
        assert talker.socket.close_code == SHUT_OUT
        with pytest.raises(WSServerHandshakeError, match="401"):
            await client.ws_connect("/ws")
        await still.say("message-1", text="xin chào")
        assert await still.until("ack") == "message-1"


async def test_text_that_no_database_stores_is_cleaned_not_looped(server: Served) -> None:
    async with browser_of(server, "officer") as client, talking(client) as talker:
        await talker.socket.send_str(json.dumps({"id": "message-1", "text": "cân \ud800\0"}))
        assert await talker.until("ack") == "message-1"
        assert [raw["text"] for raw in server.village.heard()] == ["cân ?"]


async def test_what_another_process_sent_reaches_the_open_page_once(server: Served, village: Village) -> None:
    village.look_every = 0.01
    await server.stop()
    await server.start()
    async with browser_of(server, "officer") as client, talking(client) as talker:
        await talker.until("hello")
        village.record(AN, Sent("other-1", Outbound("Từ máy khác"), village.clock()))
        assert (await talker.until("item"))["text"] == "Từ máy khác"
        await village.say(AN, Outbound("Từ máy này"))
        assert (await talker.until("item"))["text"] == "Từ máy này"
        village.record(AN, Sent("other-2", Outbound("Lại từ máy khác"), village.clock()))
        assert (await talker.until("item"))["text"] == "Lại từ máy khác"
