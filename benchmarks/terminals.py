"""A program in a pseudo-terminal of its own: what it writes is read all the time, as a terminal would."""

import contextlib
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
BARE = [sys.executable, str(Path(__file__).parent / "bare.py")]
PROGRAM = [sys.executable, "-m", "facilitator", "--lang", "en"]
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of what is measured: an installed program is compiled once, and not anew at every start."""
PROCESS_CLOCK = 2
"""The kernel's ``CPUCLOCK_SCHED``: processor time as the scheduler counted it, in nanoseconds."""


class Terminal:
    """One program in one terminal."""

    def __init__(self, command: list[str], columns: int = 80, rows: int = 24) -> None:
        self.home = TemporaryDirectory(prefix="benchmark-home-")
        self.near, far = os.openpty()
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        env = {**COMPILED, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "HOME": self.home.name}
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=far, stdout=far, stderr=far, env=env, cwd=self.home.name, start_new_session=True
        )
        self.pid = self._process.pid
        os.close(far)
        self.written = b""

    def __enter__(self) -> "Terminal":
        """For ``with``."""
        return self

    def __exit__(self, *_problem: object) -> None:
        """End the program, whatever it is doing."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self.near)
        self.home.cleanup()

    def until(self, text: bytes, patience: float = 60.0) -> float:
        """Read until ``text`` was written; the seconds since the program was started.

        Raises:
            RuntimeError: it was not written in time.
        """
        give_up = time.perf_counter() + patience
        while text not in self.written:
            if time.perf_counter() > give_up or not self._read(0.05):
                raise RuntimeError(f"{text!r} was never written; the end was {self.written[-600:]!r}")
        return time.perf_counter() - self.started

    def rest(self, seconds: float) -> None:
        """Let it run for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(min(left, 0.2))

    def press(self, key: bytes) -> None:
        """Press a key; what was written before is forgotten."""
        self.written = b""
        os.write(self.near, key)

    def answered(self, key: bytes, text: bytes) -> float:
        """Press a key; the seconds until ``text`` was written."""
        pressed = time.perf_counter()
        self.press(key)
        self.until(text)
        return time.perf_counter() - pressed

    def _read(self, wait: float) -> bool:
        if select.select([self.near], [], [], wait)[0]:
            try:
                self.written += os.read(self.near, 65536)
            except OSError:
                return False
        return True

    @property
    def cpu(self) -> float:
        """Seconds of processor time used until now, threads that have ended included.

        The number of a process's clock is what glibc's ``clock_getcpuclockid`` gives; Python has it for threads only.
        """
        return time.clock_gettime(~self.pid << 3 | PROCESS_CLOCK)

    @property
    def memory(self) -> float:
        """Megabytes in memory."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024
