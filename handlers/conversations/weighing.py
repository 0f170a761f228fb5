"""The check weight: which one lies on the scale, what the scale shows, and whether the law lets it pass."""

from decimal import Decimal, InvalidOperation

from core.dialogue.known import Known
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Rows, Turn, rows_of
from core.dialogue.tokens import token
from core.folding import fold
from core.instruments.retail import RetailScales, excess, tolerance
from core.instruments.shown import Finding, InspectionShown
from core.texts import Speech, lines, say

_KG = Decimal(1000)


def asked(state: State, known: Known, day: int, key: str, weight: str) -> Turn:
    """Which weight, then what the scale shows."""
    table = known.catalogue.retail_scales
    if table is None:
        return Turn(state, (Message(say("weigh-no-table"), ((_back(day, key),),)),))
    grams = _grams(weight, plain=Decimal(1))
    if grams is None or grams / _KG not in table.weights_kg:
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
    shown = _grams(text, plain=_KG if weight >= _KG and len(text.strip()) < 4 else Decimal(1))
    if table is None or shown is None or not weight / 2 <= shown <= weight * 2:
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


def _grams(text: str, plain: Decimal) -> Decimal | None:
    """ "1,01 kg", "1010 g" or "1010"; `plain` is what a number without a unit counts in grams."""
    said = fold(text).replace(",", ".").strip()
    unit = plain
    for ending, grams in (
        ("kg", _KG),
        ("ki", _KG),
        ("gam", Decimal(1)),
        ("gr", Decimal(1)),
        ("g", Decimal(1)),
    ):
        if said.endswith(ending):
            said, unit = said.removesuffix(ending).strip(), grams
            break
    try:
        number = Decimal(said)
    except InvalidOperation:
        return None
    return number * unit if number.is_finite() and 0 < number < 1_000_000 else None


def _back(day: int, key: str) -> Option:
    return Option(say("form-back"), token("kd", day, key))
