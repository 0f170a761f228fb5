"""Which questions are answered from facts read once: a kind asked about in many ways is read whole."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date, timedelta

from core.indicators.facts import Ask, Detail, FactRow, FieldValue

#: what reading all facts of some days costs, when counting some of them costs 1. Measured by question, the
#: medians are 1.4 to 3.6 on both databases; the last of each costs nearly as much as all of them.
_WHOLE, _LAST = 3, 2
#: a question about no more days than these is no reason to read more of them
_SHORT = timedelta(days=366)


def read_once(asks: Iterable[Ask]) -> list[Ask]:
    """For each kind whose questions together cost more than that, the facts that answer all of them."""
    kinds: dict[tuple[Hashable, ...], list[Ask]] = defaultdict(list)
    for ask in dict.fromkeys(asks):
        kinds[ask.type, ask.cutoff, ask.without].append(ask)
    found: list[Ask] = []
    for listed in kinds.values():
        long = [ask for ask in listed if ask.start is None or ask.end - ask.start > _SHORT]
        short = [ask for ask in listed if ask not in long]
        if _cost(long) > _WHOLE:
            found.append(_around(long, listed))
        elif _cost(short) > _WHOLE:
            found.append(_around(short, short))
    return found


def _cost(asks: Iterable[Ask]) -> int:
    costs = {Detail.GROUPED: 1, Detail.LAST: _LAST, Detail.EACH: _WHOLE}
    return sum(1 if ask.only else costs[ask.detail] for ask in asks)


def _around(asks: Sequence[Ask], with_place: Iterable[Ask]) -> Ask:
    """Every fact of their days, whole."""
    first = asks[0]
    starts = [ask.start for ask in asks if ask.start is not None]
    return Ask(
        first.type,
        min(starts) if len(starts) == len(asks) else None,
        max(ask.end for ask in asks),
        first.cutoff,
        without=first.without,
        located=any(ask.located for ask in with_place),
    )


def covers(wide: Ask, ask: Ask) -> bool:
    """Whether the facts of the one are enough for the other."""
    if (wide.type, wide.cutoff, wide.without) != (ask.type, ask.cutoff, ask.without):
        return False
    begins = wide.start is None or (ask.start is not None and wide.start <= ask.start)
    return begins and ask.end <= wide.end and (wide.located or not ask.located)


class ReadOnce:
    """All facts of a kind and of some days, in order of happening."""

    def __init__(self, rows: Sequence[FactRow]) -> None:
        self._rows = rows
        self._days = [row.occurred_from for row in rows]
        self._sure = [row.confirmed_at for row in rows]
        self._columns: dict[str, list[FieldValue | None]] = {}

    def answer(self, ask: Ask) -> list[FactRow]:
        """Those that one question is about; of facts that say the same the last, where that is enough."""
        at: Sequence[int] = range(
            bisect_left(self._days, ask.start or date.min), bisect_right(self._days, ask.end)
        )
        for field, codes in ask.only:
            column = self._column(field)
            at = [each for each in at if column[each] in codes]
        if ask.detail is Detail.LAST and not ask.located:
            at = self._last_of_each(at, ask.fields)
        return [self._rows[each] for each in at]

    def _last_of_each(self, at: Sequence[int], fields: Iterable[str]) -> Sequence[int]:
        columns: list[Sequence[object]] = [self._sure, *map(self._column, fields)]
        keys = zip(*(map(column.__getitem__, at) for column in columns), strict=True)
        try:
            return sorted(dict(zip(keys, at, strict=True)).values())
        except TypeError:  # a field that holds a list: more rows than the last are an answer too
            return at

    def _column(self, field: str) -> list[FieldValue | None]:
        if field not in self._columns:
            self._columns[field] = [row.fields.get(field) for row in self._rows]
        return self._columns[field]
