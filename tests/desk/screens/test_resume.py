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
from sessions.store.groupfile import schema
from sessions.store.journal_format import encoded, start_document
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
        desk.expects("ends 15:26 agreed 15:30")
        await desk.press("z")
        assert desk.times.spent == 2 * MINUTE


async def test_going_on_without_the_gap(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.pick("Go on, and take the gap")
        assert desk.times.spent == 2 * MINUTE


async def test_after_a_long_gap_taking_it_out_is_pointed_at(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped, gap=40) as desk:
        assert "take the gap of 40 min out" in desk.pointed()


async def test_ending_it_where_it_stopped_keeps_what_was(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.pick("End it at 14:08")
        desk.expects("This is what would be kept")
        await desk.pick("new group")
        store = desk.app.store
        record = store.groups.read(store.groups.codes()[0]).records[0]
        assert [item.actual for item in record.items] == [6, 2]
        assert not store.journal_path.exists()


async def test_going_back_from_ending_it_goes_on_with_it(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.pick("End it at 14:08")
        assert desk.where == "EndingScreen"
        await desk.press("enter")
        assert desk.where == "LiveScreen"
        await desk.press("space")
        assert desk.session.ended is None


async def test_going_back_from_ending_it_counts_the_gap_and_says_so(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.pick("End it at 14:08")
        assert desk.where == "EndingScreen"
        await desk.press("enter")
        desk.expects("The computer stood still for 4 min. It was counted; z takes it out.")
        assert desk.times.spent == 6 * MINUTE
        await desk.press("z")
        assert desk.times.spent == 2 * MINUTE


async def test_a_crash_while_it_was_to_be_ended_does_not_swallow_the_gap(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.pick("End it at 14:08")
        await desk.pass_time(seconds=40)
        desk.running.journal.flush()
        third = data.parent / "third"
        shutil.copytree(desk.app.store.folder, third)
        async with desk_on(Store(third), shipped, clock=desk.clock) as again:
            again.expects("last sign of life 14:08", "gap 5 min")


async def test_discarding_asks_and_the_safe_answer_has_the_focus(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.pick("Discard it")
        desk.expects("Discard the unfinished session?", "Ordinary session 90 · 5 people", "11 March 2026, began 14:00")
        desk.expects("lasted 8 min")
        assert desk.pointed() == "Leave it as it is"
        await desk.press("enter")
        desk.expects("UNFINISHED")
        assert desk.app.store.journal_path.exists()


async def test_a_discarded_session_can_be_brought_back(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.pick("Discard it")
        await desk.pick("Discard the unfinished session")
        assert desk.where == "HomeScreen"
        assert not desk.app.store.journal_path.exists()
        desk.lacks("Resume the unfinished session")
        desk.expects("Discarded. Until the next session is over it can be brought back from here.")
        await desk.pick("Bring back the session that was discarded")
        await desk.pick("Go on, and count")
        assert desk.item_now == 2
        desk.lacks("Bring back")


async def test_what_was_discarded_goes_with_the_next_ending(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        await desk.pick("Discard it")
        await desk.pick("Discard the unfinished session")
        await desk.press("n", "enter", "space", "E")
        await desk.pick("End and keep nothing")
        desk.lacks("Bring back")
        assert not list(desk.app.store.folder.glob("*.journal"))


async def test_esc_leaves_it_for_later_on_home(live: Opens, data: Path, shipped: Deck):
    async with after_a_crash(live, data, shipped) as desk:
        desk.expects("esc lets it wait and goes to the groups")
        desk.lacks("A session now", "UNFINISHED")  # no row is seen that cannot be chosen now
        await desk.press("escape")
        desk.expects("A session now", "UNFINISHED", "Ordinary session 90", "enter resumes")
        await desk.pick("UNFINISHED")
        await desk.pick("Go on, and count")
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


async def test_one_that_never_began_leaves_nothing(live: Opens, data: Path, shipped: Deck):
    async with live() as desk:
        desk.running.journal.flush()
        left = data.parent / "left"
        shutil.copytree(data, left)
    assert not Store(data).has_journals(), "closing the program takes it away"
    async with desk_on(Store(left), shipped, clock=desk.clock) as again:
        assert again.where == "HomeScreen"
        again.lacks("Resume the unfinished session")
        assert not Store(left).has_journals(), "a kill leaves one that is not offered"


async def test_esc_leaves_a_session_that_has_not_begun(live: Opens, store: Store):
    async with live() as desk:
        await desk.press("escape")
        assert desk.where == "HomeScreen"
        assert desk.app.session is None
        assert not store.has_journals()
        await desk.press("n", "enter", "space", "escape")
        assert desk.where == "LiveScreen"
        assert desk.session.begun is not None


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


@pytest.mark.parametrize("rubbish", [b"\x00" * 400, b"no journal\n"], ids=["zeros", "text"])
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
        again.expects("Its file was damaged: up to 1 act is missing. The damaged file is put aside.")
        await again.press("enter")
        assert again.item_now == 2


async def test_a_plan_whose_file_is_gone_still_resumes(live: Opens, data: Path, shipped: Deck):
    plans = data / "plans"
    plans.mkdir(parents=True)
    own = (Path(__file__).parents[3] / "exercises" / "plans" / "ordinary-60.toml").read_text("utf-8")
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
        await desk.pick("Go on, and count")
        assert desk.item_now == 2


async def test_a_session_that_died_in_another_window_is_found_when_one_opens_here(
    home: Opens, data: Path, shipped: Deck
):
    async with home() as desk:
        other = Store(data)
        other.claim()
        journal = other.journal(desk.clock.anchor())
        for event in begun_elsewhere(shipped, desk.clock):
            journal.add(event)
        journal.flush()
        await desk.press("n", "enter")
        desk.expects("A session is running in another window.")
        journal.close()
        before = other.journal_path.read_bytes()
        other.release()
        await desk.press("enter")
        desk.expects("Resume the unfinished session")
        assert other.journal_path.read_bytes() == before


def begun_elsewhere(shipped: Deck, clock: FakeClock) -> list[e.Event]:
    """What another window wrote."""
    from random import Random

    from desk.driver import prepared

    opened = prepared(shipped).opened(clock, None, Random(3))
    return [opened, e.Begun(clock.now())]


async def test_a_newer_journal_is_told_and_outlives_a_session_beside_it(home: Opens, store: Store):
    store.folder.mkdir(parents=True)
    newer = encoded([{**start_document(FakeClock().anchor()), "schema": 99}], 0)
    store.journal_path.write_bytes(newer)
    async with home() as desk:
        desk.expects("was written by a newer facilitator")
        await desk.press("n", "enter")
        assert desk.where == "LiveScreen"
        desk.expects("was written by a newer facilitator")
        await desk.press("space", "E")
        await desk.pick("End and keep nothing")
    assert store.journal_path.read_bytes() == newer


async def test_an_ending_whose_group_is_newer_is_offered_again_and_can_go_elsewhere(
    data: Path, shipped: Deck, with_groups: Store, live: Opens
):
    async with live(group=GroupCode("R07")) as desk:
        await desk.press("space")
        desk.running.end(desk.clock.now(), GroupCode("R07"))
        desk.running.journal.flush()
    path = with_groups.groups.path(GroupCode("R07"))
    present = path.read_bytes()
    newer = present.replace(b'"schema": %d' % schema(), b'"schema": 99')
    assert newer != present
    path.write_bytes(newer)
    async with desk_on(Store(data), shipped, clock=desk.clock) as again:
        assert again.lines() == ["Choose where the session is kept", "Discard it"]
        await again.press("escape")
        again.expects("was written by a newer facilitator")
        await again.press("n", "enter")
        assert again.lines() == ["Choose where the session is kept", "Discard it"]
        await again.press("enter")
        await again.pick("End and keep for a new group")
        assert again.where == "PastSessionScreen"
    assert path.read_bytes() == newer
    assert len(Store(data).groups.codes()) == 3
    assert not Store(data).has_journals()


async def test_without_locks_a_session_runs_says_so_and_is_found(home: Opens, data: Path, monkeypatch):
    import errno
    import fcntl

    def refuse(*_what: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    async with home() as desk:
        await desk.press("n", "enter")
        assert desk.where == "LiveScreen"
        desk.expects("The system did not let")
        await desk.press("space")
        desk.running.journal.flush()
    async with home() as again:
        again.expects("Resume the unfinished session")


async def test_of_a_clock_that_was_set_back_no_gap_is_made_up(live: Opens, data: Path, shipped: Deck, monkeypatch):
    monkeypatch.setattr("facilitator.resuming.clock_after", lambda _found, given: (given, None))
    async with after_a_crash(live, data, shipped) as desk:
        desk.expects("The computer's clock is earlier than that now", "the gap was is not known")
        desk.lacks("Go on, and count the gap", "take the gap")
        await desk.pick("Go on")
        assert desk.where == "LiveScreen"
