"""A kind of report as data: its fields are steps of a form, columns of an export, words of a card."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from core.identity import Same
from core.requests.states import RequestKind
from core.texts import Label

Code = Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$", max_length=40)]


#: a list of content/vocabulary/options.yaml, or one made of the plans: @steps, @tasks, @budget_lines, @plans
ListName = Annotated[str, Field(pattern=r"^@?[a-z0-9]+(_[a-z0-9]+)*$", max_length=40)]


class Strict(BaseModel):
    """Content is read strictly: an unknown key is an error, and nothing changes after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Role(StrEnum):
    OFFICER = "officer"
    HOUSEHOLD = "household"
    MANAGER = "manager"
    ADMIN = "admin"


class Level(StrEnum):
    """Of what level an administrative unit is: a commune, a province, or a department of a province."""

    COMMUNE = "xa"
    PROVINCE = "tinh"
    DEPARTMENT = "so"


class FieldType(StrEnum):
    INTEGER = "integer"
    NUMBER = "number"
    #: million dong, as the plans' budgets count
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    #: several options at once
    CHOICES = "choices"
    #: whole numbers by option: 4 officials and 2 owners
    TALLY = "tally"
    PLACE = "place"
    TEXT = "text"
    #: names of people, one a line or with commas
    PEOPLE = "people"
    EVIDENCE = "evidence"


class Disputed(Strict):
    """What another text says of a cycle: shown as to be checked, and never counted with."""

    months: int = Field(ge=1)
    source: str


class Holds(Strict):
    """For how many months a verification holds that does not say so itself, and which rule says that.

    `since` is the first day of verifications it is for; cycles in force before are `earlier`.
    """

    months: int = Field(ge=1)
    source: str
    since: date | None = None
    earlier: tuple["Holds", ...] = ()
    #: another text says otherwise, and nobody has seen the signed one
    disputed: Disputed | None = None


class Option(Strict):
    """One value a field may take; `also` are other words people use for it, written with diacritics."""

    code: Code
    label: Label
    also: tuple[str, ...] = ()
    #: offered only to tenants of these levels; empty: to all
    levels: tuple[Level, ...] = ()
    #: of a kind of instrument: how long its verification holds
    holds: Holds | None = None


class Condition(Strict):
    """When a field is asked: another field's answer is one of these. Any one of `any_of` is enough."""

    field: Code
    any_of: tuple[str, ...] = Field(min_length=1)


class PlaceKindsBy(Strict):
    """The kinds of place a field takes by the answer to an earlier choice: fewer than its `place_kinds`."""

    field: Code
    kinds: dict[Code, tuple[Code, ...]] = Field(min_length=1)


class FieldSpec(Strict):
    """One answer of a report. `computed` fields are never asked: see `formula`."""

    code: Code
    type: FieldType
    label: Label
    #: the question of the form's step; every field but a computed one has it
    prompt: Label | None = None
    required: bool = True
    options: tuple[Option, ...] = ()
    #: name of a shared list of options, instead of `options`
    options_from: ListName | None = None
    place_kinds: tuple[Code, ...] = ()
    #: an answer it does not name leaves all `place_kinds`
    place_kinds_by: PlaceKindsBy | None = None
    minimum: float | None = None
    maximum: float | None = None
    #: an integer that is a calendar year, so shown as one: 2025, not 2.025
    year: bool = False
    max_length: int = 500
    #: a date not after today (the default) unless this is set
    future: bool = False
    when: Condition | None = None
    #: "today", or "last" for the person's own last value offered as a button; never filled in silently
    suggest: Literal["today", "last"] | None = None
    #: a - b or a + b of other fields of this type, or total(tally field)
    formula: str | None = None
    unit: Label | None = None
    #: asked only in tenants of these levels; empty: in all
    levels: tuple[Level, ...] = ()
    #: the first day it was asked; none: as long as its kind of report is there
    since: date | None = None
    #: why it has to be known who somebody is; nothing asks for people without a reason
    personal: Label | None = None

    @model_validator(mode="after")
    def _complete(self) -> "FieldSpec":
        if self.formula is None and self.prompt is None:
            raise ValueError(
                f"field {self.code!r} has no prompt; add the question, or a formula if it is computed"
            )
        choice = self.type in (FieldType.CHOICE, FieldType.CHOICES, FieldType.TALLY)
        if choice and not (self.options or self.options_from):
            raise ValueError(
                f"field {self.code!r} is a {self.type} without options; add options or options_from"
            )
        if not choice and (self.options or self.options_from):
            raise ValueError(
                f"field {self.code!r} is a {self.type} with options; they belong to choice, choices and tally"
            )
        return self

    def operands(self) -> tuple[str, ...]:
        """The codes of the fields that a computed field is made of."""
        return tuple(word for word in re.findall(r"[a-z0-9_]+", self.formula or "") if word != "total")

    def kinds_given(self, answers: Mapping[str, object]) -> tuple[Code, ...]:
        """The kinds of place it takes beside these answers; empty: any."""
        by = self.place_kinds_by
        answer = answers.get(by.field) if by else None
        return by.kinds.get(answer, self.place_kinds) if by and isinstance(answer, str) else self.place_kinds

    def option(self, code: str) -> Option | None:
        return next((option for option in self.options if option.code == code), None)


