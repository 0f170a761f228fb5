"""The conversation every bot is measured with: what is asked, what is typed, and what must be stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product
from pathlib import Path
from typing import Any

import yaml

from core.catalogue import Catalogue
from core.catalogue.fact_types import FactType, FieldSpec, Option

FILE = Path(__file__).with_name("form.yaml")
#: where the people belong
TENANT = "dong_cuu"

#: people of a report, at least
_SIZE = 400
#: what is stored of one report, as the person typed it: subject, organiser, day, who went
Stored = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """A report takes one message for each of `asks`, and ends when `done` is read."""

    asks: tuple[str, ...]
    done: str
    #: what is typed for each report, one message for each question; no two reports are alike
    reports: tuple[tuple[str, ...], ...]
    #: the questions whose answers are stored
    kept: slice

    @property
    def steps(self) -> int:
        """Messages a report takes."""
        return len(self.asks)

    def stored(self, report: int) -> Stored:
        """What must be stored of a report."""
        return self.reports[report][self.kept]

    def question(self, text: str) -> int | None:
        """The place of the question a message of the bot asks, `steps` for the receipt, None for neither."""
        if self.done in text:
            return self.steps
        return next((at for at, asked in enumerate(self.asks) if asked in text), None)


def read_script(catalogue: Catalogue, today: date, count: int) -> Script:
    """The script with so many different reports, all of days before `today`."""
    spec: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    kind = fact_type(catalogue)
    prompts = [field.prompt.vi for field in kind.asked() if field.prompt]
    skipped = [spec["skip"] for field in kind.asked() if not field.required]
    before = (spec["start"]["types"], kind.label.vi)
    after = (*skipped, spec["review"]["types"])
    answers = islice(_answers(kind, spec["leave_out"], today), count)
    return Script(
        asks=(spec["start"]["asks"], spec["kind"]["asks"], *prompts, spec["review"]["asks"]),
        done=spec["done"],
        reports=tuple((*before, *answer, *after) for answer in answers),
        kept=slice(len(before), -len(after)),
    )


def fact_type(catalogue: Catalogue) -> FactType:
    """The kind of report that is sent, as the commune is offered it."""
    spec: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return catalogue.for_tenant(TENANT).fact_types[spec["fact_type"]]


def as_typed(kind: FactType, fields: Mapping[str, Any]) -> Stored:
    """What this bot stored, in the words the person typed."""
    return (
        _label(_field(kind, "subject"), fields["subject"]),
        _label(_field(kind, "organizer_level"), fields["organizer_level"]),
        _day(date.fromisoformat(fields["date"])),
        _tally(fields["audience"], _field(kind, "audience").options),
    )


def _answers(kind: FactType, leave_out: list[str], today: date) -> Iterator[Stored]:
    def names(code: str) -> list[str]:
        return [option.label.vi for option in _field(kind, code).options if option.code not in leave_out]

    audiences = _field(kind, "audience").options
    for ago in range(1, 366):
        for number, (organiser, subject) in enumerate(product(names("organizer_level"), names("subject"))):
            # of one size: a count far from those before is asked about
            tally = {audiences[0].code: _SIZE + number, audiences[1].code: 1 + ago}
            yield subject, organiser, _day(today - timedelta(days=ago)), _tally(tally, audiences)


def _field(kind: FactType, code: str) -> FieldSpec:
    return next(field for field in kind.fields if field.code == code)


def _label(field: FieldSpec, code: str) -> str:
    return next(option.label.vi for option in field.options if option.code == code)


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _tally(tally: Mapping[str, int], options: tuple[Option, ...]) -> str:
    return ", ".join(f"{tally[option.code]} {option.label.vi}" for option in options if option.code in tally)
