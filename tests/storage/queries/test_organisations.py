"""Merging organisations loses nothing, and past figures stay as they were."""

import random
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from core.indicators.evaluate import evaluate
from core.indicators.facts import Moment
from core.indicators.parse import parse
from storage.db import Database
from storage.models import Fact, Organisation, OrganisationMerge
from storage.queries.facts import StoredFacts
from storage.queries.organisations import facts_of, register
from storage.queries.settled import settled_catalogue
from storage.repositories import organisations
from tests import shipped
from tests.storage.queries.commune import MORNING, Commune, report, settle

CATALOGUE = shipped.catalogue()
DISTINCT = parse("distinct(practice.org)")
#: told in two spellings each
SPELLED = {f"Coop Rau {letter}": f"coop  rau {letter.lower()}" for letter in "ABCDEF"}


def count(session: Session, commune: Commune, cutoff: datetime) -> int:
    """How many organisations a figure counts at the cut-off."""
    content = settled_catalogue(session, CATALOGUE, "dong_cuu", cutoff)
    facts = StoredFacts(session, content, [commune.tenant])
    value = evaluate(DISTINCT, facts, content, Moment(date(2026, 12, 31), cutoff)).value
    return int(value or 0)


def named(session: Session, commune: Commune) -> set[int]:
    """Reports that name the organisations, told by both spellings."""
    found = set()
    for name, other in SPELLED.items():
        for kind, fields in (("practice", {"org": name}), ("support_need", {"org": other})):
            fact = report(session, commune, "An", kind, fields=fields)
            found.add(fact)
        found.add(report(session, commune, "An", "guidance_given", fields={"orgs": [name, "Coop X"]}))
    for each in session.query(Fact).order_by(Fact.id):
        organisations.link_fact(session, each)
    return found


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_merged_and_parted_every_report_is_found_and_counts_as_of_then(
    db: Database, seed: int
) -> None:
    def run(session: Session) -> None:
        chance, commune = random.Random(seed), settle(session)
        facts, by = named(session, commune), commune.people["Dung"]
        now, history = MORNING + timedelta(hours=1), []
        history.append((now, len(SPELLED)))
        for step in range(25):
            now += timedelta(hours=1)
            every = [
                org for org in session.query(Organisation).order_by(Organisation.id) if "Rau" in org.name
            ]
            one, other = chance.sample(every, 2)
            merges = session.query(OrganisationMerge).filter_by(undone_at=None).all()
            match chance.randrange(4):
                case 0 if merges:
                    assert organisations.parted(session, chance.choice(merges), by, now)
                case 1:
                    organisations.renamed(session, one, f"{one.name[:10]} {step}", (by, now))
                case _:
                    into = organisations.standing(session, other)
                    if one.merged_into_id is None and into.id != one.id:
                        assert organisations.merged(session, one, into, by, now)
            left = [org for org in register(session, commune.tenant) if "Rau" in org.name]
            found = {fact.id for org in left for fact in facts_of(session, org.id)}
            assert found == facts
            history.append((now, len(left)))
        for cutoff, expected in history:
            assert count(session, commune, cutoff) == expected

    await db.write(run)


async def test_what_was_merged_takes_no_other_in(db: Database) -> None:
    def run(session: Session) -> None:
        commune = settle(session)
        by = (commune.people["An"], MORNING)
        made = (organisations.added(session, commune.tenant, f"Coop {each}", by) for each in "ABC")
        a, b, c = (org for org in made if org is not None)
        assert organisations.merged(session, a, b, by[0], MORNING)
        for one in (b, c):
            assert organisations.merged(session, one, a, by[0], MORNING) is None
        assert [(each.id, each.merged_into_id) for each in (a, b, c)] == [
            (a.id, b.id),
            (b.id, None),
            (c.id, None),
        ]

    await db.write(run)


async def test_a_name_that_two_share_is_neither_unless_it_is_ones_own(db: Database) -> None:
    def run(session: Session) -> None:
        commune = settle(session)
        by = (commune.people["An"], MORNING)
        first = organisations.added(session, commune.tenant, "Mrs Hoa", by)
        second = organisations.added(session, commune.tenant, "Mrs Hoa (North)", by)
        assert first is not None
        assert second is not None
        organisations.add_name(session, second, "Mrs Hoa", by)
        for org in (first, second):
            organisations.add_name(session, org, "Hoa's", by)
        found = {name: organisations.by_name(session, commune.tenant, name) for name in ("mrs  HOA", "Hoa's")}
        assert found == {"mrs  HOA": first, "Hoa's": None}
        for name in ("Mrs Hoa", "Mrs Hoa (North)", "Hoa's"):
            report(session, commune, "An", "practice", fields={"org": name})
        assert count(session, commune, MORNING + timedelta(hours=5)) == 3

    await db.write(run)
