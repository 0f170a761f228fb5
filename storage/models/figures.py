"""What figures read, made ready: so that a first asking after a start, or a Friday's, reads little."""

from datetime import date
from typing import Any

from sqlalchemy import BigInteger, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base


class PreparedAnswer(Base):
    """The answer to one question about the reports of one kind and some calendar years of some tenants.

    It stands while `token` is that of those reports (FactRevision, summed over tenants and years); `added`
    and `rewritten` are theirs too: while the second is the same, only reports that came since are missing,
    which have an id above `last`. `tenants` and `question` are digests; `answer` holds rows as
    storage.queries.packing packs them. Nothing is lost with a row: what is not here is read from the reports.
    """

    __tablename__ = "prepared_answer"

    tenants: Mapped[str] = mapped_column(String(32), primary_key=True)
    type: Mapped[str] = mapped_column(String(60), primary_key=True)
    question: Mapped[str] = mapped_column(String(32), primary_key=True)
    token: Mapped[int] = mapped_column(BigInteger)
    added: Mapped[int] = mapped_column(BigInteger)
    last: Mapped[int] = mapped_column(BigInteger)
    rewritten: Mapped[int] = mapped_column(BigInteger)
    answer: Mapped[bytes] = mapped_column(LargeBinary)


class PreparedFigures(Base):
    """The figures of one plan of some tenants on one day, as they were worked out in the night.

    `tenants` is a digest, `content` one of all that decides a figure beside the reports. `states` says of
    each figure which kinds of report it was worked out from, and which tokens those had, year by year: it
    stands while they have them. Nothing is lost with a row: what is not here is worked out.
    """

    __tablename__ = "prepared_figures"

    tenants: Mapped[str] = mapped_column(String(32), primary_key=True)
    plan: Mapped[str] = mapped_column(String(60), primary_key=True)
    content: Mapped[str] = mapped_column(String(32))
    day: Mapped[date]
    states: Mapped[dict[str, Any]]
    figures: Mapped[bytes] = mapped_column(LargeBinary)
