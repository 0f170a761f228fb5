"""Asks why a report does not move a target with a given indicator."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from core.catalogue.plans import Goal
from core.indicators.facts import FactRow, ListedFacts
from core.indicators.movement import movements
from core.texts import LOCALES, Lines, Speech, Text, Texts, Value
from tests.core.indicators.plan_world import CATALOGUE, PLAN
from tests.core.indicators.world import DAY, moment, target

LOCALE_FILES = Path(__file__).parents[3] / "locales"
TEXTS = Texts({each: [(LOCALE_FILES / each / "progress.ftl").read_text("utf-8")] for each in LOCALES})


def why(indicator: str, row: FactRow, *others: FactRow, day: date = DAY) -> list[Text]:
    """The sentences of the reason, which can be read in both languages."""
    plan = PLAN.model_copy(update={"targets": (target(indicator, Goal(value=5)),)})
    catalogue = replace(CATALOGUE, plans={"P": plan})
    (found,) = movements(row, catalogue, "town", ListedFacts(others, catalogue), moment(day))
    assert found.reason is not None, f"{found.before} is moved to {found.after}"
    assert all(TEXTS.render(found.reason, locale) for locale in LOCALES)
    return list(_texts(found.reason))


def keys(sentences: list[Text]) -> list[str]:
    """Which sentences they are: the last part of their keys."""
    return [each.key.removeprefix("progress-why-") for each in sentences]


def shown(value: Value) -> str:
    """A part of a sentence as it is read in English."""
    return TEXTS.render(value, "en")


def _texts(speech: Speech) -> Iterator[Text]:
    if isinstance(speech, Text):
        yield speech
    elif isinstance(speech, Lines):
        for part in speech.parts:
            yield from _texts(part)
