"""`tiendo read` and `tiendo score messages`, run as an operator runs them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from core.errors import SettingsError

SAMPLE = Path(__file__).parents[1] / "understanding" / "messages" / "sample.jsonl"
FIRST, *_ = SAMPLE.read_text(encoding="utf-8").splitlines()
NAMES = [
    "intent right",
    "topics right",
    "fields right",
    "questions right",
    "whole message right",
    "wrong records made",
]


def tiendo(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def values(output: str) -> list[list[str]]:
    return [line.split(": ") for line in output.splitlines()[-len(NAMES) :]]


def test_the_last_lines_of_a_score_are_names_and_values(tmp_path: Path) -> None:
    file = tmp_path / "one.jsonl"
    file.write_text(FIRST, encoding="utf-8")
    found = tiendo("score", "messages", str(file))
    assert found.exit_code == 0
    assert [name for name, _ in values(found.stdout)] == NAMES
    assert values(found.stdout)[4][1] == "100.0 % (1 of 1)"


def test_a_broken_line_is_named_and_the_others_are_scored(tmp_path: Path) -> None:
    file = tmp_path / "broken.jsonl"
    elsewhere = json.loads(FIRST)
    elsewhere["ctx"]["sender"]["scope"] = ["ZZ"]
    nobody = json.loads(FIRST)
    del nobody["ctx"]["sender"]
    lines = [FIRST, "{", json.dumps(elsewhere), "", json.dumps(nobody), "[" * 9_999, FIRST]
    file.write_text("\n".join(lines), encoding="utf-8")
    found = tiendo("score", "messages", str(file))
    assert found.exit_code == 1
    assert [line.split(":")[1] for line in found.stderr.splitlines()] == ["2", "3", "5", "6"]
    assert "no tenant has the plan ZZ" in found.stderr
    assert "ctx.sender: Field required" in found.stderr
    assert values(found.stdout)[4][1] == "100.0 % (2 of 2)"


def test_what_is_not_right_is_shown_with_what_differs(tmp_path: Path) -> None:
    file = tmp_path / "wrong.jsonl"
    wrong = json.loads(FIRST)
    wrong["expect"]["records"][0]["fields"]["checked"] = 24
    file.write_text(json.dumps(wrong) + "\n" + FIRST, encoding="utf-8")
    found = tiendo("score", "messages", str(file), "--errors").stdout
    assert found.splitlines()[:2] == [
        f"{wrong['id']} {wrong['text']}",
        "    measuring_inspection.checked 23 for 24",
    ]
    assert "whole message right: 50.0 % (1 of 2)" in found


def test_a_reading_is_shown_step_by_step() -> None:
    text = json.loads(FIRST)["text"]
    found = tiendo("read", text, "--as", "officer", "--now", "2026-05-14T09:30+07:00")
    names = [line.split(":")[0] for line in found.stdout.splitlines() if line[0] != " "]
    assert names == ["words", "days", "numbers", "names", "kinds", "intent", "fields", "questions"]
    assert "[ktra]" in found.stdout
    assert "2026-05-14" in found.stdout
    assert "checked: 23" in found.stdout


def test_a_reading_as_json_has_the_shape_of_what_is_expected() -> None:
    told = json.loads(FIRST)
    found = tiendo("read", told["text"], "--as", "officer", "--now", told["ctx"]["now"], "--json")
    reading, expected = json.loads(found.stdout), told["expect"]
    assert list(reading) == ["intent", "topic", "records", "must_ask"]
    assert (reading["intent"], reading["topic"]) == (expected["intent"], expected["topic"])
    assert reading["records"][0]["fields"].items() >= expected["records"][0]["fields"].items()


def test_another_tenant_reads_with_its_own_places() -> None:
    told = json.loads(FIRST)
    found = [
        tiendo("read", told["text"], "--now", told["ctx"]["now"], "--tenant", tenant).stdout
        for tenant in ("dong_cuu", "bac_ninh")
    ]
    assert found[0] != found[1]


@pytest.mark.parametrize("wrong", [("--as", "king"), ("--now", "noon"), ("--tenant", "atlantis")])
def test_a_wrong_option_is_named(wrong: tuple[str, str]) -> None:
    found = tiendo("read", "x", *wrong)
    assert isinstance(found.exception, SettingsError)
    assert wrong[0] in str(found.exception)
    assert wrong[1] in str(found.exception)


@pytest.mark.parametrize("text", ["", " ", "?", "\u200b", "0"])
def test_hardly_anything_is_read_too(text: str) -> None:
    assert tiendo("read", text).exit_code == 0
