"""Barcodes ready for print: EAN-13, EAN-8, ITF-14 and QR with a Digital Link, as PNG or SVG.

Sizes are those of the GS1 General Specifications: a module of an EAN is 0.33 mm wide (100 %), of an ITF-14
0.635 mm (62.5 %, for labels on cartons), of a QR code 0.495 mm. Quiet zones and bearer bars are part of it.
"""

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from core.errors import TiendoError
from core.gs1.contents import link_of
from core.gs1.numbers import shortest
from reports.made_file import PNG, SVG, MadeFile

if TYPE_CHECKING:
    from zxingcpp import Barcode

#: pixels of a module in a PNG: 615 dots an inch for an EAN
_SCALE = 8
_MM_PER_INCH = 25.4
_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')


class Symbol(StrEnum):
    EAN_13 = "ean13"
    EAN_8 = "ean8"
    ITF_14 = "itf14"
    QR = "qr"


class WrongSymbol(TiendoError):
    """This number cannot be drawn as that symbol."""


@dataclass(frozen=True, slots=True)
class _Spec:
    name: str
    module_mm: float
    #: digits of the numbers it can hold, as `shortest` gives them
    digits: tuple[int, ...]


_SPECS: Mapping[Symbol, _Spec] = {
    Symbol.EAN_13: _Spec("EAN13", 0.33, (13,)),
    Symbol.EAN_8: _Spec("EAN8", 0.33, (8,)),
    Symbol.ITF_14: _Spec("ITF14", 0.635, (13, 14)),
    Symbol.QR: _Spec("QRCode", 0.495, (8, 13, 14)),
}


def maker(session: Session, of: tuple[str, ...]) -> Callable[[], MadeFile]:
    """`of`: the GTIN in 14 digits, the symbol, the ending of the file, what links of QR codes begin with."""
    gtin, named, ending, resolver = of
    symbol = Symbol(named)
    return lambda: MadeFile(
        png(gtin, symbol, resolver) if ending == "png" else svg(gtin, symbol, resolver).encode(),
        file_name(gtin, symbol, ending),
        PNG if ending == "png" else SVG,
        whole=True,
    )


def symbols_for(gtin: str) -> tuple[Symbol, ...]:
    """The symbols that can hold a GTIN, given in 14 digits."""
    return tuple(symbol for symbol, spec in _SPECS.items() if len(shortest(gtin)) in spec.digits)


def png(gtin: str, symbol: Symbol, resolver: str) -> bytes:
    """The symbol in black and white, with its resolution so that it prints in its right size."""
    import zxingcpp
    from PIL import Image

    made = zxingcpp.write_barcode_to_image(_made(gtin, symbol, resolver), scale=_SCALE, add_hrt=True)
    dots = _SCALE / _SPECS[symbol].module_mm * _MM_PER_INCH
    kept = io.BytesIO()
    picture = Image.fromarray(made)
    picture.convert("1").save(kept, "PNG", dpi=(dots, dots))
    return kept.getvalue()


def svg(gtin: str, symbol: Symbol, resolver: str) -> str:
    """The same as lines, for a printer's own programs: its width and height are millimetres."""
    import zxingcpp

    drawn: str = zxingcpp.write_barcode_to_svg(_made(gtin, symbol, resolver), scale=1, add_hrt=True)
    module = _SPECS[symbol].module_mm

    def sized(found: re.Match[str]) -> str:
        width, height = int(found[1]), int(found[2])
        size = f'width="{width * module:.2f}mm" height="{height * module:.2f}mm"'
        return f'{size} viewBox="0 0 {width} {height}"'

    return _SIZE.sub(sized, drawn, count=1)


def file_name(gtin: str, symbol: Symbol, ending: str) -> str:
    """What the file is called: the symbol and the number as it stands on the goods."""
    return f"{symbol}-{shortest(gtin)}.{ending}"


def _made(gtin: str, symbol: Symbol, resolver: str) -> "Barcode":
    import zxingcpp

    spec = _SPECS[symbol]
    if symbol not in symbols_for(gtin):
        raise WrongSymbol(f"{shortest(gtin)} cannot be drawn as {symbol}")
    held = {Symbol.QR: link_of(gtin, resolver), Symbol.ITF_14: gtin}.get(symbol, shortest(gtin))
    return zxingcpp.create_barcode(held, getattr(zxingcpp.BarcodeFormat, spec.name))
