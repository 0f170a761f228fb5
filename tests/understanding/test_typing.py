"""Messages are read as they were meant, however they were typed."""

from datetime import date
from pathlib import Path

import yaml

from core.understanding.scene import see
from tests import shipped
from tests.tables import over

CASES = yaml.load(Path(__file__).with_name("typing.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


@over(CASES)
def test_what_was_typed_is_read_as_it_was_meant(case: dict[str, str]) -> None:
    scene = see(case["typed"], shipped.lexicon("dong_cuu"), date(2026, 5, 14))
    assert " ".join(word.spoken for word in scene.words) == case["read"].casefold()
