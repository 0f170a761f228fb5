"""The copy of their data that a person reads: kinds under headings, a line for each thing, no codes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core.catalogue import Catalogue
from core.periods import local_time
from core.texts import Speech, Texts, say
from reports.exports.columns import Places, columns_of

Row = Mapping[str, Any]
#: what only programs need; the copy for them holds it
_LEFT_OUT = frozenset({"mime", "intent", "outcome", "entity"})
#: what is kept as a code that has words
_CODES = frozenset({"role", "status", "language", "kind", "state", "purpose", "reply"})


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom it is written: their language, and the zone and the places of their tenant."""

    locale: str
    zone: str
    places: Places


def readable(kept: Mapping[str, Any], reader: Reader, catalogue: Catalogue, texts: Texts) -> str:
    """All of it as text. `kept`: by kind one row, or rows in their order."""

    def words(speech: Speech | int | float | date) -> str:
        return texts.render(speech, reader.locale)

    def parts() -> Iterator[str]:
        yield words(say("rights-copy-about"))
        for kind, found in kept.items():
            rows: Sequence[Row] = [found] if isinstance(found, Mapping) else found
            if not rows:
                continue
            yield f"\n{words(say(f'rights-kind-{kind}')).upper()}"
            for number, row in enumerate(rows, 1):
                lines = [*_lines(row, reader, catalogue, words)]
                if isinstance(found, Mapping):
                    yield from lines
                elif lines:
                    yield f"{number}. {lines[0]}"
                    yield from (f"   {line}" for line in lines[1:])

    return "\n".join(parts()) + "\n"


Words = Callable[[Speech | int | float | date], str]


def _lines(row: Row, reader: Reader, catalogue: Catalogue, words: Words) -> Iterator[str]:
    kind = catalogue.fact_types.get(str(row.get("type", "")))
    for name, value in row.items():
        if value in (None, "", [], {}) or name in _LEFT_OUT:
            continue
        if name == "fields" and kind is not None:
            for column in columns_of(kind, reader.locale):
                cell = column.cell(value, reader.places)
                if cell not in (None, ""):
                    yield f"{column.name}: {words(cell or 0)}"
        else:
            shown = kind.label if name == "type" and kind else _shown(name, value, reader)
            yield f"{words(say('rights-field', field=name))}: {words(shown)}"


def _shown(name: str, value: Any, reader: Reader) -> Speech | int | float | date:
    """A moment where the person is; a code in words."""
    if isinstance(value, datetime):
        return local_time(value, reader.zone)
    if isinstance(value, date | int | float):
        return value
    if name == "channel":
        return say("channel-name", channel=str(value))
    if name == "action":
        return say("trail-action", action=str(value))
    return say("rights-code", code=str(value)) if name in _CODES else str(value)
