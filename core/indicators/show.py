"""The one way an expression is written: `parse(show(expression)) == expression`."""

from collections.abc import Iterable

from core.indicators.expression import (
    Aggregate,
    All,
    And,
    Any,
    Atom,
    Compare,
    Condition,
    Expression,
    InGroup,
    InRoster,
    Not,
    OneOf,
    Or,
    Quantity,
    Ratio,
    Register,
    RosterSize,
    Source,
    Stage,
    Test,
    Valid,
    Window,
    WindowKind,
)


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
        case Aggregate():
            return f"{quantity.kind}({_source(quantity.source)})"
        case Stage():
            return f"stage({_source(quantity.source)})"
        case RosterSize():
            return f"roster({quantity.roster})"
        case Ratio():
            return f"ratio({_quantity(quantity.numerator)}, {_quantity(quantity.denominator)})"
        case Valid():
            return f"valid({_source(quantity.source, _by(quantity.by))})"
        case Register():
            changes = "".join(f" {each.sign} {each.type}.{each.field}" for each in quantity.adjustments)
            return f"register({_source(quantity.source, changes + _by(quantity.by))})"


def _by(fields: tuple[str, ...]) -> str:
    return f" by {_list(fields)}"


def _source(source: Source, extra: str = "") -> str:
    text = source.type + (f".{source.field}" if source.field else "")
    text += f"[{_list(source.options)}]" if source.options else ""
    text += f" latest by {_list(source.latest_by)}" if source.latest_by else ""
    text += extra
    text += f" where {show_condition(source.where)}" if source.where else ""
    return text + (f" {_window(source.window)}" if source.window else "")


def _window(window: Window) -> str:
    match window.kind:
        case WindowKind.TO_DATE:
            return "to date"
        case WindowKind.MONTHS:
            return f"in {window.months} months"
        case _:
            return f"in {window.kind}"


def show_condition(condition: Condition) -> str:
    """The text of a condition."""
    match condition:
        case Not():
            return f"not {_inner(condition.condition)}"
        case And():
            return " and ".join(_inner(part) for part in condition.conditions)
        case Or():
            return " or ".join(_inner(part) for part in condition.conditions)
        case _:
            return _atom(condition)


def _inner(condition: Condition) -> str:
    text = show_condition(condition)
    return f"({text})" if isinstance(condition, And | Or) else text


def _atom(atom: Atom) -> str:
    match atom:
        case Compare():
            return f"{atom.field} {atom.op} {atom.value}"
        case OneOf():
            return f"{atom.field} in {{{_list(atom.values)}}}"
        case InGroup():
            return f"{atom.field} in @{atom.group}"
        case InRoster():
            return f"{atom.field} in roster({atom.roster})"


def _list(parts: Iterable[str]) -> str:
    return ", ".join(parts)
