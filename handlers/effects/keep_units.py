"""Units are made, renamed and ended by an admin: a decision with its day, past figures stay as they were."""

import re
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.catalogue.tenants import UnitSpec
from core.dialogue.steps import Message, Option, rows_of
from core.dialogue.tokens import token
from core.dialogue.unit_effects import EndUnit, KeepUnit, MakeUnit, RenameUnit
from core.folding import fold
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.effects.settled_receipt import as_settled
from storage.models import Unit
from storage.queries import people as queries
from storage.repositories import people, plan_settings
from storage.repositories.locks import alone
from storage.repositories.units import CarriedOver, bring, carry_over

#: an end further ahead is a slip
_FURTHEST = timedelta(days=3 * 366)
_LONGEST_CODE = 36
#: people offered to move to a new unit
_MOVABLE = 10
_BACK = (Option(say("units-list"), "go:units"), Option(say("menu-button"), "go:menu"))


def make(session: Session, effect: MakeUnit, context: Context) -> list[Message]:
    """A new unit; of the one it was a part of, who moves is chosen one by one."""
    alone(session, f"units:{context.speaker.tenant_id}")
    taken = _of_name(session, effect.name, context)
    if taken is not None:
        return [Message(say("unit-name-taken", name=taken.name), (_BACK,))]
    spec = UnitSpec(code=_code(session, effect.name, context), name=effect.name, since=context.today)
    unit = _keep(session, spec, None, context)
    old = session.get(Unit, effect.parted_from) if effect.parted_from else None
    rows = []
    if old is not None and old.tenant_id == context.speaker.tenant_id:
        members = queries.page(session, queries.of_tenant(old.tenant_id, old.id), 0, _MOVABLE)
        rows = [
            Option(
                say("unit-move-person", name=each.person.name),
                token("pe", "ask", each.person.id, "unit", unit.id),
            )
            for each in members
        ]
    text = lines(say("unit-made", name=unit.name), say("unit-made-move") if rows else None)
    return [Message(text, (*rows_of(rows, 1), _BACK), in_place=True)]


def rename(session: Session, effect: RenameUnit, context: Context) -> list[Message]:
    """It is called otherwise from now on; its old name is understood as well."""
    alone(session, f"units:{context.speaker.tenant_id}")
    found = _one(session, effect.unit_id, context)
    if found is None:
        return [Message(say("unit-gone"), (_BACK,))]
    unit, spec = found
    taken = _of_name(session, effect.name, context)
    if taken is not None and taken.id != unit.id:
        return [Message(say("unit-name-taken", name=taken.name), (_BACK,))]
    old = unit.name
    also = tuple(dict.fromkeys((*spec.also, old)))
    _keep(session, spec.model_copy(update={"name": effect.name, "also": also}), spec, context)
    return [Message(say("unit-renamed", old=old, name=effect.name), (_BACK,), in_place=True)]


def end(session: Session, effect: EndUnit, context: Context) -> list[Message]:
    """Until the end of a day; where that has passed its people and what waits go over at once."""
    alone(session, f"units:{context.speaker.tenant_id}")
    found, into = _one(session, effect.unit_id, context), _one(session, effect.successor_id, context)
    if found is None or into is None or found[0].id == into[0].id:
        return [Message(say("unit-gone"), (_BACK,))]
    (unit, spec), (successor, other) = found, into
    early = effect.last < context.today - timedelta(days=1) or effect.last > context.today + _FURTHEST
    ends = (other.until is not None and other.until <= effect.last) or (
        other.since is not None and other.since > effect.last + timedelta(days=1)
    )
    if early or ends or (spec.since is not None and effect.last < spec.since):
        return [Message(say("unit-wrong-day", successor=successor.name), (_BACK,))]
    if _comes_back(spec.code, other.code, context, session):
        return [Message(say("unit-circle", name=unit.name, successor=successor.name), (_BACK,))]
    _keep(session, spec.model_copy(update={"until": effect.last, "successor": other.code}), spec, context)
    done = say("unit-ended", name=unit.name, successor=successor.name, last=effect.last)
    by = (context.now, context.person_id, context.inbox_id)
    gone = carry_over(session, context.speaker.tenant_id, context.today, by)
    moved = [each for each in gone if each.old.id == unit.id]
    for each in gone:
        _told(session, each, context)
    return [Message(lines(done, *_counted(moved)), (_BACK,), in_place=True)]


