"""A table of cases as one test: thousands of tests cost more in collecting and reporting than in running."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest


def over(cases: Iterable[Any], *, ids: Callable[[Any], str] = str) -> Callable[..., Callable[[], None]]:
    """A test of one case made one of all: it fails with the id of every case that does, and why.

    A case that is a tuple or a list is given as several arguments. ValueError for a table without cases.
    """
    table = list(cases)
    if not table:
        raise ValueError("a table without cases tests nothing")

    def whole(check: Callable[..., None]) -> Callable[[], None]:
        def run() -> None:
            failing = [line for case in table if (line := _failure(check, case, ids))]
            if failing:
                lines = [f"{len(failing)} of {len(table)} cases fail", *failing]
                pytest.fail("\n".join(lines), pytrace=False)

        # no more of what makes a function: pytest would take the arguments of the check for fixtures
        run.__name__, run.__doc__, run.__module__ = check.__name__, check.__doc__, check.__module__
        return run

    return whole


def _failure(check: Callable[..., None], case: Any, ids: Callable[[Any], str]) -> str:
    """Why a case fails; empty if it does not."""
    try:
        check(*case) if isinstance(case, tuple | list) else check(case)
    except Exception as error:
        return f"- {ids(case)}: {error or type(error).__name__}"
    return ""
