"""The register of products: which number is which product of which business."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, RowId


class Product(Base):
    """A GTIN in 14 digits, its product and the business that owns it. Rows are added and ended, never edited.

    Which business was given which company prefix is a report (org_certified), not told here again. That a
    number stands once in a tenant is an index of some rows: storage.models.partial.
    """

    __tablename__ = "product"
    __table_args__ = (Index(None, "organisation_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant_id: Mapped[int] = mapped_column(ForeignKey("tenant.id"))
    gtin: Mapped[str] = mapped_column(String(14))
    name: Mapped[str] = mapped_column(String(120))
    #: as it was told, and the row of the register that it was then
    organisation: Mapped[str] = mapped_column(String(120))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"))
    added_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[datetime]
    removed_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    removed_at: Mapped[datetime | None]
