"""To whom a message goes and what it says, as somebody asks for it in one sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.broadcasts.audience import EVERYBODY, Audience, Dimension, Group
from core.folding import words_of

#: a colon that ends who it is for: none of a time of day
_COLON = re.compile(r"(?<![0-9]):|:(?![0-9])")


@dataclass(frozen=True, slots=True)
class Name:
    """Something an audience is picked by, and everything it is called."""

    dimension: Dimension
    code: str
    called: Sequence[str]


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood: an audience of no groups where none was, no text where none was given."""

    audience: Audience
    text: str


def heard(said: str, names: Iterable[Name], everybody: Iterable[str]) -> Heard:
    """Who is named in front of the colon, and what stands behind it.

    Names of one dimension are alternatives; those of several narrow each other down. Longer names go first,
    so that the market in a place of the same name is meant and not the place. `everybody` are words for all.
    """
    cut = _COLON.search(said)
    head, text = (said[: cut.start()], said[cut.end() :]) if cut else (said, "")
    left = f" {words_of(head)} "
    called = sorted(
        ((words_of(name), each) for each in names for name in each.called if name.strip()),
        key=lambda pair: -len(pair[0]),
    )
    found: dict[Dimension, dict[str, None]] = {}
    for name, each in called:
        if name and f" {name} " in left:
            found.setdefault(each.dimension, {})[each.code] = None
            left = left.replace(f" {name} ", " | ")
    audience = _audience({dimension: tuple(codes) for dimension, codes in found.items()})
    if not audience.chosen and any(f" {words_of(each)} " in left for each in everybody):
        audience = EVERYBODY
    return Heard(audience, text.strip())


def _audience(found: Mapping[Dimension, tuple[str, ...]]) -> Audience:
    group = Group()
    for dimension, codes in found.items():
        group = group.toggled(dimension, codes)
    return Audience((group,)) if found else Audience()
