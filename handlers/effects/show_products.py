"""The register of products: its list, and one product with what can be done."""

from sqlalchemy.orm import Session

from core.dialogue.barcode_effects import ShowProduct, ShowProducts
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.gs1.numbers import shortest
from core.gs1.owners import Product
from core.permissions import Action
from core.texts import say
from handlers.context import Context
from reports.barcode_symbols import symbols_for
from storage.repositories import products

#: products on one screen
PAGE = 8
ENDINGS = ("png", "svg")
_MENU = Option(say("menu-button"), "go:menu")
_ANOTHER = Option(say("barcode-another"), "bc")


def every(session: Session, effect: ShowProducts, context: Context) -> list[Message]:
    """A page of the register, by name."""
    tenant = context.speaker.tenant_id
    count = products.count(session, tenant)
    name = context.speaker.tenant_name
    if count == 0:
        return [Message(say("product-list-empty", tenant=name), ((_ANOTHER, _MENU),), in_place=True)]
    pages = -(-count // PAGE)
    page = effect.page % pages
    shown = products.listed(session, tenant, page * PAGE, PAGE)
    more = say("product-more", page=page + 1, pages=pages)
    rows = (
        *((_opens(product),) for product in shown),
        *(((Option(more, token("pr", (page + 1) % pages)),),) if pages > 1 else ()),
        (_ANOTHER, _MENU),
    )
    return [Message(say("product-list", tenant=name, count=count), rows, in_place=True)]


def one(session: Session, effect: ShowProduct, context: Context) -> list[Message]:
    """A product; or whether it is to go, or the forms in which it can be printed."""
    product = products.one(session, context.speaker.tenant_id, effect.product_id)
    if product is None:
        return [gone()]
    back = Option(say("barcode-products"), "pr")
    number = shortest(product.gtin)
    if effect.asks == "print":
        options = [
            Option(
                say("product-print-as", symbol=say(f"symbol-{symbol}"), ending=ending.upper()),
                token("pp", product.id, symbol, ending),
            )
            for symbol in symbols_for(product.gtin)
            for ending in ENDINGS
        ]
        return [Message(say("product-print", number=number), (*rows_of(options), (back, _MENU)))]
    if effect.asks == "remove":
        yes = Option(say("product-remove-yes"), token("pd", product.id, "yes"))
        no = Option(say("product-cancel"), token("po", product.id))
        return [Message(say("product-remove-sure", name=product.name, number=number), ((yes, no),))]
    card = say("product-card", name=product.name, organisation=product.organisation, number=number)
    keeps = context.may(Action.KEEP_PRODUCTS)
    acts = [Option(say("barcode-print"), token("pp", product.id), main=True)]
    acts += [Option(say("product-remove"), token("pd", product.id))] if keeps else []
    return [Message(card, (tuple(acts), (back, _MENU)), in_place=True)]


def gone() -> Message:
    """Said of a product that stands there no more, or never did."""
    return Message(say("product-gone"), ((Option(say("barcode-products"), "pr"), _MENU),))


def _opens(product: Product) -> Option:
    label = say("product-row", number=shortest(product.gtin), name=product.name)
    return Option(label, token("po", product.id))
