"""The plan's own values in an indicator: `$name` stands where a value may stand, and is filled in here.

Filling the tree, not the text, keeps the columns of errors where the author sees them, and lets a sentence be
checked while an admin still has a value to set.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar, cast

from core.catalogue.plans import Plan, Target
from core.indicators.expression import Base, Expression
from core.indicators.parse import parse
from core.indicators.reader import Reader
from core.indicators.tokens import IndicatorError

Node = TypeVar("Node")

#: how a parameter is told from other values
_SIGN = "$"


def expression_of(target: Target, plan: Plan, day: date | None = None) -> Expression | None:
    """What the target measures, with the plan's values in it, as needed on a day.

    None for a target without an indicator, and while a parameter is not set: see `missing`.
    """
    if target.indicator is None or missing(target.indicator, plan, day):
        return None
    return resolve(target.indicator, plan)


def resolve(indicator: str, plan: Plan) -> Expression:
    """The expression of a sentence, with those of its parameters filled in that are set."""
    return _resolved(indicator, frozenset(set_values(plan).items()))


def missing(indicator: str, plan: Plan, day: date | None = None) -> tuple[str, ...]:
    """The parameters a sentence needs and the plan does not set, in the order they are written.

    What the value of a year was is needed in the year after it only: with a day, others are passed over.
    """
    known = set_values(plan)
    return tuple(code for code in _parameters_of(indicator, day.year if day else None) if code not in known)


def set_values(plan: Plan) -> dict[str, str]:
    """The values of those parameters of a plan that have one."""
    return {each.code: each.value for each in plan.parameters if each.value is not None}


def parameters(expression: Expression, year: int | None = None) -> tuple[str, ...]:
    """The parameters an expression names, each once; with a year, those it needs in it."""
    texts = _texts(expression, year)
    return tuple(dict.fromkeys(text.removeprefix(_SIGN) for text in texts if is_open(text)))


def is_open(value: str) -> bool:
    """Whether a value is still the name of a parameter."""
    return value.startswith(_SIGN)


def is_value(text: str) -> bool:
    """Whether a text is what a parameter may hold: one code, one number or one day."""
    try:
        reader = Reader(text)
        reader.value()
        reader.end()
    except IndicatorError:
        return False
    return not is_open(text.strip())


@lru_cache(maxsize=1024)
def _parameters_of(indicator: str, year: int | None) -> tuple[str, ...]:
    return parameters(parse(indicator), year)


@lru_cache(maxsize=1024)
def _resolved(indicator: str, values: frozenset[tuple[str, str]]) -> Expression:
    return _filled(parse(indicator), dict(values))


def _texts(node: object, year: int | None) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from _texts(part, year)
    elif isinstance(node, Base) and year is not None and node.year != year - 1:
        return
    elif is_dataclass(node):
        for field in fields(node):
            yield from _texts(getattr(node, field.name), year)


def _filled(node: Node, values: Mapping[str, str]) -> Node:
    if isinstance(node, str):
        return cast(Node, values.get(node.removeprefix(_SIGN), node) if is_open(node) else node)
    if isinstance(node, tuple):
        return cast(Node, tuple(_filled(part, values) for part in node))
    if is_dataclass(node) and not isinstance(node, type):
        parts: dict[str, Any] = {
            field.name: _filled(getattr(node, field.name), values) for field in fields(node)
        }
        return cast(Node, replace(node, **parts))
    return node