class Check(Strict):
    """A comparison of a field with another or with a number that must hold, e.g. `passed <= checked`.

    A tally stands for its sum, several names for how many they are.
    """

    left: Code
    op: Literal["<=", "<", ">=", ">", "=="]
    #: another field; or `limit`, a number
    right: Code | None = None
    limit: float | None = None
    #: only while another answer is one of these
    when: Condition | None = None
    #: what to say if it does not hold
    message: Label

    def fields(self) -> frozenset[str]:
        """The fields it speaks of."""
        named = (self.left, self.right, self.when.field if self.when else None)
        return frozenset(code for code in named if code is not None)

    @model_validator(mode="after")
    def _one_bound(self) -> "Check":
        if (self.right is None) == (self.limit is None):
            raise ValueError("a check needs right, another field, or limit, a number: one of them")
        return self


class Rather(Strict):
    """With this option chosen, a report asks for something else than its kind does by itself."""

    field: Code
    option: Code
    kind: RequestKind


class Opens(Strict):
    """A report that asks something of the people in charge: what, and which field says about what.

    Of `rather` the first whose option was chosen holds. `text` is the field that says it in words.
    """

    kind: RequestKind
    subject: Code
    text: Code
    rather: tuple[Rather, ...] = ()

    def kind_of(self, answers: Mapping[str, object]) -> RequestKind:
        """What a report with these answers asks for."""
        return next((each.kind for each in self.rather if answers.get(each.field) == each.option), self.kind)

    def fields(self) -> tuple[Code, ...]:
        """The fields it names."""
        return (self.subject, self.text, *(each.field for each in self.rather))


class OneByOne(Strict):
    """One alone is told by a report of another kind, so that nothing is told in two ways.

    `count` is the field that says how many; `says` is what the other report says besides. A kind with it
    stands in no menu: it comes of words that tell of several.
    """

    kind: Code
    count: Code
    says: dict[Code, str] = Field(default_factory=dict)


class FactType(Strict):
    """A kind of report. `version` grows when fields change; a draft ends on its own version's answers."""

    code: Code
    version: int = Field(default=1, ge=1)
    #: two to four capital letters in front of receipt numbers
    receipt: Annotated[str, Field(pattern=r"^[A-Z]{2,4}$")]
    icon: str
    #: its place in menus, small numbers first
    order: int = 100
    #: the group of the menu it belongs to: a code of the list `areas` in content/vocabulary/options.yaml
    area: Code | None = None
    #: offered only in tenants of these levels; empty: in all
    levels: tuple[Level, ...] = ()
    label: Label
    #: one sentence: what belongs here and what does not
    help: Label
    #: who may report it, and whether it counts at once ("confirmed") or waits for an officer ("pending")
    reporters: dict[Role, Literal["confirmed", "pending"]]
    fields: tuple[FieldSpec, ...] = Field(min_length=1)
    checks: tuple[Check, ...] = ()
    #: fields that together name the same happening: a second report with equal ones is asked about
    dedupe: tuple[Code, ...] = ()
    #: words people type for it, with diacritics
    also: tuple[str, ...] = ()
    #: of a verification: how long it holds where no option that was chosen says so
    holds: Holds | None = None
    one_by_one: OneByOne | None = None
    #: somebody has to answer it: it opens a request
    opens: Opens | None = None
    #: the first day it could be reported; none: from the beginning
    since: date | None = None

    def field(self, code: str) -> FieldSpec | None:
        return _by_code(Same(self.fields)).get(code)

    def date_field(self) -> FieldSpec:
        """The field that says when it happened: the first date of the type (checked to exist)."""
        return next(field for field in self.fields if field.type is FieldType.DATE)

    def asked(self) -> tuple[FieldSpec, ...]:
        """The fields a form asks for, in order."""
        return tuple(field for field in self.fields if field.formula is None)


@lru_cache(maxsize=1_000)
def _by_code(fields: Same[tuple[FieldSpec, ...]]) -> dict[str, FieldSpec]:
    return {field.code: field for field in fields.value}
