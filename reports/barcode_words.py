"""What is said of a barcode: in chat and on the shell the same."""

from dataclasses import dataclass
from datetime import date

from core.gs1.check_digits import Repair
from core.gs1.contents import Contents, Element
from core.gs1.lists import Checked, Row
from core.gs1.numbers import Gs1Number, Kind, shortest, with_check_digit
from core.gs1.owners import Owner
from core.gs1.table import Gs1Table
from core.texts import Lines, Speech, lines, say

#: slips that are named for a wrong number
NAMED = 3
#: rows of a list that are named
_ROWS = 15


@dataclass(frozen=True, slots=True)
class Asked:
    """Where somebody asks: the table, today, and the tenant's name; empty where no register is asked."""

    table: Gs1Table
    today: date
    tenant: str = ""


def number_told(number: Gs1Number, owner: Owner, asked: Asked) -> Speech:
    """What the number is, who gave it out, and whose it is here."""
    if not number.right:
        return wrong_told(number)
    first = say("barcode-right", number=number.digits, kind=_kind(number))
    return lines(
        first,
        say("barcode-twelve-right") if number.kind is Kind.GTIN_12 else None,
        _inside(number),
        prefix_told(number, asked.table),
        _owned(number, owner, asked) if asked.tenant and number.gtin else None,
        say("barcode-gtin14", gtin=number.gtin) if number.gtin and number.gtin != number.digits else None,
    )


def _kind(number: Gs1Number) -> Speech:
    """A number of 14 digits that begins with 0 is the item's own, not a carton's."""
    if number.kind is Kind.GTIN_14 and number.indicator is None:
        return say("barcode-kind-gtin-14-item", number=shortest(number.digits))
    return say(f"barcode-kind-{number.kind}")


def wrong_told(number: Gs1Number) -> Speech:
    """Which digit would make the number right; one of 12 may be one of 13 whose last digit was left off."""
    first = say("barcode-wrong", number=number.digits, expected=number.expected)
    whole = with_check_digit(number.digits)
    if whole is not None and number.kind is Kind.GTIN_12:
        first = say("barcode-twelve", number=number.digits, whole=whole, check=whole[-1])
    likely = lines(*(repair_told(repair) for repair in number.repairs[:NAMED]))
    return lines(first, say("barcode-perhaps"), likely, say("barcode-look"))


def repair_told(repair: Repair) -> Speech:
    key = f"barcode-{repair.slip}"
    return say(key, number=repair.number, at=repair.at, was=repair.was, now=repair.now)


def prefix_told(number: Gs1Number, table: Gs1Table) -> Speech:
    """Which organisation gave the number out, and what that does not prove."""
    found = table.prefix(number.prefix)
    if found is None:
        return say("barcode-prefix-none", prefix=number.prefix)
    if found.label is None:
        return say(f"barcode-prefix-{found.use}", prefix=number.prefix)
    return say("barcode-prefix-member", prefix=number.prefix, country=found.label)


def contents_told(contents: Contents, owner: Owner, asked: Asked) -> Speech:
    """Every element of a code on a line, then what is to be said of its number."""
    head = say("barcode-elements" if contents.form == "elements" else "barcode-link")
    elements = (_element(element, asked) for element in contents.elements)
    number = contents.number
    about = number_told(number, owner, asked) if number is not None else None
    return lines(head, *elements, about)


def other_told(text: str) -> Speech:
    """A code that holds something of its own."""
    key = "barcode-other-link" if text.casefold().startswith("http") else "barcode-other"
    return say(key, text=text[:200])


def list_told(checked: Checked, owned: int, tenant: str) -> Speech:
    """How many rows are right, and each that is not with its row."""
    wrong = [
        *((row, _row_wrong(row)) for row in checked.wrong),
        *((row, _row_odd(row)) for row in checked.odd),
    ]
    wrong.sort(key=lambda each: each[0].row)
    head = say(
        "barcode-list",
        count=checked.count,
        right=len(checked.right),
        wrong=len(checked.wrong),
        odd=len(checked.odd),
    )
    left = len(wrong) - _ROWS
    again = (
        say("barcode-list-again", number=_plain(digits), rows=Lines(tuple(str(row) for row in rows), ", "))
        for digits, rows in list(checked.again.items())[:_ROWS]
    )
    return lines(
        head,
        say("barcode-list-owned", count=owned, tenant=tenant) if tenant else None,
        *(told for _, told in wrong[:_ROWS]),
        say("barcode-list-more", count=left) if left > 0 else None,
        *again,
        say("barcode-list-unread", count=checked.unread) if checked.unread else None,
    )


def _row_wrong(row: Row) -> Speech:
    number = row.number
    expected = number.expected if number else ""
    return say("barcode-list-wrong", row=row.row, number=row.digits, expected=expected)


def _row_odd(row: Row) -> Speech:
    if not row.digits.isdecimal():
        return say("barcode-list-none", row=row.row, text=row.digits[:40])
    return say("barcode-list-odd", row=row.row, number=row.digits, digits=len(row.digits))


def _plain(digits: str) -> str:
    return shortest(digits) if len(digits) == 14 else digits


def _inside(number: Gs1Number) -> Speech | None:
    inner = number.inner
    if inner is None:
        return None
    key = "barcode-variable" if number.indicator == "9" else "barcode-carton"
    return say(key, level=number.indicator or "", inner=inner)


def _owned(number: Gs1Number, owner: Owner, asked: Asked) -> Speech:
    product, holder = owner.product, owner.holder
    if product is not None:
        return say("barcode-owned", product=product.name, organisation=product.organisation)
    if holder is None:
        return say("barcode-nobody", tenant=asked.tenant)
    over = holder.valid_until is not None and holder.valid_until < asked.today
    return lines(
        say("barcode-holder", organisation=holder.organisation, code=holder.code),
        say("barcode-holder-over", date=holder.valid_until) if over and holder.valid_until else None,
    )


def _element(element: Element, asked: Asked) -> Speech:
    name: Speech = asked.table.identifier(element.code) or element.title
    value = element.value if element.meant is None else element.meant
    return say("barcode-element", code=element.code, name=name, value=value)
