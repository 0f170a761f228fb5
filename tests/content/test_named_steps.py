"""Steps of plans have names of our own; those of the plan's annex are understood all the same."""

from pathlib import Path

import pytest
import yaml

from core.answers import Read, Setting, Unsure, read_answer
from tests import shipped
from tests.core.answers.fields import TODAY, WORDS

NAMED = yaml.load(Path(__file__).with_name("named_steps.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
KIND = shipped.catalogue().for_tenant("bac_giang").fact_types["step_done"]
SETTING = Setting(today=TODAY, places=(), answers={}, words=WORDS)


@pytest.mark.parametrize(("typed", "codes"), NAMED.items(), ids=NAMED)
def test_a_step_is_meant_by_the_words_of_the_annex_and_by_those_of_people(
    typed: str, codes: list[str]
) -> None:
    field = KIND.field("step")
    assert field is not None
    match read_answer(field, typed, SETTING):
        case Read(value=value):
            found = [value]
        case Unsure(readings=readings):
            found = [value for _, value in readings]
        case _:
            found = []
    assert found == codes
