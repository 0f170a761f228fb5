"""The chart of the yearly report: made for a phone, its bars as long as the figures say."""

from dataclasses import replace
from io import BytesIO

from PIL import Image

from reports.bars import SCALE, WIDTH, shares
from reports.plan_report.chart import chart, charted, twin
from reports.plan_report.words import Words
from storage.db import Database
from tests import shipped
from tests.reports.plan_report.world import a_year, report_of, store

WORDS = Words(shipped.texts(), "vi")
#: pixels: the first bar, seen from above and from the left, and how long it may get
_TOP, _LEFT, _LONG = 64 + 20 + 6, 12, WIDTH - 24


def painted(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


async def test_a_bar_is_as_long_as_its_share_and_the_pace_is_marked(db: Database) -> None:
    await db.write(a_year)
    report = await report_of(db, "dong_cuu", "DC1")
    bars = charted(report)
    come, pace = shares(bars[0].item)
    assert (come, pace) == (0.9, 0.8)
    assert pace is not None
    picture = painted(chart(report, bars, WORDS))
    assert picture.width == WIDTH * SCALE
    row = [picture.getpixel((x * SCALE, _TOP * SCALE)) for x in range(WIDTH)]
    colour, empty = row[_LEFT + 20], row[_LEFT + _LONG - 5]
    assert colour != empty
    assert max(x for x, pixel in enumerate(row) if pixel == colour) == round(_LEFT + _LONG * come)
    mark = picture.getpixel((round((_LEFT + _LONG * pace) * SCALE), (_TOP - 8) * SCALE))
    assert isinstance(mark, tuple)
    assert sum(mark) < 150


async def test_it_is_as_high_as_its_bars_need_and_a_long_name_is_cut(db: Database) -> None:
    await db.write(a_year)
    report = await report_of(db, "dong_cuu", "DC1")
    (bar, *_) = charted(report)
    target = bar.item.target
    name = replace(target.name, vi="W" * 200)
    long = replace(bar, item=replace(bar.item, target=target.model_copy(update={"name": name})))
    one, forty = (painted(chart(report, [long] * number, WORDS)) for number in (1, 40))
    assert forty.height - one.height == 39 * 62 * SCALE
    edge = [forty.getpixel((x, y)) for x in range(forty.width - 10, forty.width) for y in range(400)]
    assert set(edge) == {(255, 255, 255)}


async def test_every_bar_has_a_line_in_words_and_no_bar_is_said_too(db: Database) -> None:
    await db.write(store)
    report = await report_of(db, "bac_ninh", "BN")
    bars = charted(report)
    said = twin(bars, WORDS)
    assert [each.item.target.code for each in bars if each.item.target.code not in said] == []
    assert twin([], WORDS) == WORDS.say("paper-chart-empty")
    assert painted(chart(report, [], WORDS)).width == WIDTH * SCALE
