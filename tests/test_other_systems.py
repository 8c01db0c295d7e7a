"""What differs on Windows and macOS, tried here with stand-ins. ``docs/en/install.md`` lists what was not tried."""

import asyncio
import ctypes
import errno
import importlib.util
import os
import signal
import sys
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from facilitator.command_line import full_screen
from facilitator.plain import program
from facilitator.printing import delivery
from sessions import clock
from sessions.store import files, lock
from sessions.store.folder import Store


class Like:
    """A module of the system, but for what is another there."""

    def __init__(self, module: ModuleType, **other: object) -> None:
        self._module = module
        self.__dict__.update(other)

    def __getattr__(self, name: str) -> object:
        if name == "fchmod" and self.__dict__.get("name") == "nt":
            raise AssertionError("Windows has no fchmod")
        return getattr(self._module, name)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows: no rights, no folders to sync, binary has to be asked for."""
    monkeypatch.setattr(files, "os", Like(os, name="nt", O_BINARY=0))


class TestWindows:
    def test_files_are_written_replaced_and_moved_aside(self, windows, tmp_path: Path):
        path = tmp_path / "deep" / "R07.json"
        files.replace_file(path, b"one")
        files.replace_file(path, b"two\r\n")
        assert path.read_bytes() == b"two\r\n"
        assert files.move_aside(path, tmp_path / "damaged").read_bytes() == b"two\r\n"
        assert not files.is_open_to_others(tmp_path)

    def test_a_folder_is_claimed_by_one_program(self, windows, tmp_path):
        from sessions.store.problems import StoreProblem

        first, second = Store(tmp_path / "data"), Store(tmp_path / "data")
        first.claim()
        with pytest.raises(StoreProblem):
            second.claim()
        first.release()
        second.claim()
        second.release()

    def test_the_lock_is_the_systems_own(self, monkeypatch, tmp_path):
        held: dict[int, int] = {}

        def locking(descriptor: int, mode: int, size: int) -> None:
            file = os.fstat(descriptor).st_ino
            assert (size, os.lseek(descriptor, 0, os.SEEK_CUR)) == (1, 0)
            if mode == 2 and file in held:
                raise OSError(errno.EACCES, "Permission denied")
            if mode == 2:
                held[file] = descriptor
            else:
                assert held.pop(file) == descriptor

        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(LK_UNLCK=0, LK_NBLCK=2, locking=locking))
        there = _again(lock)
        one, other = there.FileLock(tmp_path / "a.lock"), there.FileLock(tmp_path / "a.lock")
        with one, pytest.raises(there.HeldElsewhere):
            other.acquire()
        with other:
            assert len(held) == 1
        assert not held

    def test_the_clock_that_counts_sleep_is_asked(self, monkeypatch):
        monkeypatch.setattr(sys, "platform", "win32")
        ticks = SimpleNamespace(kernel32=SimpleNamespace(GetTickCount64=lambda: 12_345))
        monkeypatch.setattr(ctypes, "windll", ticks, raising=False)
        assert _again(clock)._continuous() == 12_345

    def test_nothing_of_posix_is_needed_to_keep_memory_to_itself(self, monkeypatch):
        monkeypatch.setattr(full_screen, "os", Like(os, name="nt"))
        monkeypatch.setattr(full_screen.sys, "platform", "win32")
        monkeypatch.setitem(sys.modules, "resource", None)
        full_screen.keep_to_itself()

    def test_line_by_line_a_loop_without_signals_will_do(self, data, shipped, monkeypatch):
        from facilitator.preparing.preparation import Preparation
        from sessions.values import Id

        def none(*_given: object) -> None:
            raise NotImplementedError

        monkeypatch.setattr(asyncio.SelectorEventLoop, "add_signal_handler", none, raising=False)
        for name in ("SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM"):
            monkeypatch.delattr(signal, name, raising=False)
        plan = shipped.plan(Id("ordinary-90"))
        assert plan is not None
        typed = iter(["\r\n", " \r\n", "E\r\n", "c\r\n"])
        monkeypatch.setattr(program.sys, "stdin", SimpleNamespace(readline=lambda: next(typed, "")))
        said: list[str] = []
        assert program.run_plain(data, Preparation.of(plan.plan), said.append) == 0
        assert said[-1] == "The session has ended. Nothing was kept."

    def test_a_paper_is_opened_by_the_system(self, monkeypatch, tmp_path):
        opened: list[Path] = []
        monkeypatch.setattr(delivery.sys, "platform", "win32")
        monkeypatch.setattr(delivery, "os", Like(os, startfile=opened.append))
        assert delivery.open_with_system(tmp_path / "a.pdf")
        assert opened == [tmp_path / "a.pdf"]


class TestMacos:
    def test_what_is_written_reaches_the_disk_itself(self, monkeypatch, tmp_path):
        asked: list[object] = []
        monkeypatch.setattr(files.sys, "platform", "darwin")
        monkeypatch.setitem(
            sys.modules, "fcntl", SimpleNamespace(F_FULLFSYNC=51, fcntl=lambda _file, what: asked.append(what))
        )
        files.replace_file(tmp_path / "a", b"x")
        assert asked == [51]

    def test_a_disk_that_cannot_is_synced_as_elsewhere(self, monkeypatch, tmp_path):
        def cannot(_file: int, _what: int) -> None:
            raise OSError(errno.ENOTSUP, "no such call")

        synced: list[int] = []
        monkeypatch.setattr(files.sys, "platform", "darwin")
        monkeypatch.setitem(sys.modules, "fcntl", SimpleNamespace(F_FULLFSYNC=51, fcntl=cannot))
        monkeypatch.setattr(files, "os", Like(os, fsync=synced.append))
        files.replace_file(tmp_path / "a", b"x")
        assert synced

    def test_the_clock_that_counts_sleep_is_asked(self, monkeypatch):
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr(time, "CLOCK_MONOTONIC_RAW", 4, raising=False)
        monkeypatch.setattr(time, "clock_gettime_ns", lambda which: 7_000_000 * which)
        assert _again(clock)._continuous() == 28


def _again(module: ModuleType) -> ModuleType:
    """A second copy of a module, as it would be on the system that ``sys.platform`` names now."""
    spec = importlib.util.spec_from_file_location("as_elsewhere", str(module.__file__))
    assert spec is not None
    assert spec.loader is not None
    copy = importlib.util.module_from_spec(spec)
    sys.modules["as_elsewhere"] = copy
    try:
        spec.loader.exec_module(copy)
    finally:
        del sys.modules["as_elsewhere"]
    return copy
