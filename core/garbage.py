"""Python's search for objects that hold each other in circles and are in use no more."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_search() -> Iterator[None]:
    """No search while a hundred thousand objects are made that stay in use: it takes as long as the work.

    Whoever found the search on turns it on again, also among threads.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
