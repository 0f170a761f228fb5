"""Reports behind figures are found with their tenant and their evidence, however many there are."""

from sqlalchemy.orm import Session

from storage.db import Database
from storage.models import Evidence
from storage.queries.evidence_counts import Source, sources
from tests.storage.queries.commune import MORNING, report, settle


async def test_each_report_has_its_tenant_and_counts_its_own_evidence(db: Database) -> None:
    def run(session: Session) -> tuple[dict[int, Source], list[int]]:
        here, below = settle(session), settle(session, "cao_duc")
        ids = [report(session, here, "An", "club", draft_key="two"), report(session, below, "An", "club")]
        for kind in ("photo", "place"):
            evidence = {"person_id": here.people["An"], "kind": kind, "added_at": MORNING}
            session.add(Evidence(draft_key="two", **evidence))
        many = [report(session, here, "Chi", "club") for _ in range(600)]
        return dict(sources(session, [*ids, *many])), ids

    found, (first, second) = await db.write(run)
    assert (found[first], found[second]) == (Source("dong_cuu", 2), Source("cao_duc", 0))
    assert len(found) == 602


async def test_of_no_reports_there_is_nothing(db: Database) -> None:
    assert await db.read(lambda session: sources(session, ())) == {}
