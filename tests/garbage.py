"""Looking for garbage less often than Python does: most goes by itself, and it took a tenth of the time."""

import gc


def seldom() -> None:
    """From now on."""
    gc.set_threshold(2_000, 20, 20)


def stays() -> None:
    """Not at all any more in what there is now: modules, and content that is read once."""
    gc.collect()
    gc.freeze()
