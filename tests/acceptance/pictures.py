"""Screenshots of the demo for the README. They are kept only when TIENDO_PICTURES is 1."""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.async_api import Page, expect

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
#: enough for text and a handful of emoji; the files stay under 150 KB
COLOURS = 256


async def picture(page: Page, name: str) -> None:
    """Keep what this phone shows now as docs/pictures/NAME.png."""
    if os.environ.get("TIENDO_PICTURES") != "1":
        return
    await expect(page.locator("#typing:visible, .row.waiting")).to_have_count(0)
    await page.mouse.move(0, 0)
    await page.evaluate("document.activeElement?.blur()")
    shot = Image.open(BytesIO(await page.screenshot())).convert("RGB")
    FOLDER.mkdir(parents=True, exist_ok=True)
    shot.quantize(COLOURS, kmeans=1, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)


def photo_of_a_scale() -> bytes:
    """A JPEG of a market scale's dial, drawn."""
    image = Image.new("RGB", (800, 600), "#c9b697")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 430, 800, 600), fill="#8a6f4d")
    draw.rounded_rectangle((230, 60, 570, 520), 40, fill="#2f6fa8")
    draw.rectangle((180, 30, 620, 80), fill="#b9c3c9")
    draw.ellipse((265, 130, 535, 400), fill="#fdfcf7", outline="#1d2a33", width=6)
    for hour in range(20):
        draw.arc((280, 145, 520, 385), hour * 18 - 1, hour * 18 + 1, fill="#1d2a33", width=18)
    draw.line((400, 265, 475, 195), fill="#b3261e", width=8)
    draw.ellipse((388, 253, 412, 277), fill="#1d2a33")
    draw.rectangle((340, 430, 460, 490), fill="#e9c84a")
    file = BytesIO()
    image.save(file, "JPEG", quality=80)
    return file.getvalue()
