"""What figures read, made ready: so that a first asking after a start, or a Friday's, reads little."""

from sqlalchemy import BigInteger, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class PreparedAnswer(Base):
    """The answer to one question about the reports of one kind and some calendar years of some tenants.

    It stands while `token` is that of those reports (FactRevision, summed over tenants and years). `tenants`
    and `question` are digests; `answer` holds rows as storage.queries.packing packs them. Nothing is lost
    with a row: what is not here is read from the reports.
    """

    __tablename__ = "prepared_answer"

    tenants: Mapped[str] = mapped_column(String(32), primary_key=True)
    type: Mapped[str] = mapped_column(String(60), primary_key=True)
    question: Mapped[str] = mapped_column(String(32), primary_key=True)
    token: Mapped[int] = mapped_column(BigInteger)
    answer: Mapped[bytes] = mapped_column(LargeBinary)
