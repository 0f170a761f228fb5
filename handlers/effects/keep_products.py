"""Products are put into the register and taken out; whose one is, is suggested where a prefix tells it."""

from sqlalchemy.orm import Session

from core.dialogue.barcode_effects import AddProduct, AskOwner, RemoveProduct
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import MAX_BYTES, token
from core.gs1.numbers import shortest
from core.permissions import Action
from core.texts import say
from handlers.context import Context
from handlers.effects.show_products import gone
from storage.repositories import products

_MENU = Option(say("menu-button"), "go:menu")
_PRODUCTS = Option(say("barcode-products"), "pr")


def ask_owner(session: Session, effect: AskOwner, context: Context) -> list[Message]:
    """Whose it is; the business that was given the prefix is offered."""
    key = effect.listing
    owner = products.owner_of(session, context.speaker.tenant_id, effect.gtin).holder
    offered = owner.organisation if owner is not None and ":" not in owner.organisation else ""
    rows: tuple[tuple[Option, ...], ...] = ()
    if offered and len(f"pv:{key}:org:{offered}".encode()) <= MAX_BYTES:
        rows = ((Option(offered, token("pv", key, "org", offered), main=True),),)
    leave = (Option(say("product-cancel"), token("pv", key, "no")),)
    return [Message(say("product-ask-organisation", name=effect.name), (*rows, leave))]


def add(session: Session, effect: AddProduct, context: Context) -> list[Message]:
    """Put it in; a number that is there already stays as it is."""
    if not context.may(Action.KEEP_PRODUCTS):
        return [Message(say("not-allowed"))]
    new = (effect.gtin, effect.name, effect.organisation)
    by = (context.person_id, context.now)
    row, is_new = products.add(session, context.speaker.tenant_id, new, by)
    if is_new:
        told = {"gtin": row.gtin, "name": row.name, "organisation": row.organisation}
        context.note(session, "add-product", row, new=told)
    number = shortest(row.gtin)
    key = "product-added" if is_new else "product-there"
    done = say(key, number=number, name=row.name, organisation=row.organisation)
    rows = (
        (Option(say("barcode-print"), token("pp", row.id), main=True), Option(say("barcode-another"), "bc")),
        (_PRODUCTS, _MENU),
    )
    return [Message(done, rows, in_place=True)]


def remove(session: Session, effect: RemoveProduct, context: Context) -> list[Message]:
    """Take it out; what was printed stays where it is."""
    if not context.may(Action.KEEP_PRODUCTS):
        return [Message(say("not-allowed"))]
    by = (context.person_id, context.now)
    row = products.remove(session, context.speaker.tenant_id, effect.product_id, by)
    if row is None:
        return [gone()]
    told = {"gtin": row.gtin, "name": row.name, "organisation": row.organisation}
    context.note(session, "remove-product", row, old=told)
    return [Message(say("product-removed", number=shortest(row.gtin)), ((_PRODUCTS, _MENU),), in_place=True)]
