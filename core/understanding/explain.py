"""How a message was understood, step by step, for whoever teaches the program more words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from core.understanding.day_periods import Days
from core.understanding.number_marks import Number
from core.understanding.scene import Scene
from core.understanding.situation import Reading, Record, Step
from core.understanding.topics import Part

#: kinds of report and intents named beside the chosen one
_MOST = 4


def explained(
    scene: Scene, parts: Sequence[Part], weights: Sequence[tuple[str, float]], reading: Reading
) -> list[Step]:
    """From the words as they were read to the questions that are left. A step that found nothing says so."""
    steps = {
        "words": [" ".join(_words(scene))] if scene.words else [],
        "days": [f"{_quoted(scene, d.start, d.end)} {_day(d)}" for d in scene.days],
        "numbers": [f"{_quoted(scene, n.start, n.end)} {_number(n)}" for n in scene.numbers],
        "names": [f'"{n.text}" {n.kind}{f" ({n.type})" if n.type else ""}' for n in scene.names],
        "kinds": [f'"{part.scene.text}" {_ranked(part.scores)}' for part in parts],
        "intent": [_ranked(weights)],
        "fields": [line for record in reading.records for line in _record(record)],
        "questions": list(reading.asks),
    }
    return [Step(name, tuple(lines) or ("none",)) for name, lines in steps.items()]


def _words(scene: Scene) -> Iterator[str]:
    """The words as understood; behind one that was typed otherwise, in brackets, how."""
    for _, same in groupby(scene.words, key=lambda word: word.start):
        words = list(same)
        said = " ".join(word.spoken for word in words)
        yield f"{said} [{words[0].text}]" if words[0].mended else words[0].text
    if rest := scene.message[scene.read_to :].strip():
        yield f"(not read: {len(rest)} characters)"


def _quoted(scene: Scene, start: int, end: int) -> str:
    return f'"{scene.slice_text(start, end)}"'


def _day(days: Days) -> str:
    if days.lunar:
        return "a day of the moon"
    if days.first is None:
        return days.period or "vague"
    span = str(days.first) if days.first == days.last else f"{days.first} to {days.last}"
    several = f" or {', '.join(map(str, days.readings))}" if len(days.readings) > 1 else ""
    return f"{days.period}: {span}" if days.period else f"{span}{several}"


def _number(number: Number) -> str:
    value = "some" if number.value.is_nan() else f"{number.value.normalize():f}"
    kinds = {"of money": number.money, "per cent": number.percent, "(about)": number.guess}
    of = f" of {number.total.normalize():f}" if number.total is not None else ""
    return " ".join([f"{value}{of}", *(name for name, holds in kinds.items() if holds)])


def _ranked(scores: Sequence[tuple[str, float]]) -> str:
    return ", ".join(f"{name} {weight:g}" for name, weight in scores[:_MOST]) or "none"


def _record(record: Record) -> Iterator[str]:
    target = f" {record.target}" if record.target else ""
    yield f"{record.op} {record.topic}{target}"
    for code, value in record.fields.items():
        yield f"  {code}: {value}"
