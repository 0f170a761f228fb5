"""Reading the codes off photos: zxing-cpp, and repairs of the picture in turn where it finds none.

Each repair mends what the ones before could not, cheap ones first: shot from too near and out of focus, too
dark or grainy, askew, too small. What no repair helps is blurred by more than a bar's width.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.gs1.scans import Scan, meaning

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

#: pixels of the longer side that are looked at: more adds time and noise, no codes
_LONGEST = 1600
#: a picture with fewer is looked at enlarged, too
_SMALL = 1000
#: codes of one photo
MOST = 20
#: seconds after which no further repair is begun
_PATIENCE = 2.0
#: UPC-E is not among them: the stripes of an EAN-13 seen askew pass for one
_FORMATS = "EAN13,EAN8,UPCA,ITF,Code128,DataBar,DataMatrix,QRCode"
#: at which a mended picture is read again
_OTHER_SIZE = 0.9
#: pixels a file may claim to have: beyond that it is no photo but an attempt to fill the memory
_MOST_PIXELS = 120_000_000

_Repair = Callable[["Picture"], "Picture"]


class NoPicture(Exception):
    """The file is no picture that can be opened."""


def read_codes(path: Path) -> tuple[Scan, ...]:
    """Every code of the photo, those of GS1 first; none where none is found. Raises NoPicture.

    It computes for tens of milliseconds, a second or two where there is no code: call it in a thread.
    """
    begun = time.monotonic()
    picture = _opened(path)
    others = found = _read(picture)
    for repair in () if _of_gs1(found) else _ladder(picture):
        mended = repair(picture)
        found = _agreed(mended, _read(mended))
        if _of_gs1(found):
            break
        others = others or found
        if time.monotonic() - begun > _PATIENCE:
            break
    told = found if _of_gs1(found) else others
    return tuple(sorted(told, key=lambda scan: meaning(scan) is None))[:MOST]


def _of_gs1(scans: tuple[Scan, ...]) -> bool:
    return any(meaning(scan) for scan in scans)


def _agreed(mended: "Picture", scans: tuple[Scan, ...]) -> tuple[Scan, ...]:
    """Those that are read once more at another size: stripes that were mended may pass for other ones."""
    if not scans:
        return ()
    smaller = mended.resize((round(mended.width * _OTHER_SIZE), round(mended.height * _OTHER_SIZE)))
    again = _read(smaller)
    return tuple(scan for scan in scans if scan in again)


def _opened(path: Path) -> "Picture":
    """The photo in grey, at most `_LONGEST` pixels long; a JPEG is not even unpacked beyond that."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise NoPicture(f"{picture.width} x {picture.height} pixels")
            picture.draft("L", (_LONGEST, _LONGEST))
            grey = picture.convert("L")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NoPicture(str(error)) from error
    grey.thumbnail((_LONGEST, _LONGEST), reducing_gap=2.0)
    return grey


def _ladder(picture: "Picture") -> Iterator[_Repair]:
    from PIL import Image, ImageFilter, ImageOps

    def sharp(grey: "Picture") -> "Picture":
        return grey.filter(ImageFilter.UnsharpMask(3, 200, 2))

    def turned(grey: "Picture", angle: float) -> "Picture":
        return grey.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=255)

    def calmed(grey: "Picture") -> "Picture":
        return ImageOps.autocontrast(grey, cutoff=1).filter(ImageFilter.MedianFilter(3))

    yield lambda grey: sharp(turned(grey, -20))
    yield lambda grey: sharp(turned(grey, 45))
    yield lambda grey: grey.reduce(2)
    yield calmed
    yield lambda grey: turned(calmed(grey), 45)
    if max(picture.size) < _SMALL:
        yield lambda grey: sharp(grey.resize((grey.width * 2, grey.height * 2), Image.Resampling.BICUBIC))
    yield lambda grey: turned(calmed(grey), -20)


def _read(grey: "Picture") -> tuple[Scan, ...]:
    import zxingcpp

    formats = zxingcpp.barcode_formats_from_str(_FORMATS)
    found = zxingcpp.read_barcodes(grey, formats, try_invert=False, try_downscale=False)
    scans = (Scan(each.text, str(each.format)) for each in found if each.text)
    return tuple(dict.fromkeys(scans))
