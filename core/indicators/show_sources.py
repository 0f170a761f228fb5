"""How sources, conditions and windows are written."""

from collections.abc import Iterable

from core.indicators.source import (
    And,
    Atom,
    Compare,
    Condition,
    InGroup,
    InRoster,
    Not,
    OneOf,
    Or,
    Source,
    Window,
    WindowKind,
)


def show_source(source: Source, extra: str = "") -> str:
    """The text of a source; `extra` stands between what is read and under which condition."""
    field = f".{source.field}" if source.field else ""
    options = f"[{_list(source.options)}]" if source.options else ""
    return f"{source.type}{field}{options}{show_latest_by(source)}{extra}{show_tail(source)}"


def show_latest_by(source: Source) -> str:
    """` latest by f, g` or ` new by f, g`, or nothing."""
    word = "new" if source.anew else "latest"
    return f" {word}{by(source.latest_by)}" if source.latest_by else ""


def show_tail(source: Source) -> str:
    """The condition and the window of a source."""
    where = f" where {show_condition(source.where)}" if source.where else ""
    return where + (f" {_window(source.window)}" if source.window else "")


def by(fields: tuple[str, ...]) -> str:
    """` by f, g`."""
    return f" by {_list(fields)}"


def _window(window: Window) -> str:
    match window.kind:
        case WindowKind.TO_DATE:
            return "to date"
        case WindowKind.MONTHS:
            return f"in {window.months} months"
        case WindowKind.SPAN:
            return f"from {window.first} to {window.last}"
        case _:
            return f"in {window.kind}" + (f" until {window.until}" if window.until else "")


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
