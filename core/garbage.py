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


@contextmanager
def lasting() -> Iterator[None]:
    """No search while modules or content are loaded, and what was made counts as old at once.

    Python would look through all of it once for each generation it grows through, which took as long as to
    read content. It still does so with the oldest, as seldom as ever. Where the process keeps things out of
    the search for good (gc.freeze), nothing is moved: they would come back into it.
    """
    with no_search():
        yield
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
