"""Rows that answer a question, as bytes and back."""

import zlib
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import orjson

from core.indicators.facts import Ask, FactRow

#: changes with what is packed: what was packed otherwise is not read
FORMAT = 1
#: fast: rows of one kind are alike enough to shrink to a tenth at once
_LEVEL = 1

#: rows of one answer share most of their days, counted ones their moment too
_day = lru_cache(maxsize=4_000)(date.fromisoformat)
_moment = lru_cache(maxsize=4_000)(datetime.fromisoformat)


def packed(rows: Iterable[FactRow]) -> bytes:
    """What figures look at in rows that were read for them; not who reported, or how it came about."""
    return zlib.compress(orjson.dumps([_listed(row) for row in rows]), _LEVEL)


def _listed(row: FactRow) -> list[Any]:
    place = (row.place, row.place_kind, row.unit) if row.place or row.place_kind or row.unit else None
    total = None if row.total is None else str(row.total)
    sure = row.confirmed_at is not None
    return [row.id, row.occurred_from, place, row.fields, row.recorded_at, sure, row.times, total]


def unpacked(answer: bytes, ask: Ask) -> list[FactRow]:
    """The rows of an answer to this question."""
    return [_row(each, ask) for each in orjson.loads(zlib.decompress(answer))]


def _row(listed: list[Any], ask: Ask) -> FactRow:
    id_, day, place, fields, recorded, sure, times, total = listed
    happened = _day(day)
    place, kind, unit = place or (None, None, None)
    # by position: thousands are made, and names would take three times as long
    return FactRow(
        id_,
        ask.type,
        happened,
        happened,
        place,
        kind,
        unit,
        fields,
        "",
        _moment(recorded),
        ask.cutoff if sure else None,
        None,
        "",
        times,
        None if total is None else Decimal(total),
    )
