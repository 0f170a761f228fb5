"""A registered number as a symbol, sent as a file that is drawn when its message goes out."""

from sqlalchemy.orm import Session

from core.dialogue.barcode_effects import PrintProduct
from core.dialogue.steps import Message, Option
from core.gs1.numbers import shortest
from core.messages import Made
from core.texts import say
from handlers.context import Context
from handlers.effects.show_products import ENDINGS, gone
from reports.barcode_symbols import symbols_for
from storage.repositories import products


def draw(session: Session, effect: PrintProduct, context: Context) -> list[Message]:
    """The file; why there is none for a number that is not in the register."""
    back = ((Option(say("barcode-products"), "pr"), Option(say("menu-button"), "go:menu")),)
    product = products.one(session, context.speaker.tenant_id, effect.product_id)
    if product is None:
        return [Message(say("product-not-printed", tenant=context.speaker.tenant_name), back)]
    symbols = {str(symbol): symbol for symbol in symbols_for(product.gtin)}
    symbol = symbols.get(effect.symbol)
    if symbol is None or effect.ending not in ENDINGS:
        return [gone()]
    made = Made("barcode", (product.gtin, symbol, effect.ending, context.shelf.gs1().resolver))
    told = say("product-printed", symbol=say(f"symbol-{symbol}"), number=shortest(product.gtin))
    return [Message(told, back, made=made)]
