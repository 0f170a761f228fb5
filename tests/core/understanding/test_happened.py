"""What makes a record, and what was called off, asked, rumoured or is still to come."""

from core.understanding.read import read
from core.understanding.situation import Sender, Situation
from tests import shipped
from tests.core.understanding.seen import cases, seen
from tests.tables import over

CASES = cases("happened")
HERE = Situation(shipped.DAY, Sender("officer", level="xa", plans=("DC1", "DC2")))


@over(CASES["told"])
def test_only_what_happened_makes_records(text: str, kinds: list[str]) -> None:
    reading = read(text, HERE, shipped.lexicon("dong_cuu"))
    assert [record.topic for record in reading.records] == kinds


@over(CASES["so_far"])
def test_what_is_told_of_a_stage_is_how_far_it_has_come(text: str, kind: str, code: str, value: str) -> None:
    reading = read(text, HERE, shipped.lexicon("dong_cuu"))
    assert [(record.topic, record.fields.get(code)) for record in reading.records] == [(kind, value)]


@over(CASES["several"])
def test_each_fact_of_a_message_is_one_record(
    tenant: str, text: str, codes: list[str], rows: list[list[object]]
) -> None:
    reading = read(text, Situation(shipped.DAY, Sender("officer")), shipped.lexicon(tenant))
    assert [[record.fields.get(code) for code in codes] for record in reading.records] == rows


@over(CASES["ahead"])
def test_a_day_ahead_is_one(text: str, day: str) -> None:
    assert [str(each.first) for each in seen(text).days] == [day]
