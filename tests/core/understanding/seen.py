"""What is recognised in a message, written short, so that a table of cases can say it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from core.folding import fold
from core.understanding.day_periods import Days
from core.understanding.name_marks import Name
from core.understanding.number_marks import Number
from core.understanding.scene import Scene, see
from tests import shipped

CASES = Path(__file__).with_name("cases")


def cases(name: str) -> Any:
    """The tables of one file."""
    return yaml.load((CASES / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)


def seen(text: str, today: date = shipped.DAY, tenant: str = "dong_cuu") -> Scene:
    """Everything recognised in a message."""
    return see(text, shipped.lexicon(tenant), today)


def without_marks(text: str) -> str:
    """As typed with the marks left out; capitals and lines stay."""
    return "".join(fold(char) if not char.isascii() and char.islower() else _bare(char) for char in text)


def _bare(char: str) -> str:
    return char if char.isascii() else fold(char).upper()


def number_of(number: Number) -> str:
    """ "~20" is about 20, "4/5" four of five, "~?" a few."""
    value = "?" if number.value.is_nan() else _plain(number.value)
    total = "" if number.total is None else f"/{_plain(number.total)}"
    kind = "\u0111" if number.money else "%" if number.percent else ""
    return f"{'~' if number.guess else ''}{value}{total}{kind}"


def numbers(text: str) -> str:
    """The numbers of a message in order."""
    return ", ".join(map(number_of, seen(text).numbers))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def day_of(days: Days) -> str:
    """A day, "first..last", a period by its name, "a|b" for one of two, "vague", or "lunar"."""
    if days.lunar or days.vague:
        return "lunar" if days.lunar else "vague"
    if days.period or days.readings:
        return days.period or "|".join(day.isoformat() for day in days.readings)
    if days.first is None or days.last is None or days.first == days.last:
        return str(days.first)
    return f"{days.first}..{days.last}"


def days(text: str, today: date = shipped.DAY) -> str:
    """The days and periods of a message in order."""
    return ", ".join(map(day_of, seen(text, today).days))


def put(sentences: list[str], rows: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Every row's text in the place of each sentence's {}, with what is expected."""
    for typed, expected in rows:
        for sentence in sentences:
            yield sentence.replace("{}", typed), expected


def name_of(name: Name) -> str:
    """The code of a known place or unit, else the kind with the name as it is read."""
    if name.kind in ("place", "unit") and name.code:
        return f"{name.kind} {name.code}"
    kind = {"place": f"place of {name.type}", "org": f"org {name.type}"}.get(name.kind, name.kind)
    return f"{kind}: {name.text}"


def names(text: str) -> str:
    """The names of a message in order."""
    return "; ".join(map(name_of, seen(text).names))
