"""What is imported when: nothing heavy for a word on the command line, nothing of the network unasked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEARCHING = ("rapidfuzz", "snowballstemmer", "pyuca")
HEAVY = ("textual", "rich", "tinydb", "msgspec", "aiohttp", "qrcode", *SEARCHING)


def imported_by(code: str, tmp_path: Path) -> set[str]:
    """The top names of all modules in a fresh interpreter after ``code``."""
    after = "\nimport sys as _s\n_m = sorted(_s.modules)\nimport json as _j\n_s.stderr.write('\\n' + _j.dumps(_m))"
    done = subprocess.run(
        [sys.executable, "-c", code + after],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={"PATH": "/usr/bin:/bin", "FACILITATOR_DATA": str(tmp_path), "TZ": "Europe/Helsinki"},
    )
    return set(json.loads(done.stderr.rsplit("\n", 1)[-1]))


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_a_word_on_the_command_line_is_cheap(word: str, tmp_path: Path):
    code = f"from facilitator.command_line.main import run\ntry:\n run([{word!r}])\nexcept SystemExit: pass"
    assert not imported_by(code, tmp_path) & set(HEAVY)


def test_the_first_frame_needs_no_network(tmp_path: Path):
    code = """
import asyncio
from facilitator.desk.app import Desk
from pathlib import Path
async def frame():
    async with Desk(Path('x')).run_test() as pilot:
        await pilot.pause()
asyncio.run(frame())
"""
    modules = imported_by(code, tmp_path)
    assert "textual" in modules
    assert not modules & {"aiohttp", "qrcode", "playwright", "rapidfuzz", "snowballstemmer"}


AFTER_THE_FIRST_FRAME = (
    "exercises", "facilitator.desk.live", "facilitator.desk.open_session", "facilitator.desk.widgets.dialog",
    "facilitator.preparing", "facilitator.printing", "facilitator.projector", "facilitator.texts.names",
    "msgspec", "secrets", "sessions.events", "sessions.history", "sessions.plan", "sessions.record",
    "sessions.session", "sessions.store.folder", "sessions.store.groups", "statistics", "tinydb",
)  # fmt: skip
NEEDED_ALL_THE_SAME = {"exercises", "exercises.closed"}
"""Which languages there are is known there."""


def test_the_first_frame_waits_for_nothing_it_does_not_show(tmp_path: Path):
    code = """
import asyncio, sys
from pathlib import Path
from textual.widgets import OptionList
from facilitator.desk.app import Desk
frames = []
class Watched(Desk):
    def _display(self, screen, renderable):
        super()._display(screen, renderable)
        frames.append((set(sys.modules), screen.query_one(OptionList).option_count))
async def start():
    desk = Watched(Path('x'))
    async with desk.run_test() as pilot:
        await pilot.pause()
        for _look in range(100):
            await pilot.pause(0.05)
            await desk.workers.wait_for_complete()
            if "facilitator.desk.screens.making_ready" in sys.modules:
                break
asyncio.run(start())
first, rows = frames[0]
assert rows, "the first frame was empty"
assert "facilitator.desk.screens.making_ready" in sys.modules, "the first key has to wait for it"
for name in sorted(sys.modules):
    if name not in first:
        del sys.modules[name]
"""
    first = imported_by(code, tmp_path)
    late = {
        name for name in first if any(name == each or name.startswith(f"{each}.") for each in AFTER_THE_FIRST_FRAME)
    }
    assert late == NEEDED_ALL_THE_SAME


WHEN_ASKED_FOR = {
    "_hashlib", "aiohttp", "exercises.near_words", "exercises.searching", "exercises.wordforms",
    "facilitator.desk.live.beginning", "facilitator.desk.live.carrying", "facilitator.desk.live.fitting",
    "facilitator.desk.live.goals", "facilitator.desk.live.group_view", "facilitator.desk.live.names",
    "facilitator.desk.live.on_paper", "facilitator.desk.live.turn_dialogs", "facilitator.desk.screens.cards",
    "facilitator.desk.screens.home_facts", "facilitator.desk.screens.making_ready",
    "facilitator.desk.widgets.choice", "facilitator.desk.widgets.write", "facilitator.printing.delivery",
    "facilitator.texts.finding", "facilitator.texts.processes", "ifaddr", "jeepney", "json", "pyrage", "qrcode",
    "secrets",
    "sessions.history.attention", "sessions.history.proposing", "sessions.store.erasing", "sessions.store.moving",
    "sessions.store.phrase_words", "sessions.store.tombstones", "statistics", "tinydb", "wakepy",
}  # fmt: skip


def test_a_session_keeps_in_memory_only_what_it_uses(tmp_path: Path):
    code = """
import asyncio, os
from pathlib import Path
from exercises.deck import Deck
from facilitator.desk.app import Desk
from facilitator.preparing.preparation import DEFAULT_PLAN, Preparation
folder = Path(os.environ["FACILITATOR_DATA"])
async def run():
    desk = Desk(folder, prepared=Preparation.of(Deck(folder).plan(DEFAULT_PLAN).plan))
    async with desk.run_test() as pilot:
        await pilot.pause()
        while desk.session is None:
            await pilot.pause(0.05)
        await pilot.press('space')
        await pilot.pause()
        await desk.workers.wait_for_complete()
        assert desk.session.is_begun
asyncio.run(run())
"""
    assert imported_by(code, tmp_path) & WHEN_ASKED_FOR == set()


@pytest.mark.parametrize(
    ("package", "never"),
    [
        ("sessions", {"textual", "rich", "aiohttp", "exercises", "facilitator"}),
        ("exercises", {"textual", "rich", "aiohttp", "facilitator", "tinydb"}),
        ("facilitator.projector", {"facilitator.desk", "textual"}),
    ],
)
def test_a_package_knows_nothing_of_those_above_it(package: str, never: set[str], tmp_path: Path):
    code = f"""
import importlib, pkgutil, {package}
for each in pkgutil.walk_packages({package}.__path__, '{package}.'):
    importlib.import_module(each.name)
"""
    if package == "facilitator.projector":
        code = "import facilitator.projector.view, facilitator.projector.selection"
    assert not imported_by(code, tmp_path) & never


def test_the_list_of_groups_waits_for_nothing_that_writes_or_replays(tmp_path: Path):
    code = """
from pathlib import Path
from sessions.store.folder import Store
store = Store(Path('x'))
assert not store.has_journals() and not store.has_discarded()
assert list(store.groups.glances()) == []
from facilitator.desk.screens import home_facts, home_rows
"""
    needless = {
        "tinydb",
        "statistics",
        "sessions.events",
        "sessions.ledger",
        "sessions.session",
        "sessions.store.journal",
    }
    assert not imported_by(code, tmp_path) & needless
