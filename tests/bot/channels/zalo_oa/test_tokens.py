"""Tokens: renewed in time, once, stored whole; what happens when that fails; what is told, what never."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.channel_tokens import StoredTokens
from bot.channels.base import SendError
from bot.channels.zalo_oa import NAME, Pair
from bot.channels.zalo_oa.channel import ZaloOA
from bot.channels.zalo_oa.tokens import REFRESH_LIFE, danger, seed_of
from core.messages import Address, Outbound
from storage.db import Database
from tests.bot.channels.rig import Inbox
from tests.bot.channels.zalo_oa.rig import Alarms
from tests.bot.post import until
from tests.bot.queue_world import HandClock
from tests.emulators.zalo_oa import FaultKind, Person, ZaloEmulator

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def say(channel: ZaloOA, person: Person, text: str = "xin chào") -> str | None:
    return await channel.send(Address(NAME, person.id), Outbound(text), None)


def codes(emulator: ZaloEmulator, service: str) -> list[int]:
    return [call.code for call in emulator.calls(service)]


async def living(store: Database) -> Pair:
    pair = await StoredTokens(store, NAME).read()
    assert pair is not None
    return pair


async def test_the_first_message_fetches_a_token_and_the_next_use_it(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA
) -> None:
    await say(channel, an)
    await say(channel, an)
    assert [message.text for message in an.chat] == ["xin chào"] * 2
    assert codes(emulator, "oauth") == [0]


async def test_what_the_refresh_token_brought_is_stored_whole(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, store: Database, clock: HandClock
) -> None:
    await say(channel, an)
    pair = await living(store)
    assert pair.refresh == emulator.account.refresh_token
    assert pair.access == emulator.calls("cs")[-1].token
    assert (pair.access_expires_at, pair.refresh_expires_at) == (clock() + 25 * HOUR, clock() + REFRESH_LIFE)
    assert pair.seed == seed_of("refresh-token-0")


async def test_a_restart_goes_on_with_the_tokens_there_are(
    emulator: ZaloEmulator, an: Person, make: Callable[..., ZaloOA]
) -> None:
    await say(make(), an)
    await say(make(), an)
    assert codes(emulator, "oauth") == [0]
    assert len(an.chat) == 2


async def test_a_token_is_renewed_after_twenty_hours(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, clock: HandClock
) -> None:
    await say(channel, an)
    clock.move(19.9 * 3600)
    await say(channel, an)
    assert codes(emulator, "oauth") == [0]
    clock.move(0.2 * 3600)
    await say(channel, an)
    assert codes(emulator, "oauth") == [0, 0]
    assert codes(emulator, "cs") == [0, 0, 0]


@pytest.mark.parametrize("fault", [-216, -220, FaultKind.UNAUTHORIZED])
async def test_a_token_refused_in_mid_send_is_renewed_once_and_the_message_sent_again(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, fault: FaultKind | int
) -> None:
    await say(channel, an)
    emulator.faults.add("cs", fault)
    await say(channel, an, "một lần thôi")
    assert [message.text for message in an.chat] == ["xin chào", "một lần thôi"]
    assert codes(emulator, "oauth") == [0, 0]


async def test_a_token_refused_twice_is_left_for_later(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA
) -> None:
    emulator.faults.add("cs", -216, times=None)
    with pytest.raises(SendError) as refused:
        await say(channel, an)
    assert (refused.value.permanent, refused.value.unreachable) == (False, False)
    assert codes(emulator, "cs") == [-216, -216]
    assert codes(emulator, "oauth") == [0, 0]


async def test_tokens_that_are_all_refused_are_not_renewed_for_each_message(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, clock: HandClock
) -> None:
    await say(channel, an)
    emulator.faults.add("cs", -216, times=None)
    for _ in range(5):
        with pytest.raises(SendError):
            await say(channel, an)
    assert codes(emulator, "oauth") == [0, 0]
    emulator.faults.clear()
    clock.move(61)
    emulator.account.revoke()
    await say(channel, an)
    assert codes(emulator, "oauth") == [0, 0, 0]


async def test_a_renewal_that_brings_the_refused_token_again_is_not_asked_for_on_and_on(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, monkeypatch: pytest.MonkeyPatch
) -> None:
    await say(channel, an)
    refused, exchange = emulator.calls("cs")[-1].token, emulator.account.exchange
    monkeypatch.setattr(
        emulator.account, "exchange", lambda token: {**exchange(token), "access_token": refused}
    )
    emulator.account.revoke()
    with pytest.raises(SendError, match="though it was just renewed"):
        await say(channel, an)
    assert codes(emulator, "oauth") == [0, 0]


async def test_an_odd_life_of_a_token_does_not_cost_the_token(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchange = emulator.account.exchange
    for odd in ("9" * 15, "0", "-5", "soon"):
        monkeypatch.setattr(
            emulator.account, "exchange", lambda token, odd=odd: {**exchange(token), "expires_in": odd}
        )
        await say(channel, an)
        clock.move(24 * 3600)
        an.acted_at = clock()
    assert codes(emulator, "oauth") == [0] * 4


async def test_many_messages_at_once_renew_once(emulator: ZaloEmulator, an: Person, channel: ZaloOA) -> None:
    await say(channel, an)
    emulator.account.revoke()
    await asyncio.gather(*(say(channel, an, str(number)) for number in range(20)))
    assert codes(emulator, "oauth") == [0, 0]
    assert sorted(message.text for message in an.chat[1:]) == sorted(map(str, range(20)))


async def test_two_processes_renew_once(
    emulator: ZaloEmulator, an: Person, make: Callable[..., ZaloOA]
) -> None:
    one, other = make(), make()
    await say(one, an)
    await say(other, an)
    emulator.account.revoke()
    await asyncio.gather(*(say(channel, an) for channel in (one, other) * 5))
    assert codes(emulator, "oauth") == [0, 0]
    assert len(an.chat) == 12


async def test_a_token_is_still_used_while_it_cannot_be_renewed(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, clock: HandClock
) -> None:
    await say(channel, an)
    clock.move(21 * 3600)
    emulator.faults.add("oauth", FaultKind.BAD_GATEWAY, times=None)
    for _ in range(3):
        await say(channel, an)
    assert len(an.chat) == 4
    assert codes(emulator, "oauth") == [0, 502]
    emulator.faults.clear()
    clock.move(61)
    await say(channel, an)
    assert codes(emulator, "oauth") == [0, 502, 0]


async def test_a_refresh_token_used_before_is_the_end_and_everybody_is_told(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, alarms: Alarms, clock: HandClock
) -> None:
    emulator.account.refresh_token = "used up elsewhere"
    with pytest.raises(SendError):
        await say(channel, an)
    assert codes(emulator, "oauth") == [-14020]
    [(trouble, at)] = alarms.said
    assert channel.trouble == trouble
    assert "consent" in trouble
    assert at == clock()


async def test_a_new_first_token_begins_anew(
    emulator: ZaloEmulator, an: Person, make: Callable[..., ZaloOA], store: Database
) -> None:
    await say(make(), an)
    emulator.account.refresh_token = "consented anew"
    emulator.account.revoke()
    await say(make(refresh_token="consented anew"), an)
    assert len(an.chat) == 2
    assert (await living(store)).seed == seed_of("consented anew")


async def test_what_was_begun_is_stored_although_its_sender_is_gone(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, store: Database
) -> None:
    sending = asyncio.create_task(say(channel, an))
    await until(lambda: emulator.account.refresh_token != "refresh-token-0")
    sending.cancel()
    await channel.stop()
    assert (await living(store)).refresh == emulator.account.refresh_token


async def test_an_answer_that_got_lost_is_told_of(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, alarms: Alarms
) -> None:
    emulator.faults.add("oauth", FaultKind.DROP)
    for _ in range(2):
        with pytest.raises(SendError):
            await say(channel, an)
    assert codes(emulator, "oauth") == [0, -14020]
    assert len(alarms.said) == 1


async def test_the_channel_looks_after_its_tokens_by_itself(
    emulator: ZaloEmulator, make: Callable[..., ZaloOA], inbox: Inbox, clock: HandClock
) -> None:
    await make(watch_seconds=0.01).start(inbox)
    await until(lambda: codes(emulator, "oauth") == [0])
    clock.move(21 * 3600)
    await until(lambda: codes(emulator, "oauth") == [0, 0])


async def test_it_tells_before_the_token_dies(
    emulator: ZaloEmulator, an: Person, make: Callable[..., ZaloOA], alarms: Alarms, clock: HandClock
) -> None:
    channel = make(watch_seconds=0.01)
    await say(channel, an)
    emulator.faults.add("oauth", FaultKind.BAD_GATEWAY, times=None)
    clock.move(22 * 3600)
    await channel.start(Inbox())
    await until(lambda: bool(alarms.said))
    assert alarms.said[0][0].startswith("the access token could not be renewed and expires at")
    assert await say(channel, an)


def pair_with(clock: HandClock, access: timedelta, refresh: timedelta) -> Pair:
    now = clock()
    return Pair("a", "r", "s", now - 25 * HOUR + access, now + access, now + refresh)


@pytest.mark.parametrize(
    ("access", "refresh", "said"),
    [
        (25 * HOUR, 90 * DAY, None),
        (4 * HOUR, 14 * DAY, None),
        (3 * HOUR, 90 * DAY, "could not be renewed and expires"),
        (-HOUR, 80 * DAY, "nothing is sent"),
        (HOUR, 13 * DAY, "the refresh token expires on"),
        (-DAY, -HOUR, "an administrator must consent anew"),
    ],
)
def test_danger_is_told_in_time(
    clock: HandClock, access: timedelta, refresh: timedelta, said: str | None
) -> None:
    found = danger(pair_with(clock, access, refresh), clock())
    assert found is None if said is None else found is not None and said in found


async def test_no_token_is_ever_logged(
    emulator: ZaloEmulator,
    an: Person,
    channel: ZaloOA,
    caplog: pytest.LogCaptureFixture,
    clock: HandClock,
) -> None:
    caplog.set_level(logging.DEBUG)
    await say(channel, an)
    secrets = [emulator.account.refresh_token, "refresh-token-0", emulator.calls("cs")[0].token]
    emulator.faults.add("cs", FaultKind.BAD_GATEWAY)
    emulator.faults.add("oauth", -14020, times=None)
    with pytest.raises(SendError) as failed:
        await say(channel, an)
    clock.move(30 * 3600)
    with pytest.raises(SendError) as refused:
        await say(channel, an)
    await channel.stop()
    said = "\n".join([caplog.text, str(failed.value), str(refused.value), repr(pair_with(clock, HOUR, HOUR))])
    assert not [secret for secret in secrets if secret in said]
    assert emulator.account.app_secret not in said
