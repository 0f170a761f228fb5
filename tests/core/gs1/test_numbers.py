"""What is typed, pasted and scanned, over the table beside this file; the table of prefixes."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from biip.gs1_prefixes import GS1Prefix
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.content import CONTENT
from bot.gs1_content import load_gs1
from core.gs1 import typed
from core.gs1.contents import contents_of
from core.gs1.lists import Row, checked, in_table, in_text
from core.gs1.numbers import number_of
from core.gs1.owners import CodeHolder, holder_of
from core.gs1.scans import Scan, meaning
from core.gs1.table import Gs1Table

CASES: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "numbers.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


def _never(words: str) -> bool:
    return False


def test_what_is_typed_alone_is_taken_for_what_it_is() -> None:
    for case in CASES["typed"]:
        found = typed.alone(case["text"], bool if case.get("asks") else _never)
        assert (found.digits if found else None) == case.get("digits"), case
        number = number_of(found.digits) if found else None
        if number is not None:
            assert [number.kind, number.right, number.prefix] == [case["kind"], case["right"], case["prefix"]]


def test_lists_are_found_and_nothing_else_is_taken_for_one() -> None:
    for case in CASES["lists"]:
        assert [[row.row, row.digits] for row in in_text(case["text"])] == case["rows"], case


def test_contents_are_explained_and_wrong_ones_are_not() -> None:
    for case in CASES["contents"]:
        found = contents_of(case["text"])
        if "elements" not in case:
            assert found is None, case
            continue
        assert found is not None, case
        told = [[one.code, str(one.meant if one.meant is not None else one.value)] for one in found.elements]
        assert told == case["elements"]
        assert found.number is not None
        assert found.number.digits == case["number"]


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    contents_of(f"({text}")
    contents_of(f"https://{text}")
    contents_of(f"]C1{text}")
    typed.alone(text, bool)
    checked(in_text(text))


def test_a_table_is_read_by_its_column_of_numbers_and_counted_by_rows() -> None:
    rows: list[tuple[int, list[object]]] = [
        (1, ["STT", "Ten", "Ma"]),
        (2, [1, "A", 8934588012112.0]),
        (3, [2, "0912345678", "8934588012113"]),
        (5, [3, None, "893 4588 012112"]),
        (6, [4, True, 12345]),
    ]
    found = checked(in_table(rows))
    assert [row.row for row in found.right] == [2, 5]
    assert found.wrong == (Row(3, "8934588012113"),)
    assert found.odd == (Row(6, "12345"),)
    assert found.again == {"08934588012112": (2, 5)}
    assert found.count == 4


def test_codes_that_are_not_of_gs1_mean_nothing() -> None:
    assert meaning(Scan("https://example.com/a", "QR Code")) is None
    assert meaning(Scan("SPX0123456789", "Code 128")) is None
    assert meaning(Scan("123456", "ITF")) is None
    assert meaning(Scan("8934588012112", "EAN-13")) == number_of("8934588012112")


def test_a_business_owns_the_numbers_that_begin_with_its_prefix() -> None:
    holders = [CodeHolder("A", "8934588"), CodeHolder("B", "so: 893 458 801"), CodeHolder("C", "GCN 12/2026")]
    assert holder_of("08934588012112", holders) == holders[1]
    assert holder_of("18934588512111", holders) == holders[0]
    assert holder_of("04006381333931", holders) is None


def test_the_table_gives_out_what_gs1_gives_out() -> None:
    table = load_gs1(CONTENT)
    for digits in (f"{number:03}" for number in range(1, 1000)):
        known, ours = GS1Prefix.extract(digits + "0" * 10), table.prefix(digits)
        assert (known is None) == (ours is None), digits
    own, weight, day = table.prefix("893"), table.identifier("3103"), table.identifier("17")
    assert own is not None
    names = [label.en for label in (own.label, weight, day) if label is not None]
    assert names == ["Vietnam", "Net weight (kg)", "Expires on"]


@pytest.mark.parametrize(
    "prefixes",
    [
        [{"range": "100-200", "use": "internal"}, {"range": "200-299", "use": "internal"}],
        [{"range": "300-200", "use": "internal"}],
        [{"range": "893-893"}],
    ],
)
def test_a_table_that_contradicts_itself_is_refused(prefixes: list[dict[str, str]]) -> None:
    whole = {"as_of": "2026-10-25", "source": "x", "link": "https://id.gs1.org", "identifiers": {}}
    with pytest.raises(ValidationError):
        Gs1Table.model_validate({**whole, "prefixes": prefixes})


@pytest.mark.parametrize("digits", [8, 12, 13, 14, 18])
def test_noughts_alone_are_no_number(digits: int) -> None:
    assert number_of("0" * digits) is None