def keep_on(session: Session, effect: KeepUnit, context: Context) -> list[Message]:
    """An end that is still to come is taken back."""
    alone(session, f"units:{context.speaker.tenant_id}")
    found = _one(session, effect.unit_id, context)
    if found is None or found[1].until is None:
        return [Message(say("unit-gone"), (_BACK,))]
    unit, spec = found
    _keep(session, spec.model_copy(update={"until": None, "successor": None}), spec, context)
    return [Message(say("unit-kept", name=unit.name), (_BACK,), in_place=True)]


def _one(session: Session, unit_id: int, context: Context) -> tuple[Unit, UnitSpec] | None:
    """A unit of the speaker's tenant that lives, as it stands now."""
    unit = session.get(Unit, unit_id, populate_existing=True)
    if unit is None or unit.tenant_id != context.speaker.tenant_id or not people.lives(unit, context.today):
        return None
    units = as_settled(session, context).tenants[context.speaker.tenant_code].units
    spec = next((each for each in units if each.code == unit.code), None)
    return (unit, spec) if spec else None


def _keep(session: Session, spec: UnitSpec, old: UnitSpec | None, context: Context) -> Unit:
    """The decision, and the row that follows from it."""
    value = spec.model_dump(mode="json", exclude={"code"}, exclude_defaults=True)
    by = (context.person_id, context.now)
    row = plan_settings.decide(session, context.speaker.tenant_id, "unit", spec.code, value, by)
    before = old.model_dump(mode="json", exclude={"code"}, exclude_defaults=True) if old else None
    context.note(session, "settle-unit", row, old=before, new={"key": spec.code, **value})
    units = as_settled(session, context).tenants[context.speaker.tenant_code].units
    bring(session, context.speaker.tenant_id, units)
    same = (Unit.tenant_id == context.speaker.tenant_id, Unit.code == spec.code)
    return session.scalars(select(Unit).where(*same)).one()


def _of_name(session: Session, name: str, context: Context) -> Unit | None:
    """The unit that lives and is called so, or was."""
    units = as_settled(session, context).tenants[context.speaker.tenant_code].units
    codes = {u.code for u in units if fold(name) in {fold(each) for each in (u.name, *u.also)}}
    living = people.units_now(session, context.speaker.tenant_id, context.today)
    return next((unit for unit in living if unit.code in codes), None)


def _code(session: Session, name: str, context: Context) -> str:
    """A code of a new unit, made of its name, that none has."""
    base = re.sub(r"[^a-z0-9]+", "_", fold(name))[:_LONGEST_CODE].strip("_") or "unit"
    nth, code = 1, base
    while people.unit_by_code(session, context.speaker.tenant_id, code) is not None:
        nth, code = nth + 1, f"{base}_{nth + 1}"
    return code


def _comes_back(code: str, successor: str, context: Context, session: Session) -> bool:
    """Whether the successor's own successors lead back to the unit."""
    units = as_settled(session, context).tenants[context.speaker.tenant_code].units
    after, seen = {each.code: each.successor for each in units}, set[str]()
    here: str | None = successor
    while here is not None and here not in seen and here != code:
        seen.add(here)
        here = after.get(here)
    return here == code


def _told(session: Session, each: CarriedOver, context: Context) -> None:
    """Who moved is told, but who did it."""
    news = Message(say("unit-carried-you", old=each.old.name, new=each.new.name))
    for person in each.people:
        if person.id != context.person_id:
            context.tell(session, person, news)


def _counted(moved: list[CarriedOver]) -> list[Speech]:
    return [say("unit-carried", people=len(m.people), requests=len(m.requests)) for m in moved]
