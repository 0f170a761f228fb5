"""What is thrown at the bot: updates changed here and there, and texts that broke other programs."""

import asyncio
import copy
import os
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

T = TypeVar("T")

#: how many times more is tried than with every change, then at random: TIENDO_FUZZ=50 takes ten minutes
FACTOR = int(os.environ.get("TIENDO_FUZZ", "1"))

NASTY = st.sampled_from(
    [
        *(
            "",
            " ",
            "\x00",
            "\ud800",
            "\u202e",
            "đ" * 4000,
            "=1+1",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
        ),
        *(
            "{{7*7}}",
            "${jndi:ldap://x}",
            "%s%n",
            "../../etc/passwd",
            "-1",
            "0",
            "9" * 18,
            "9" * 40,
            "1e309",
            "NaN",
        ),
        *(
            "29/2/2027",
            "31/02",
            "0000-00-00",
            "20260230-20260101",
            "2026q9",
            "1/1/0001 - 31/12/9999",
            "**_`[",
            "👨‍👩‍👧‍👦",
        ),
        *("/start " + "A" * 64, "/xuat", "/coso ' --", "/tiendo 99/99", "٣٤٥", "\n" * 50, "a:b:c", "+menu"),
    ]
)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    NASTY,
    st.text(max_size=30),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2),
)


def trying(times: int) -> Callable[[T], T]:
    """So many examples, the same each time; more of them, and others, where somebody asks for that."""
    found: Callable[[T], T] = settings(
        max_examples=times * FACTOR,
        derandomize=FACTOR == 1,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    return found


@st.composite
def changed(draw: st.DrawFn, updates: list[dict[str, Any]]) -> Any:
    """One of the updates with a few of its values changed, left out or put elsewhere."""
    update = copy.deepcopy(draw(st.sampled_from(updates)))
    for _ in range(draw(st.integers(1, 4))):
        spots = list(_spots(update))
        if not spots:
            break
        holder, key = draw(st.sampled_from(spots))
        if draw(st.integers(0, 4)) == 0:
            del holder[key]
        else:
            holder[key] = draw(VALUES)
    return update


def _spots(value: Any) -> list[tuple[Any, Any]]:
    """Every place in it that holds something."""
    found: list[tuple[Any, Any]] = []
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found.append((value, key))
        found += _spots(value[key])
    return found


async def in_one_loop(
    ask: Callable[[Any], Coroutine[Any, Any, None]], what: st.SearchStrategy[Any], times: int
) -> None:
    """Hypothesis calls from a thread; what it asks for is done in this loop."""
    loop = asyncio.get_running_loop()

    @given(given_=what)
    @trying(times)
    def each(given_: Any) -> None:
        asyncio.run_coroutine_threadsafe(ask(given_), loop).result(60)

    await asyncio.to_thread(each)
