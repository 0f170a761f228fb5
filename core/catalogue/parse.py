"""A document -> one of the content's models, or all its problems at once, in words an author understands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from core.catalogue.documents import Data, Document, Path
from core.catalogue.problems import Problem, choose, quoted
from core.texts import Label

M = TypeVar("M", bound=BaseModel)


class Parsed(Generic[M]):
    """A model together with the document it came from, so that later checks can name lines."""

    def __init__(self, model: M, document: Document) -> None:
        self.model = model
        self.document = document


def parse(model: type[M], document: Document) -> tuple[Parsed[M] | None, list[Problem]]:
    """The document as that model. Problems are in the order of their lines."""
    try:
        parsed = Parsed(model.model_validate(document.data), document)
    except ValidationError as error:
        problems = [_problem(model, document, detail) for detail in error.errors(include_url=False)]
        return None, sorted(set(problems))
    blank = list(_blank_labels(document))
    return (None if blank else parsed), blank


def _blank_labels(document: Document) -> list[Problem]:
    """Labels with nothing in them: present, and so no missing key, yet a person would read nothing."""
    return [
        document.problem(path, f"the {_LANGUAGES[str(path[-1])]} text is empty", "write it")
        for path in _blank_texts(document.data, ())
    ]


def _blank_texts(data: Data, path: Path) -> Iterator[Path]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in parts:
        if step in _LANGUAGES and isinstance(value, str) and not value.strip():
            yield (*path, step)
        elif not isinstance(value, str):
            yield from _blank_texts(value, (*path, step))


_LANGUAGES = {"vi": "Vietnamese", "en": "English"}

#: pydantic's name of an error -> what is wrong and what to do, from its details
_Words = Callable[[str, ErrorDetails], tuple[str, str]]


def _ctx(detail: ErrorDetails, name: str) -> object:
    return detail.get("ctx", {}).get(name, "")


def _missing(name: str, detail: ErrorDetails) -> tuple[str, str]:
    if name in _LANGUAGES:
        return f"the {_LANGUAGES[name]} text is missing", f"add {name}: beside the other language"
    return f"{name} is missing", f"add {name}:"


def _pattern(name: str, detail: ErrorDetails) -> tuple[str, str]:
    pattern = str(_ctx(detail, "pattern"))
    what = f"{name} {quoted(detail['input'])} has a wrong form"
    return what, _FORMS.get(pattern, f"it must match {pattern}")


def _value(name: str, detail: ErrorDetails) -> tuple[str, str]:
    message = str(_ctx(detail, "error") or detail["msg"])
    what, _, do = message.partition("; ")
    return what, do or "correct it"


def expected_words(detail: ErrorDetails) -> list[str]:
    """The words of which one was expected; none where the mistake is another one."""
    words = str(_ctx(detail, "expected")).replace("'", "").replace(" or ", ", ")
    return words.split(", ") if words else []


def _expected(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"{name} {quoted(detail['input'])} is not known", choose(detail["input"], expected_words(detail))


def _other(name: str, detail: ErrorDetails) -> tuple[str, str]:
    return f"{name}: {detail['msg']}", "correct it"


def _shape(wanted: str) -> _Words:
    def words(name: str, detail: ErrorDetails) -> tuple[str, str]:
        given = detail["input"]
        kind = {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(given), quoted(given))
        return f"{name} is {kind}", f"give {wanted}"

    return words


_FORMS = {
    r"^[a-z0-9]+(_[a-z0-9]+)*$": "use small letters without marks, digits and single _ between them",
    r"^[A-Z]{2,4}$": "use two to four capital letters",
    r"^[A-Z0-9]+$": "use capital letters and digits",
    r"^@?[a-z0-9]+(_[a-z0-9]+)*$": "name a list of options.yaml, or @steps, @tasks, @budget_lines, @plans",
    r"^[A-Z0-9]+(-[A-Za-z0-9.]+)+$": "write the plan's code, a hyphen and a number, e.g. DC1-2",
    r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$": "write its number as the plan has it, e.g. I.1",
    r"^[a-z0-9]+$": "use small letters and digits, e.g. 1",
    r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])$": "write year and month, e.g. 2023-02",
    r"^([01]\d|2[0-3]):[0-5]\d$": 'write hours and minutes, e.g. "07:30"',
}

_DETAILS: Mapping[str, _Words] = {
    "missing": _missing,
    "string_pattern_mismatch": _pattern,
    "value_error": _value,
    "enum": _expected,
    "literal_error": _expected,
    "string_type": _shape("a text"),
    "model_type": _shape("a mapping with keys"),
    "model_attributes_type": _shape("a mapping with keys"),
    "dataclass_type": _shape("a mapping with keys"),
    "dict_type": _shape("a mapping with keys"),
    "tuple_type": _shape("a list"),
    "int_parsing": _shape("a whole number"),
    "int_from_float": _shape("a whole number"),
    "int_type": _shape("a whole number"),
    "float_parsing": _shape("a number"),
    "float_type": _shape("a number"),
    "finite_number": _shape("a number"),
    "bool_parsing": _shape("true or false"),
    "bool_type": _shape("true or false"),
    "date_parsing": _shape("a date, e.g. 2026-11-14"),
    "date_from_datetime_parsing": _shape("a date, e.g. 2026-11-14"),
    "date_from_datetime_inexact": _shape("a date, e.g. 2026-11-14"),
    "date_type": _shape("a date, e.g. 2026-11-14"),
}


def _problem(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    path = tuple(step for step in detail["loc"] if step != "[key]")
    name = _name(path)
    if detail["type"] in ("extra_forbidden", "unexpected_keyword_argument"):
        allowed = _keys_at(model, path[:-1])
        what, do = f"unknown key {quoted(name)}", choose(name, allowed)
    else:
        what, do = _DETAILS.get(detail["type"], _other)(name, detail)
    return document.problem(path, what, do)


def _name(path: Sequence[str | int]) -> str:
    """The last word of a path; an entry of a list is named by its list."""
    if not path:
        return "the file"
    last = path[-1]
    return str(last) if isinstance(last, str) else f"entry {last + 1} of {_name(path[:-1])}"


def _keys_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """The keys the model knows at a path, found by walking the types of its fields."""
    known: type[BaseModel | Label] = model
    for step in path:
        annotation = get_type_hints(known).get(step) if isinstance(step, str) else None
        known = _model_in(annotation) or known
    return list(known.model_fields if issubclass(known, BaseModel) else known.__slots__)


def _model_in(annotation: Any) -> type[BaseModel | Label] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel | Label):
        return annotation
    found = (_model_in(part) for part in get_args(annotation))
    return next((part for part in found if part), None)
