"""A chat from the shell, and what a start imports: only what it needs. All of one process, which chats and
then gets ready to serve."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence, Set

import pytest

PROGRAM = """
import gc, json, sys
from bot import cli

modules = {}
sys.argv = ["tiendo", "chat", *sys.argv[1:]]
cli.app(standalone_mode=False)
modules["chatting"] = sorted(sys.modules)
old = {id(each) for each in gc.get_objects(generation=2)}
modules["old"] = sorted(name for name, each in sys.modules.items() if id(vars(each)) in old)
modules["frozen"] = [gc.get_freeze_count()]
import bot.serving
modules["serving"] = sorted(sys.modules)
print(json.dumps(modules))
"""


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Sequence[str]:
    """What the process printed."""
    script = tmp_path_factory.mktemp("start") / "said.txt"
    script.write_text("/menu\ntiến độ\nDC1\n", encoding="utf-8")
    chat = ("--as", "manager", "--script", str(script), "--now", "2026-05-14T09:30+07:00")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *chat],
        capture_output=True,
        env={key: value for key, value in os.environ.items() if not key.startswith("TIENDO_")}
        | {"PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def imported(lines: Sequence[str]) -> Mapping[str, Set[str]]:
    """The modules there were once somebody had been answered on a console, and once a server was at hand."""
    return {name: set(map(str, found)) for name, found in json.loads(lines[-1]).items()}


def test_a_script_is_chatted_from_the_shell(lines: Sequence[str]) -> None:
    said = "\n".join(lines[:-1])
    assert "Chào Phạm Dung" in said
    assert "14/20 lượt" in said


@pytest.mark.parametrize(
    "library",
    ["aiohttp", "apscheduler", "bot.serving", "bot.channels.web.channel", "bot.channels.zalo_oa.channel"],
)
def test_chatting_on_the_console_imports_no_web_server_and_no_clockwork(
    imported: Mapping[str, Set[str]], library: str
) -> None:
    assert library not in imported["chatting"]


@pytest.mark.parametrize(
    "library",
    [
        "aiogram",
        "telegram",
        "zxingcpp",
        "biip",
        "PIL.Image",
        "openpyxl",
        "docx",
        "fpdf",
        "alembic",
        "holidays",
    ],
)
def test_no_start_imports_what_only_some_messages_need(
    imported: Mapping[str, Set[str]], library: str
) -> None:
    assert library not in imported["serving"]


def test_a_start_on_sqlite_imports_nothing_of_postgresql(imported: Mapping[str, Set[str]]) -> None:
    assert not {"asyncpg", "sqlalchemy.dialects.postgresql"} & imported["serving"]


def test_what_was_imported_is_old_at_once_and_not_kept_from_the_search_for_garbage(
    imported: Mapping[str, Set[str]],
) -> None:
    assert {name for name in imported["chatting"] if name.startswith(("core.", "handlers."))} <= imported[
        "old"
    ]
    assert imported["frozen"] == {"0"}
