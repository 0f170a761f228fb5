"""What may be taken out as data: which reports or register, over which days, of which unit, as what file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.catalogue import Catalogue
from core.spans import Span, span_of

INSTRUMENTS, ORGANISATIONS = "instruments", "organisations"
#: lists that are exported as they stand, beside reports
REGISTERS = (INSTRUMENTS, ORGANISATIONS)
#: the whole time
ALWAYS = "all"
#: how long a file that was made can be fetched
KEPT_FOR = timedelta(days=3)
#: files that one person may have made in a day
A_DAY = 20


class Format(StrEnum):
    """The file: an Excel workbook, or CSV files in an archive."""

    XLSX = "xlsx"
    CSV = "csv"

    @property
    def ending(self) -> str:
        return "xlsx" if self is Format.XLSX else "zip"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file. `what` is empty for all reports, an area of the report menu, or a register.

    `span` is a code of core.spans, or ALWAYS; `unit` a unit's code, or empty for all.
    """

    what: str = ""
    span: str = ALWAYS
    unit: str = ""
    format: Format = Format.XLSX

    def as_json(self) -> dict[str, str]:
        return {"what": self.what, "span": self.span, "unit": self.unit, "format": self.format.value}

    @classmethod
    def from_json(cls, kept: Mapping[str, str]) -> "Wanted":
        """Read back what `as_json` wrote."""
        return cls(kept["what"], kept["span"], kept["unit"], Format(kept["format"]))

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day, both within; None where the span is no span."""
        if self.span == ALWAYS:
            return date.min, date.max
        span = span_of(self.span)
        return (span.first, span.last) if span else None

    @property
    def over(self) -> Span | None:
        """The span; None for the whole time."""
        return span_of(self.span)


def kinds_of(catalogue: Catalogue, what: str) -> frozenset[str] | None:
    """The kinds of report of an area; None for all. Raises KeyError where there is no such area."""
    if not what:
        return None
    if what not in areas(catalogue):
        raise KeyError(what)
    return frozenset(code for code, kind in catalogue.fact_types.items() if kind.area == what)


def areas(catalogue: Catalogue) -> tuple[str, ...]:
    """The areas of the report menu that have kinds of report."""
    used = {kind.area for kind in catalogue.fact_types.values()}
    return tuple(option.code for option in catalogue.areas if option.code in used)


def known(catalogue: Catalogue) -> Iterable[str]:
    """Everything that can be asked for by name."""
    return (*areas(catalogue), *REGISTERS)
