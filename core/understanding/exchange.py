"""A reading as plain data, in the shape that labelled messages have under `expect`."""

from collections.abc import Mapping
from typing import Any

from core.understanding.situation import Prior, Reading, Sender


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
