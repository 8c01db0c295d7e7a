"""A disk that fails and forgets: real files in one folder, and what of them would outlive a power cut.

Strict as POSIX is: a file's bytes are there after its ``fsync``, a name after the ``fsync`` of its folder. Without
them either may be there or not.
"""

import builtins
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

from sessions.store import files, journal_file

ANY = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
OF_BYTES = (errno.ENOSPC, errno.EIO)
"""What a descriptor that is open can meet: rights were looked at when it was opened."""
CALLS = ("open", "write", "fsync", "ftruncate", "close")
ON_PATHS = ("replace", "unlink", "rename", "mkdir")


class Killed(BaseException):
    """The program does not exist any more; whatever it still tries does nothing."""


class Disk:
    """The disk under ``root``."""

    def __init__(self, root: Path, chance: Random) -> None:
        self.root, self.chance = root, chance
        self.failing = 0.0
        """The part of the calls that fail."""
        self.full = False
        self.kill_in = 0
        """After so many more calls the program is killed; 0 for never."""
        self.dead = False
        self.calls = 0
        self._descriptors: dict[int, Path] = {}
        self._synced: dict[int, bytes] = {}
        """What is safe, by the file's number."""
        self._names: dict[Path, dict[str, int]] = {}
        """The safe names of a folder, with the numbers of what they name."""
        self._sync_folder(root)

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Stand between the store and the system."""
        system, paths = _System(self), {name: getattr(Path, name) for name in ON_PATHS}
        files.os = journal_file.os = system  # type: ignore[attr-defined]
        files.open = self._opened  # type: ignore[attr-defined]
        for name, really in paths.items():
            setattr(Path, name, self._on_path(really))
        try:
            yield
        finally:
            files.os = journal_file.os = os  # type: ignore[attr-defined]
            del files.open  # type: ignore[attr-defined]
            for name, really in paths.items():
                setattr(Path, name, really)

    def call(self, name: str, really: Callable, *given, **named):
        """One call of the program to the disk."""
        self.calls += 1
        if self.dead:
            raise Killed
        killed = self._is_killed()
        if killed and self.chance.random() < 0.5:
            raise Killed
        fails = self.chance.random() < self.failing or (self.full and name == "write")
        if fails and not killed:
            return self._failed(name, really, given)
        done = really(*given, **named)
        if name == "open":
            self._descriptors[done] = Path(given[0])
        elif name == "close":
            self._descriptors.pop(given[0], None)
        elif name == "fsync":
            self._sync(given[0])
        if killed:
            raise Killed
        return done

    def _is_killed(self) -> bool:
        self.kill_in = max(0, self.kill_in - 1) if self.kill_in > 1 else self.kill_in and -1
        self.dead = self.kill_in < 0
        return self.dead

    def _failed(self, name: str, really: Callable, given: tuple):
        reads = name == "open" and not given[1] & (os.O_WRONLY | os.O_CREAT)
        codes = (errno.EIO,) if reads else OF_BYTES if name in CALLS[1:] else ANY
        code = errno.ENOSPC if self.full else self.chance.choice(codes)
        if name == "write":
            descriptor, data = given
            written = really(descriptor, data[: self.chance.randrange(len(data))])
            if self.chance.random() < 0.3:
                return written
        raise OSError(code, "failed")

    def _opened(self, *given, **named) -> "_File":
        return _File(self, builtins.open(*given, **named))  # noqa: PTH123 (stands for it)

    def _on_path(self, really: Callable) -> Callable:
        def called(path: Path, *given, **named):
            makes_nothing = really.__name__ == "mkdir" and path.is_dir()  # the lock's way of asking: no disk refuses it
            if makes_nothing or not path.is_relative_to(self.root):
                return really(path, *given, **named)
            return self.call(really.__name__, really, path, *given, **named)

        return called

    def _sync(self, descriptor: int) -> None:
        there = os.fstat(descriptor)
        if stat.S_ISDIR(there.st_mode):
            self._sync_folder(self._descriptors[descriptor])
        else:
            self._synced[there.st_ino] = Path(f"/proc/self/fd/{descriptor}").read_bytes()

    def _sync_folder(self, folder: Path) -> None:
        with os.scandir(folder) as entries:
            self._names[folder] = {entry.name: entry.inode() for entry in entries}

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Nothing fails meanwhile: somebody only looks."""
        before = self.failing, self.full, self.kill_in
        self.failing, self.full, self.kill_in = 0.0, False, 0
        try:
            yield
        finally:
            self.failing, self.full, self.kill_in = before

    def revive(self) -> None:
        """The program is gone; its descriptors go with it. The next one may try."""
        for descriptor in self._descriptors:
            with suppress(OSError):
                os.close(descriptor)
        self._descriptors.clear()
        files._ON_DISK.clear()
        self.dead, self.kill_in, self.failing, self.full = False, 0, 0.0, False

    def cut_power(self) -> None:
        """What was not synced is there or not, as it happens."""
        left: list[tuple[Path, bytes | None]] = []
        self._survive(self.root, left)
        for path in self.root.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self._synced.clear()
        self._names.clear()
        for path, data in left:
            if data is None:
                path.mkdir(mode=0o700)
                continue
            path.touch(mode=0o600)
            path.write_bytes(data)
            self._synced[path.stat().st_ino] = data
        for folder in (self.root, *(path for path, data in left if data is None)):
            self._sync_folder(folder)

    def _survive(self, folder: Path, left: list[tuple[Path, bytes | None]]) -> None:
        with os.scandir(folder) as entries:
            now = {entry.name: entry.inode() for entry in entries}
        safe = self._names.get(folder, {})
        names = now if self.chance.random() < 0.5 else safe
        for name in sorted(names):
            path, number = folder / name, names[name]
            if now.get(name) == number and path.is_dir():
                left.append((path, None))
                self._survive(path, left)
            else:
                left.append((path, self._left_of(path if now.get(name) == number else None, number)))

    def _left_of(self, path: Path | None, number: int) -> bytes:
        synced = self._synced.get(number, b"")
        if path is None:
            return synced
        now = path.read_bytes()
        if now[: len(synced)] != synced:
            return self.chance.choice((synced, now))
        return now[: self.chance.randint(len(synced), len(now))]


class _System:
    """``os`` as the store sees it."""

    def __init__(self, disk: Disk) -> None:
        for name in CALLS:
            setattr(self, name, self._counted(disk, name))

    def _counted(self, disk: Disk, name: str) -> Callable:
        really = getattr(os, name)
        return lambda *given, **named: disk.call(name, really, *given, **named)

    def __getattr__(self, name: str):
        return getattr(os, name)


class _File:
    """An open file whose writing can fail half way."""

    def __init__(self, disk: Disk, file) -> None:
        self._disk, self._file = disk, file

    def __enter__(self):
        return self

    def __exit__(self, *_raised) -> None:
        self._disk._descriptors.pop(self._file.fileno(), None)
        self._file.close()

    def write(self, data: bytes) -> int:
        def really(_descriptor: int, part: bytes) -> int:
            return self._file.write(part)

        if self._disk.call("write", really, self._file.fileno(), data) != len(data):
            raise OSError(errno.ENOSPC, "failed")
        return len(data)

    def flush(self) -> None:
        self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()
