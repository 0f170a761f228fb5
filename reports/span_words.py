"""The time a report is about, in words."""

from core.spans import Span
from core.texts import Speech, say


def over(span: Span) -> Speech:
    """A year, a quarter, or from one day to another."""
    year = str(span.last.year)
    if span.is_year:
        return say("paper-over-year", year=year)
    if span.which_quarter is not None:
        return say("paper-over-quarter", quarter=span.which_quarter, year=year)
    return say("paper-over-days", first=span.first, last=span.last)
