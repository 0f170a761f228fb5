"""Files that come with a message: kept, refused, or fetched again later."""

import pytest

from bot.channels.base import FetchError
from core.messages import Refusal
from tests.bot.inbox_office import Office, until
from tests.bot.queue_world import PNG, raw


async def test_a_photo_is_kept_and_its_type_found_from_its_content(office: Office) -> None:
    office.channel.files["p"] = PNG
    await office.accept([raw("1", photos=["p"])])
    [photo] = await office.photos()
    assert photo.stored is not None
    assert office.files.path(photo.stored).read_bytes() == PNG
    assert (photo.mime, photo.size) == ("image/png", len(PNG))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Refusal.EMPTY),
        (PNG * 100, Refusal.TOO_BIG),
        (b"MZ\x90 a program", Refusal.WRONG_TYPE),
        (FileNotFoundError(), Refusal.GONE),
    ],
)
async def test_a_file_that_cannot_be_kept_is_refused_and_the_turn_still_runs(
    office: Office, content: bytes | Exception, why: Refusal
) -> None:
    office.channel.files["p"] = content
    await office.accept([raw("1", photos=["p"])])
    [photo] = await office.photos()
    assert (photo.refused, photo.stored) == (why, None)


async def test_a_file_said_to_be_too_big_is_not_even_fetched(office: Office) -> None:
    await office.accept([raw("1", photos=["p"], sizes={"p": 50_000_000})])
    [photo] = await office.photos()
    assert (photo.refused, office.channel.fetches) == (Refusal.TOO_BIG, 0)


async def test_a_fetch_that_fails_for_now_is_tried_again(office: Office) -> None:
    office.channel.files["p"] = FetchError("later")
    await office.accept([raw("1", photos=["p"])])
    await office.worker.run_once()
    assert await office.states() == ["waiting"]
    office.channel.files["p"] = PNG
    office.clock.move(10)
    [photo] = await office.photos()
    assert photo.stored is not None


@pytest.mark.parametrize("error", [FetchError("later"), ConnectionResetError(), KeyError("bug")])
async def test_a_file_that_never_comes_counts_as_gone_in_the_end(office: Office, error: Exception) -> None:
    office.channel.files["p"] = error
    await office.accept([raw("1", photos=["p"])])
    for _ in range(4):
        await office.worker.run_once()
        office.clock.move(1000)
    assert [photo.refused for photo in office.seen[-1].attachments] == [Refusal.GONE]
    assert await office.states() == ["done"]


async def test_a_slow_fetch_of_one_person_does_not_hold_up_another(office: Office) -> None:
    office.channel.files["p"] = PNG
    office.channel.gate.clear()
    await office.worker.start()
    await office.accept([raw("1", photos=["p"])])
    await office.accept([raw("2", chat="binh", text="b")])
    await until(lambda: len(office.seen) == 1)
    office.channel.gate.set()
    await until(lambda: len(office.seen) == 2)
    await office.worker.stop()
