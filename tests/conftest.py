"""What every test has: a data folder of its own, Finnish time, English texts, and nothing from the surroundings."""

import gc
import os
import time
from datetime import date
from pathlib import Path

os.environ["TZ"] = "Europe/Helsinki"
time.tzset()
for name in [name for name in os.environ if name.startswith(("TEXTUAL", "FACILITATOR")) or name == "NO_COLOR"]:
    del os.environ[name]

import pytest
from desk.samples import a_record

from exercises.deck import Deck
from facilitator.texts import languages
from sessions.record import KeptItem
from sessions.store.folder import Store
from sessions.values import GroupCode, Id, Seat

os.fsync = lambda _descriptor: None
"""No computer loses its power here; what is synced, and when, is asked where it matters (``simulation/disk.py``)."""
END_TO_END = Path(__file__).parent / "e2e"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Where the end-to-end tests are not run they are not read: what drives browsers takes long to import."""
    return True if collection_path == END_TO_END and config.option.markexpr == "not e2e" else None


def pytest_collection_finish() -> None:
    """Leave the thousands of tests out of what is looked through for garbage."""
    _leave_out_what_is_there()


def pytest_runtest_logfinish() -> None:
    """A test that had to look through everything has taken them in again."""
    if gc.get_freeze_count() == 0:
        _leave_out_what_is_there()


def _leave_out_what_is_there() -> None:
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test."""
    folder = tmp_path / "data"
    monkeypatch.setenv("FACILITATOR_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch):
    """Every test begins in English, and leaves it so."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    languages.use("en")
    yield
    languages.use("en")


@pytest.fixture(scope="session")
def shipped() -> Deck:
    """The deck as it is shipped, read once."""
    return Deck()


@pytest.fixture
def with_groups(data: Path) -> Store:
    """A folder with two groups: R07 with two sessions, R12 with one special session."""
    store = Store(data)
    store.keep(GroupCode("R07"), a_record(1, date(2026, 1, 14)), Seat(3))
    store.keep(GroupCode("R07"), a_record(2, date(2026, 2, 11), plan=Id("ordinary-60"), people=5), Seat(4))
    special = KeptItem(None, 90, 88, Id("special"))
    store.keep(GroupCode("R12"), a_record(3, plan=Id("special"), items=(special,), goals=(), left_out=0), Seat(1))
    (data / "config.toml").write_text("", encoding="utf-8")
    return store
