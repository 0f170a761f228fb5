"""The commands, as an operator types them; the first in a process of its own (as one in test_start.py)."""

import contextlib
import io
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import COMMANDS, main
from bot.commands.operating import day_near
from core.errors import SettingsError

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


def tiendo(*arguments: str, data: Path, **settings: str) -> Done:
    """Run a command here: to start a process takes longer than most commands do."""
    said, complained = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.chdir(data):
        for name in [name for name in os.environ if name.startswith("TIENDO_")]:
            patch.delenv(name)
        for name, value in {"TIENDO_DATA_DIR": str(data), **settings}.items():
            patch.setenv(name, value)
        patch.setattr(sys, "argv", ["tiendo", *arguments])
        with (
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(complained),
            pytest.raises(SystemExit) as ended,
        ):
            main()
    assert isinstance(ended.value.code, int)
    return Done(ended.value.code, said.getvalue(), complained.getvalue())


def started(*arguments: str, data: Path, **settings: str) -> Done:
    """Run a command in a process of its own."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("TIENDO_")}
    environment |= {
        "TIENDO_DATA_DIR": str(data),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(ROOT),
        **settings,
    }
    process = subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", *arguments],
        cwd=data,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    return Done(process.returncode, process.stdout, process.stderr)


def test_a_mistake_in_content_is_named_with_file_and_line(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "plans").mkdir(parents=True)
    (content / "plans" / "x.yaml").write_text("code: X\ntitel: {vi: A, en: B}\n", encoding="utf-8")
    result = tiendo("check", "--content", str(content), data=tmp_path)
    assert result.returncode == 1
    assert "content/plans/x.yaml:2" in result.stdout


def test_the_folder_of_the_settings_is_checked_unless_another_is_named_and_the_shipped_one_is_right(
    tmp_path: Path,
) -> None:
    content = tmp_path / "ours"
    (content / "plans").mkdir(parents=True)
    (content / "plans" / "x.yaml").write_text("code: X\ntitel: {vi: A, en: B}\n", encoding="utf-8")
    result = tiendo("check", data=tmp_path, TIENDO_CONTENT_DIR=str(content))
    assert "content/plans/x.yaml:2" in result.stdout
    shipped = str(ROOT / "content")
    result = tiendo("check", "--content", shipped, data=tmp_path, TIENDO_CONTENT_DIR=str(content))
    assert (result.returncode, result.stdout.splitlines()[-1].split(",")[0]) == (0, "0 errors")


def test_an_invite_can_be_made_before_the_bot_ever_ran(tmp_path: Path) -> None:
    result = started(
        "invite",
        "admin",
        "--approved",
        "--tenant",
        "dong_cuu",
        data=tmp_path,
        TIENDO_PUBLIC_URL="https://bot.example.vn",
    )
    code, link = result.stdout.split()
    assert len(code) == 10
    assert link == f"https://bot.example.vn/vao/{code}"
    # what is stored is of persons: nobody else on the computer reads it
    assert (tmp_path / "tiendo.sqlite3").stat().st_mode & 0o077 == 0


def test_an_invite_for_an_unknown_unit_lists_the_known_ones(tmp_path: Path) -> None:
    result = tiendo("invite", "officer", "--unit", "phong_x", "--tenant", "dong_cuu", data=tmp_path)
    assert result.returncode == 2
    assert "phong_kinh_te" in result.stderr


def test_a_wrong_setting_is_one_line_with_its_name(tmp_path: Path) -> None:
    result = tiendo("run", data=tmp_path, TIENDO_PORT="abc")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "TIENDO_PORT" in result.stderr


def test_a_database_that_cannot_be_reached_is_one_line(tmp_path: Path) -> None:
    result = tiendo("migrate", data=tmp_path, TIENDO_DATABASE_URL="postgresql://a:b@127.0.0.1:1/x")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_nothing_given_up_is_said(tmp_path: Path) -> None:
    assert tiendo("outbox", data=tmp_path).stdout == "0 given up\n"


def test_any_tenant_is_chatted_with(tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_text("/tiendo\n", encoding="utf-8")
    chat = ("chat", "--as", "manager", "--script", str(script), "--tenant")
    assert "📊 LS" in tiendo(*chat, "lang_son", data=tmp_path).stdout
    unknown = tiendo(*chat, "xa", data=tmp_path)
    assert (unknown.returncode, unknown.stderr.count("\n")) == (2, 1)
    assert "dong_cuu, lang_son" in unknown.stderr


def test_the_people_one_chats_as_are_those_of_the_content_that_is_set(tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    sample = content / "demo" / "dong_cuu.yaml"
    sample.write_text(sample.read_text(encoding="utf-8").replace("name: Phạm Dung", "name: M"), "utf-8")
    script = tmp_path / "script.txt"
    script.write_text("/menu\n", encoding="utf-8")
    chat = ("chat", "--as", "manager", "--script", str(script))
    settings = {"TIENDO_CONTENT_DIR": str(content)}
    assert "M (" in tiendo(*chat, data=tmp_path, **settings).stdout
    shutil.rmtree(content / "demo")
    assert "Phạm Dung (" in tiendo(*chat, data=tmp_path, **settings).stdout


def test_mistakes_in_commands_samples_and_templates_are_named_with_their_lines(tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    changes = {
        "vocabulary/commands.yaml": ("/huy: go:cancel", "/huy: go:cancle"),
        "demo/dong_cuu.yaml": ("    role: manager", "    rolle: manager"),
        "templates/plan.yaml": ("items:", "itms:"),
    }
    wanted = []
    for name, (old, new) in changes.items():
        text = (content / name).read_text(encoding="utf-8")
        (content / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        wanted.append(f"content/{name}:{text[: text.index(old)].count(chr(10)) + 1}: error: ")
    said = tiendo("check", "--content", str(content), data=tmp_path).stdout
    assert [place for place in wanted if place not in said] == []
    assert "did you mean go:cancel?" in said


def test_what_a_sample_names_must_be_there(tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    sample = content / "demo" / "dong_cuu.yaml"
    sample.write_text(sample.read_text(encoding="utf-8").replace("checked: 45", "chekced: 45"), "utf-8")
    said = tiendo("check", "--content", str(content), data=tmp_path).stdout
    assert 'there is no field of instrument_verified "chekced"; did you mean checked?' in said


def test_the_summary_is_printed_and_drawn(tmp_path: Path) -> None:
    tiendo("invite", "admin", "--tenant", "dong_cuu", data=tmp_path)
    picture = tmp_path / "targets.png"
    said = tiendo("summary", "--tenant", "dong_cuu", "--picture", str(picture), data=tmp_path).stdout
    assert "Tuần" in said
    # who cannot see the picture reads it
    assert "DC1-1" in said
    assert picture.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_every_command(command: str) -> None:
    assert f"tiendo {command}" in README


def test_where_there_are_several_tenants_one_must_be_named(tmp_path: Path) -> None:
    result = tiendo("summary", data=tmp_path)
    assert result.returncode == 2
    assert "--tenant: say which one" in result.stderr
    assert "dong_cuu" in result.stderr


def test_a_day_at_the_end_of_the_calendar_is_too_far_away() -> None:
    for day in ("9999-12-31", "0001-01-01"):
        with pytest.raises(SettingsError, match="too far away"):
            day_near(day, "2026-05-15")
