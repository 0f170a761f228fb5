"""The list of what is due: its pages, and whose each thing is."""

from datetime import UTC, datetime

from tests.handlers.village import Village


async def test_all_of_a_long_list_is_on_its_pages_and_a_manager_reads_whose_it_is(village: Village) -> None:
    village.now = datetime(2026, 11, 10, 2, 30, tzinfo=UTC)
    for number in range(5):
        await village.press("chi", "cl:add")
        await village.say("chi", f"{11 + number}/11 task {number}")
    first = await village.press("dung", "go:dues")
    tokens = [button.token for button in village.last["demo-dung"].buttons()]
    assert "go:dues:1" in tokens
    assert "go:dues:0" not in tokens
    assert first.count("Phụ trách:") >= 7
    second = await village.press("dung", "go:dues:1")
    tokens = [button.token for button in village.last["demo-dung"].buttons()]
    assert "9. " in second
    assert "go:dues:0" in tokens
    # a page that is no more, or never was, is the last or the first one
    last = await village.press("dung", "go:dues:999")
    assert "go:dues:1000" not in [button.token for button in village.last["demo-dung"].buttons()]
    assert last
    assert await village.press("dung", "go:dues:x") == first
