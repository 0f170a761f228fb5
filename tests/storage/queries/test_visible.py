from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from storage.db import Database
from storage.queries.visible import FactShown, Viewer, fact_by_receipt, facts_by_ids, recent_facts
from tests.storage.queries.commune import Commune, report, settle


def _kinds(shown: tuple[FactShown, ...]) -> list[str]:
    return [fact.type for fact in shown]


def _seen(session: Session, viewer: Viewer) -> set[str]:
    return set(_kinds(recent_facts(session, viewer, 50)))


def _three(session: Session) -> Commune:
    """A report of each unit and one of a household; and another commune with one of its own."""
    other = settle(session, "elsewhere")
    report(session, other, "An", "foreign")
    commune = settle(session)
    report(session, commune, "An", "economy")
    report(session, commune, "Chi", "culture")
    report(session, commune, "Bình", "household")
    return commune


async def test_everybody_sees_what_their_role_lets_them_see(db: Database) -> None:
    def run(session: Session) -> list[set[str]]:
        commune = _three(session)
        return [
            _seen(session, commune.viewer("An", Role.OFFICER, commune.economy)),
            _seen(session, commune.viewer("Bình", Role.HOUSEHOLD)),
            _seen(session, commune.viewer("Dung", Role.MANAGER)),
            _seen(session, commune.viewer("Dung", Role.ADMIN)),
        ]

    everything = {"economy", "culture", "household"}
    assert await db.write(run) == [{"economy", "household"}, {"household"}, everything, everything]


async def test_an_officer_who_changed_units_still_sees_their_own(db: Database) -> None:
    def run(session: Session) -> set[str]:
        commune = _three(session)
        return _seen(session, commune.viewer("An", Role.OFFICER, commune.culture))

    assert await db.write(run) == {"economy", "culture", "household"}


async def test_an_officer_without_a_unit_sees_what_households_tell_beside_their_own(db: Database) -> None:
    def run(session: Session) -> set[str]:
        commune = _three(session)
        return _seen(session, commune.viewer("Chi", Role.OFFICER))

    assert await db.write(run) == {"culture", "household"}


async def test_a_role_nobody_knows_sees_only_their_own(db: Database) -> None:
    def run(session: Session) -> set[str]:
        commune = _three(session)
        return _seen(session, Viewer(commune.people["Bình"], commune.tenant, commune.economy, "guest"))

    assert await db.write(run) == {"household"}


async def test_recent_reports_come_newest_first_and_page_by_page(db: Database) -> None:
    def run(session: Session) -> tuple[list[str], list[str]]:
        commune = _three(session)
        manager = commune.viewer("Dung", Role.MANAGER)
        first = recent_facts(session, manager, 2)
        return _kinds(first), _kinds(recent_facts(session, manager, 2, before=first[-1].id))

    assert await db.write(run) == (["household", "culture"], ["economy"])


async def test_what_was_taken_back_is_not_listed_and_still_found(db: Database) -> None:
    def run(session: Session) -> tuple[list[str], str]:
        commune = settle(session)
        gone = report(session, commune, "An", "economy", status="withdrawn", receipt="KD-0514-01")
        manager = commune.viewer("Dung", Role.MANAGER)
        found = fact_by_receipt(session, manager, " kd-0514-01 ")
        assert found is not None
        assert [fact.id for fact in facts_by_ids(session, manager, [gone])] == [gone]
        return _kinds(recent_facts(session, manager, 9)), found.status

    assert await db.write(run) == ([], "withdrawn")


async def test_of_a_corrected_report_the_receipt_opens_the_new_one(db: Database) -> None:
    def run(session: Session) -> list[object]:
        commune = settle(session)
        report(session, commune, "An", "old", status="superseded", receipt="KD-0514-01")
        report(session, commune, "An", "new", receipt="KD-0514-01", place_id=commune.market)
        found = fact_by_receipt(session, commune.viewer("Dung", Role.MANAGER), "KD-0514-01")
        assert found is not None
        return [found.type, found.place_name, found.unit_name]

    assert await db.write(run) == ["new", "chợ Ngụ", "Phòng Kinh tế"]


async def test_a_receipt_of_another_is_not_found(db: Database) -> None:
    def run(session: Session) -> list[object]:
        commune = settle(session)
        number = report(session, commune, "An", "economy", receipt="KD-0514-01")
        household = commune.viewer("Bình", Role.HOUSEHOLD)
        return [fact_by_receipt(session, household, "KD-0514-01"), facts_by_ids(session, household, [number])]

    assert await db.write(run) == [None, ()]
