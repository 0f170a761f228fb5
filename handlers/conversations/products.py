"""The register of products: who may keep it puts numbers in and out; whoever is a member sees and prints.

Verbs: pr (the list), po (open one), pd (remove it), pp (print it), pa (add this number), pv (an answer).
"""

from core.dialogue.barcode_effects import (
    AddProduct,
    AskOwner,
    PrintProduct,
    RemoveProduct,
    ShowProduct,
    ShowProducts,
)
from core.dialogue.known import Known
from core.dialogue.state import Listing, State
from core.dialogue.steps import Message, Option, Turn
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.gs1.numbers import number_of, shortest
from core.messages import Inbound
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.conversations.refusing import not_allowed

VERBS = frozenset({"pr", "po", "pd", "pp", "pa", "pv"})

#: letters of a name
_SHORTEST, _LONGEST = 2, 120


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    first, *rest = args or ("",)
    number = whole_number(first) or 0
    match verb:
        case "po":
            return Turn(state, (ShowProduct(number),))
        case "pp":
            return Turn(state, (_printed(number, rest),))
        case "pr":
            return Turn(state, (ShowProducts(number),))
    if not _allowed(known):
        return not_allowed(state)
    match verb:
        case "pd":
            return Turn(state, (RemoveProduct(number) if rest == ["yes"] else ShowProduct(number, "remove"),))
        case "pa":
            return _begin(state, known, first)
        case _:
            return _answered(state, first, rest)


def overview(state: State, known: Known) -> Turn:
    return Turn(state, (ShowProducts(),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The product's name, then whose it is; on the card a yes puts it in."""
    listing = state.listing
    if listing is None or not _allowed(known):
        return overview(_left(state), known)
    if known.leaves(inbound.text, named=True):
        return Turn(_left(state), (_said(say("product-left")),))
    text = " ".join(clean(inbound.text).split())[:_LONGEST]
    if listing.organisation:
        return _answered(state, listing.id, ["save"] if known.agrees(inbound.text) else ["again"])
    if sum(char.isalpha() for char in text) < _SHORTEST:
        return Turn(state, (_question(listing, say("product-too-short")),))
    key = "name" if not listing.name else "organisation"
    return _go_on(state, listing.model_copy(update={key: text}))


def _begin(state: State, known: Known, digits: str) -> Turn:
    number = number_of(digits)
    if number is None or not number.right or number.gtin is None:
        return overview(state, known)
    return _go_on(state, Listing(id=known.turn_id, gtin=number.gtin))


def _answered(state: State, listing_id: str, rest: list[str]) -> Turn:
    """A button of the question or the card; one of a card that is gone leads to the list."""
    listing = state.listing
    if listing is None or listing.id != listing_id:
        return Turn(state, (ShowProducts(),))
    match rest:
        case ["no"]:
            return Turn(_left(state), (_said(say("product-left")),))
        case ["org", offered] if listing.name:
            return _go_on(state, listing.model_copy(update={"organisation": offered}))
        case ["save"] if listing.organisation:
            return Turn(_left(state), (AddProduct(listing.gtin, listing.name, listing.organisation),))
        case _:
            return _go_on(state, listing)


def _go_on(state: State, listing: Listing) -> Turn:
    """The next question, or the card."""
    kept = state.model_copy(update={"listing": listing, "asking": "product", "about": None})
    if listing.name and not listing.organisation:
        return Turn(kept, (AskOwner(listing.id, listing.gtin, listing.name),))
    return Turn(kept, (_question(listing, None),))


def _question(listing: Listing, first: Speech | None) -> Message:
    number = shortest(listing.gtin)
    leave = Option(say("product-cancel"), token("pv", listing.id, "no"))
    if not listing.name:
        return Message(lines(first, say("product-ask-name", number=number)), ((leave,),))
    if not listing.organisation:
        return Message(lines(first, say("product-ask-organisation", name=listing.name)), ((leave,),))
    save = token("pv", listing.id, "save")
    told = say("product-confirm", number=number, name=listing.name, organisation=listing.organisation)
    return Message(lines(first, told), ((Option(say("product-save"), save, main=True), leave),), yes=save)


def _printed(number: int, rest: list[str]) -> PrintProduct | ShowProduct:
    return PrintProduct(number, rest[0], rest[1]) if len(rest) == 2 else ShowProduct(number, "print")


def _said(text: Speech) -> Message:
    return Message(text, ((Option(say("barcode-products"), "pr"), Option(say("menu-button"), "go:menu")),))


def _allowed(known: Known) -> bool:
    return known.may(Action.KEEP_PRODUCTS)


def _left(state: State) -> State:
    return state.model_copy(update={"listing": None, "asking": None, "about": None})
