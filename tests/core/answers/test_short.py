"""Short words that answer no question, by a table."""

from pathlib import Path

import yaml

from core.answers.short import only_leaving, only_yes
from tests.core.answers.fields import WORDS

TABLE = yaml.load(Path(__file__).with_suffix(".yaml").with_stem("short").read_text("utf-8"), yaml.CSafeLoader)


def test_a_mere_yes_and_words_of_leaving_are_told_from_answers() -> None:
    common = WORDS.common
    found = {
        text: [
            only_yes(text, common),
            only_leaving(text, common, named=False),
            only_leaving(text, common, named=True),
        ]
        for text in TABLE
    }
    assert found == TABLE
