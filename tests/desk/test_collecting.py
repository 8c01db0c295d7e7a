"""Garbage is looked for at the ticks: a little each time, everything now and then, and hardly ever at a key."""

import gc
import weakref

import pytest

from facilitator.desk import collecting
from facilitator.desk.collecting import Collecting, collect_between_keys


def test_everything_is_looked_through_now_and_then(monkeypatch: pytest.MonkeyPatch):
    looked: list[int] = []
    monkeypatch.setattr(gc, "collect", looked.append)
    ticking = Collecting()
    for _tick in range(2 * collecting.FULL):
        ticking.tick()
    assert looked.count(2) == 2
    assert set(looked) == {1, 2}


async def test_a_tick_collects_what_is_new(live):
    class Held:
        pass

    async with live() as desk:
        held = Held()
        held.itself = held
        del held
        await desk.pass_time(seconds=1)
        assert not [each for each in gc.get_objects() if isinstance(each, Held)]


def test_the_interpreter_seldom_looks_by_itself():
    was = gc.get_threshold()
    try:
        collect_between_keys()
        assert gc.get_threshold()[0] > 10 * was[0]
    finally:
        gc.set_threshold(*was)
        gc.unfreeze()


async def test_a_session_does_not_freeze_what_home_has_thrown_away(live):
    class Drawn:
        pass

    gc.disable()
    try:
        drawn = Drawn()
        drawn.itself = drawn
        gone = weakref.ref(drawn)
        del drawn
        async with live():
            assert gone() is None
    finally:
        gc.enable()
