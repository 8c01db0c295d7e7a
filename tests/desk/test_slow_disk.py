"""No file of the data folder is touched on the screen's thread; and what can be done while the disk is waited for."""

import asyncio
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desk.driver import Driver, Opens, desk_on, prepared
from desk.scenes import fill, follow
from fakes import FakeClock
from textual import events
from textual._context import active_app

from exercises.deck import Deck
from exercises.writing import card_start, plan_start
from facilitator.desk import errands
from facilitator.projector.view import Shown
from sessions.store.folder import Store
from sessions.store.groups import Groups
from sessions.values import GroupCode

OPERATIONS = {"open", "os.listdir", "os.scandir", "os.rename", "os.remove", "os.mkdir", "os.truncate", "os.chmod"}
WAYS = {
    "a group's memory": ("home", "r enter escape e escape escape g escape k escape y escape X escape"),
    "what is there": ("home", "T escape ctrl+p escape comma right escape"),
    "a new group": ("home", "N escape"),
    "cards": ("home", "c down escape"),
    "the example": ("home", "G r escape G"),
    "written down": ("home", "k enter"),
    "put right": ("home", "r e right enter"),
    "erased": ("home", "X down enter escape"),
    "a plan of one's own": ("home", "n O plus S enter x enter"),
    "left before it began": ("home", "n enter escape"),
    "kept": ("live", "space ~12 n g i escape T escape comma right escape E down enter"),
    "nothing kept": ("live", "space E end up enter"),
    "gone on with": ("resume", "enter"),
    "ended where it stopped": ("resume", "down down enter"),
    "discarded and brought back": ("resume", "end enter down enter end enter enter"),
}


class Watch:
    """Hears of every file that is touched in this process."""

    def __init__(self) -> None:
        self.folder = ""
        self.found: set[str] = set()
        sys.addaudithook(self._heard)

    def _heard(self, event: str, given: tuple[object, ...]) -> None:
        if self.folder and event in OPERATIONS:
            self.touched(event, given[0])

    def touched(self, how: str, what: object) -> None:
        """It counts when it is done where the screen is drawn."""
        if not self.folder or threading.current_thread() is not threading.main_thread():
            return
        if active_app.get(None) is None:  # not begun yet: there is no screen
            return
        if str(what).startswith(self.folder) and (by := _by()):
            self.found.add(f"{how} {str(what).removeprefix(self.folder)} in {by}")


def _by() -> str:
    """Whose doing it is, the innermost first; nothing when it is a test's."""
    frame = sys._getframe(1)
    names: list[str] = []
    while frame is not None:
        folder, _, name = frame.f_code.co_filename.rpartition("/")
        if folder.endswith("tests/desk"):
            if name == "test_slow_disk.py":
                frame = frame.f_back
                continue
            return ""
        if any(f"/{room}" in folder for room in ("facilitator", "sessions", "exercises")):
            names.append(f"{name}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(names)


WATCH = Watch()


@contextmanager
def watching(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Collect what is touched of ``folder`` on the screen's thread."""
    real = os.stat

    def stat(path, *rest, **named):
        WATCH.touched("stat", path)
        return real(path, *rest, **named)

    monkeypatch.setattr(os, "stat", stat)
    WATCH.folder, WATCH.found = str(folder), set()
    try:
        yield WATCH.found
    finally:
        WATCH.folder = ""


@pytest.mark.parametrize("way", WAYS)
async def test_no_file_of_the_folder_is_touched_where_the_screen_is_drawn(way: str, data: Path, monkeypatch):
    kind, keys = WAYS[way]
    store, clock = fill(data), FakeClock()
    for part, text in (("plans", plan_start()), ("cards", card_start())):
        (data / part).mkdir()
        (data / part / "own-1.toml").write_text(text, "utf-8")
    made = prepared(Deck(), "ordinary-90", 5, group=GroupCode("R07"))
    if kind == "resume":
        async with desk_on(store, Deck(data), clock=clock, prepared=made) as desk:
            await follow(desk, "space ~6 n ~2")
            desk.running.journal.flush()
        clock.suspend(240_000)
    with watching(data, monkeypatch) as found:
        async with desk_on(Store(data), Deck(data), clock=clock, prepared=made if kind == "live" else None) as desk:
            await follow(desk, keys)
    assert sorted(found) == []


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[type, str], threading.Event]]:
    """Lets an operation of the store stand still until the event is set, and every wait be told at once."""
    monkeypatch.setattr(errands, "SLOW", 0.01)
    going_on = []

    def stand_still(owner: type, name: str) -> threading.Event:
        may, really = threading.Event(), getattr(owner, name)
        going_on.append(may)

        def wait(*given, **named):
            may.wait(30)
            return really(*given, **named)

        monkeypatch.setattr(owner, name, wait)
        return may

    yield stand_still
    for may in going_on:
        may.set()


