"""What there is to a barcode as plain data, for other programs."""

from typing import Any

from core.gs1.contents import Contents, link_of
from core.gs1.lists import Checked, Row
from core.gs1.numbers import Gs1Number
from core.gs1.owners import Owner
from core.gs1.table import Gs1Table


def number_json(number: Gs1Number, owner: Owner, table: Gs1Table) -> dict[str, Any]:
    """The number: `digits`, `kind`, `right`; of a right one who gave it out and whose it is, else repairs."""
    told: dict[str, Any] = {"kind": str(number.kind), "digits": number.digits, "right": number.right}
    if not number.right:
        repairs = [
            {"number": one.number, "slip": one.slip, "at": one.at, "was": one.was, "now": one.now}
            for one in number.repairs
        ]
        return {**told, "expected": number.expected, "repairs": repairs}
    prefix = table.prefix(number.prefix)
    told["prefix"] = number.prefix
    told["use"] = prefix.use if prefix else None
    told["country"] = prefix.label.en if prefix and prefix.label else None
    if number.gtin is not None:
        told |= {"gtin14": number.gtin, "link": link_of(number.gtin, table.resolver)}
    if number.inner is not None:
        told |= {"level": number.indicator, "inner": number.inner}
    if owner.product is not None:
        told |= {"product": owner.product.name, "organisation": owner.product.organisation}
    elif owner.holder is not None:
        told["organisation"] = owner.holder.organisation
    return told


def contents_json(contents: Contents, owner: Owner, table: Gs1Table) -> dict[str, Any]:
    """The elements of a code, and the number they are about."""
    elements = [
        {"code": one.code, "title": one.title, "value": one.value}
        | ({"meant": str(one.meant)} if one.meant is not None else {})
        for one in contents.elements
    ]
    number = number_json(contents.number, owner, table) if contents.number else None
    return {"kind": contents.form, "right": True, "elements": elements, "number": number}


def list_json(checked: Checked) -> dict[str, Any]:
    """The counts of a list, and each row that is not right."""
    return {
        "kind": "list",
        "count": checked.count,
        "right": not (checked.wrong or checked.odd),
        "right_numbers": len(checked.right),
        "wrong": [_row(row) for row in checked.wrong],
        "odd": [_row(row) for row in checked.odd],
        "again": {digits: list(rows) for digits, rows in checked.again.items()},
    }


def _row(row: Row) -> dict[str, Any]:
    number = row.number
    return {"row": row.row, "digits": row.digits} | ({"expected": number.expected} if number else {})
