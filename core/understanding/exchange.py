"""A reading as plain data, in the shape that labelled messages have under `expect`; and those messages."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import AwareDatetime, BaseModel, ValidationError

from core.catalogue.tenants import TenantSpec
from core.understanding.situation import Prior, Reading, Sender, Situation


def as_expected(reading: Reading) -> dict[str, Any]:
    """Intent, topic, records with op, topic, target and fields, and what is asked."""
    records = []
    for record in reading.records:
        told: dict[str, Any] = {"op": record.op, "topic": record.topic}
        if record.target is not None:
            told["target"] = record.target
        told["fields"] = record.fields
        records.append(told)
    return {"intent": reading.intent, "topic": reading.topic, "records": records, "must_ask": reading.asks}


def sender_of(ctx: Mapping[str, Any], level: str) -> Sender:
    """The sender of a labelled message."""
    told = ctx.get("sender", {})
    return Sender(
        told.get("role", "officer"),
        told.get("unit") or "",
        told.get("org") or "",
        told.get("org_type") or "",
        level,
        tuple(told.get("scope", ())),
    )


def prior_of(ctx: Mapping[str, Any]) -> tuple[Prior, ...]:
    """The earlier records a labelled message comes after."""
    return tuple(
        Prior(
            p["id"],
            p["topic"],
            p.get("fields", {}),
            p.get("status") in ("nhap", "cho_bo_sung"),
            p.get("by") == "me",
        )
        for p in ctx.get("prior", ())
    )


class _Sender(BaseModel):
    role: str
    unit: str | None = None
    org: str | None = None
    org_type: str | None = None
    scope: tuple[str, ...] = ()


class _Prior(BaseModel):
    id: str
    topic: str
    fields: dict[str, Any] = {}
    status: str = ""
    by: str = ""


class _Context(BaseModel):
    now: AwareDatetime
    sender: _Sender
    prior: tuple[_Prior, ...] = ()
    pending_question: str | None = None


class _Record(BaseModel):
    op: str = "create"
    topic: str
    target: str | None = None
    fields: dict[str, Any] = {}


class _Expected(BaseModel):
    intent: str
    topic: str | None = None
    records: tuple[_Record, ...] = ()
    must_ask: tuple[str, ...] = ()


class _Line(BaseModel):
    id: str
    text: str
    ctx: _Context
    expect: _Expected


@dataclass(frozen=True)
class Labelled:
    """A message, who sent it when and after what, and what a careful colleague would make of it."""

    id: str
    text: str
    tenant: str
    situation: Situation
    expected: Mapping[str, Any]


def labelled(line: str, tenants: Mapping[str, TenantSpec]) -> Labelled:
    """One JSON line. The tenant is the one whose plans the sender's scope names.

    Raises `ValueError` saying what is wrong with the line.
    """
    try:
        told = _Line.model_validate(json.loads(line))
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("no JSON: too many brackets") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the line"
        raise ValueError(f"{where}: {first['msg']}") from None
    tenant = _tenant(told.ctx.sender.scope, tenants)
    ctx = told.ctx.model_dump()
    situation = Situation(
        told.ctx.now.date(),
        sender_of(ctx, str(tenant.level)),
        prior_of(ctx),
        told.ctx.pending_question or "",
    )
    return Labelled(told.id, told.text, tenant.code, situation, told.expect.model_dump())


def _tenant(scope: tuple[str, ...], tenants: Mapping[str, TenantSpec]) -> TenantSpec:
    found = next((one for one in tenants.values() if set(scope) & set(one.plans)), None)
    if found is None:
        known = ", ".join(plan for one in tenants.values() for plan in one.plans)
        raise ValueError(
            f"ctx.sender.scope: no tenant has the plan {', '.join(scope) or '(none)'}; known are {known}"
        )
    return found
