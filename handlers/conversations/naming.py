"""Before a report that was told in words goes out: which of several organisations of one name it names."""

from core.answers import Unsure
from core.answers.organisations import meant, names_one
from core.catalogue.fact_types import FactType
from core.dialogue.known import Known
from core.dialogue.state import FormState, State
from core.dialogue.steps import Turn
from handlers.conversations.asking import reading_message
from handlers.conversations.moving import show

#: in FormState.sure: the question was put
ORG_ASKED = "org"


def unclear_org(kind: FactType, form: FormState, known: Known) -> Unsure | None:
    """The question, once for a form that was filled from a message; None where the name is clear."""
    field = next((field for field in kind.asked() if names_one(field)), None)
    typed = form.answers.get(field.code) if field else None
    if not form.said or not isinstance(typed, str) or ORG_ASKED in form.sure:
        return None
    read = meant(typed, known.setting(form.answers))
    return read if isinstance(read, Unsure) else None


def which_org(state: State, known: Known, kind: FactType, form: FormState, which: Unsure) -> Turn:
    """Put the question; the answer leads back to the card."""
    values = tuple(value for _, value in which.readings)
    sure = (*form.sure, ORG_ASKED)
    code = next(field.code for field in kind.asked() if names_one(field))
    asked = form.model_copy(update={"readings": values, "sure": sure, "at": code, "editing": True})
    message = reading_message(kind, asked, which.question, [label for label, _ in which.readings])
    return Turn(show(state, known, asked, None).state, (message,))
