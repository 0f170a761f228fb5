from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from benchmarks.bots import add_people
from benchmarks.crowd import FIRST_PERSON
from benchmarks.script import Script, Stored, as_typed, fact_type, read_script
from bot.knowledge import Knowledge
from core.messages import Address, Inbound
from storage.db import open_database
from storage.models import Fact, Outbox
from storage.repositories import inbox
from tests import shipped

NOW = datetime(2026, 5, 14, 2, 30, tzinfo=UTC)
REPORTS = 80


def test_no_two_reports_of_the_script_are_alike() -> None:
    script = read_script(shipped.catalogue(), NOW.date(), REPORTS)
    assert len({script.stored(report) for report in range(REPORTS)}) == len(script.reports) == REPORTS


def test_each_message_of_a_report_answers_one_question() -> None:
    script = read_script(shipped.catalogue(), NOW.date(), REPORTS)
    assert {len(report) for report in script.reports} == {script.steps}
    assert [script.question(asked) for asked in script.asks] == list(range(script.steps))
    assert script.question(script.done) == script.steps
    assert script.question("") is None


async def test_this_bot_asks_the_scripts_questions_and_stores_its_answers(tmp_path: Path) -> None:
    knowledge = shipped.knowledge()
    script = read_script(knowledge.catalogue, NOW.date(), REPORTS)
    db = await open_database(f"sqlite:///{tmp_path / 'script.sqlite3'}")
    try:
        asked, stored = await db.write(lambda session: _type_all(session, knowledge, script))
    finally:
        await db.close()
    assert asked == [*range(1, script.steps + 1)] * REPORTS
    assert stored == [script.stored(report) for report in range(REPORTS)]


def _type_all(
    session: Session, knowledge: Knowledge, script: Script
) -> tuple[list[int | None], list[Stored]]:
    """One officer sends all reports: what the bot asked after each message, and what it stored."""
    add_people(session, knowledge.catalogue, 1)
    address = Address("telegram", str(FIRST_PERSON))
    asked = []
    for number, text in enumerate(message for report in script.reports for message in report):
        inbox.add(session, [inbox.Arrival("telegram", str(number), str(address), {})], NOW)
        [row] = inbox.next_of(session, str(address), NOW)
        inbox.claim(session, row)
        knowledge.turns(session, [(Inbound(address, text=text), row.id)], NOW)
        last = session.scalars(select(Outbox).order_by(Outbox.id.desc()).limit(1)).one()
        asked.append(script.question(last.payload["text"]))
    kind = fact_type(knowledge.catalogue)
    facts = session.scalars(select(Fact).order_by(Fact.id))
    return asked, [as_typed(kind, fact.fields) for fact in facts]
