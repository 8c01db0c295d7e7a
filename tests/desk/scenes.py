"""Every screen and dialog of the program, and how one gets there."""

import errno
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from unittest.mock import patch

from desk.driver import Driver, TestDesk, desk_on, prepared
from desk.samples import a_record
from fakes import FakeClock

from exercises.deck import Deck
from facilitator.command_line.demonstration import DemoDesk
from sessions.kinds import ItemKind
from sessions.record import KeptItem
from sessions.store.folder import Store
from sessions.values import GroupCode, Id, Seat

SCENES: dict[str, tuple[str, str]] = {
    "home": ("home", ""),
    "first start": ("first", ""),
    "start": ("home", "n"),
    "start fitted": ("home", "n l l < < < <"),
    "sessions of a group": ("home", "r"),
    "past agenda": ("home", "r down enter"),
    "stored": ("home", "T"),
    "help at home": ("home", "?"),
    "help": ("live", "?"),
    "palette": ("live", "ctrl+p"),
    "before start": ("live", ""),
    "begun": ("live", "space ~3"),
    "round": ("live", "space ~3 space ~2 space x h ~1"),
    "asked once more": ("live", "space space x space space space space"),
    "behind": ("live", "space ~18 n"),
    "over time": ("live", "space ~14"),
    "paused": ("live", "space ~4 p ~3"),
    "acute": ("live", "space ~20 A ~5"),
    "item chosen": ("live", "space down down m"),
    "proposals": ("live", "space ~18 n o"),
    "goal board": ("live", "space g"),
    "goal": ("live", "space g i"),
    "scale": ("live", "space g i 7"),
    "words of a goal": ("live", "space g i enter"),
    "names": ("live", "space w"),
    "name": ("live", "space w 2"),
    "away": ("live", "space a"),
    "order of a round": ("live", "space r"),
    "presenter": ("live", "space R"),
    "settings": ("home", "comma"),
    "card presented": ("live", "space n n k slash"),
    "earlier": ("live", "space s"),
    "insert": ("live", "space i"),
    "card": ("live", "space e"),
    "show": ("live", "space v"),
    "end": ("live", "space ~12 n ~9 E"),
    "group: programme": ("live", "space ~3 n v down down enter v home enter"),
    "group: round": ("live", "space ~3 space ~2 space v down down down enter v home enter"),
    "group: goals": ("live", "space ~3 v down down down down enter v home enter"),
    "group: clock": ("live", "space ~3 v down down down down down enter v home enter"),
    "group: soft clock": ("live", "space ~3 c v down down down down down enter v home enter"),
    "group: black": ("live", "space ~3 v down down enter v home enter b"),
    "home with an example": ("home", "G"),
    "review": ("home", "G r"),
    "next session": ("home", "G enter"),
    "new group": ("home", "N"),
    "set up": ("home", "g down down"),
    "log": ("home", "k"),
    "correct": ("home", "r e"),
    "erasing": ("home", "X"),
    "erased": ("home", "X down enter"),
    "comparing": ("home", "G r v down v"),
    "year": ("home", "y"),
    "resume": ("resume", ""),
    "cards": ("home", "c"),
    "cards searched": ("home", "c slash =pelko"),
    "card open": ("home", "c slash =muutos enter enter"),
    "questions": ("home", "c C"),
    "shaping": ("home", "n O down down P down down P P up"),
    "no card": ("live", "space ~10 n ~9 n ~3"),
    "last moment": ("live", "space ~10 n ~9 n ~25 n ~5 n ~20 n ~6"),
    "closing pressed": ("live", "space ~10 n ~9 n ~25 n ~5 n ~20 n ~12"),
    "twelve": ("twelve", "space ~3 space ~2 space x h ~1"),
    "twelve named": (
        "twelve",
        "space w 2 =koivu enter w 4 =haapa enter w 1 1 =pihlaja enter w 1 2 =katajanmarja enter a 7 ~2 space ~1",
    ),
    "one to one": ("one", "space ~5 n ~5 n ~8"),
    "pair": ("pair", "space ~5 n ~5 n ~8 r enter"),
    "who presents": ("case", "space ~15 n ~7 n"),
    "palette searched": ("live", "space ctrl+p =min"),
    "kept": ("live", "space ~12 n ~9 E down enter"),
    "undone": ("live", "space ~12 n ~2 x u"),
    "full disk": ("full disk", "space ~1"),
    "demo": ("demo", "~2 ~1 ~3 ~2"),
}
SHOWN = [
    "home",
    "home with an example",
    "review",
    "next session",
    "new group",
    "log",
    "erasing",
    "comparing",
    "first start",
    "start",
    "before start",
    "round",
    "behind",
    "paused",
    "acute",
    "proposals",
    "goal board",
    "end",
    "past agenda",
    "stored",
    "help",
    "group: programme",
    "group: round",
    "group: goals",
    "group: clock",
    "group: black",
    "resume",
    "cards",
    "card open",
    "questions",
    "no card",
    "last moment",
    "twelve named",
    "pair",
    "who presents",
    "palette searched",
    "full disk",
    "demo",
]
"""Those that are compared with how they looked (``test_screens.py``)."""
LIVE = [name for name, (kind, _way) in SCENES.items() if kind == "live" and name != "kept"]
"""All over a session; when it is kept, all words have been forgotten."""
MADE = {
    "live": ("ordinary-90", 5),
    "full disk": ("ordinary-90", 5),
    "demo": ("ordinary-90", 5),
    "twelve": ("ordinary-90", 12),
    "one": ("individual-45", 1),
    "pair": ("individual-45", 2),
    "case": ("action-learning-90", 6),
}
"""The plan and the number of people of a session that is open at once, by the kind of scene."""
KEYS = {"?": "question_mark", "<": "less_than_sign"}


