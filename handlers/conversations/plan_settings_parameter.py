"""The value of a parameter of a plan: one of its options, a number, or a day."""

import re
from datetime import date
from decimal import Decimal

from core.answers import JsonValue, Read, Refused, Unsure, read_answer
from core.catalogue.fact_types import FieldSpec, FieldType
from core.catalogue.fact_types import Option as Choice
from core.catalogue.plans import Parameter
from core.dialogue.plan_effects import SetParameter
from core.dialogue.state import Settling
from core.dialogue.steps import Message
from core.texts import Speech, lines, say
from handlers.conversations.plan_settings_desk import (
    Desk,
    Next,
    answer,
    confirmation,
    day_of,
    moved,
    paged,
    read_day,
    way_back,
)

_NUMBER = re.compile(r"\d+(\.\d+)?")


def ask(settling: Settling, desk: Desk, first: Speech | None) -> Message | None:
    """The question, or the card with the old and the new value; None if there is no such parameter."""
    found = desk.parameter(settling.key)
    if found is None:
        return None
    plan, parameter = found
    title = say("settle-parameter-title", plan=plan.code, name=parameter.name)
    if settling.step == "confirm":
        change = say(
            "settle-parameter-card",
            old=value_text(parameter, parameter.value, desk),
            new=value_text(parameter, settling.value, desk),
        )
        return Message(
            lines(first, title, change, say("settle-confirm")), confirmation(settling), in_place=True
        )
    options = choices(parameter, desk)
    text = lines(
        first,
        title,
        say("progress-note", note=parameter.note) if parameter.note else None,
        say("settle-now", value=stands(settling.key, desk)) if parameter.value is not None else None,
        say(f"settle-parameter-{_kind(parameter, desk)}"),
    )
    buttons = [
        answer(settling, code, value_text(parameter, code, desk))
        for code in settling.readings or [option.code for option in options]
    ]
    rows = paged(settling, buttons) + way_back(settling)
    return Message(text, rows, numbered=bool(options), in_place=True)


def stands(key: str, desk: Desk) -> Speech:
    """The value as it is now."""
    found = desk.parameter(key)
    return value_text(found[1], found[1].value, desk) if found else say("settle-unset")


def value_text(parameter: Parameter, value: str | None, desk: Desk) -> Speech:
    """A value as people read it."""
    if value is None:
        return say("settle-unset")
    option = next((one for one in choices(parameter, desk) if one.code == value), None)
    if option is not None:
        return option.label
    day = day_of(value)
    if day is not None:
        return say("progress-date", date=day)
    return say("progress-number", value=Decimal(value)) if _NUMBER.fullmatch(value) else value


def choices(parameter: Parameter, desk: Desk) -> tuple[Choice, ...]:
    """Its options: those of a field that takes the same list; none for a number or a day."""
    if parameter.options_from is None:
        return ()
    fields = (field for kind in desk.catalogue.fact_types.values() for field in kind.fields)
    return next((field.options for field in fields if field.options_from == parameter.options_from), ())


def pressed(settling: Settling, value: str, desk: Desk) -> Next:
    found = desk.parameter(settling.key)
    if found is None:
        return Next(settling)
    plan, parameter = found
    if settling.step == "confirm":
        if settling.value is None or value != "yes":
            return Next(settling)
        return Next(settling, effect=SetParameter(plan.code, parameter.code, settling.value))
    offered = settling.readings or tuple(option.code for option in choices(parameter, desk))
    return _chosen(settling, value) if value in offered else Next(moved(settling))


def typed(settling: Settling, text: str, desk: Desk) -> Next:
    found = desk.parameter(settling.key)
    if found is None or settling.step == "confirm":
        return Next(settling)
    if _kind(found[1], desk) == "day":
        return _typed_day(settling, text, desk)
    match read_answer(_field(found[1], desk), text, desk.known.setting({})):
        case Read(value):
            return _chosen(settling, _written(value))
        case Unsure(question, readings):
            return Next(moved(settling, readings=tuple(_written(value) for _, value in readings)), question)
        case Refused(reason):
            return Next(moved(settling), say("form-refused", reason=reason))


def back(settling: Settling) -> Settling:
    return moved(settling, step="choose")


def _chosen(settling: Settling, value: str) -> Next:
    return Next(moved(settling, step="confirm", value=value))


def _typed_day(settling: Settling, text: str, desk: Desk) -> Next:
    match read_day(text, desk):
        case date() as day:
            return _chosen(settling, day.isoformat())
        case tuple() as readings:
            return Next(moved(settling, readings=readings), say("settle-which-one"))
        case reason:
            return Next(moved(settling), say("form-refused", reason=reason))


def _written(value: JsonValue) -> str:
    """A number as indicators read it: no exponent, no other comma than a point."""
    return value if isinstance(value, str) else f"{Decimal(str(value)):f}"


def _kind(parameter: Parameter, desk: Desk) -> str:
    if choices(parameter, desk):
        return "choice"
    if parameter.of is not None:
        return "day" if parameter.of == "day" else "number"
    return "day" if parameter.value and day_of(parameter.value) else "number"


def _field(parameter: Parameter, desk: Desk) -> FieldSpec:
    """The parameter as a question of a form, so that answers are read as they are there."""
    options = choices(parameter, desk)
    number = FieldType.INTEGER if parameter.of == "whole" else FieldType.NUMBER
    return FieldSpec(
        code=parameter.code,
        type=FieldType.CHOICE if options else number,
        label=parameter.name,
        prompt=parameter.name,
        options=options,
        minimum=parameter.minimum,
        maximum=parameter.maximum,
    )
