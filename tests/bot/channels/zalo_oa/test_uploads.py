"""A file for many goes up once, for Zalo takes 5,000 uploads a month."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.base import SendError
from bot.channels.zalo_oa.channel import ZaloOA
from core.messages import Outbound
from tests.bot.channels.zalo_oa.test_send import send, stored
from tests.bot.queue_world import PNG
from tests.emulators.zalo_oa import FaultKind, Person, ZaloEmulator


async def test_a_picture_for_many_is_uploaded_once_and_again_when_zalo_keeps_it_no_more(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, tmp_path: Path
) -> None:
    file, path = stored(tmp_path, PNG, "tuan-20.png", "image/png")
    message = Outbound("Tuần 20", file=file)
    await asyncio.gather(*(send(channel, an, message, path) for _ in range(5)))
    assert len(emulator.account.assets) == 1
    emulator.account.assets = {
        name: replace(asset, at=asset.at - timedelta(days=8))
        for name, asset in emulator.account.assets.items()
    }
    await send(channel, an, message, path)
    await send(channel, an, replace(message, file=replace(file, name="ten-khac.png")), path)
    assert len(emulator.account.assets) == 3
    assert [seen.file.content for seen in an.chat if seen.file] == [PNG] * 7


async def test_an_upload_that_failed_is_tried_again(
    emulator: ZaloEmulator, an: Person, channel: ZaloOA, tmp_path: Path
) -> None:
    file, path = stored(tmp_path, PNG, "tuan-20.png", "image/png")
    emulator.faults.add("image", FaultKind.SERVER_ERROR)
    with pytest.raises(SendError):
        await send(channel, an, Outbound("Tuần 20", file=file), path)
    await send(channel, an, Outbound("Tuần 20", file=file), path)
    assert len(emulator.account.assets) == len(an.chat) == 1
