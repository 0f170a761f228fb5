"""What GS1 prefixes and application identifiers mean: the model of content/gs1/gs1.yaml."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator

from core.texts import Label

Use = Literal["member", "internal", "serial", "book", "coupon", "refund", "example", "office"]
_Digits = Annotated[str, StringConstraints(pattern=r"^[0-9]{2,4}$")]


class Prefix(BaseModel):
    """A range of prefixes, three digits each, and the country of the member organisation behind it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    range: Annotated[str, StringConstraints(pattern=r"^[0-9]{3}-[0-9]{3}$")]
    use: Use = "member"
    label: Label | None = None

    @model_validator(mode="after")
    def _has_a_country(self) -> "Prefix":
        if (self.use == "member") != (self.label is not None):
            raise ValueError("a member organisation has a label, and nothing else has one")
        if self.first > self.last:
            raise ValueError("the range ends before it begins")
        return self

    @property
    def first(self) -> str:
        return self.range[:3]

    @property
    def last(self) -> str:
        return self.range[4:]


class Gs1Table(BaseModel):
    """The ranges in ascending order, none twice; names of application identifiers by their beginning."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: date
    source: str
    link: HttpUrl
    prefixes: tuple[Prefix, ...] = Field(min_length=1)
    identifiers: Mapping[_Digits, Label]

    @model_validator(mode="after")
    def _ascends(self) -> "Gs1Table":
        for one, other in pairwise(self.prefixes):
            if one.last >= other.first:
                raise ValueError(f"{other.range} does not come after {one.range}")
        return self

    def prefix(self, digits: str) -> Prefix | None:
        """The range of a number that begins with these three digits; None where none is given out."""
        found = (one for one in self.prefixes if one.first <= digits[:3] <= one.last)
        return next(found, None)

    def identifier(self, code: str) -> Label | None:
        """What an application identifier is called."""
        longest = sorted((begin for begin in self.identifiers if code.startswith(begin)), key=len)
        return self.identifiers[longest[-1]] if longest else None

    @property
    def resolver(self) -> str:
        """The address that Digital Links begin with, without a slash at its end."""
        return str(self.link).rstrip("/")
