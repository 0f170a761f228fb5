"""What conversations about reports on plans may ask to be done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MakePaper:
    """Write the report on a plan over a span (its code), with what is known now."""

    plan: str
    span: str
