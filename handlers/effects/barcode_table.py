"""The effects about barcodes and products, for the table of all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.barcode_effects import (
    AddProduct,
    AskOwner,
    PrintProduct,
    RemoveProduct,
    ShowProduct,
    ShowProducts,
    TellCodes,
    TellList,
)
from core.dialogue.steps import Message
from handlers.context import Context
from handlers.effects import keep_products, print_product, show_products, tell_codes

BARCODE_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    TellCodes: tell_codes.codes,
    TellList: tell_codes.listed,
    ShowProducts: show_products.every,
    ShowProduct: show_products.one,
    AskOwner: keep_products.ask_owner,
    AddProduct: keep_products.add,
    RemoveProduct: keep_products.remove,
    PrintProduct: print_product.draw,
}
