"""Targets as bars against their pace, drawn to be read on a phone 360 pixels wide."""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from core.indicators.goals import floor
from core.indicators.progress import State, TargetProgress
from core.texts import lines, say
from reports.figures import known_figure
from reports.plan_report.words import Words, state

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

#: pixels of a phone, and how many of the picture are drawn for each
WIDTH, SCALE = 360, 2
_EDGE, _ROW, _BAR = 12, 62, 12
_BIG, _TEXT = 15, 12
_INK, _FAINT, _TRACK, _PAPER = "#1b1f24", "#57606a", "#e4e8ec", "#ffffff"
_COLOURS = {
    State.REACHED: "#1a7f37",
    State.ON_TRACK: "#2da44e",
    State.BEHIND: "#bf8700",
    State.AT_RISK: "#cf222e",
}


def drawable(item: TargetProgress) -> bool:
    """Whether a target has a number to reach and a value."""
    return bool(item.goal and floor(item.goal)) and item.value is not None and item.state in _COLOURS


def draw_bars(items: Sequence[TargetProgress], words: Words, title: str | None) -> bytes:
    """The picture as PNG, `WIDTH * SCALE` pixels wide and as high as its bars need."""
    from PIL import Image, ImageDraw

    top = 64 if title is not None else 30
    height = top + max(len(items), 1) * _ROW + _EDGE
    image = Image.new("RGB", (WIDTH * SCALE, height * SCALE), _PAPER)
    pen = ImageDraw.Draw(image)
    if title is not None:
        _write(pen, (_EDGE, 10), title, _BIG, _INK, bold=True)
    _write(pen, (_EDGE, top - 24), words.say("paper-chart-legend"), _TEXT, _FAINT)
    for number, item in enumerate(items):
        _bar(pen, item, top + number * _ROW, words)
    if not items:
        _write(pen, (_EDGE, top), words.say("paper-chart-empty"), _TEXT, _INK)
    kept = BytesIO()
    # a third of the bytes of the same picture in full colours, for phones in the field
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(kept, "PNG", compress_level=6)
    return kept.getvalue()


def shares(item: TargetProgress) -> tuple[float, float | None]:
    """How long the bar is and where the pace stands on it, as parts of the goal; both at most whole."""
    whole = floor(item.goal) if item.goal else None
    if not whole or item.value is None:
        return 0.0, None
    if item.measure.share is not None:
        return _part(item.measure.share), None
    return _part(item.value / whole), _part(item.expected / whole) if item.expected else None


def _part(share: Decimal) -> float:
    return min(max(float(share), 0.0), 1.0)


def _bar(pen: "ImageDraw", item: TargetProgress, top: int, words: Words) -> None:
    """Name above, bar with a mark where the pace is, figure and state below."""
    inner = WIDTH - 2 * _EDGE
    _write(pen, (_EDGE, top), f"{item.target.code} {words(item.target.name)}", _TEXT, _INK, bold=True)
    come, pace = shares(item)
    y = top + 20
    _box(pen, _EDGE, y, inner, _TRACK)
    if come:
        _box(pen, _EDGE, y, max(inner * come, 4), _COLOURS[item.state])
    if pace is not None:
        x = _EDGE + inner * pace
        pen.rectangle([p * SCALE for p in (x - 1.5, y - 3, x + 1.5, y + _BAR + 3)], fill=_INK)
    told = words(lines(known_figure(item) or say("progress-none"), state(item), separator=" · "))
    _write(pen, (_EDGE, y + _BAR + 3), told, _TEXT, _FAINT)


def _box(pen: "ImageDraw", x: float, y: float, width: float, colour: str) -> None:
    pen.rounded_rectangle([p * SCALE for p in (x, y, x + width, y + _BAR)], radius=3 * SCALE, fill=colour)


def _write(
    pen: "ImageDraw", at: tuple[float, float], text: str, size: int, colour: str, *, bold: bool = False
) -> None:
    """One line, cut where the picture ends."""
    font = _font(size, bold)
    line = _fitting(" ".join(unicodedata.normalize("NFC", text).split()), font, (WIDTH - 2 * _EDGE) * SCALE)
    pen.text((at[0] * SCALE, at[1] * SCALE), line, fill=colour, font=font)


def _fitting(text: str, font: "FreeTypeFont", most: float) -> str:
    if font.getlength(text) <= most:
        return text
    least, longest = 0, len(text)
    while least < longest:
        middle = (least + longest + 1) // 2
        fits = font.getlength(text[:middle].rstrip() + "…") <= most
        least, longest = (middle, longest) if fits else (least, middle - 1)
    return text[:least].rstrip() + "…"


@lru_cache(maxsize=1)
def _palette() -> "Picture":
    """The colours of a picture, with the shades between each and the paper that smooth edges need."""
    from PIL import Image, ImageColor

    paper = ImageColor.getrgb(_PAPER)
    shades = {_INK: 16, _FAINT: 16, _TRACK: 4, **dict.fromkeys(_COLOURS.values(), 4)}
    values = [
        round(full + (empty - full) * step / (count - 1))
        for colour, count in shades.items()
        for step in range(count)
        for full, empty in zip(ImageColor.getrgb(colour), paper, strict=True)
    ]
    image = Image.new("P", (1, 1))
    image.putpalette(values)
    return image


@lru_cache(maxsize=8)
def _font(size: int, bold: bool) -> "FreeTypeFont":
    """A font that comes with the program and has all Vietnamese letters."""
    from fontpkg_noto_sans import ROOT
    from PIL import ImageFont

    font = ImageFont.truetype(ROOT / "files" / "NotoSans[wdth,wght].ttf", size * SCALE)
    font.set_variation_by_name("Bold" if bold else "Regular")
    return font
