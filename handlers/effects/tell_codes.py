"""What codes and lists of numbers are, and whose; what can be done next."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from core.dialogue.barcode_effects import TellCodes, TellList
from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import token
from core.gs1.check_digits import Repair
from core.gs1.contents import Contents
from core.gs1.lists import checked
from core.gs1.numbers import Gs1Number, Kind, number_of, with_check_digit
from core.gs1.owners import Owner, holder_of
from core.gs1.scans import Meaning, Scan, meaning
from core.permissions import Action
from core.texts import Speech, lines, say
from handlers.context import Context
from reports.barcode_words import NAMED, Asked, contents_told, list_told, number_told, other_told
from storage.repositories import products

#: codes of one photo that are told about
_TOLD = 6


def codes(session: Session, effect: TellCodes, context: Context) -> list[Message]:
    """Each code in its words; of a single one what may be done with it."""
    asked = _asked(context)
    found = [(scan, _meant(scan)) for scan in effect.scans[:_TOLD]]
    told = lines(*(_told(session, scan, what, context, asked) for scan, what in found), separator="\n\n")
    alone = found[0][1] if len(found) == 1 else None
    number = alone.number if isinstance(alone, Contents) else alone
    rows = (*_next(session, number, context), *_rows(effect.loose))
    return [Message(told, rows)]


def listed(session: Session, effect: TellList, context: Context) -> list[Message]:
    """How many rows are right, those that are not, and how many belong to businesses here."""
    found = checked(effect.rows)
    numbers = (row.number for row in found.right)
    gtins = [number.gtin for number in numbers if number is not None and number.gtin]
    owned = products.owned(session, context.speaker.tenant_id, gtins)
    return [Message(list_told(found, owned, context.speaker.tenant_name), _rows(effect.loose))]


def _asked(context: Context) -> Asked:
    return Asked(context.shelf.gs1(), context.today, context.speaker.tenant_name)


def _meant(scan: Scan) -> Meaning | None:
    """A typed number is taken as it is, a wrong one too; a code on a photo as what its symbol holds."""
    typed = number_of(scan.text) if not scan.symbol else None
    return typed or meaning(scan)


def _told(session: Session, scan: Scan, found: Meaning | None, context: Context, asked: Asked) -> Speech:
    tenant = context.speaker.tenant_id
    match found:
        case Gs1Number():
            return number_told(_sorted(session, found, tenant), _owner(session, found, tenant), asked)
        case Contents():
            return contents_told(found, _owner(session, found.number, tenant), asked)
        case _:
            return other_told(scan.text)


def _owner(session: Session, number: Gs1Number | None, tenant: int) -> Owner:
    """Whose the number is; of a carton that is in no register, whose the item inside is."""
    if number is None or number.gtin is None:
        return Owner()
    found = products.owner_of(session, tenant, number.gtin)
    inner = number_of(number.inner) if number.inner else None
    if found.product is None and inner is not None and inner.gtin is not None:
        return replace(found, product=products.owner_of(session, tenant, inner.gtin).product)
    return found


def _sorted(session: Session, number: Gs1Number, tenant: int) -> Gs1Number:
    """With the repairs first that are numbers of businesses here: they are likelier than any slip."""
    if number.right:
        return number
    gtins = {
        each.number: right.gtin
        for each in number.repairs
        if (right := number_of(each.number)) is not None and right.gtin
    }
    known = products.in_register(session, tenant, gtins.values())
    codes = products.holders(session, tenant)

    def far(each: Repair) -> int:
        gtin = gtins.get(each.number, "")
        return 0 if gtin in known else 1 if gtin and holder_of(gtin, codes) else 2

    return replace(number, repairs=tuple(sorted(number.repairs, key=far)))


def _next(session: Session, number: Gs1Number | None, context: Context) -> Rows:
    if number is None:
        return ()
    if not number.right:
        return rows_of(_meant_instead(_sorted(session, number, context.speaker.tenant_id)), 2)
    if number.gtin is None:
        return ()
    product = products.owner_of(session, context.speaker.tenant_id, number.gtin).product
    if product is not None:
        return ((Option(say("barcode-print"), token("pp", product.id), main=True),),)
    if context.may(Action.KEEP_PRODUCTS):
        return ((Option(say("barcode-add"), token("pa", number.gtin), main=True),),)
    return ()


def _meant_instead(number: Gs1Number) -> Iterator[Option]:
    whole = with_check_digit(number.digits)
    if whole is not None and number.kind is Kind.GTIN_12:
        yield Option(whole, token("bc", whole))
    for each in number.repairs[:NAMED]:
        yield Option(each.number, token("bc", each.number))


def _rows(loose: str) -> Rows:
    onwards = (Option(say("barcode-another"), "bc"), Option(say("barcode-products"), "pr"))
    photo = ((Option(say("barcode-evidence"), token("lfq", loose)),),) if loose else ()
    return (*photo, onwards, (Option(say("menu-button"), "go:menu"),))
