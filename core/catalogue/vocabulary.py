"""Lists that several kinds of report share, as content/vocabulary holds them."""

from pydantic import Field

from core.catalogue.fact_types import Code, Option, Strict
from core.catalogue.plans import Group
from core.texts import Label


class OptionList(Strict):
    """A named list of options for `options_from`. In an ordered list a later option is a further stage."""

    code: Code
    label: Label
    ordered: bool = False
    options: tuple[Option, ...] = Field(min_length=1)


class OptionLists(Strict):
    """content/vocabulary/options.yaml."""

    lists: tuple[OptionList, ...] = Field(min_length=1)


class Groups(Strict):
    """content/vocabulary/groups.yaml."""

    groups: tuple[Group, ...] = Field(min_length=1)
