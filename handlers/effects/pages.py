"""What the pages of figures share: how they are read, and the buttons below them."""

from sqlalchemy.orm import Session

from core.dialogue.steps import Message, Option, Rows
from core.dialogue.tokens import token
from core.indicators.facts import Moment
from core.texts import say
from handlers.context import Context
from reports.reading import Figures, read_figures

MENU = Option(say("menu-button"), "go:menu")
PROGRESS = Option(say("menu-progress"), "go:progress")


def read(session: Session, context: Context, *, whole: bool = False) -> Figures:
    """The figures of the speaker's tenant, now; `whole` as in `read_figures`."""
    moment = Moment(context.today, context.now)
    return read_figures(session, context.catalogue, context.speaker.tenant_code, moment, whole=whole)


def back_to_plan(code: str) -> Option:
    """To the targets of a plan."""
    return Option(say("plan-back", code=code), token("pl", code))


def more(page: int, pages: int, verb: str, code: str) -> Rows:
    """A button to the next page, where there is one; after the last comes the first."""
    if pages == 1:
        return ()
    label = say("form-more", page=page + 1, pages=pages)
    return ((Option(label, token(verb, code, (page + 1) % pages)),),)


def gone(key: str) -> Message:
    """What an old button speaks of is not there any more."""
    return Message(say(key), ((PROGRESS, MENU),))
