"""Values in words, in both languages."""

from itertools import product

import pytest

from core.answers import JsonValue, show_answer, show_day
from tests.core.answers.fields import FIELDS, setting, words
from tests.tables import over


@pytest.mark.parametrize(
    ("code", "value", "vietnamese", "english"),
    [
        ("passed", 1500, "1.500 cân", "1,500 scales"),
        ("number", 1234.5, "1.234,5", "1,234.5"),
        ("year", 2025, "2025", "2025"),
        ("share", 12.5, "12,5 %", "12.5 %"),
        ("money", 25, "25 triệu đồng", "25 million đồng"),
        ("date", "2026-05-14", "14/5/2026", "14/5/2026"),
        ("date", "2026-05-06/2026-05-07", "6/5/2026 đến 7/5/2026", "6/5/2026 to 7/5/2026"),
        ("organiser", "xa", "Xã tự mở", "(Xã tự mở)"),
        ("organisers", ["xa", "tinh"], "Xã tự mở, Sở / tỉnh", "(Xã tự mở), (Sở / tỉnh)"),
        ("attended", {"can_bo": 4, "chu_co_so": 2}, "4 cán bộ, 2 chủ cơ sở", "4 (Cán bộ), 2 (Chủ cơ sở)"),
        ("market", "cho_ngu", "chợ Ngụ", "chợ Ngụ"),
        ("note", "đã **nhắc**", "đã ∗∗nhắc∗∗", "đã ∗∗nhắc∗∗"),
        ("members", ["An", "Bình"], "An, Bình", "An, Bình"),
        ("photos", 1, "1 ảnh/tệp", "1 photo or file"),
        ("photos", 3, "3 ảnh/tệp", "3 photos and files"),
    ],
)
def test_a_value_is_shown_with_its_unit_or_name(
    code: str, value: JsonValue, vietnamese: str, english: str
) -> None:
    shown = show_answer(FIELDS[code], value, setting())
    assert (words(shown), words(shown, "en")) == (vietnamese, english)


@over(product(sorted(FIELDS), ["gone", 7, 0.5, float("nan"), ["gone"], {"gone": 3}, {}, [], "", True]))
def test_a_value_of_older_content_is_shown_as_it_is_stored(code: str, value: JsonValue) -> None:
    assert isinstance(words(show_answer(FIELDS[code], value, setting())), str)


def test_a_day_to_choose_is_shown_with_its_weekday() -> None:
    shown = show_day("2026-05-14")
    assert shown is not None
    assert words(shown) == "thứ Năm 14/5/2026"
