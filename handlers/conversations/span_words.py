"""How a period is called in chat."""

from core.spans import Span
from core.texts import Speech, say


def span_name(span: Span) -> Speech:
    """A year, a quarter, or its days."""
    year = str(span.last.year)
    if span.is_year:
        return say("papers-year", year=year)
    if span.which_quarter is not None:
        return say("papers-quarter", quarter=span.which_quarter, year=year)
    return say("period-days", first=span.first, last=span.last)
