"""Words that an admin has taught: what content/hearing holds in phrases, for one tenant, word by word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taught:
    """A word or phrase that speaks for a kind of report; with `field`, one that stands for an `option` of it.

    `field` and `option` are codes of the record, as content/hearing names them.
    """

    phrase: str
    fact_type: str
    field: str = ""
    option: str = ""
