"""What was settled at a moment, out of rows that are only ever added and ended."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from core.catalogue.plans import Member
from core.catalogue.settled import ConditionDecided, OwnerSet, ParameterSet
from storage.db import Database
from storage.queries.settled import read_settings, settled_catalogue
from storage.repositories import plan_settings
from tests import shipped
from tests.storage.queries.commune import Commune, settle

CATALOGUE = shipped.catalogue()
MORNING = datetime(2026, 5, 14, 3, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
TENANT = "dong_cuu"


def _owner(session: Session, commune: Commune, unit: str, at: datetime, target: str = "DC1-1") -> None:
    by = (commune.people["Dung"], at)
    plan_settings.decide(session, commune.tenant, "owner", target, {"unit": unit}, by)


async def test_where_nothing_is_settled_the_content_is_the_very_same(db: Database) -> None:
    def run(session: Session) -> bool:
        settle(session)
        return settled_catalogue(session, CATALOGUE, TENANT, MORNING) is CATALOGUE

    assert await db.write(run)


@pytest.mark.parametrize(
    ("hours", "owners"), [(-1, ()), (0, ("phong_vhxh",)), (1, ("phong_vhxh",)), (2, ("phong_kinh_te",))]
)
async def test_the_latest_decision_until_the_cut_off_holds(
    db: Database, hours: int, owners: tuple[str, ...]
) -> None:
    def run(session: Session) -> tuple[str, ...]:
        commune = settle(session)
        _owner(session, commune, "phong_vhxh", MORNING)
        _owner(session, commune, "phong_kinh_te", MORNING + 2 * HOUR)
        found = read_settings(session, TENANT, MORNING + hours * HOUR)
        return tuple(each.unit for each in found.owners)

    assert await db.write(run) == owners


async def test_every_kind_of_decision_is_read_as_it_was_made(db: Database) -> None:
    review = date(2026, 12, 31)

    def run(session: Session) -> tuple[object, ...]:
        commune = settle(session)
        by = (commune.people["Dung"], MORNING)
        decided = {"met": False, "reason": "no staff", "review": review.isoformat()}
        plan_settings.decide(session, commune.tenant, "condition", "DC2-3", decided, by)
        plan_settings.decide(session, commune.tenant, "parameter", "DC1.done_stage", {"value": "xong"}, by)
        _owner(session, commune, "phong_vhxh", MORNING)
        found = read_settings(session, TENANT, MORNING)
        return found.owners, found.parameters, found.conditions

    assert await db.write(run) == (
        (OwnerSet("DC1-1", "phong_vhxh"),),
        (ParameterSet("DC1", "done_stage", "xong"),),
        (ConditionDecided("DC2-3", False, "no staff", review),),
    )


async def test_a_members_row_holds_from_when_it_was_added_until_it_was_ended(db: Database) -> None:
    member = Member(code="rice", name="Rice", since=date(2026, 1, 1), until=date(2026, 6, 30))

    def run(session: Session) -> list[list[Member]]:
        commune = settle(session)
        by = (commune.people["Dung"], MORNING)
        rows = plan_settings.add_members(session, commune.tenant, "products", [member], by)
        plan_settings.end_members(session, [row.id for row in rows], MORNING + 2 * HOUR)
        plan_settings.end_members(session, [row.id for row in rows], MORNING + 3 * HOUR)
        moments = [MORNING + hours * HOUR for hours in (-1, 0, 1, 2, 3)]
        return [[each.member for each in read_settings(session, TENANT, at).members] for at in moments]

    assert await db.write(run) == [[], [member], [member], [], []]


async def test_another_tenants_settings_are_its_own(db: Database) -> None:
    def run(session: Session) -> bool:
        commune = settle(session)
        settle(session, "bac_ninh")
        _owner(session, commune, "phong_vhxh", MORNING)
        return settled_catalogue(session, CATALOGUE, "bac_ninh", MORNING) is CATALOGUE

    assert await db.write(run)


async def test_equal_settings_give_the_same_object_and_others_another(db: Database) -> None:
    def run(session: Session) -> tuple[bool, bool, str | None]:
        commune = settle(session)
        _owner(session, commune, "phong_vhxh", MORNING)
        first = settled_catalogue(session, CATALOGUE, TENANT, MORNING)
        again = settled_catalogue(session, CATALOGUE, TENANT, MORNING + HOUR)
        _owner(session, commune, "phong_kinh_te", MORNING + HOUR)
        later = settled_catalogue(session, CATALOGUE, TENANT, MORNING + HOUR)
        return first is again, later is first, later.targets["DC1-1"][1].owner

    assert await db.write(run) == (True, False, "phong_kinh_te")
