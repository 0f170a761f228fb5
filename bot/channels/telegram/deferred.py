"""Importing models of pydantic without building them: a quarter of the time for aiogram, most of a start.

At import aiogram builds the validators of all its types, over 400, of which a bot needs a few dozen. Here
each is built when it is first used, as pydantic does by itself where it finds what a type's annotations name.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel

_WORD = re.compile(r"[A-Za-z]\w*")


@contextmanager
def deferred(package: str) -> Iterator[None]:
    """While the package is imported here, its models are not built.

    `package` is that of the models; what annotations name is looked for in it.
    """
    built = vars(BaseModel)["model_rebuild"]

    def later(model: Any, /, **options: Any) -> bool | None:
        if model.__module__.startswith(f"{package}."):
            return None
        found: bool | None = built.__func__(model, **options)
        return found

    type.__setattr__(BaseModel, "model_rebuild", classmethod(later))
    try:
        yield
    finally:
        type.__setattr__(BaseModel, "model_rebuild", built)
    _tell(package)


def _tell(package: str) -> None:
    """What only annotations name is imported for type checkers alone: the modules get it here."""
    known = vars(sys.modules[package])
    for model in list(known.values()):
        if isinstance(model, type) and issubclass(model, BaseModel):
            module = vars(sys.modules[model.__module__])
            for name in _named(model) & known.keys():
                module.setdefault(name, known[name])


def _named(model: type[BaseModel]) -> set[str]:
    """Every word in the annotations of a model and of those it inherits from."""
    written = (kind for each in model.__mro__ for kind in vars(each).get("__annotations__", {}).values())
    return {word for kind in written if isinstance(kind, str) for word in _WORD.findall(kind)}
