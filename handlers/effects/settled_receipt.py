"""The receipt of what an admin has filled in: what it does to figures, and what is still missing."""

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.indicators.facts import Moment
from core.indicators.open_points import PointKind, following, moved_by, points
from core.indicators.progress import assess
from core.texts import Speech, lines, say
from handlers.context import Context
from reports.progress import target_line
from storage.queries.progress import tenant_facts
from storage.queries.settled import members_now, settled_catalogue

#: targets a receipt shows
SHOWN = 3


def as_settled(session: Session, context: Context) -> Catalogue:
    """The content as it is settled for the speaker's tenant at this moment."""
    return settled_catalogue(session, context.catalogue, context.speaker.tenant_code, context.now)


def receipt(session: Session, context: Context, kind: PointKind, key: str, done: Speech) -> Message:
    """What was done, the figures that hang on it, how much is still open, and the way to the next."""
    catalogue, tenant = as_settled(session, context), context.speaker.tenant_code
    as_of = Moment(context.today, context.now)
    every = points(
        catalogue, tenant, context.today, lambda code: members_now(session, catalogue, tenant, code, as_of)
    )
    open_ones = sum(point.is_open for point in every)
    rest = say("settle-rest", count=open_ones) if open_ones else say("settle-none-open")
    text = lines(lines(done, *_figures(session, catalogue, context, kind, key)), rest, separator="\n\n")
    onward: list[tuple[Option, ...]] = []
    after = following(every, kind, key)
    if after is not None:
        onward.append((Option(say("settle-next"), token("fo", after.kind, after.key), main=True),))
    if kind is PointKind.ROSTER:
        onward.append((Option(say("settle-roster-see"), token("fo", kind, key)),))
    last = (Option(say("menu-settle"), "fl"), Option(say("menu-button"), "go:menu"))
    return Message(text, (*onward, last), in_place=True)


def _figures(
    session: Session, catalogue: Catalogue, context: Context, kind: PointKind, key: str
) -> list[Speech]:
    tenant = context.speaker.tenant_code
    found = moved_by(catalogue, tenant, kind, key)[:SHOWN]
    facts = tenant_facts(session, catalogue, tenant)
    as_of = Moment(context.today, context.now)
    return [target_line(assess(plan, target, facts, catalogue, as_of)) for plan, target in found]


def gone() -> Message:
    """What was to be filled in is not there any more, or not for this person."""
    return Message(say("settle-gone"), ((Option(say("menu-settle"), "fl"),),))
