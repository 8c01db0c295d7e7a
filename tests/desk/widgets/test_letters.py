"""Where something is being written, every letter is a letter: on every screen, in every field."""

from pathlib import Path

import pytest
from desk.driver import Driver, desk_on, prepared
from desk.scenes import fill, follow
from fakes import FakeClock
from textual.widgets import Input

from exercises.deck import Deck
from facilitator.desk.widgets.search_line import SearchLine
from facilitator.projector.view import Shown
from sessions.store.folder import Store
from sessions.values import GroupCode

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ"
SIGNS = "0123456789 .,:;!?'\"+-*/=<>()[]{}@#%&_|~^`§½€\\$"
RUNNING = {
    "name of a seat": "space w 2",
    "title of an item": "space w enter",
    "words of a goal": "space g i enter",
    "palette": "space ctrl+p",
    "code word": "space g I",
    "help": "space ? slash",
    "cards to insert": "space i slash",
    "cards instead": "space k slash",
    "palette over cards": "space i ctrl+p",
    "theme of cards": "space i F down enter",
}
AT_HOME = {
    "cards": "c slash",
    "theme of cards": "c F down enter",
    "palette of cards": "c ctrl+p",
    "palette at home": "ctrl+p",
    "palette at the start": "n ctrl+p",
    "name of a plan": "n O S down enter",
    "palette of the plan": "n O ctrl+p",
}


def written(desk: Driver) -> str:
    line = desk.app.focused
    assert isinstance(line, Input | SearchLine), f"nothing is written here: {line}"
    return line.value if isinstance(line, Input) else line.text


async def writes_everything(desk: Driver) -> None:
    where, most = desk.where, getattr(desk.app.focused, "max_length", None) or 40
    for signs in (LETTERS, SIGNS):
        for start in range(0, len(signs), most):
            part = signs[start : start + most]
            await desk.press("ctrl+u")
            assert written(desk) == ""
            await desk.type(part)
            assert (desk.where, written(desk)) == (where, part)


@pytest.mark.parametrize("way", RUNNING.values(), ids=RUNNING)
async def test_with_a_session_running(way: str, shipped: Deck, data: Path):
    made = prepared(shipped, "ordinary-90", 5)
    async with desk_on(Store(data), shipped, clock=FakeClock(), prepared=made) as desk:
        await follow(desk, way)
        desk.selection.choose(Shown.FOLLOW)
        before = desk.session
        await writes_everything(desk)
        assert not desk.selection.blanked
        assert desk.session == before


@pytest.mark.parametrize("way", AT_HOME.values(), ids=AT_HOME)
async def test_without_one(way: str, shipped: Deck, data: Path):
    fill(data)
    async with desk_on(Store(data), shipped, clock=FakeClock()) as desk:
        await follow(desk, way)
        await writes_everything(desk)


@pytest.mark.parametrize(("key", "most"), [("M", 3), ("H", 5)])
async def test_the_plans_fields(key: str, most: int, shipped: Deck, data: Path):
    fill(data)
    async with desk_on(Store(data), shipped, clock=FakeClock()) as desk:
        await follow(desk, "n O " + key)
        assert getattr(desk.app.focused, "max_length", None) == most
        await writes_everything(desk)


async def test_the_group_an_ending_is_kept_for(shipped: Deck, data: Path):
    store = fill(data)
    for number in range(10, 22):
        store.groups.add(GroupCode(f"R{number + 20}"), store.groups.read(GroupCode("R07")).records[0], 1)
    async with desk_on(Store(data), shipped, clock=FakeClock(), prepared=prepared(shipped)) as desk:
        await follow(desk, "space ~5 E")
        await desk.pick("End and keep for another")
        desk.selection.choose(Shown.FOLLOW)
        await writes_everything(desk)
        assert not desk.selection.blanked


async def test_black_still_has_a_key_while_writing_and_its_own_keys_elsewhere(shipped: Deck, data: Path):
    async with desk_on(Store(data), shipped, clock=FakeClock(), prepared=prepared(shipped)) as desk:
        await follow(desk, "space i slash")
        desk.selection.choose(Shown.FOLLOW)
        await desk.press("f9")
        assert desk.selection.blanked
        await desk.press("escape", "b")
        assert not desk.selection.blanked
