"""What an officer types of a scale that has a check weight on it."""

from decimal import Decimal

import pytest

from handlers.conversations.weighing import shown_grams

#: grams on the scale, what is typed, grams it shows
READ = (
    (1000, "1,02", 1020),
    (1000, "1.02", 1020),
    (1000, "1", 1000),
    (1000, "1010", 1010),
    (1000, "1.010", 1010),
    (1000, "1.010 g", 1010),
    (1000, "1,010 kg", 1010),
    (1000, "1010 gam", 1010),
    (1000, "1kg20g", 1020),
    (1000, "1 kg 20 g", 1020),
    (2000, "2,07", 2070),
    (500, "0,512", 512),
    (500, "512 g", 512),
    (20_000, "20.050", 20_050),
    (20_000, "20", 20_000),
)


@pytest.mark.parametrize(("weight", "text", "grams"), READ)
def test_what_a_scale_shows_is_read_as_people_write_it(weight: int, text: str, grams: int) -> None:
    assert shown_grams(text, Decimal(weight)) == grams


@pytest.mark.parametrize(
    "text", ["", "kg", "9999999999999999", "-5", "1,0,2", "5", "1 tan", "1kg2", "1kg2000g", "nan"]
)
def test_what_is_no_weight_near_the_one_on_the_scale_is_asked_again(text: str) -> None:
    assert shown_grams(text, Decimal(1000)) is None
