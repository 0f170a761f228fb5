"""What the pages of figures share: how they are read, and the buttons below them."""

from datetime import date, time, timedelta

from sqlalchemy.orm import Session

from core.dialogue.steps import Message, Option, Rows
from core.dialogue.tokens import token
from core.indicators.facts import Moment
from core.periods import moment_of
from core.texts import Speech, say
from handlers.context import Context
from reports.reading import Figures, read_figures

MENU = Option(say("menu-button"), "go:menu")
PROGRESS = Option(say("menu-progress"), "go:progress")


def read(session: Session, context: Context, *, whole: bool = False, day: date | None = None) -> Figures:
    """The figures of the speaker's tenant, now or as known at a day's end; `whole` as in `read_figures`."""
    moment = Moment(context.today, context.now)
    if day is not None and day < context.today:
        zone = context.speaker.timezone
        moment = Moment(day, moment_of(day + timedelta(days=1), time(), zone) - timedelta(microseconds=1))
    return read_figures(session, context.catalogue, context.speaker.tenant_code, moment, whole=whole)


def as_of(day: date | None) -> Speech | None:
    """Above figures of an earlier day: of which, and that they are those known then."""
    return None if day is None else say("progress-as-of", day=day)


def then(verb: str, code: str, day: date | None, page: int = 0) -> str:
    """The token of a page, at the end of the same day where there is one."""
    if day is None:
        return token(verb, code, page) if page else token(verb, code)
    return token(verb, code, page, day.isoformat())


def now_row(day: date | None, here: str) -> Rows:
    """From the figures of an earlier day to those of now."""
    return () if day is None else ((Option(say("progress-now"), here),),)


def back_to_plan(code: str, day: date | None = None) -> Option:
    """To the targets of a plan."""
    return Option(say("plan-back", code=code), then("pl", code, day))


def more(page: int, pages: int, verb: str, code: str, day: date | None = None) -> Rows:
    """A button to the next page, where there is one; after the last comes the first."""
    if pages == 1:
        return ()
    label = say("form-more", page=page + 1, pages=pages)
    return ((Option(label, then(verb, code, day, (page + 1) % pages)),),)


def gone(key: str) -> Message:
    """What an old button speaks of is not there any more."""
    return Message(say(key), ((PROGRESS, MENU),))
