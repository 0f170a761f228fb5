"""How the tests are shared out among processes: one for each core, and one that mostly waits."""

import os
import zlib
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

#: the process with the tests of survival, which wait for bots to start, to die and to be missed; with one
#: more still it was no faster
_WAITING = 1
#: with more of them most would wait for those that kill
_MOST = 5
#: what is shared out in parts, and in how many
_LONG, _PARTS = ("test_on_messengers.py", "test_dialogues.py"), 4


def number(config: pytest.Config) -> int:
    """How many processes; 0, which is none besides this one, when only files are asked for."""
    asked = (config.invocation_params.dir / argument.partition("::")[0] for argument in config.args)
    return min(len(os.sched_getaffinity(0)) + _WAITING, _MOST) if any(map(Path.is_dir, asked)) else 0


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
