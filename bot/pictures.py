"""Pictures that people send are drawn anew: nothing but the picture itself is kept.

Where it was taken and on which phone, who owns it, a program behind the pixels: all of it is gone.
"""

import io
import threading
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

#: pixels a picture may have: beyond that it is no photo but an attempt to fill the memory
MOST_PIXELS = 64_000_000
#: kinds of pictures that are drawn anew
PICTURES = frozenset(
    {"image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/heic", "image/heif"}
)
_JPEG, _PNG = "image/jpeg", "image/png"
_QUALITY = 90
#: one at a time: each takes a core, and three bytes a pixel
_ONE = threading.Lock()


class NoPicture(Exception):
    """It cannot be opened as the picture it says it is, or is too large to be a photo."""


def drawn_anew(path: Path) -> tuple[bytes, str]:
    """The picture alone, upright, with its kind: a photo as JPEG, what was drawn or is see-through as PNG.

    Of a moving picture the first is kept. It computes for a second or so: call it in a thread. Raises
    NoPicture.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError
    from pillow_heif import register_heif_opener

    register_heif_opener()
    with _ONE, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise NoPicture("it has more pixels than any photo")
                drawn = opened.format in ("PNG", "GIF")
                upright = ImageOps.exif_transpose(opened)
                return _saved(upright, as_png=drawn or _see_through(upright))
        except (UnidentifiedImageError, Image.DecompressionBombError) as error:
            raise NoPicture(str(error)) from error
        except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError) as error:
            # what Pillow raises for files that break off or were made to break it
            raise NoPicture(repr(error)) from error


def _see_through(picture: "Picture") -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info


def _saved(picture: "Picture", *, as_png: bool) -> tuple[bytes, str]:
    out = io.BytesIO()
    if as_png:
        kept = (
            picture
            if picture.mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")
            else picture.convert("RGBA")
        )
        bare = kept.copy()
        seen_through = bare.info.get("transparency")
        bare.info = {} if seen_through is None else {"transparency": seen_through}
        bare.save(out, "PNG")
        return out.getvalue(), _PNG
    bare = picture.convert("L" if picture.mode == "L" else "RGB")
    bare.info = {}
    bare.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue(), _JPEG
