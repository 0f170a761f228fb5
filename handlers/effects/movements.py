"""What a report did to the targets of the plans, in words: which it moved and by how much, or why not."""

from sqlalchemy.orm import Session

from core.dialogue.kinds import useful_kinds
from core.indicators.facts import Moment
from core.indicators.movement import corrections, movements
from core.texts import Speech, lines, say
from handlers.context import Context
from reports.notices import notices
from reports.progress import movement_line
from storage.models import Fact
from storage.queries.fact_rows import fact_row_of
from storage.queries.progress import tenant_facts
from storage.queries.settled import settled_catalogue

#: a receipt names at most so many targets; the rest is in the progress list
NAMED = 4
#: and so many that it nearly moved
MISSED = 2


def moved_lines(session: Session, fact: Fact, context: Context) -> Speech:
    """A line a target: those the fact moved, and those it nearly did; or else why not the nearest.

    Above them, that no plan counts such reports; below them what there is to notice beside targets.
    """
    row = fact_row_of(session, context.catalogue, fact.id)
    if row is None:
        return lines()
    tenant = context.speaker.tenant_code
    catalogue = settled_catalogue(session, context.catalogue, tenant, context.now)
    facts = tenant_facts(session, catalogue, tenant)
    as_of = Moment(context.today, context.now)
    # What it was without the report says nothing to somebody who only changed it.
    replaced = fact_row_of(session, context.catalogue, fact.supersedes_id) if fact.supersedes_id else None
    found = (
        corrections(row, replaced, catalogue, tenant, facts, as_of)
        if replaced
        else movements(row, catalogue, tenant, facts, as_of)
    )
    moved = [one for one in found if one.moved][:NAMED]
    missed = [one for one in found if one.near][:MISSED]
    shown = [*moved, *missed] or list(found[:1])
    beside = notices(row, catalogue, tenant, facts, as_of)
    untracked = None if row.type in useful_kinds(catalogue, tenant) else say("receipt-untracked")
    return lines(untracked, *(movement_line(one, context.today) for one in shown), *beside)