async def seen(desk: Driver, text: str) -> None:
    """Let the screen go on until it says this."""
    for _turn in range(500):
        await asyncio.sleep(0.01)
        if text in desk.said():
            return
    desk.expects(text)


def type_ahead(desk: Driver, *keys: str) -> None:
    """Keys that come while the program is busy."""
    for key in keys:
        desk.app.post_message(events.Key(key, " " if key == "space" else key if len(key) == 1 else None))


async def unfinished(live: Opens) -> None:
    """Leave a session behind."""
    async with live() as desk:
        await desk.press("space")
        desk.running.journal.flush()


async def test_discarding_cannot_be_given_up_and_is_done_once(live: Opens, home: Opens, store: Store, stuck):
    await unfinished(live)
    async with home() as desk:
        may = stuck(Store, "discard")
        await desk.point("Discard it")
        await desk.pilot.press("enter")
        await desk.point("Discard the unfinished session")
        type_ahead(desk, "enter")
        await seen(desk, "The disk is slow: waiting for it.")
        type_ahead(desk, "escape")
        await seen(desk, "This is being written and cannot be given up.")
        type_ahead(desk, "enter", "enter")
        may.set()
        await desk.settle()
        assert not store.has_journals()
        assert store.has_discarded()


async def test_black_answers_and_esc_gives_up_while_the_end_is_read(live: Opens, stuck):
    async with live() as desk:
        await desk.press("space")
        desk.app.session.show(Shown.FOLLOW)
        may = stuck(Groups, "codes")
        before = desk.session.current
        type_ahead(desk, "E")
        await seen(desk, "The disk is slow: waiting for it. Esc gives it up.")
        type_ahead(desk, "space", "b")
        await asyncio.sleep(0.05)
        assert desk.shown is Shown.BLACK
        type_ahead(desk, "escape")
        await seen(desk, "Given up; nothing was changed.")
        assert desk.where == "LiveScreen"
        assert desk.session.current == before, "a key that waited goes with what it waited for"
        await desk.press("p")
        assert desk.session.paused is not None
        may.set()
        await desk.settle()
        assert desk.where == "LiveScreen"


async def test_what_was_typed_while_the_disk_was_slow_is_done_once_and_in_order(home: Opens, stuck):
    may = stuck(Store, "claim")
    async with home() as desk:
        await desk.press("n")
        type_ahead(desk, "enter")
        await seen(desk, "The disk is slow: waiting for it. Esc gives it up.")
        type_ahead(desk, "space", "space", "x", "plus")
        may.set()
        await seen(desk, "STEP 1/3")
        await desk.settle()
        assert desk.round.speaker == 2


async def test_a_session_that_was_given_up_can_be_opened_again(home: Opens, store: Store, stuck):
    may = stuck(Store, "claim")
    async with home() as desk:
        await desk.press("n")
        type_ahead(desk, "enter")
        await seen(desk, "The disk is slow: waiting for it. Esc gives it up.")
        type_ahead(desk, "escape")
        await seen(desk, "Given up; nothing was changed.")
        may.set()
        await asyncio.get_running_loop().run_in_executor(desk.app._disk, int)  # behind what puts it right
        assert desk.app.session is None
        other = Store(store.folder)
        other.claim()
        other.release()
        await desk.press("enter")
        assert desk.where == "LiveScreen"


async def test_the_program_can_be_closed_while_it_waits(home: Opens, stuck):
    stuck(Store, "claim")
    async with home() as desk:
        await desk.press("n")
        type_ahead(desk, "enter")
        await seen(desk, "The disk is slow: waiting for it. Esc gives it up.")
        type_ahead(desk, "ctrl+q")
        for _turn in range(100):
            await asyncio.sleep(0.01)
            if desk.app._exit:
                break
        assert desk.app._exit


async def test_a_key_that_was_kept_until_the_program_closes_is_for_nobody(live: Opens):
    async with live() as desk:
        stack = desk.app._screen_stack
        screens = stack[:]
        stack.clear()
        await desk.app._press(events.Key("space", " "))
        stack[:] = screens
        assert desk.session.begun is None
