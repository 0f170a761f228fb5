"""The one way an expression is written: `parse(show(expression)) == expression`."""

from collections.abc import Iterable

from core.indicators.expression import (
    Adjustment,
    Aggregate,
    All,
    Answered,
    Any,
    Average,
    Combinations,
    Common,
    Delay,
    Difference,
    Expression,
    Growth,
    Having,
    Overspent,
    Quantity,
    Ratio,
    Register,
    RosterSize,
    Said,
    Stage,
    Steps,
    Test,
    Union,
    Valid,
)
from core.indicators.show_sources import by, show_latest_by, show_source, show_tail


def show(expression: Expression) -> str:
    """The text of an expression."""
    match expression:
        case Test():
            return f"{_quantity(expression.quantity)} {expression.op} {expression.bound}"
        case All():
            return f"all({_list(show(part) for part in expression.parts)})"
        case Any():
            return f"any({_list(show(part) for part in expression.parts)})"
        case _:
            return _quantity(expression)


def _quantity(quantity: Quantity) -> str:
    match quantity:
        case Difference():
            right = _quantity(quantity.right)
            right = f"({right})" if isinstance(quantity.right, Difference) else right
            return f"{_quantity(quantity.left)} - {right}"
        case Ratio():
            return f"ratio({_quantity(quantity.numerator)}, {_quantity(quantity.denominator)})"
        case Growth():
            base = f", base {quantity.base.year} = {quantity.base.value}" if quantity.base else ""
            return f"growth({_quantity(quantity.quantity)}{base})"
        case Combinations() | Answered() | Common() | Union() | Steps():
            return _names(quantity)
        case _:
            return _leaf(quantity)


def _names(names: Combinations | Answered | Common | Union | Steps) -> str:
    match names:
        case Combinations():
            return f"distinct({_combinations(names)})"
        case Answered():
            return f"answered({_said(names.questions)} with {_said(names.answers)})"
        case Steps():
            return f"steps({names.which})"
        case Common():
            return f"common({_list(_quantity(part) for part in names.parts)})"
        case Union():
            return f"union({_list(_quantity(part) for part in names.parts)})"


def _leaf(leaf: Aggregate | Stage | RosterSize | Valid | Register | Average | Delay | Overspent) -> str:
    match leaf:
        case Aggregate():
            alike = f" alike{by(leaf.alike)}" if leaf.alike else ""
            return f"{leaf.kind}({show_source(leaf.source)}{alike})"
        case Stage():
            return f"stage({show_source(leaf.source)})"
        case RosterSize():
            return f"roster({leaf.roster})"
        case Average():
            return f"avg({show_source(leaf.source)})"
        case Delay():
            return f"delay({show_source(leaf.source)}, after {show_source(leaf.after)})"
        case Overspent():
            return f"overspent({show_source(leaf.source, by((leaf.by,)))})"
        case Valid():
            of = f" of {leaf.of}" if leaf.of else ""
            return f"valid({show_source(leaf.source, of + _changes(leaf.ended) + by(leaf.by))})"
        case Register():
            return f"register({show_source(leaf.source, _changes(leaf.adjustments) + by(leaf.by))})"


def _changes(adjustments: tuple[Adjustment, ...]) -> str:
    return "".join(f" {each.sign} {each.type}.{each.field}" for each in adjustments)


def _combinations(node: Combinations) -> str:
    read = f"{node.source.type}.{_fields(node.fields)}{show_latest_by(node.source)}"
    return read + _having(node.having) + show_tail(node.source)


def _said(said: Said) -> str:
    keys = by(said.by) if said.by else ""
    return f"{said.source.type}.{_fields(said.fields)}{keys}{show_tail(said.source)}"


def _fields(fields: tuple[str, ...]) -> str:
    return fields[0] if len(fields) == 1 else f"({_list(fields)})"


def _having(having: Having | None) -> str:
    if having is None:
        return ""
    what = f"distinct({having.field})" if having.field else "count"
    return f" having {what} {having.op} {having.bound}"


def _list(parts: Iterable[str]) -> str:
    return ", ".join(parts)
