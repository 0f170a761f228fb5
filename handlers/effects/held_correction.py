"""A correction of a report in a closed period is kept until the period is open and somebody confirms it.

So is one by a household, for which an officer vouched. Until then the report it corrects counts as before.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.fact_types import FactType
from core.confidential import CONFIDENTIAL
from core.texts import Speech, say
from handlers.context import Context
from handlers.effects import hear, instrument_reports, joint_work, report_requests, review_report
from storage.models import Fact
from storage.repositories import evidence, facts


def waits(kind: FactType, context: Context) -> bool:
    """Whether what the speaker changes waits for an officer; what opens a request is looked at anyway."""
    vouched = kind.reporters.get(context.role) == "pending"
    return vouched and kind.opens is None and kind.code not in CONFIDENTIAL


def original(session: Session, fact: Fact) -> Fact | None:
    """The report that a correction which is kept would take the place of; None of any other."""
    old = session.get(Fact, fact.supersedes_id) if fact.supersedes_id else None
    return old if old is not None and fact.status == "pending" and old.status in facts.STANDING else None


def replace_held(session: Session, old: Fact, context: Context) -> None:
    """Of several corrections that are kept for one report only the last one is."""
    held = select(Fact).where(Fact.supersedes_id == old.id, Fact.status == "pending")
    for each in session.scalars(held).all():
        facts.end(session, each.id, "superseded", context.now)


def overtaken(session: Session, fact: Fact) -> Speech | None:
    """Why a kept correction can take no place any more: what it corrects was changed, or taken back."""
    old = session.get(Fact, fact.supersedes_id) if fact.supersedes_id else None
    if old is not None and old.status in facts.STANDING and not instrument_reports.fits(session, old, fact):
        return say("instrument-report-stays", receipt=fact.receipt)
    if old is None or old.status in facts.STANDING or old.ended_at == fact.recorded_at:
        return None
    return say("held-overtaken", receipt=fact.receipt)


def takes_place(session: Session, old: Fact, fact: Fact, kind: FactType, context: Context) -> None:
    """What hung on the corrected report hangs on the correction from now on."""
    hear.corrected(session, old)
    report_requests.moved(session, old, fact, kind, context)
    joint_work.moved(session, old, fact)
    evidence.move(session, old.draft_key, fact.draft_key, old.reporter_id)
    instrument_reports.corrected(session, old, fact, context)
    review_report.corrected(session, old, fact, kind, context)
