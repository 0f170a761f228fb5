"""Work that another process does ends well, badly, or in time."""

import asyncio
import sys

import pytest

from bot.aside import run_aside

WAITS = "import time; print('there', flush=True); time.sleep(600)"


def python(code: str) -> tuple[str, ...]:
    return sys.executable, "-S", "-c", code


async def test_what_goes_well_says_nothing_and_has_the_environment_given() -> None:
    code = "import os; print('x' * 100_000); assert os.environ['WORD'] == 'here' and 'PATH' in os.environ"
    assert await run_aside(python(code), {"WORD": "here"}) is None


async def test_the_end_of_what_went_wrong_is_told() -> None:
    told = await run_aside(python("import sys; sys.exit('x' * 9000 + 'the reason')"))
    assert told is not None
    assert told.endswith("the reason")
    assert len(told) < 1000
    assert await run_aside(("false",)) == ""


async def test_nothing_goes_on_when_its_time_is_over() -> None:
    with pytest.raises(TimeoutError):
        await run_aside(python(WAITS), patience=0.05)
    children = await asyncio.to_thread(_children)
    assert WAITS not in children


def _children() -> str:
    """The command lines of the processes that this one started."""
    import psutil

    return " ".join(word for child in psutil.Process().children() for word in child.cmdline())
