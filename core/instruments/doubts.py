"""What is doubtful in what is told of an instrument: asked once, and stored as told where it is right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue.fact_types import Holds
from core.dialogue.state import Answer
from core.indicators.doubts import Doubt
from core.instruments.cycles import last_day
from core.instruments.shown import InstrumentShown
from core.texts import say

#: a stamp that holds longer than its kind's cycle by more than this was probably misread
_SLACK = timedelta(days=31)
#: the field with the day of verification, by kind of report
_VERIFIED = {"instrument_listed": "verified_on", "instrument_verified": "date"}


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside the report: another of its serial number, the last survey there, the cycle."""

    same_serial: InstrumentShown | None
    surveyed: date | None
    holds: Holds | None
    #: whether the speaker may know whose the other is
    names_others: bool = True
    #: new ones there that were only counted since the survey, none by its card
    added: int = 0


def doubts(code: str, answers: Mapping[str, Answer], today: date, beside: Beside) -> Iterator[Doubt]:
    """One question for each thing that may be a slip."""
    field = _VERIFIED.get(code)
    if field is None:
        return
    other = beside.same_serial
    if other is not None:
        where = say("doubt-serial-where", place=other.place_name or "", owner=other.owner)
        told = say("doubt-serial", serial=other.serial, where=where)
        asked = told if beside.names_others else say("doubt-serial-taken", serial=other.serial)
        yield Doubt(f"serial:{other.key}", asked, "serial")
    verified, written = _day(answers.get(field)), _day(answers.get("valid_until"))
    if written is not None and written < today:
        yield Doubt(f"past:{written}", say("doubt-past", until=written), "valid_until")
    longest = last_day(verified, beside.holds, None) if verified else None
    if written is not None and longest is not None and written > longest + _SLACK:
        yield Doubt(f"long:{written}", say("doubt-long", until=written, cycle=longest), "valid_until")
    if beside.added and beside.names_others and answers.get("counted") == "moi":
        yield Doubt(f"added:{beside.added}", say("doubt-added", count=beside.added), "counted")
    new = code != "instrument_listed" or answers.get("counted") == "moi"
    if verified is not None and beside.surveyed is not None and verified < beside.surveyed and new:
        text = say("doubt-before-survey", verified=verified, surveyed=beside.surveyed)
        yield Doubt(f"survey:{verified}:{beside.surveyed}", text, field)


def _day(answer: Answer | None) -> date | None:
    return date.fromisoformat(answer) if isinstance(answer, str) and "/" not in answer else None
