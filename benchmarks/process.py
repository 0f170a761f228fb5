"""A bot as a process of its own, on a core of its own."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

#: seconds a process that was asked to end may take
_SECONDS_TO_END = 15
_LOG_TAIL = 2_000


class BotDied(Exception):
    """The process ended by itself; the message holds the end of its log."""


def cores() -> tuple[int, int]:
    """A core for the server and the crowd, and one for the bot; the same one where there is only one."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[0], usable[-1]


class BotProcess:
    """Started at once. What it prints goes to `log`."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        self.log = folder / "log.txt"
        self._peak = 0.0
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                command,
                env=dict(environment),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        os.sched_setaffinity(self._process.pid, {cores()[1]})

    @property
    def id(self) -> int:
        """The process id."""
        return self._process.pid

    def check(self) -> None:
        """Raises BotDied when it runs no more."""
        code = self._process.poll()
        if code is not None:
            tail = self.log.read_text(encoding="utf-8", errors="replace")[-_LOG_TAIL:]
            raise BotDied(f"the bot ended with {code}:\n{tail}")

    def peak_mb(self) -> float:
        """The most memory it held so far, in megabytes (10^6 bytes): VmHWM of /proc."""
        try:
            status = Path(f"/proc/{self.id}/status").read_text(encoding="ascii", errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            return self._peak
        for line in status.splitlines():
            if line.startswith("VmHWM:"):
                self._peak = int(line.split()[1]) * 1024 / 1e6
        return self._peak

    def kill(self) -> None:
        """`kill -9`."""
        self.peak_mb()
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Ask it to end; kill it when it does not. Safe to call twice."""
        self.peak_mb()
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            self.kill()
