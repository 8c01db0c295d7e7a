"""After the end nothing that was typed can be reached from any object of the program."""

import asyncio
import gc

import pytest
from desk.driver import Driver, Opens
from desk.scenes import follow
from textual.cache import LRUCache
from words_in_memory import where_kept

from facilitator.drawn_texts import A_MOMENT, forget_drawn
from facilitator.projector.view import Shown

WORD = "".join(reversed("ihcatsivrec"))
"""Made here, so that no other test's own texts, which the same process holds, can be taken for what was typed."""


@pytest.fixture
def drawn_stays() -> None:
    """Here all of memory is looked through."""


async def what_stays(desk: Driver) -> list[str]:
    """What is still kept when the screens of the session have had the time to go."""
    for _look in range(40):
        await asyncio.sleep(A_MOMENT + 0.1)
        await desk.settle()
        if not (found := where_kept(WORD)):
            return []
    return found


async def write_everywhere(desk: Driver) -> None:
    """A name, a title, two goals, a search and a question, seen on the group's view here and in large type."""
    await follow(desk, "space space w 2")
    await desk.type(WORD + "-1")
    await follow(desk, "enter w 1")
    await desk.type(WORD + "-2")
    await follow(desk, "enter g enter 1")
    await desk.paste(WORD + "-3")
    await follow(desk, "enter i slash")
    await desk.type(WORD + "-4")
    await follow(desk, "escape escape escape ctrl+p")
    await desk.type(WORD + "-5")
    await follow(desk, "escape")
    goals = frozenset(goal.uid for goal in desk.session.goals)
    desk.selection.release(goals)
    for shown in (Shown.ROUND, Shown.GOALS, Shown.CODES, Shown.PROGRAMME):
        desk.selection.choose(shown)
        desk.selection.question = WORD + "-6"
        desk.app.session.refresh()
        await follow(desk, "v 1 escape")
    assert desk.app.session is not None
    desk.selection.toggle_freeze(desk.app.session.view)
    await follow(desk, "u u U ~1")


async def test_nothing_of_what_was_typed_is_left_in_memory(live: Opens):
    async with live() as desk:
        await write_everywhere(desk)
        assert len(where_kept(WORD)) > 5
        await desk.press("E")
        await desk.pick("End and keep for a new group")
        await desk.press("escape")
        assert await what_stays(desk) == []


async def test_nothing_is_left_either_when_nothing_is_kept(live: Opens):
    async with live() as desk:
        await write_everywhere(desk)
        await desk.press("E")
        await desk.pick("End and keep nothing")
        assert await what_stays(desk) == []


def test_caches_that_are_older_than_the_first_screen_are_emptied_too():
    """The program freezes what it is made of when it starts; the collector then does not list it."""
    cache: LRUCache[str, str] = LRUCache(8)
    cache["typed"] = "typed"
    gc.freeze()
    try:
        forget_drawn()
        assert "typed" not in cache
    finally:
        gc.unfreeze()
