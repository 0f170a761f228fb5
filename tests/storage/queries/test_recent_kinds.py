from datetime import timedelta

from sqlalchemy.orm import Session

from storage.db import Database
from storage.queries.recent_kinds import recent_kinds
from tests.storage.queries.commune import MORNING, Commune, report, settle


def _reported(session: Session) -> Commune:
    """Four kinds by one person, one of them twice and one taken back; another kind by somebody else."""
    commune = settle(session)
    for hours, kind in enumerate(["visit", "club", "survey", "visit", "withdrawn"]):
        status = "withdrawn" if kind == "withdrawn" else "confirmed"
        recorded = MORNING + timedelta(hours=hours)
        report(session, commune, "An", kind, status=status, recorded_at=recorded)
    report(session, commune, "Chi", "market", recorded_at=MORNING + timedelta(days=1))
    return commune


EVERY = ("club", "market", "survey", "visit", "withdrawn")


async def test_the_kind_used_last_comes_first_and_each_comes_once(db: Database) -> None:
    def run(session: Session) -> tuple[str, ...]:
        return recent_kinds(session, _reported(session).people["An"], EVERY, 9)

    assert await db.write(run) == ("visit", "survey", "club")


async def test_no_more_kinds_are_named_than_asked_for(db: Database) -> None:
    def run(session: Session) -> tuple[str, ...]:
        return recent_kinds(session, _reported(session).people["An"], EVERY, 2)

    assert await db.write(run) == ("visit", "survey")


async def test_only_the_kinds_asked_about_are_named(db: Database) -> None:
    def run(session: Session) -> list[tuple[str, ...]]:
        person = _reported(session).people["An"]
        return [recent_kinds(session, person, kinds, 4) for kinds in (("club", "market"), ())]

    assert await db.write(run) == [("club",), ()]
