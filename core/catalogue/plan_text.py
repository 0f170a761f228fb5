"""A plan -> the text of its file, always written the same way, which reads back as an equal plan."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

import yaml
from pydantic import BaseModel
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from core.catalogue.plans import Budget, Parameter, Plan, Target, Task
from core.texts import Label

#: longer indicators and lists of codes go on in the next line
_WIDTH = 105
#: texts of a label that together are longer stand below each other
_SIDE_BY_SIDE = 84
#: said even when it is not known, because an admin may fill it in
_OPEN = {Plan: ("number", "issued_on", "ends"), Parameter: ("value",), Budget: ("total",)}
#: left out where it is what is meant without it
_USUAL = {"kind": ("E", "work"), "percent": (False,), "sub_plan": (False,)}
#: with a blank line between its entries
_LONG_LISTS = ("targets", "tasks")
#: where an indicator may go on in the next line
_CLAUSES = re.compile(r" (?=where |and |or |after |having )|(?<=\),) ")
_STR = "tag:yaml.org,2002:str"


def plan_text(plan: Plan) -> str:
    """The file of a plan. Keys stand in one order; what is left open or usual is left out."""
    parts = []
    for key, value in _items(plan):
        body = yaml.serialize(_mapping([(key, value)], plan), None, _Dumper, allow_unicode=True, width=_WIDTH)
        if key in _LONG_LISTS:
            body = body.replace("\n  - ", "\n\n  - ").replace("\n\n", "\n", 1)
        parts.append(f"\n{body}" if key in ("tasks", "budget", "duties") else body)
    return "".join(parts)


def _items(model: BaseModel) -> Iterator[tuple[str, object]]:
    """The keys that are written, in their order: what explains a target comes last."""
    keys = list(type(model).model_fields)
    if isinstance(model, Target):
        keys.sort(key=lambda key: key == "note")
    for key in keys:
        value = getattr(model, key)
        is_silent = value is None and key not in _OPEN.get(type(model), ())
        if not is_silent and value != () and value not in _USUAL.get(key, ()):
            yield key, value


def _node(value: object, key: str, owner: object = None) -> Node:
    if isinstance(value, Label):
        is_main = key in ("name", "title") and isinstance(owner, Plan | Target | Task)
        is_long = len(value.vi) + len(value.en) > _SIDE_BY_SIDE
        both = [("vi", value.vi), ("en", value.en)]
        return _mapping(both, value, flow=not (is_main or is_long or key == "note"))
    if isinstance(value, BaseModel):
        return _mapping(_items(value), value, flow=key in ("goals", "baseline", "relations"))
    if isinstance(value, list | tuple):
        flow = key != "legal_bases" and all(isinstance(each, str | int) for each in value)
        return SequenceNode("tag:yaml.org,2002:seq", [_node(each, key) for each in value], flow_style=flow)
    if isinstance(value, Enum):
        return _text(str(value.value))
    return _text(value, fold=key == "indicator") if isinstance(value, str) else _plain(value)


def _mapping(items: Iterable[tuple[str, object]], owner: object, *, flow: bool = False) -> Node:
    nodes = [(_text(key), _node(value, key, owner)) for key, value in items]
    return MappingNode("tag:yaml.org,2002:map", nodes, flow_style=flow)


def _plain(value: object) -> Node:
    """Numbers, days, yes and no, nothing."""
    if value is None:
        text = "null"
    elif isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, float):
        text = str(int(value)) if value.is_integer() else repr(value)
    else:
        text = value.isoformat() if isinstance(value, date) else str(value)
    node = yaml.compose(text)
    assert node is not None
    return node


def _text(value: str, *, fold: bool = False) -> Node:
    """A text, in quotes only where it would be read as something else."""
    if fold and len(value) > _WIDTH and value == " ".join(value.split()):
        return ScalarNode(_STR, value, style=">")
    return ScalarNode(_STR, value, style=None if value[:1].isalnum() else '"')


def _lines(indicator: str) -> Iterator[str]:
    """An indicator in lines that begin with a word of the language; read back, each break is a space."""
    line = ""
    for clause in _CLAUSES.split(indicator):
        if line and len(line) + len(clause) >= _WIDTH:
            yield line
            line = clause
        else:
            line = f"{line} {clause}" if line else clause
    yield line


class _Dumper(yaml.SafeDumper):
    """Lists stand two spaces below their key; only indicators are broken into lines."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def choose_scalar_style(self) -> str:
        chosen = super().choose_scalar_style()
        return '"' if chosen == "'" else chosen

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        super().write_double_quoted(text, split=False)

    def write_plain(self, text: str, split: bool = True) -> None:
        super().write_plain(text, split=False)

    def write_folded(self, text: str) -> None:
        self.write_indicator(">-", True)
        for line in _lines(text):
            self.write_indent()
            self.write_plain(line)
