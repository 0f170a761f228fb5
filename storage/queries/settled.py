"""The content with what the admins of a tenant have filled in of what its plans leave open."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Row, Select, cast, literal, null, union_all
from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.catalogue.plans import Member
from core.catalogue.settled import (
    ConditionDecided,
    DeadlineSet,
    Listed,
    OwnerSet,
    ParameterSet,
    Settings,
    UnitSet,
    settled,
)
from core.catalogue.tenants import UnitSpec
from core.identity import Same
from core.indicators.facts import Moment
from core.indicators.rosters import membership
from storage.queries.organisations import MERGED, OTHER_NAMES, OtherName, names_told
from storage.queries.progress import tenant_facts
from storage.repositories.plan_settings import HOURS, MEMBERS, SETTINGS
from storage.written_once import run

_PARTS = (SETTINGS, MEMBERS, MERGED, OTHER_NAMES)
_COLUMNS = {column.name: column for part in _PARTS for column in part.selected_columns}


def _widened(number: int, part: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """A part with its number and the columns of all others, which are empty."""
    own = part.selected_columns
    every = (own[name] if name in own else cast(null(), each.type) for name, each in _COLUMNS.items())
    named = (column.label(name) for name, column in zip(_COLUMNS, every, strict=True))
    return part.with_only_columns(literal(number).label("part"), *named, maintain_column_froms=True)


#: all in one question: it is asked at every turn, and for every month of a figure's past
_ALL = union_all(*(_widened(number, part) for number, part in enumerate(_PARTS)))


def settled_catalogue(
    session: Session, catalogue: Catalogue, tenant_code: str, cutoff: datetime
) -> Catalogue:
    """The content as it was settled for a tenant at the cut-off; the very same where nothing was.

    Equal settings give the same object again, so that what is worked out for a catalogue is so once.
    """
    settings = read_settings(session, tenant_code, cutoff, catalogue)
    return _applied(Same(catalogue), settings) if settings else catalogue


def members_now(
    session: Session, settled_content: Catalogue, tenant_code: str, roster: str, as_of: Moment
) -> tuple[Member, ...]:
    """Who is on a roster, those among them who were assigned by a report."""
    facts = tenant_facts(session, settled_content, tenant_code)
    return membership(settled_content, facts, roster, as_of).members


def read_settings(
    session: Session, tenant_code: str, cutoff: datetime, catalogue: Catalogue | None = None
) -> Settings:
    """What was settled for a tenant at the cut-off; with a catalogue the names of those below it, too."""
    codes = catalogue.with_children(tenant_code) if catalogue else (tenant_code,)
    parts: dict[int, list[Row[*tuple[Any, ...]]]] = {part: [] for part in range(len(_PARTS))}
    for row in run(session, _ALL, tenant=tenant_code, codes=sorted(codes), cutoff=cutoff):
        parts[row.part].append(row)
    decided, members, merged, others = parts.values()
    decided.sort(key=attrgetter("decided_at", "id"))
    latest = {(row.kind, row.key): row.value for row in decided}
    names = [OtherName(row.tenant_id, row.organisation_id, row.folded) for row in others]
    return Settings(
        owners=tuple(OwnerSet(key, value["unit"]) for key, value in _of("owner", latest)),
        parameters=tuple(_parameter(key, value) for key, value in _of("parameter", latest)),
        conditions=tuple(_decided(key, value) for key, value in _of("condition", latest)),
        members=tuple(_listed(sorted(members, key=attrgetter("id")))),
        names=names_told(session, codes, {row.organisation_id: row.into_id for row in merged}, names),
        days=tuple((date.fromisoformat(key), value["works"]) for key, value in _of("day", latest)),
        units=tuple(
            UnitSet(tenant_code, UnitSpec.model_validate({**value, "code": key}))
            for key, value in _of("unit", latest)
        ),
        hours=tuple((key, value["is"]) for key, value in _of(HOURS, latest)),
        deadlines=tuple(_deadline(key, value) for key, value in _of("deadline", latest)),
    )


def _of(kind: str, latest: dict[tuple[str, str], dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    return [(key, value) for (of, key), value in sorted(latest.items()) if of == kind]


def _deadline(key: str, value: dict[str, Any]) -> DeadlineSet:
    moved = value.get("moved")
    return DeadlineSet(key, value["due"], (int(moved[0]), moved[1]) if moved else None)


def _parameter(key: str, value: dict[str, Any]) -> ParameterSet:
    plan, _, code = key.partition(".")
    return ParameterSet(plan, code, value["value"])


def _decided(key: str, value: dict[str, Any]) -> ConditionDecided:
    review = value.get("review")
    return ConditionDecided(
        key, value["met"], value["reason"], date.fromisoformat(review) if review else None
    )


def _listed(rows: Iterable[Row[*tuple[Any, ...]]]) -> Iterable[Listed]:
    for row in rows:
        yield Listed(row.roster, Member(code=row.code, name=row.name, since=row.since, until=row.until))


@lru_cache(maxsize=64)
def _applied(catalogue: Same[Catalogue], settings: Settings) -> Catalogue:
    # By the settings themselves: the numbers of their rows name other things in another database.
    return settled(catalogue.value, settings)
