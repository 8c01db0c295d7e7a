"""Garbage is looked for at the ticks: a little each time, everything now and then, and hardly ever at a key."""

import gc

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
    assert looked.count(1) == 2 * collecting.FULL / collecting.RECENT - 2
    assert set(looked) == {0, 1, 2}


def test_what_stood_at_a_tick_and_is_left_then_goes_soon():
    class Line:
        pass

    ticking = Collecting()
    standing = Line()
    standing.itself = standing
    ticking.tick()
    del standing
    for _tick in range(collecting.RECENT):
        ticking.tick()
    assert not [each for each in gc.get_objects() if isinstance(each, Line)]


async def test_a_tick_collects_what_is_new(live):
    class Held:
        pass

    async with live() as desk:
        held = Held()
        held.itself = held
        del held
        await desk.pass_time(seconds=1)
        assert not [each for each in gc.get_objects() if isinstance(each, Held)]


async def test_what_was_left_before_a_session_does_not_stay_with_it(live):
    class Held:
        pass

    gc.disable()
    try:
        held = Held()
        held.itself = held
        del held
        async with live():
            gc.unfreeze()
            assert not [each for each in gc.get_objects() if isinstance(each, Held)]
    finally:
        gc.enable()


def test_the_interpreter_seldom_looks_by_itself():
    was = gc.get_threshold()
    try:
        collect_between_keys()
        assert gc.get_threshold()[0] > 10 * was[0]
    finally:
        gc.set_threshold(*was)
        gc.unfreeze()
