"""Figures of a report that are far from what its unit reported before."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy.orm import Session

from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.confidential import CONFIDENTIAL
from core.dialogue.forms import completed
from core.dialogue.state import Answer, FormState
from core.indicators.doubts import Doubt
from core.texts import say
from core.unusual import unusual
from storage.queries.history import said_before
from storage.repositories.conversations import Speaker

_TOTAL = "total("


def unlike_before(
    session: Session, speaker: Speaker, kind: FactType, form: FormState, answers: Mapping[str, Answer]
) -> Iterator[Doubt]:
    """A question for each count that is unusual; of a correction only for those it changes."""
    counts = [field for field in kind.fields if _is_count(field)]
    if not counts or kind.code in CONFIDENTIAL:
        return
    by = (speaker.unit_id, speaker.person_id or 0)
    rows = said_before(session, speaker.tenant_id, kind.code, by, form.corrects)
    past = [completed(kind, row) for row in rows]
    was = completed(kind, form.before) if form.corrects is not None else {}
    for field in counts:
        said = _number(answers.get(field.code))
        if said is None or answers.get(field.code) == was.get(field.code):
            continue
        before = [number for row in past if (number := _number(row.get(field.code))) is not None]
        usual = unusual(said, before)
        if usual is not None:
            figures = {"said": said, "usual": usual.middle, "least": usual.least, "most": usual.most}
            yield Doubt(
                f"usual:{field.code}:{said}",
                say("doubt-unusual", field=field.label, **figures),
                _asked(field),
            )


def _is_count(field: FieldSpec) -> bool:
    """Whole numbers that are asked for, and the sums of tallies; what is worked out from others is not."""
    if field.type is not FieldType.INTEGER:
        return False
    return field.formula is None or field.formula.startswith(_TOTAL)


def _asked(field: FieldSpec) -> str:
    """The question whose answer it is."""
    formula = field.formula
    return formula[len(_TOTAL) : -1].strip() if formula is not None else field.code


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
