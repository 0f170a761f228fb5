"""Who says a free message, and which of their reports it may refer to."""

from collections.abc import Sequence

from core.dialogue.known import Known
from core.dialogue.known_reports import ReportKnown
from core.understanding.answers import record_of
from core.understanding.situation import Prior, Sender, Situation


def situation(known: Known, reports: Sequence[ReportKnown] = ()) -> Situation:
    """The moment and the person; `reports` are their latest, newest first."""
    person = known.person
    tenant = known.catalogue.tenants.get(person.tenant) if person else None
    sender = Sender(
        role=str(person.role) if person else "citizen",
        unit=(person.unit_name or "") if person else "",
        org=(person.organisation or "") if person else "",
        level=str(tenant.level) if tenant else "xa",
        plans=tenant.plans if tenant else (),
    )
    return Situation(known.today, sender, _prior(known, reports))


def _prior(known: Known, reports: Sequence[ReportKnown]) -> tuple[Prior, ...]:
    """Standing reports under the names of records, the oldest first."""
    lexicon = known.lexicon()
    found: list[Prior] = []
    for report in reversed(reports):
        hearing = lexicon.hearings.get(report.fact_type) if lexicon else None
        kind = known.fact_type(report.fact_type)
        if hearing is not None and kind is not None and report.status in ("confirmed", "pending"):
            fields = record_of(report.answers, hearing, kind, known.setting(report.answers))
            found.append(Prior(str(report.id), hearing.name, fields))
    return tuple(found)
