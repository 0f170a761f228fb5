"""The register of products of a tenant: added, removed, listed, and whose a number is."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from core.gs1.owners import CodeHolder, Owner, holder_of
from core.gs1.owners import Product as ProductTold
from storage.models import Fact, Product
from storage.repositories import organisations
from storage.repositories.locks import alone

#: the kind of report that tells which business was given a code, and how it says that it is a barcode
_REPORTED, _BARCODE = "org_certified", "msmv"
#: numbers asked for in one query
_AT_ONCE = 500


def owner_of(session: Session, tenant_id: int, gtin: str) -> Owner:
    """Whose a number in 14 digits is: the product in the register, and the business with its prefix."""
    row = session.scalar(select(Product).where(_stands(tenant_id), Product.gtin == gtin))
    return Owner(told(row) if row else None, holder_of(gtin, holders(session, tenant_id)))


def owned(session: Session, tenant_id: int, gtins: Collection[str]) -> int:
    """How many of these numbers belong to a business of the tenant."""
    known, codes = in_register(session, tenant_id, gtins), holders(session, tenant_id)
    return sum(gtin in known or holder_of(gtin, codes) is not None for gtin in set(gtins))


def in_register(session: Session, tenant_id: int, gtins: Collection[str]) -> set[str]:
    """Those of these numbers that stand in the register."""
    asked = sorted(set(gtins))
    known: set[str] = set()
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        known.update(session.scalars(select(Product.gtin).where(_stands(tenant_id), Product.gtin.in_(some))))
    return known


def holders(session: Session, tenant_id: int) -> Sequence[CodeHolder]:
    """The businesses that were given barcodes, as confirmed reports tell, the latest first."""
    rows = session.scalars(
        select(Fact.fields)
        .where(Fact.tenant_id == tenant_id, Fact.type == _REPORTED, Fact.status == "confirmed")
        .order_by(Fact.occurred_from.desc(), Fact.id.desc())
    )
    return [
        CodeHolder(str(fields["org"]), str(fields["code"]), _day(fields.get("valid_until")))
        for fields in rows
        if fields.get("kind") == _BARCODE and fields.get("code") and fields.get("org")
    ]


def one(session: Session, tenant_id: int, product_id: int) -> ProductTold | None:
    """The product of this row, if it stands."""
    row = session.scalar(select(Product).where(_stands(tenant_id), Product.id == product_id))
    return told(row) if row else None


def listed(session: Session, tenant_id: int, first: int, limit: int) -> Sequence[ProductTold]:
    """Products by their names."""
    rows = session.scalars(
        select(Product)
        .where(_stands(tenant_id))
        .order_by(Product.name, Product.id)
        .offset(first)
        .limit(limit)
    )
    return [told(row) for row in rows]


def of_organisations(session: Session, tenant_id: int, ids: Collection[int]) -> Sequence[ProductTold]:
    """The products of these organisations, by name."""
    query = select(Product).where(_stands(tenant_id), Product.organisation_id.in_(ids))
    return [told(row) for row in session.scalars(query.order_by(Product.name, Product.id))]


def count(session: Session, tenant_id: int) -> int:
    """How many products stand in the register."""
    return session.scalar(select(func.count()).select_from(Product).where(_stands(tenant_id))) or 0


def add(
    session: Session, tenant_id: int, new: tuple[str, str, str], by: tuple[int, datetime]
) -> tuple[Product, bool]:
    """The row of (GTIN in 14 digits, name, business), and whether it is new: a number stands there once."""
    alone(session, f"products:{tenant_id}")
    gtin, name, organisation = new
    there = session.scalar(select(Product).where(_stands(tenant_id), Product.gtin == gtin))
    if there is not None:
        return there, False
    person_id, now = by
    known = organisations.added(session, tenant_id, organisation, by)
    row = Product(
        tenant_id=tenant_id,
        gtin=gtin,
        name=name,
        organisation=organisation,
        organisation_id=known.id if known else None,
        added_by=person_id,
        added_at=now,
    )
    session.add(row)
    session.flush()
    return row, True


def remove(session: Session, tenant_id: int, product_id: int, by: tuple[int, datetime]) -> Product | None:
    """The product stands there no more; None if it did not. One statement decides."""
    person_id, now = by
    return session.scalar(
        update(Product)
        .where(_stands(tenant_id), Product.id == product_id)
        .values(removed_by=person_id, removed_at=now)
        .returning(Product)
    )


def told(row: Product) -> ProductTold:
    """What a row says."""
    return ProductTold(row.id, row.gtin, row.name, row.organisation)


def _stands(tenant_id: int) -> ColumnElement[bool]:
    return (Product.tenant_id == tenant_id) & Product.removed_at.is_(None)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
