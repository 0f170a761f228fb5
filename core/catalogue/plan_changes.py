"""What a new version of a plan changes against the one there is, part by part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from core.catalogue.budgets import BudgetLine
from core.catalogue.plans import Plan
from core.texts import Label

#: lists of parts, which are compared one by one and not as a field of what holds them
_PARTS = ("phases", "parameters", "targets", "tasks", "duties", "steps", "lines")

#: names of fields with their values, as people read them
_Fields = Mapping[str, str]


@dataclass(frozen=True)
class Change:
    """One part that is added, removed, changed or moved.

    `fields` are those that differ, each with what it was and what it will be, "" for nothing. `name` is the
    part's name in English.
    """

    noun: str
    code: str
    name: str
    what: Literal["added", "removed", "changed", "moved"]
    fields: tuple[tuple[str, str, str], ...] = ()


def changes(old: Plan | None, new: Plan) -> list[Change]:
    """All changes in the order of the plan, against nothing if there was none.

    Parts that are in another order are one change more, `moved`.
    """
    before = dict(_parts(old)) if old else {}
    found: list[Change] = []
    for noun, parts in _parts(new):
        was = before.get(noun, {} if noun != "plan" else parts)
        found += (_compared(noun, code, was.get(code), part) for code, part in parts.items())
        found += (_change(noun, code, was[code], "removed") for code in was if code not in parts)
        if [code for code in was if code in parts] != [code for code in parts if code in was]:
            found.append(Change(noun, "", "", "moved"))
    return [change for change in found if change.what != "changed" or change.fields]


@dataclass(frozen=True)
class _Part:
    name: str
    fields: _Fields


def _compared(noun: str, code: str, old: _Part | None, new: _Part) -> Change:
    if old is None:
        return _change(noun, code, new, "added")
    names = dict.fromkeys([*new.fields, *old.fields])
    pairs = ((name, old.fields.get(name, ""), new.fields.get(name, "")) for name in names)
    return Change(noun, code, new.name, "changed", tuple(pair for pair in pairs if pair[1] != pair[2]))


def _change(noun: str, code: str, part: _Part, what: Literal["added", "removed"]) -> Change:
    return Change(noun, code, part.name, what)


def _parts(plan: Plan) -> Iterator[tuple[str, dict[str, _Part]]]:
    """The parts of a plan by what they are and their codes; first the plan itself."""
    yield "plan", {plan.code: _Part(plan.title.en, dict(_fields(plan)))}
    for noun in ("phase", "parameter", "target", "task"):
        yield noun, _by_code(getattr(plan, f"{noun}s"))
    yield "step", {f"{task.code} step {step.code}": _part(step) for task in plan.tasks for step in task.steps}
    lines = plan.budget.lines if plan.budget else ()
    yield "budget line", {f"{plan.code} line {code}": part for code, part in _lines(lines, "")}
    yield "duty", _by_code(plan.duties)


def _by_code(parts: Sequence[Any]) -> dict[str, _Part]:
    return {part.code: _part(part) for part in parts}


def _part(part: Any) -> _Part:
    return _Part(part.name.en, dict(_fields(part)))


def _lines(lines: Sequence[BudgetLine], above: str) -> Iterator[tuple[str, _Part]]:
    for line in lines:
        fields = {"under": above} if above else {}
        yield line.code, _Part(line.name.en, {**dict(_fields(line)), **fields})
        yield from _lines(line.lines, line.code)


def _fields(model: BaseModel, before: str = "") -> Iterator[tuple[str, str]]:
    for key in type(model).model_fields:
        if key not in _PARTS:
            yield from _field(f"{before}{key}", getattr(model, key))


def _field(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """A field by the names of what is in it: "goals 1 value", "name (vi)"."""
    if value is None or value == ():
        return
    if isinstance(value, Label):
        yield from ((f"{name} ({language})", getattr(value, language)) for language in ("vi", "en"))
    elif isinstance(value, BaseModel):
        yield from _fields(value, f"{name} ")
    elif isinstance(value, tuple) and any(isinstance(each, BaseModel) for each in value):
        for number, each in enumerate(value, start=1):
            yield from _field(f"{name} {number}", each)
    elif isinstance(value, tuple):
        yield name, ", ".join(map(str, value))
    elif isinstance(value, bool):
        yield name, "yes" if value else "no"
    else:
        is_whole = isinstance(value, float) and value.is_integer()
        yield name, str(int(value)) if is_whole else str(value)
