"""An admin's decisions about plans are kept: the owner of a target, a value, whether a target applies."""

from typing import Any

from sqlalchemy.orm import Session

from core.catalogue.plans import Plan, Target
from core.catalogue.settled import DecidedTarget
from core.dialogue.plan_effects import DecideCondition, SetOwner, SetParameter
from core.dialogue.steps import Message
from core.indicators.open_points import PointKind
from core.indicators.parameters import is_value
from core.permissions import Action
from core.texts import say
from handlers.context import Context
from handlers.effects.settled_receipt import as_settled, gone, receipt
from storage.repositories import people, plan_settings


def set_owner(session: Session, effect: SetOwner, context: Context) -> list[Message]:
    """The unit owns the target from now on."""
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    found = _target(session, effect.target, context)
    unit = people.unit_by_code(session, context.speaker.tenant_id, effect.unit)
    if found is None or unit is None:
        return [gone()]
    target = found[1]
    old = {"unit": target.owner} if target.owner else None
    _keep(session, context, PointKind.OWNER, target.code, old, {"unit": unit.code})
    done = say("settle-owner-done", code=target.code, name=target.name, unit=unit.name)
    return [receipt(session, context, PointKind.OWNER, target.code, done)]


def set_parameter(session: Session, effect: SetParameter, context: Context) -> list[Message]:
    """The parameter has the value from now on, in every figure asked for from now on."""
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    plan = _plan(session, effect.plan, context)
    parameter = plan.parameter(effect.code) if plan else None
    if plan is None or parameter is None or not is_value(effect.value):
        return [gone()]
    key = f"{plan.code}.{parameter.code}"
    old = {"value": parameter.value} if parameter.value is not None else None
    _keep(session, context, PointKind.PARAMETER, key, old, {"value": effect.value})
    done = say("settle-parameter-done", plan=plan.code, name=parameter.name)
    return [receipt(session, context, PointKind.PARAMETER, key, done)]


def decide_condition(session: Session, effect: DecideCondition, context: Context) -> list[Message]:
    """The target applies or not from now on, with the reason beside it."""
    if not context.may(Action.SETTLE_PLANS):
        return [Message(say("not-allowed"))]
    found = _target(session, effect.target, context)
    if found is None or found[1].conditional is None:
        return [gone()]
    target = found[1]
    review = effect.review.isoformat() if effect.review else None
    new = {"met": effect.met, "reason": effect.reason, "review": review}
    old = (
        {"met": target.condition_met, "reason": target.condition_reason}
        if isinstance(target, DecidedTarget)
        else None
    )
    _keep(session, context, PointKind.CONDITION, target.code, old, new)
    key = "settle-condition-done-yes" if effect.met else "settle-condition-done-no"
    done = say(key, code=target.code, name=target.name)
    return [receipt(session, context, PointKind.CONDITION, target.code, done)]


def _target(session: Session, code: str, context: Context) -> tuple[Plan, Target] | None:
    plans = as_settled(session, context).plans_of(context.speaker.tenant_code)
    return next(((plan, target) for plan in plans for target in plan.targets if target.code == code), None)


def _plan(session: Session, code: str, context: Context) -> Plan | None:
    plans = as_settled(session, context).plans_of(context.speaker.tenant_code)
    return next((plan for plan in plans if plan.code == code), None)


def _keep(
    session: Session,
    context: Context,
    kind: PointKind,
    key: str,
    old: dict[str, Any] | None,
    new: dict[str, Any],
) -> None:
    by = (context.person_id, context.now)
    row = plan_settings.decide(session, context.speaker.tenant_id, kind.value, key, new, by)
    context.note(session, f"settle-{kind}", row, old=old, new={"key": key, **new})
