"""The dictionary of fields tells of every field once, and of nothing that stays between a few."""

from core.catalogue.fact_types import FieldType
from core.confidential import CONFIDENTIAL
from core.dictionary import dictionary
from tests import shipped


def test_every_field_is_in_it_once_and_secrets_are_not() -> None:
    catalogue = shipped.catalogue()
    entries = dictionary(catalogue)
    pairs = [(each.kind, each.field) for each in entries]
    assert len(set(pairs)) == len(pairs)
    open_kinds = [kind for code, kind in catalogue.fact_types.items() if code not in CONFIDENTIAL]
    assert set(pairs) == {(kind.code, field.code) for kind in open_kinds for field in kind.fields}


def test_it_says_what_a_field_holds_and_which_targets_read_it() -> None:
    by_name = {(each.kind, each.field): each for each in dictionary(shipped.catalogue())}
    tally = by_name["training_attendance", "audience"]
    assert "DC1-1" in tally.targets
    assert "can_bo" in [code.code for code in tally.codes]
    assert tally.unit is not None
    day = by_name["training_attendance", "date"]
    assert {"DC1-1", "DC1-2"} <= set(day.targets), "what is counted in a year reads the day"
    assert by_name["measuring_inspection", "fine"].unit is not None, "money is in millions"
    assert by_name["instrument_listed", "owner"].personal
    assert not by_name["instrument_listed", "place"].personal


def test_a_target_it_names_reads_that_kind_of_report() -> None:
    catalogue = shipped.catalogue()
    entries = dictionary(catalogue)
    named = {code for each in entries for code in each.targets}
    assert named <= catalogue.targets.keys()
    computed = [each for each in entries if each.formula]
    assert computed
    assert all(each.type in (FieldType.INTEGER, FieldType.NUMBER, FieldType.MONEY) for each in computed)