class PlayedDesk(TestDesk, DemoDesk):
    """The demonstration; it plays on when time is let pass, and only then."""

    __test__ = False

    def _play(self) -> None:
        """Nothing by itself."""

    def play(self) -> None:
        """Do what there is to do by now."""
        super()._play()


@contextmanager
def full_disk() -> Iterator[None]:
    """Nothing of a session can be written."""
    really = os.write

    def full(descriptor: int, data: bytes) -> int:
        if b'"k":' in data:
            raise OSError(errno.ENOSPC, "full")
        return really(descriptor, data)

    with patch("os.write", full):
        yield


def fill(folder: Path) -> Store:
    """Two groups and settings."""
    store = Store(folder)
    store.keep(GroupCode("R07"), a_record(1), Seat(3))
    store.keep(GroupCode("R07"), a_record(2, plan=Id("ordinary-60"), people=5), Seat(4))
    special = KeptItem(None, 90, 88, Id("special"))
    other = KeptItem(ItemKind.CLOSING, 7, 9)
    store.keep(GroupCode("R12"), a_record(3, plan=Id("special"), items=(special, other), goals=()), Seat(1))
    return store


async def follow(desk: Driver, way: str) -> None:
    """Press keys, one after another; ``~3`` lets three minutes pass, ``=word`` types a word."""
    for step in way.split():
        if step.startswith("~"):
            if isinstance(desk.app, PlayedDesk):
                desk.app.play()
            await desk.pass_time(minutes=int(step[1:]))
            if isinstance(desk.app, PlayedDesk):
                desk.app.play()
                await desk.settle()
        elif step.startswith("="):
            await desk.type(step[1:])
        else:
            await desk.press(KEYS.get(step, step))


@asynccontextmanager
async def scene(
    name: str, folder: Path, deck: Deck, size: tuple[int, int], *, first: Callable[[Driver], None] | None = None
) -> AsyncIterator[Driver]:
    """Go to a scene; ``first`` is done to the open desk before that."""
    kind, way = SCENES[name]
    clock = FakeClock()
    store = Store(folder) if kind == "first" else fill(folder)
    plan, people = MADE.get(kind, MADE["live"])
    made = prepared(deck, plan, people, group=None if kind == "demo" else GroupCode("R07"))
    if kind == "resume":
        async with desk_on(store, deck, clock=clock, prepared=made) as desk:
            await follow(desk, "space ~6 n ~2")
            desk.running.journal.flush()
        clock.suspend(240_000)
    async with desk_on(
        Store(folder),
        deck,
        clock=clock,
        size=size,
        prepared=made if kind in MADE else None,
        program=PlayedDesk if kind == "demo" else TestDesk,
    ) as desk:
        if first is not None:
            first(desk)
        with full_disk() if kind == "full disk" else nullcontext():
            await follow(desk, way)
        yield desk
