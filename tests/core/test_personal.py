"""Numbers of people are found however they are written, and nothing else is taken for one."""

import pytest

from core.personal import has_number, hidden, hidden_in


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("gọi 0912345678 nhé", "gọi 091•••••78 nhé"),
        ("0912 345 678.", "091•••••78."),
        ("+84 912.345.678, chị Chi", "849••••••78, chị Chi"),
        ("0222 3866 123", "022••••••23"),
        ("CCCD 027185001234", "CCCD 027•••••••34"),
    ],
)
def test_most_of_a_number_is_hidden(text: str, shown: str) -> None:
    assert has_number(text)
    assert hidden(text) == shown
    assert not has_number(shown)


@pytest.mark.parametrize(
    "text",
    [
        "8934567890123",
        "0100233488",
        "KT-0514-03",
        "45/BC-UBND",
        "21/5/2026",
        "0.912.345.678,50 đồng",
        "1.000.000.000",
        "614141000036",
        "https://vi.example/0912345678",
        "AB0912345678",
    ],
)
def test_codes_amounts_and_days_stay(text: str) -> None:
    assert hidden(text) == text


def test_what_lies_within_answers_is_hidden_too() -> None:
    said = {"who": ["An 0912345678"], "checked": 3, "more": {"a": "0912345678"}}
    assert hidden_in(said) == {"who": ["An 091•••••78"], "checked": 3, "more": {"a": "091•••••78"}}
