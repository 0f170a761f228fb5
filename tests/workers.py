"""How the tests are shared out among processes: one for each core, and one that mostly waits."""

import importlib
import os
import zlib
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

#: the process with the tests of survival, which wait for bots to start, to die and to be missed; with one
#: more still it was no faster
_WAITING = 1
#: with more of them most would wait for those that kill
_MOST = 5
#: what is shared out in parts, and in how many
_LONG, _PARTS = ("test_on_messengers.py", "test_dialogues.py"), 4
#: what takes a quarter of a minute and more: begun last, one process would be left alone with it
_LONGEST = (
    *_LONG,
    "test_week.py",
    "test_year.py",
    "test_cli.py",
    "test_changes.py",
    "test_plan_pages.py",
    "test_plan_files.py",
    "test_plan_import.py",
    "test_chat_in_browser.py",
    "test_access_in_browser.py",
)


def number(config: pytest.Config) -> int:
    """How many processes; 0, which is none besides this one, when only files are asked for."""
    asked = (config.invocation_params.dir / argument.partition("::")[0] for argument in config.args)
    return min(len(os.sched_getaffinity(0)) + _WAITING, _MOST) if any(map(Path.is_dir, asked)) else 0


def import_share(config: pytest.Config) -> None:
    """In one process of several: import its share of the files before all of them are collected.

    To rewrite the assertions of a file takes longer than all else about it, and is kept on the disk: where
    nothing is kept yet, each process would do it for every file, all at the same time.
    """
    worker: dict[str, Any] | None = getattr(config, "workerinput", None)
    if worker is None:
        return
    number, count = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
    folders = [path for argument in config.args if (path := config.invocation_params.dir / argument).is_dir()]
    files = sorted(file for folder in folders for file in folder.rglob("test_*.py"))
    for file in islice(files, number, None, count):
        # what cannot be imported is told of when it is collected
        with suppress(Exception, pytest.skip.Exception):
            importlib.import_module(".".join(file.relative_to(config.rootpath).with_suffix("").parts))


def turn(item: pytest.Item) -> int:
    """When it is run: what starts bots and kills them first, then what takes longest."""
    return 0 if item.get_closest_marker("kill") else 1 if item.path.name in _LONGEST else 2


class FileByFile(LoadScopeScheduling):
    """A process takes a file at a time, so that what a file needs is made once.

    What starts bots and kills them is one file: side by side they would only fight for the machine. What
    takes minutes by itself and makes nothing once goes in parts, so that nobody waits for it in the end.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        if "survival/" in file:
            return "survival"
        return f"{file} {zlib.crc32(nodeid.encode()) % _PARTS}" if file.endswith(_LONG) else file
