"""After a crash: the session is offered, two keys go on, and an ending that was interrupted is finished."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from desk.driver import Driver, Opens, desk_on
from fakes import FakeClock

from exercises.deck import Deck
from sessions import events as e
from sessions.kinds import ItemState
from sessions.store.folder import Store
from sessions.values import MINUTE, GroupCode, Id


@asynccontextmanager
async def after_a_crash(live: Opens, data: Path, shipped: Deck, *, gap: float = 4, **options) -> AsyncIterator[Driver]:
    """A session is run for eight minutes, the program dies, and is started again ``gap`` minutes later."""
    async with live(**options) as desk:
        await desk.press("space")
        await desk.pass_time(minutes=6)
        await desk.press("n")
        await desk.pass_time(minutes=2)
        desk.running.journal.flush()
        left = data.parent / "left"
        shutil.copytree(data, left)
        clock = desk.clock
    clock.suspend(int(gap * MINUTE))
    async with desk_on(Store(left), shipped, clock=clock) as again:
        yield again


async def test_two_keys_are_enough_and_the_clock_is_right(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        desk.expects("Resume the unfinished session", "Ordinary session 90 · 5 people", "Began 14:00, last act 14:06")
        desk.expects("gap 4 min", "Go on, and count the gap of 4 min", "End it at 14:08 and keep", "Discard it")
        await desk.press("enter")
        assert desk.where == "LiveScreen"
        assert desk.item_now == 2
        assert desk.times.spent == 6 * MINUTE
        desk.expects("14:00–15:30")
        await desk.press("z")
        assert desk.times.spent == 2 * MINUTE


async def test_going_on_without_the_gap(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.press("2")
        assert desk.times.spent == 2 * MINUTE


async def test_after_a_long_gap_taking_it_out_is_pointed_at(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped, gap=40) as desk:
        assert "take the gap of 40 min out" in desk.pointed()


async def test_ending_it_where_it_stopped_keeps_what_was(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.press("3")
        desk.expects("This is what would be kept")
        await desk.pick("new group")
        store = desk.app.store
        record = store.groups.read(store.groups.codes()[0]).records[0]
        assert [item.actual for item in record.items] == [6, 2]
        assert not store.journal_path.exists()


async def test_going_back_from_ending_it_goes_on_with_it(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.press("3", "enter")
        assert desk.where == "LiveScreen"
        await desk.press("space")
        assert desk.session.ended is None


async def test_discarding_leaves_nothing(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.press("4")
        assert desk.where == "HomeScreen"
        assert not desk.app.store.journal_path.exists()
        desk.lacks("Resume the unfinished session")


async def test_esc_leaves_it_for_later_on_home(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.press("escape")
        desk.expects("Resume the unfinished session")
        await desk.pick("Resume the unfinished session")
        await desk.press("1")
        assert desk.item_now == 2


async def test_undo_reaches_over_the_crash(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.press("enter", "u")
        assert desk.item_now == 1
        assert desk.session.item(2).state is ItemState.AHEAD


async def test_a_crash_after_the_crash(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.press("enter", "n", "n")
        desk.running.journal.flush()
        third = data.parent / "third"
        shutil.copytree(desk.app.store.folder, third)
        async with desk_on(Store(third), shipped, clock=desk.clock) as again:
            await again.press("enter")
            assert again.item_now == 4


async def test_one_that_never_began_is_offered_without_a_gap(live: Opens, data: Path, shipped: Deck):
    async with live() as desk:
        desk.running.journal.flush()
        left = data.parent / "left"
        shutil.copytree(data, left)
    async with desk_on(Store(left), shipped, clock=desk.clock) as again:
        assert again.lines() == ["Go on", "Discard it"]
        await again.press("enter", "space")
        assert again.session.begun is not None


async def test_an_interrupted_ending_is_finished_and_told(data: Path, shipped: Deck, with_groups: Store, live: Opens):
    async with live(group=GroupCode("R07")) as desk:
        await desk.press("space")
        await desk.pass_time(minutes=6)
        desk.running.do(e.Ended(desk.clock.now(), GroupCode("R07")))
        desk.running.journal.flush()
    for _start in range(2):
        async with desk_on(Store(data), shipped, clock=FakeClock()) as again:
            assert again.where == "HomeScreen"
            assert not Store(data).journal_path.exists()
            assert len(with_groups.groups.read(GroupCode("R07")).records) == 3
            if not _start:
                again.expects("The ending that was interrupted is done: kept for group R07.")


async def test_an_interrupted_ending_that_keeps_nothing_keeps_nothing(data: Path, shipped: Deck, live: Opens):
    async with live() as desk:
        desk.running.do(e.Ended(desk.clock.now(), None))
        desk.running.journal.flush()
    async with desk_on(Store(data), shipped, clock=FakeClock()) as again:
        assert not Store(data).groups.codes()
        assert not Store(data).journal_path.exists()
        again.lacks("Resume")


@pytest.mark.parametrize("rubbish", [b"", b"\x00" * 400, b"no journal\n"], ids=["empty", "zeros", "text"])
async def test_a_journal_that_is_none_is_moved_aside_and_told(home: Opens, store: Store, rubbish: bytes):
    store.folder.mkdir(parents=True)
    store.journal_path.write_bytes(rubbish)
    async with home() as desk:
        assert desk.where == "HomeScreen"
        desk.expects("is damaged and cannot be read. It was moved to")
        assert [path.read_bytes() for path in store.damaged.iterdir()] == [rubbish]


async def test_a_bad_tail_loses_only_itself(live: Opens, data: Path, shipped: Deck):
    async with live() as desk:
        await desk.press("space", "n", "n")
        desk.running.journal.flush()
    journal = Store(data).journal_path
    journal.write_bytes(journal.read_bytes()[:-10])
    async with desk_on(Store(data), shipped, clock=desk.clock) as again:
        await again.press("enter")
        assert again.item_now == 2


async def test_a_plan_whose_file_is_gone_still_resumes(live: Opens, data: Path, shipped: Deck):
    plans = data / "plans"
    plans.mkdir(parents=True)
    own = (Path(__file__).parents[2] / "exercises" / "plans" / "ordinary-60.toml").read_text("utf-8")
    (plans / "mine.toml").write_text(own, encoding="utf-8")
    deck = Deck(data)
    from desk.driver import prepared

    async with desk_on(Store(data), deck, clock=FakeClock(), prepared=prepared(deck, "mine")) as desk:
        await desk.press("space", "n")
        desk.running.journal.flush()
    (plans / "mine.toml").unlink()
    async with desk_on(Store(data), Deck(data), clock=desk.clock) as again:
        again.expects("mine")
        await again.press("enter")
        assert again.session.plan == Id("mine")
        assert again.item_now == 2


async def test_a_new_session_never_takes_the_place_of_an_unfinished_one(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.press("escape", "n", "enter")
        desk.expects("Resume the unfinished session")
        await desk.press("1")
        assert desk.item_now == 2
