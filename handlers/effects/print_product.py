"""A registered number as a symbol, drawn and sent as a file."""

from sqlalchemy.orm import Session

from core.dialogue.barcode_effects import PrintProduct
from core.dialogue.steps import Message, Option
from core.gs1.numbers import shortest
from core.messages import FileRef
from core.texts import say
from handlers.context import Context
from handlers.effects.show_products import ENDINGS, gone
from reports.barcode_symbols import Symbol, file_name, png, svg, symbols_for
from storage.repositories import products

_MIMES = {"png": "image/png", "svg": "image/svg+xml"}


def draw(session: Session, effect: PrintProduct, context: Context) -> list[Message]:
    """The file; why there is none for a number that is not in the register."""
    back = ((Option(say("barcode-products"), "pr"), Option(say("menu-button"), "go:menu")),)
    product = products.one(session, context.speaker.tenant_id, effect.product_id)
    if product is None:
        return [Message(say("product-not-printed", tenant=context.speaker.tenant_name), back)]
    symbols = {str(symbol): symbol for symbol in symbols_for(product.gtin)}
    symbol, files = symbols.get(effect.symbol), context.shelf.files
    if symbol is None or effect.ending not in ENDINGS or files is None:
        return [gone()]
    stored = files.keep(_drawn(product.gtin, symbol, effect.ending, context.shelf.gs1().resolver))
    name = file_name(product.gtin, symbol, effect.ending)
    told = say("product-printed", symbol=say(f"symbol-{symbol}"), number=shortest(product.gtin))
    return [Message(told, back, file=FileRef(stored, name, _MIMES[effect.ending], whole=True))]


def _drawn(gtin: str, symbol: Symbol, ending: str, resolver: str) -> bytes:
    return png(gtin, symbol, resolver) if ending == "png" else svg(gtin, symbol, resolver).encode()
