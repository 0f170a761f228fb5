"""The check weight: which one lies on the scale, what the scale shows, and whether the law lets it pass."""

import re
from decimal import Decimal

from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import token
from core.folding import fold
from core.instruments.retail import RetailScales, excess, tolerance
from core.instruments.shown import Finding, InspectionShown
from core.texts import Speech, lines, say

_KG = Decimal(1000)
_UNIT = {
    "": None,
    "kg": _KG,
    "ki": _KG,
    "ky": _KG,
    "kilo": _KG,
    "g": Decimal(1),
    "gr": Decimal(1),
    "gam": Decimal(1),
}
#: "1,02", "1.020 g", "1kg 20g" ("1kg2" may be 2 or 200 grams more);
#: dots and commas of thousands stand before three digits
_SAID = re.compile(r"([0-9]+(?:[.,][0-9]+)*) ?([a-z]*)(?: ?([0-9]+) ?(?:g|gr|gam))?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")


def asked(state: State, known: Known, day: int, key: str, weight: str) -> Turn:
    """Which weight, then what the scale shows."""
    table = known.catalogue.retail_scales
    if table is None:
        return Turn(state, (Message(say("weigh-no-table"), ((_back(day, key),),)),))
    grams = Decimal(weight) if weight.isdecimal() else Decimal(0)
    if grams / _KG not in table.weights_kg:
        options = [
            Option(say("weigh-weight", kg=each), token("kq", day, key, str(int(each * _KG))))
            for each in table.weights_kg
        ]
        return Turn(
            state,
            (
                Message(
                    say("weigh-which", source=table.check_source), (*rows_of(options, 3), (_back(day, key),))
                ),
            ),
        )
    waiting = state.model_copy(update={"asking": "weighing", "about": str(int(grams))})
    return Turn(
        waiting, (Message(say("weigh-shows", kg=grams / _KG), ((_back(day, key),),), numbered=False),)
    )


def answered(state: State, known: Known, day: InspectionShown, key: str, text: str) -> Turn:
    """What the scale showed, beside what may be missing at that weight."""
    table, weight = known.catalogue.retail_scales, Decimal(state.about or 0)
    shown = shown_grams(text, weight)
    if table is None or shown is None:
        return Turn(
            state, (Message(say("weigh-again", kg=weight / _KG), ((_back(day.id, key),),), numbered=False),)
        )
    done = state.model_copy(update={"asking": None, "about": None})
    one = next((each for each in day.instruments if each.key == key), None)
    verdict, passed = _verdict(table, one.capacity if one else None, weight, shown)
    rows: Rows = ()
    if passed is not None:
        finding = Finding.PASSED if passed else Finding.FAILED
        rows = ((Option(say(f"inspect-{finding}"), token("kf", day.id, key, finding), main=True),),)
    again = Option(say("weigh-another"), token("kq", day.id, key))
    return Turn(done, (Message(verdict, (*rows, (again, _back(day.id, key)))),))


def _verdict(
    table: RetailScales, capacity: float | None, weight: Decimal, shown: Decimal
) -> tuple[Speech, bool | None]:
    over = excess(weight, shown)
    told = say("weigh-told", weight=weight, shown=shown, over=over)
    scale = table.scale(capacity)
    allowed = tolerance(scale, weight) if scale else None
    if allowed is None:
        return lines(told, say("weigh-unknown", source=table.source)), None
    passed = over <= allowed
    return lines(
        told, say("weigh-passed" if passed else "weigh-failed", allowed=allowed, source=table.source)
    ), passed


def shown_grams(text: str, weight: Decimal) -> Decimal | None:
    """What a scale with `weight` grams on it shows, in grams, from "1,01", "1010", "1.010 g" or "1kg 20g".

    A number without a unit, or with a separator that may be one of thousands, is read so that it comes near
    the weight; None where nothing does, or the text is none.
    """
    said = _SAID.fullmatch(fold(text).strip())
    if said is None or said[2] not in _UNIT:
        return None
    number, unit, rest = said[1], _UNIT[said[2]], said[3]
    units = (unit,) if unit is not None else (Decimal(1), _KG)
    numbers = [number.replace(",", ".")] if number.count(".") + number.count(",") < 2 else []
    if _THOUSANDS.fullmatch(number):
        numbers.append(number.replace(",", "").replace(".", ""))
    if rest is not None and (unit != _KG or len(rest) > 3):
        return None
    found = {Decimal(each) * times + Decimal(rest or 0) for each in numbers for times in units}
    return next((each for each in sorted(found) if weight / 2 <= each <= weight * 2), None)


def _back(day: int, key: str) -> Option:
    return Option(say("form-back"), token("kd", day, key))
