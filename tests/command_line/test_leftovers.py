"""A demonstration leaves no folder: not when it ends, and not for ever when it is killed."""

import tempfile
from pathlib import Path

import pytest

from facilitator.command_line.leftovers import ALIVE, PREFIX, demonstration_folder, remove_leftovers
from facilitator.command_line.main import run
from sessions.store.lock import FileLock


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def killed(temporary: Path, name: str, lock: str) -> Path:
    folder = temporary / f"{PREFIX}{name}"
    (folder / "groups").mkdir(parents=True)
    (folder / lock).write_text("")
    return folder


@pytest.mark.parametrize("lock", [ALIVE, "facilitator.lock"])
def test_what_was_killed_is_removed_what_lives_is_not(temporary: Path, tmp_path: Path, lock: str):
    dead, alive = killed(temporary, "dead", lock), killed(temporary, "alive", lock)
    being_made = temporary / f"{PREFIX}new"
    being_made.mkdir()
    elsewhere = killed(tmp_path, "elsewhere", lock)
    (temporary / f"{PREFIX}link").symlink_to(elsewhere)
    with FileLock(alive / lock):
        remove_leftovers()
    assert not dead.exists()
    assert alive.exists()
    assert being_made.exists()
    assert elsewhere.exists()


def test_the_next_one_removes_it_and_then_itself(temporary: Path):
    dead = killed(temporary, "dead", ALIVE)
    with demonstration_folder() as folder:
        assert not dead.exists()
        remove_leftovers()
        assert folder.exists()
    assert not list(temporary.iterdir())


def test_doctor_removes_it(temporary: Path, capsys):
    dead = killed(temporary, "dead", ALIVE)
    assert run(["doctor"]) == 0
    assert not dead.exists()
