"""Ending: asked first, the safe answer has the focus, what is kept is shown, and the journal goes."""

import pytest
from desk.driver import Driver, Opens

from sessions.kinds import ItemKind
from sessions.store.folder import Store
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode


async def short_session(desk: Driver) -> None:
    await desk.press("space")
    await desk.pass_time(minutes=12)
    await desk.press("n")
    await desk.pass_time(minutes=9)
    await desk.press("E")


async def test_back_has_the_focus_and_returns_to_the_session(live: Opens):
    async with live() as desk:
        await short_session(desk)
        desk.expects("End the session? This is what would be kept", "Nothing else. Names, titles")
        assert desk.pointed() == "Back to the session"
        await desk.press("enter")
        assert desk.where == "LiveScreen"
        assert desk.session.ended is None
        await desk.press("E", "escape")
        assert desk.where == "LiveScreen"


async def test_what_is_not_in_sight_is_said_and_reached_by_keys(live: Opens):
    async with live() as desk:
        await desk.pilot.resize_terminal(80, 24)
        await short_session(desk)
        desk.expects("Nothing else. Names, titles", "Topic 1 25 – not reached")
        await desk.press("escape")
        await desk.pilot.resize_terminal(80, 16)
        await desk.press("E")
        desk.expects("Not all of it is in sight: tab and ↓ show the rest.", "not reached: Topic 1 (25), Break (5)")
        await desk.press("tab", *["down"] * 20)
        desk.expects("Nothing else. Names, titles")


async def test_what_is_shown_is_what_is_kept(live: Opens, store: Store):
    async with live() as desk:
        await short_session(desk)
        desk.expects("11 March 2026", "5 people", "21 of 90 min")
        line = next(line for line in desk.lines() if "new group" in line)
        await desk.pick("new group")
        code = store.groups.codes()[0]
        assert code in line
        assert desk.where == "PastSessionScreen"
        desk.expects(f"Kept for group {code}. This is all of it.", "Opening round", "10 12")
        record = store.groups.read(code).records[0]
        assert [(item.planned, item.actual) for item in record.items] == [(10, 12), (9, 9)]
        assert (record.people, record.planned, record.actual) == (5, 90, 21)
        assert not store.journal_path.exists()
        await desk.press("escape")
        assert desk.where == "HomeScreen"
        desk.expects(f"{code} 2 Wed 11 Mar −69 min")


async def test_a_session_of_a_group_is_kept_for_that_group(live: Opens, with_groups: Store):
    async with live(group=GroupCode("R07")) as desk:
        desk.expects("R07 session 3")
        await short_session(desk)
        assert desk.lines()[:2] == ["Back to the session", "End and keep for group R07"]
        await desk.press("down", "enter")
        assert len(with_groups.groups.read(GroupCode("R07")).records) == 3
        assert with_groups.groups.codes() == ["R07", "R12"]


async def test_before_the_closing_it_is_said_and_one_answer_goes_there(live: Opens):
    async with live() as desk:
        await short_session(desk)
        await desk.pick("Not yet: first the closing, Closing round, 7 min")
        assert desk.where == "LiveScreen"
        assert desk.session.current.kind is ItemKind.CLOSING
        desk.expects("Straight to the closing. u undoes.")
        await desk.press("E")
        desk.lacks("Not yet:")
        await desk.press("escape", "u")
        assert desk.item_now == 2


async def test_a_session_can_be_kept_for_another_group(live: Opens, with_groups: Store):
    async with live() as desk:
        await short_session(desk)
        await desk.pick("another group")
        await desk.pick("R12")
        assert len(with_groups.groups.read(GroupCode("R12")).records) == 2


async def test_esc_from_the_choice_of_groups_keeps_nothing_yet(live: Opens, with_groups: Store):
    async with live() as desk:
        await short_session(desk)
        await desk.pick("another group")
        await desk.press("escape")
        assert desk.session.ended is None


async def test_keeping_nothing_leaves_no_trace(live: Opens, store: Store):
    async with live() as desk:
        await short_session(desk)
        await desk.pick("End and keep nothing")
        assert desk.where == "HomeScreen"
        desk.expects("The session has ended. Nothing was kept.")
        assert not store.groups.codes()
        assert not store.journal_path.exists()
        assert desk.app.session is None


async def test_a_sensitive_plan_is_kept_as_special(live: Opens, store: Store, shipped):
    plan = next(i for i in shipped.plan_ids() if shipped.plan(i).plan.sensitive)
    async with live(plan) as desk:
        await short_session(desk)
        await desk.pick("new group")
        record = store.groups.read(store.groups.codes()[0]).records[0]
        assert record.plan == "special"
        assert plan not in store.groups.path(store.groups.codes()[0]).read_text("utf-8")
        desk.expects("own agenda")


async def test_a_session_that_never_began_can_be_ended(live: Opens, store: Store):
    async with live() as desk:
        await desk.press("E")
        await desk.pick("End and keep nothing")
        assert not store.journal_path.exists()


async def test_what_cannot_be_kept_is_not_lost_and_can_be_tried_again(live: Opens, store: Store, monkeypatch):
    def full(*_what):
        raise StoreProblem(Trouble.NO_SPACE, store.groups.path(GroupCode("R01")))

    async with live() as desk:
        await short_session(desk)
        monkeypatch.setattr(desk.app.store.groups, "add", full)
        await desk.pick("new group")
        desk.expects("Not kept yet. The disk is full")
        desk.lacks("Back to the session", "Not yet: first the closing")
        assert store.journal_path.exists()
        await desk.press("escape")
        desk.expects("Choose where the session is kept.")
        assert [line.split()[0] for line in desk.lines()] == ["End", "End"]
        assert "new group" in desk.pointed()
        monkeypatch.undo()
        await desk.pick("new group")
        assert len(store.groups.codes()) == 1
        assert not store.journal_path.exists()


@pytest.mark.parametrize("people", [1, 2])
async def test_of_a_session_with_one_person_only_the_frame_is_kept(live: Opens, store: Store, people: int):
    async with live("individual-45", people) as desk:
        await short_session(desk)
        await desk.pick("new group")
        record = store.groups.read(store.groups.codes()[0]).records[0]
        assert bool(record.items) is (people > 1)


async def test_the_next_session_of_the_group_goes_on_where_this_one_stopped(
    live: Opens, home: Opens, with_groups: Store
):
    async with live(group=GroupCode("R07")) as desk:
        desk.expects("GOALS A lighthouse in progress")
        assert desk.session.starter == 4
        await desk.press("space", "space")
        assert desk.round.speaker == 4
        await desk.press("E", "down", "enter")
    assert with_groups.groups.read(GroupCode("R07")).starter == 5
