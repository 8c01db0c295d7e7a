"""Twenty thousand keys at random, on many sizes, through dialogs, endings and new starts.

The keys are posted to the program in handfuls rather than pressed one by one with Pilot, which would wait after each;
the path from there on (bindings, focus, dialogs, the writing line) is the real one.
"""

import json
import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import pytest
from desk.driver import Driver, desk_on, prepared
from fakes import FakeClock
from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key

from exercises.deck import Deck
from facilitator.commands import COMMANDS
from facilitator.preparing.own_plans import EXPORTS
from facilitator.projector.rendezvous import HERE, WANTED
from sessions import events as e
from sessions import kinds, process
from sessions.clock import Anchor
from sessions.record import Record
from sessions.store.codec import event_from
from sessions.store.decoding import from_document
from sessions.store.folder import Store
from sessions.values import SPECIAL, GroupCode

HANDFUL = 50
CONTROL = {"enter": "\r", "escape": "\x1b", "tab": "\t", "backspace": "\x7f", "space": " "}
KEYS = sorted({key for command in COMMANDS for key in command.keys} - {"ctrl+q", "q", "D", "T"})
WORDS = [*"abcdefghijklmnopqrstuvwxyzåäö0123456789 -"]
OTHERS = ["tab", "shift+tab", "enter", "enter", "enter", "escape", "backspace", "home", "end", "f5", "delete", "ctrl+c"]
RARE = ["ctrl+q", "q", "T", "E"]


def key_event(key: str) -> events.Key:
    if len(key) == 1:
        named = _character_to_key(key)
        return events.Key(REPLACED_KEYS.get(named, named), key)
    signs = {"plus": "+", "minus": "-", "greater_than_sign": ">", "less_than_sign": "<", "full_stop": "."}
    return events.Key(key, CONTROL.get(key) or signs.get(key) or ("?" if key == "question_mark" else None))


def any_key(chance: Random) -> str:
    kind = chance.random()
    if kind < 0.70:
        return chance.choice(KEYS)
    if kind < 0.84:
        return chance.choice(OTHERS)
    return chance.choice(WORDS) if kind < 0.995 else chance.choice(RARE)


@pytest.fixture
def unpainted() -> None:
    """Here everything is painted at every change, as in a terminal."""


async def handful(desk: Driver, chance: Random) -> int:
    """Press a handful of keys and let a little time pass."""
    for _key in range(HANDFUL):
        desk.app.post_message(key_event(any_key(chance)))
    await desk.pilot.pause()
    desk.clock.sleep(chance.choice((1, 500, 20_000, 60_000, 400_000)))
    if not desk.app._exit:
        desk.app._tick()
    return HANDFUL


@pytest.mark.parametrize(
    ("seed", "keys"),
    [*((seed, 800) for seed in range(4)), *(pytest.param(seed, 5_000, marks=pytest.mark.e2e) for seed in range(4, 6))],
)
async def test_nothing_crashes_and_only_structure_is_stored(seed: int, keys: int, shipped: Deck, data: Path):
    chance = Random(seed)
    clock = FakeClock()
    sizes = [(80, 24), (120, 40), (40, 12), (200, 60)]
    pressed = starts = acts = 0
    deck_ids = {*shipped.card_ids(), *shipped.plan_ids(), SPECIAL}
    while pressed < keys:
        starts += 1
        size = sizes[(seed + starts) % len(sizes)]
        start = prepared(shipped, chance.choice(shipped.plan_ids()), chance.randint(1, 12))
        async with desk_on(Store(data), shipped, clock=clock, size=size, prepared=start) as desk:
            until = pressed + 400
            while pressed < min(until, keys) and not desk.app._exit:
                pressed += await handful(desk, chance)
                if pressed % 200 == 0:
                    only_structure(data, deck_ids)
            await desk.pilot.pause()
            assert desk.app._exception is None
            if desk.app.session is not None:
                desk.running.journal.flush()
                acts += desk.running.ledger.past is not None
        only_structure(data, deck_ids)
    assert acts


EVENT_NAMES = set(e.EVENTS)
CLOSED = {
    member.value
    for kind in (*vars(kinds).values(), *vars(process).values())
    if isinstance(kind, type) and issubclass(kind, kinds.StrEnum) and kind is not kinds.StrEnum
    for member in kind
}
FORMULA = re.compile(r"\d{1,5}(/\d{1,5})?")


def only_structure(folder: Path, ids: set[str]) -> None:
    """Every file is one the codec reads, and every text in it is of a closed list."""
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):  # the program goes on meanwhile
            only_structure_in(path, ids)


def only_structure_in(path: Path, ids: set[str]) -> None:
    """The same of one file."""
    if path.is_dir() or path.name in ("facilitator.lock", "config.toml") or path.name.endswith(".tmp"):
        return
    if path.name in (HERE, WANTED):
        return
    if path.parent.name == EXPORTS:  # a plan of the library on paper, as it was asked for
        assert path.stem in ids
        return
    if path.name == "erased.json":
        assert re.fullmatch(r'[\d\s\[\]{}":,a-z]*', path.read_text("utf-8"))
        return
    if path.suffix == ".journal":
        for line in path.read_bytes().splitlines():
            document = json.loads(line[9:])
            closed(document, ids)
            if document["k"] == "event":
                assert isinstance(event_from(document), e.Event)
            elif document["k"] == "start":
                assert isinstance(from_document(document, Anchor), Anchor)
    else:
        assert path.parent.name == "groups", path
        assert path.suffix in (".json", ".previous")
        GroupCode(path.stem)
        tables = json.loads(path.read_bytes())
        assert set(tables) <= {"_default", "meta", "group", "sessions"}
        for document in tables["sessions"].values():
            assert isinstance(from_document(document, Record), Record)
            closed({name: value for name, value in document.items() if name != "day"}, ids)
            date.fromisoformat(document["day"])


def closed(value: object, ids: set[str], key: str = "") -> None:
    """No text that is not of a closed list, an id of the deck, a group's code or a number."""
    if isinstance(value, dict):
        for name, inner in value.items():
            closed(inner, ids, name)
    elif isinstance(value, list):
        for inner in value:
            closed(inner, ids, key)
    elif isinstance(value, str):
        known = value in ids or value in CLOSED or (key == "e" and value in EVENT_NAMES)
        known = known or (key == "k" and value in ("start", "event", "pulse"))
        known = known or (key == "boot" and re.fullmatch(r"boot\d{4}", value) is not None)
        known = known or (key in ("fixed", "per_person") and FORMULA.fullmatch(value) is not None)
        known = known or (key in ("group", "keep") and re.fullmatch(r"R\d{2,3}", value) is not None)
        assert known, (key, value)
