"""Who owns a target: one of the tenant's units, by button, by number or by name."""

from core.dialogue.plan_effects import SetOwner
from core.dialogue.state import Settling
from core.dialogue.steps import Message
from core.texts import Speech, lines, say
from handlers.conversations.plan_settings_desk import Desk, Next, answer, moved, paged, way_back


def ask(settling: Settling, desk: Desk, first: Speech | None) -> Message | None:
    """The target as it is owned now, and the units; None if there is no such target any more."""
    found = desk.target(settling.key)
    if found is None:
        return None
    plan, target = found
    text = lines(
        first,
        say(
            "settle-owner-title", code=target.code, name=target.name, plan=plan.title, section=target.section
        ),
        say("settle-owner-now", unit=stands(settling.key, desk)) if target.owner else None,
        say("settle-owner-which"),
    )
    options = [
        answer(
            settling,
            unit.code,
            say("form-chosen", label=unit.name) if unit.code == target.owner else unit.name,
        )
        for unit in desk.units()
        if not settling.readings or unit.code in settling.readings
    ]
    return Message(text, paged(settling, options) + way_back(settling), in_place=True)


def stands(key: str, desk: Desk) -> Speech:
    """The owner as it is now."""
    found = desk.target(key)
    code = found[1].owner if found else None
    units = {unit.code: unit.name for unit in desk.catalogue.tenants[desk.tenant].units}
    return units.get(code, code) if code else say("settle-unset")


def pressed(settling: Settling, value: str, desk: Desk) -> Next:
    if value not in {unit.code for unit in desk.units()}:
        return Next(moved(settling))
    return Next(settling, effect=SetOwner(settling.key, value))


def typed(settling: Settling, text: str, desk: Desk) -> Next:
    found = desk.unit_names().find(text)
    if found.sure:
        return pressed(settling, found.codes[0], desk)
    if found.codes:
        return Next(moved(settling, readings=found.codes), say("settle-unit-which-one"))
    return Next(moved(settling), say("form-refused", reason=say("settle-unit-unknown")))


def back(settling: Settling) -> Settling:
    return moved(settling)
