"""What is said of remarks on a report, and what its sender and who made them may do about them."""

import re
from collections.abc import Mapping

from core.answers import Read, read_answer
from core.catalogue.fact_types import FactType, FieldSpec, FieldType
from core.dialogue.known import Known
from core.dialogue.state import Answer
from core.dialogue.steps import Option, Rows
from core.dialogue.tokens import token
from core.review import WHOLE, RemarkKnown, RemarkState
from core.texts import Speech, lines, say
from handlers.conversations.card import changed_lines

_FIGURES = (FieldType.INTEGER, FieldType.NUMBER, FieldType.MONEY)
_FIGURE = re.compile(r"\d[\d.,]*")


def about(kind: FactType | None, code: str) -> Speech:
    """What a remark is about: the label of an answer, or the whole report."""
    field = kind.field(code) if kind and code != WHOLE else None
    return field.label if field else say("remark-whole")


def remark_lines(remark: RemarkKnown, kind: FactType, answers: Mapping[str, Answer], known: Known) -> Speech:
    """One remark with what became of it; of a correction what it changed, old and new."""
    key = f"remark-{remark.state}"
    told = say(key, field=about(kind, remark.about), by=remark.by, reason=remark.reason, answer=remark.answer)
    if remark.state is RemarkState.CORRECTED:
        return lines(told, changed_lines(kind, answers, known, remark.before))
    return told


def sender_rows(remark: RemarkKnown, kind: FactType | None, known: Known) -> Rows:
    """What the sender of a report may do about an open remark; the figure it names is one tap away."""
    if remark.state is not RemarkState.OPEN:
        return ()
    field = kind.field(remark.about) if kind and remark.about != WHOLE else None
    value = proposed(field, remark, known) if field else None
    to = (Option(say("remark-to", value=value), token("rk", "to", remark.id), main=True),) if value else ()
    fix = Option(
        say("remark-fix-other") if to else say("remark-fix", field=about(kind, remark.about)),
        token("rk", "fix", remark.id),
        main=not to,
    )
    keep = Option(say("remark-keep"), token("rk", "keep", remark.id))
    return ((*to, fix), (keep,))


def maker_rows(remark: RemarkKnown) -> Rows:
    """What who made a remark may do once it is answered."""
    again = Option(say("remark-again"), token("sb", remark.fact_id))
    close = Option(say("remark-fine"), token("rk", "ok", remark.id), main=True)
    opens = "w" if remark.status == "pending" else "rep"
    return ((close, again), (Option(say("remark-see"), token(opens, remark.fact_id)),))


def proposed(field: FieldSpec, remark: RemarkKnown, known: Known) -> int | float | None:
    """The one figure that the words of a remark name for an answer, if that is another figure."""
    found = _FIGURE.findall(remark.reason) if field.type in _FIGURES else []
    if len(found) != 1:
        return None
    read = read_answer(field, found[0].rstrip(".,"), known.setting({}))
    value = read.value if isinstance(read, Read) else None
    if not isinstance(value, int | float) or value == remark.before.get(field.code):
        return None
    return value
