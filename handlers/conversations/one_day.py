"""One day that somebody types beside a form."""

from datetime import date

from core.answers import Read, read_answer
from core.catalogue.fact_types import FieldSpec, FieldType
from core.dialogue.known import Known
from core.texts import Label

_NAMELESS = Label("", "")
_DAY = FieldSpec(code="day", type=FieldType.DATE, label=_NAMELESS, prompt=_NAMELESS)
_COMING = _DAY.model_copy(update={"future": True})


def one_day(text: str, known: Known, *, future: bool = False) -> date | None:
    """The day a text names, one to come too with `future`; None for several days, and anything else."""
    read = read_answer(_COMING if future else _DAY, text, known.setting({}))
    value = str(read.value) if isinstance(read, Read) else ""
    return date.fromisoformat(value) if value and "/" not in value else None
