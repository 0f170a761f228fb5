"""What a workbook changes in a register, in words; and what is wrong with it."""

from collections.abc import Iterator, Sequence

from core.texts import Lines, Speech, lines, say
from storage.repositories.register_import import Changes

#: names and doubts listed before the others are only counted
SHOWN = 20


def change_lines(changes: Changes, shown: int = SHOWN) -> Iterator[Speech]:
    """How many rows are new, changed or the same, with the first names; and what to look at again."""
    for name, rows in (("new", changes.new), ("changed", changes.changed), ("same", changes.same)):
        names = ", ".join(row.name for row in rows[:shown])
        more = max(0, len(rows) - shown)
        if rows:
            yield say(f"import-{name}", count=len(rows), names=names, more=more)
    if changes.doubts:
        yield lines(say("import-doubts", count=len(changes.doubts)), _first(changes.doubts, shown))


def refusal(wrong: Sequence[Speech], shown: int = SHOWN) -> Speech:
    """What is wrong, cell by cell, and that nothing was stored."""
    return lines(_first(wrong, shown), say("import-nothing-stored", count=len(wrong)))


def _first(told: Sequence[Speech], shown: int) -> Lines:
    more = len(told) - shown
    return lines(*told[:shown], say("import-more", count=more) if more > 0 else None)
