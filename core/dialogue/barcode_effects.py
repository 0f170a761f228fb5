"""What conversations about barcodes and the register of products may ask to be done."""

from dataclasses import dataclass

from core.gs1.lists import Row
from core.gs1.scans import Scan


@dataclass(frozen=True, slots=True)
class TellCodes:
    """Say what codes are; `loose` is the key under which the photo they were on waits for a report."""

    scans: tuple[Scan, ...]
    loose: str = ""


@dataclass(frozen=True, slots=True)
class TellList:
    """Say which numbers of a list are right."""

    rows: tuple[Row, ...]
    loose: str = ""


@dataclass(frozen=True, slots=True)
class ShowProducts:
    """The register, a page at a time."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowProduct:
    """One product of the register, or whether it is to be removed, or in which form to be printed."""

    product_id: int
    asks: str = ""


@dataclass(frozen=True, slots=True)
class AskOwner:
    """Ask whose the product is, with the business that has the number's prefix as a choice.

    `listing` is the id of what is being filled in, for the buttons.
    """

    listing: str
    gtin: str
    name: str


@dataclass(frozen=True, slots=True)
class AddProduct:
    """A number, its product and its business stand in the register from now on."""

    gtin: str
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class RemoveProduct:
    """A product stands in the register no more."""

    product_id: int


@dataclass(frozen=True, slots=True)
class PrintProduct:
    """Send a product's number as a symbol: a code of reports.barcode_symbols and the ending of the file."""

    product_id: int
    symbol: str
    ending: str


BarcodeEffect = (
    TellCodes | TellList | ShowProducts | ShowProduct | AskOwner | AddProduct | RemoveProduct | PrintProduct
)
