"""Generated photos of barcodes: a label on a grainy background, degraded as photos of a market are."""

import io
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PIL import Image, ImageEnhance, ImageFilter

from core.gs1.check_digits import check_digit
from reports.barcode_symbols import Symbol, png

#: pixels of the photo, and of a module of the code in it
SIZE = (1280, 960)
MODULE = 3.4
#: pixels of a module in what `png` draws
_DRAWN = 8

Degrade = Callable[[Image.Image, random.Random], Image.Image]


@dataclass(frozen=True)
class Condition:
    """How photos are spoiled; `moderate` ones are those that have to be read."""

    name: str
    degrade: Degrade
    moderate: bool = True
    #: how many times larger the photo is
    larger: float = 1


def gtin(chance: random.Random) -> str:
    """A number as GS1 Vietnam gives them out, in 14 digits."""
    payload = f"893{chance.randrange(10**9):09}"
    return f"0{payload}{check_digit(payload)}"


def label(number: str, symbol: Symbol, chance: random.Random, module: float = MODULE) -> Image.Image:
    """A white label with the symbol, in grey, with modules of so many pixels."""
    drawn = Image.open(io.BytesIO(png(number, symbol, "https://id.gs1.org"))).convert("L")
    size = (round(drawn.width * module / _DRAWN), round(drawn.height * module / _DRAWN))
    made = drawn.resize(size, Image.Resampling.BOX)
    edge = round(8 * module)
    paper = Image.new("L", (made.width + 2 * edge, made.height + 2 * edge), chance.randint(225, 250))
    paper.paste(made, (edge, edge))
    return paper


def scene(paper: Image.Image, chance: random.Random, angle: float = 0, larger: float = 1) -> Image.Image:
    """The label somewhere on a background with a texture, turned by an angle in degrees."""
    size = (round(SIZE[0] * larger), round(SIZE[1] * larger))
    grain = Image.effect_noise((size[0] // 2, size[1] // 2), 40).filter(ImageFilter.GaussianBlur(1.2))
    photo = ImageEnhance.Brightness(grain.resize(size)).enhance(chance.uniform(0.7, 1.2))
    if larger != 1:
        paper = paper.resize((round(paper.width * larger), round(paper.height * larger)))
    turned = paper.rotate(angle, Image.Resampling.BICUBIC, expand=True)
    mask = Image.new("L", paper.size, 255).rotate(angle, Image.Resampling.BICUBIC, expand=True)
    room = (max(size[0] - turned.width, 1), max(size[1] - turned.height, 1))
    photo.paste(turned, (chance.randrange(room[0]), chance.randrange(room[1])), mask)
    return photo


def jpeg(photo: Image.Image, quality: int = 85) -> bytes:
    """The photo as it comes from a phone."""
    kept = io.BytesIO()
    photo.save(kept, "JPEG", quality=quality)
    return kept.getvalue()


def blur(sigma: float) -> Degrade:
    return lambda photo, _: photo.filter(ImageFilter.GaussianBlur(sigma))


def noise(sigma: float) -> Degrade:
    def grainy(photo: Image.Image, _: random.Random) -> Image.Image:
        grain = Image.effect_noise(photo.size, sigma)
        # the grain is around 128: what is above brightens, what is below darkens
        return Image.blend(photo, grain, 0.5).point(_STRETCHED)

    return grainy


#: undoes a blend by halves with a grey of 128
_STRETCHED = [min(max(2 * value - 128, 0), 255) for value in range(256)]


def dark(light: float) -> Degrade:
    return lambda photo, _: ImageEnhance.Brightness(photo).enhance(light)


def saved(quality: int) -> Degrade:
    return lambda photo, _: Image.open(io.BytesIO(jpeg(photo, quality))).convert("L")


def leaning(by: float) -> Degrade:
    """Seen from the side: the right edge is that much shorter than the left."""

    def seen(photo: Image.Image, _: random.Random) -> Image.Image:
        width, height = photo.size
        off = by * height / 2
        corners = (0, -off, 0, height + off, width, height - off, width, off)
        return photo.transform(
            photo.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=90
        )

    return seen


def together(*degrades: Degrade) -> Degrade:
    def degraded(photo: Image.Image, chance: random.Random) -> Image.Image:
        for degrade in degrades:
            photo = degrade(photo, chance)
        return photo

    return degraded


CONDITIONS: tuple[Condition, ...] = (
    Condition("clean", together()),
    Condition("blur, 0.35 of a module", blur(1.2)),
    Condition("noise, 12 of 255", noise(12)),
    Condition("a quarter of the light", dark(0.25)),
    Condition("JPEG, quality 40", saved(40)),
    Condition("seen from the side", leaning(0.25)),
    Condition("12 megapixels", together(), larger=3.125),
    Condition("blur, noise, half the light, JPEG 60", together(blur(0.8), dark(0.5), noise(6), saved(60))),
    Condition("blur, 0.7 of a module", blur(2.4), moderate=False),
    Condition("blur, 0.9 of a module", blur(3.0), moderate=False),
    Condition("an eighth of the light, noise", together(dark(0.125), noise(5)), moderate=False),
    Condition("all of it, JPEG 30", together(blur(1.4), dark(0.2), noise(8), saved(30)), moderate=False),
)
#: the angles photos are taken at, degrees
ANGLES: Mapping[str, tuple[float, ...]] = {
    "0-15°": (0, -4, 7, 15),
    "20-45°": (20, 30, 45),
    "70-180°": (75, 90, 135, 180),
}
