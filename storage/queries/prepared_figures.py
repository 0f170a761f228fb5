"""Figures worked out in the night, for the processes that are asked in the morning."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.orm import Session

import core
from core.catalogue import Catalogue
from core.catalogue.plans import Plan
from core.identity import Same
from storage.models import PreparedFigures
from storage.models.base import table
from storage.queries.prepared import owner_of
from storage.queries.revisions import Years
from storage.upserts import dialect_of, insert_into

_prepared = table(PreparedFigures)

#: of kinds of report, the tokens of their states by the year; a year is text, as JSON has it
Tokens = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a plan as bytes; of each the kinds of report it was worked out from; their states."""

    kinds: Mapping[str, Sequence[str]]
    tokens: Tokens
    figures: bytes

    def standing(self, now: Mapping[str, Years]) -> list[str]:
        """The codes of those whose reports are as they were."""
        same = {kind for kind, years in self.tokens.items() if tokens_of(now.get(kind)) == years}
        return [code for code, kinds in self.kinds.items() if same.issuperset(kinds)]


def tokens_of(years: Years | None) -> dict[str, int]:
    """The tokens of a kind's states, as they are stored."""
    return {str(year): state.token for year, state in (years or {}).items()}


def read(
    session: Session, catalogue: Catalogue, tenants: Sequence[int], plan: str, day: date
) -> Figures | None:
    """The figures of a plan on a day by this very content and program, if they are there."""
    query = select(_prepared.c.states, _prepared.c.figures).where(
        _prepared.c.tenants == owner_of(tenants),
        _prepared.c.plan == plan,
        _prepared.c.day == day,
        _prepared.c.content == _content(catalogue, plan),
    )
    row = session.connection().execute(query).first()
    return Figures(row.states["kinds"], row.states["tokens"], row.figures) if row else None


def store(
    session: Session, catalogue: Catalogue, tenants: Sequence[int], plan: str, day: date, made: Figures
) -> None:
    """Keep them in the place of those of another day."""
    statement = insert_into(_prepared, dialect_of(session))
    columns = "content", "day", "states", "figures"
    statement = statement.on_conflict_do_update(
        index_elements=[_prepared.c.tenants, _prepared.c.plan],
        set_={column: statement.excluded[column] for column in columns},
    )
    row: dict[str, Any] = {"tenants": owner_of(tenants), "plan": plan, "day": day, "figures": made.figures}
    row["content"] = _content(catalogue, plan)
    row["states"] = {"kinds": {**made.kinds}, "tokens": {**made.tokens}}
    session.connection().execute(statement, row)


def _content(catalogue: Catalogue, plan: str) -> str:
    """A digest of what decides a plan's figures beside the reports."""
    parts = (
        _program(),
        _plan(Same(catalogue.plans.get(plan))),
        *(_listed(Same(each)) for each in (catalogue.fact_types, catalogue.groups, catalogue.rosters)),
        repr(sorted(catalogue.same_orgs.items())),
    )
    return _digest(parts)


@lru_cache(maxsize=1_000)
def _listed(listed: Same[Mapping[str, BaseModel]]) -> str:
    return _digest(listed.value[code].model_dump_json() for code in sorted(listed.value))


@lru_cache(maxsize=1_000)
def _plan(plan: Same[Plan | None]) -> str:
    return _digest([plan.value.model_dump_json()] if plan.value else [])


@lru_cache(maxsize=1)
def _program() -> str:
    """Of the program that works figures out: after an update they are worked out anew."""
    root = Path(core.__path__[0])
    return _digest(file.read_text("utf-8") for file in sorted(root.rglob("*.py")))


def _digest(parts: Iterable[str]) -> str:
    found = blake2b(digest_size=16)
    for part in parts:
        found.update(part.encode())
        found.update(b"\0")
    return found.hexdigest()
