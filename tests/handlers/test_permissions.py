"""Who sees and does what: officers their unit, managers their tenant, households only themselves."""

from collections.abc import Collection
from dataclasses import replace
from itertools import product

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.content import CONTENT
from core.catalogue.fact_types import Role
from core.dialogue.engine import take_turn
from core.dialogue.known import PersonKnown
from core.dialogue.state import State
from core.dialogue.steps import Turn
from core.messages import Address, Inbound, InboundKind
from core.people import PersonStatus
from core.permissions import Action, Rights, may
from handlers.conversations import CONVERSATIONS, permitted
from handlers.conversations.home import PLACES
from handlers.conversations.refusing import not_allowed
from handlers.effects import EFFECTS
from reports.permissions import permission_table
from storage.models import Person, Tenant
from tests.core.dialogue.surroundings import AN, known
from tests.handlers.village import Village, send_inspection
from tests.shipped import knowledge
from tests.tables import over

#: what each role may do; the table in core.permissions, written a second time by hand
MEMBERS = {Action.USE_BOT, Action.REPORT, Action.ASK, Action.CHECK_CODES}
TABLE = {
    Role.HOUSEHOLD: MEMBERS | {Action.OWN_BUSINESS},
    Role.OFFICER: MEMBERS
    | {
        Action.PROPOSE_BROADCASTS,
        Action.READ_PROGRESS,
        Action.DECIDE_REPORTS,
        Action.ANSWER_REQUESTS,
        Action.KEEP_PRODUCTS,
        Action.KEEP_REGISTER,
        Action.KEEP_ORGANISATIONS,
    },
    Role.MANAGER: set(Action)
    - {
        Action.SETTLE_PLANS,
        Action.KEEP_UNITS,
        Action.TEACH_WORDS,
        Action.KEEP_TOKENS,
        Action.OWN_BUSINESS,
        Action.RELEASE_BROADCASTS,
        Action.BROADCAST_BELOW,
    },
    Role.ADMIN: set(Action) - {Action.OWN_BUSINESS},
}
CONVERSING = (CONVERSATIONS.gate, CONVERSATIONS.form, CONVERSATIONS.home, *CONVERSATIONS.others)
BUTTONS = {
    **{verb: (verb, needs) for verb, needs in permitted.PRESSES.items()},
    **{f"go:{place}": (f"go:{place}", needs) for place, needs in permitted.PLACES.items()},
}


@over(product(Role, Action))
def test_a_role_may_do_just_what_the_table_says(role: Role, action: Action) -> None:
    assert may(role, action) == (action in TABLE[role])


def test_the_table_names_every_button_every_place_and_every_effect() -> None:
    verbs = {verb for each in CONVERSING for verb in each.VERBS}
    assert verbs - {"go"} == set(permitted.PRESSES)
    assert set(PLACES) == set(permitted.PLACES)
    assert {each.__name__ for each in EFFECTS} == set(permitted.EFFECTS)
    typed = {to.removeprefix("go:") for to in knowledge().turns.commands.values() if to.startswith("go:")}
    assert typed <= set(permitted.PLACES)


def pressed(person: PersonKnown | None, token: str) -> Turn:
    inbound = Inbound(Address("test", "1"), InboundKind.PRESS, press=token)
    return take_turn(CONVERSATIONS, State(), known(person), inbound)


@over(product(BUTTONS, Role))
def test_each_button_is_refused_to_whom_it_is_not_for_before_its_conversation_is_asked(
    button: str, role: Role
) -> None:
    token, needs = BUTTONS[button]
    refused = pressed(replace(AN, role=role), f"{token}:1:1") == not_allowed(State())
    allowed = not needs or any(action in TABLE[role] for action in needs)
    if not allowed:
        assert refused


@over(product(BUTTONS, [None, PersonStatus.PENDING, PersonStatus.BLOCKED, PersonStatus.SUSPENDED]))
def test_no_button_gets_a_stranger_a_candidate_or_somebody_suspended_further_than_the_gate(
    button: str, status: PersonStatus | None
) -> None:
    token, needs = BUTTONS[button]
    person = None if status is None else replace(AN, status=status)
    if needs:
        assert pressed(person, f"{token}:1:1") == pressed(person, "join")


def test_a_tenant_may_choose_otherwise_but_for_what_is_fixed() -> None:
    own: dict[str, Collection[Role]] = {
        "read-summary": (Role.OFFICER, Role.ADMIN),
        "invite": (Role.OFFICER, Role.HOUSEHOLD),
    }
    assert Rights(Role.OFFICER, own).may(Action.READ_SUMMARY)
    assert not Rights(Role.MANAGER, own).may(Action.READ_SUMMARY)
    assert not Rights(Role.OFFICER, own).may(Action.INVITE)
    assert not any(Rights(None, own).may(action) for action in Action)


def test_what_a_tenant_chose_is_what_its_people_are_offered() -> None:
    content = known()
    spec = content.catalogue.tenants[AN.tenant]
    chosen = spec.model_copy(update={"permissions": {"read-summary": (Role.OFFICER, Role.ADMIN)}})
    there = replace(content.catalogue, tenants={**content.catalogue.tenants, AN.tenant: chosen})
    officer = replace(content, catalogue=there)
    assert officer.may(Action.READ_SUMMARY)
    assert not content.may(Action.READ_SUMMARY)


def test_the_page_about_permissions_holds_the_table() -> None:
    page = (CONTENT.parent / "docs" / "quyen.md").read_text(encoding="utf-8")
    assert page.endswith(permission_table(knowledge().texts, "vi", {}))


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


async def test_no_button_shows_anything_to_a_stranger_another_tenants_admin_or_somebody_suspended(
    village: Village,
) -> None:
    """Every verb, with the numbers of what there is in the commune, as forwarded buttons would bring them."""
    fact = await send_inspection(village, "an")
    numbers = (fact.id, await village.person_id("binh"))
    await village.db.write(_move_and_suspend)
    secrets = {fact.receipt, *(await village.db.read(_names))}
    for who in ("giang", "em", "nobody"):
        address = Address("test", f"demo-{who}")
        tokens = [f"{verb}:{n}:{n}" for verb, needs in permitted.PRESSES.items() if needs for n in numbers]
        presses = [Inbound(address, InboundKind.PRESS, press=token) for token in tokens]
        answer = await village.send(*presses)
        assert answer
        assert not [secret for secret in secrets if secret in answer]
    (kept,) = await village.facts(id=fact.id)
    assert (kept.status, kept.fields) == (fact.status, fact.fields)


def _move_and_suspend(session: Session) -> None:
    """Giang keeps to be an admin, of another tenant of the content; Em was an officer of the commune."""
    codes = {row.code: row.id for row in session.scalars(select(Tenant))}
    session.execute(update(Person).where(Person.name == "giang").values(tenant_id=codes["bac_giang"]))
    suspended = {"tenant_id": codes["dong_cuu"], "status": PersonStatus.SUSPENDED}
    session.execute(update(Person).where(Person.name == "em").values(suspended))


def _names(session: Session) -> list[str]:
    """The people of the commune, by name."""
    query = select(Person.name).join(Tenant, Tenant.id == Person.tenant_id)
    return list(session.scalars(query.where(Tenant.code == "dong_cuu", Person.name != "em")))
