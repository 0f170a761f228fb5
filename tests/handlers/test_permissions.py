"""Who sees and does what: officers their unit, managers their tenant, households only themselves."""

from itertools import product

import pytest

from core.catalogue.fact_types import Role
from core.permissions import Action, may
from tests.handlers.village import Village, send_inspection
from tests.tables import over

#: what each role may do; the table in core.permissions, written a second time by hand
TABLE = {
    Role.HOUSEHOLD: set[Action](),
    Role.OFFICER: {
        Action.READ_PROGRESS,
        Action.DECIDE_REPORTS,
        Action.ANSWER_REQUESTS,
        Action.KEEP_PRODUCTS,
        Action.KEEP_REGISTER,
        Action.KEEP_ORGANISATIONS,
    },
    Role.MANAGER: set(Action) - {Action.SETTLE_PLANS, Action.TEACH_WORDS},
    Role.ADMIN: set(Action),
}


@over(product(Role, Action))
def test_a_role_may_do_just_what_the_table_says(role: Role, action: Action) -> None:
    assert may(role, action) == (action in TABLE[role])


@pytest.mark.parametrize("target", [Role.MANAGER, Role.ADMIN])
def test_a_manager_lets_in_nobody_above_an_officer(target: Role) -> None:
    assert not may(Role.MANAGER, Action.INVITE, target)


@pytest.mark.parametrize("who", ["binh", "hoa", "em", "giang"])
async def test_somebody_else_cannot_open_a_report_by_its_number(village: Village, who: str) -> None:
    fact = await send_inspection(village, "an")
    assert fact.receipt not in await village.press(who, f"rep:{fact.id}")


@pytest.mark.parametrize("who", ["dung", "chi"])
async def test_a_manager_and_an_admin_open_any_report_of_their_tenant(village: Village, who: str) -> None:
    fact = await send_inspection(village, "an")
    assert fact.receipt in await village.press(who, f"rep:{fact.id}")


@pytest.mark.parametrize("token", ["tg:DC1-1", "pg", "go:summary", "go:members", "m+:1", "inv", "w+:1"])
async def test_a_household_is_told_that_it_may_not(village: Village, token: str) -> None:
    assert "chưa được giao quyền" in await village.press("binh", token)


async def test_progress_shows_a_household_its_own_reports_and_no_figures(village: Village) -> None:
    fact = await send_inspection(village, "an")
    assert "DC1" in await village.press("an", "go:progress")
    assert "DC1" not in await village.press("binh", "go:progress")
    labels = [button.label for button in village.last["demo-binh"].buttons()]
    assert labels
    assert not any(fact.receipt in label for label in labels)


@pytest.mark.parametrize("token", ["fix:{id}", "u:{id}", "ph:{id}", "w+:{id}"])
async def test_another_tenants_admin_changes_nothing(village: Village, token: str) -> None:
    fact = await send_inspection(village, "an")
    await village.press("giang", token.format(id=fact.id))
    assert (await village.facts(id=fact.id))[0].status == "confirmed"


async def test_a_stranger_sees_only_how_to_come_in(village: Village) -> None:
    fact = await send_inspection(village, "an")
    for token in (f"rep:{fact.id}", "go:progress", "go:members", "m+:1", f"u:{fact.id}"):
        answer = await village.press("nobody", token)
        assert "mã mời" in answer
        assert fact.receipt not in answer


async def test_a_manager_cannot_make_an_invite_for_an_admin(village: Village) -> None:
    assert "chưa được giao quyền" in await village.press("dung", "inv:admin")
