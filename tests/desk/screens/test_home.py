"""Home: the first start, groups, past agendas, making a session ready, a second program, closing."""

from pathlib import Path

import pytest
from desk.driver import Opens, desk_on
from fakes import FakeClock

from facilitator.desk.widgets.search_line import SearchLine
from sessions.store.folder import Store
from sessions.values import GroupCode


async def test_the_first_start_says_what_is_kept_and_begins(home: Opens):
    async with home(size=(80, 24)) as desk:
        desk.expects("Welcome to facilitator", "It does not keep names", "seats and turns", "cloud service")
        desk.expects("n A session now", "N A new group", "G A group to explore", "D Demo")
        assert "A session now" in desk.pointed()
        await desk.press("enter")
        assert desk.where == "MakingReadyScreen"


async def test_the_demonstration_from_home(home: Opens):
    async with home() as desk:
        await desk.press("D")
        assert desk.app.return_value == "demo"


async def test_groups_are_listed_with_their_last_session(home: Opens, with_groups: Store):
    async with home(size=(80, 24)) as desk:
        desk.expects("R07 3 Wed 11 Feb −13 min Ordinary session 60", "R12 2 Wed 11 Feb −13 min Ordinary session 90")


async def test_on_a_large_terminal_the_chosen_groups_next_and_last_sessions_stand_beside_the_list(
    home: Opens, with_groups: Store
):
    async with home(size=(200, 60)) as desk:
        await desk.point("R07")
        desk.expects("NEXT TIME", "session 3", "as last time", "Topic of the day 24", "In all 60 min")
        desk.expects("LAST TIME", "session 2 · Wed 11 Feb 26", "Ordinary session 60 5 people 77 of 90 min −13 min")
        desk.expects("Topic of the day 5 5", "1 14 Jan 26 6 77/90 −13 min Ordinary session 90")
        await desk.press("enter")
        desk.expects("Topic of the day", "24", "In all 60")
        await desk.press("escape", "N", "enter", "escape")
        desk.expects("NEXT TIME", "session 1")
        desk.lacks("took")
    async with home(size=(120, 40)) as desk:
        await desk.point("R07")
        desk.expects("LAST TIME Wed 11 Feb 26", "ITEM plan took", "Topic of the day 5 5")
        desk.lacks("NEXT TIME")


async def test_a_session_is_made_ready_and_opened(home: Opens):
    async with home() as desk:
        await desk.press("n")
        desk.expects("5 people", "90 min", "Ordinary session 90", "In all 90")
        await desk.press("l", "l", "L")
        desk.expects("6 people")
        await desk.press("less_than_sign", "less_than_sign", "less_than_sign")
        desk.expects("75 min", "In all 75", "In brackets: the minutes in the plan.")
        desk.expects("◆ protected: gives no time by itself", "◇ first to give its time")
        await desk.press("enter")
        assert desk.where == "LiveScreen"
        assert len(desk.session.people.present) == 6
        assert desk.session.agreed_minutes == 75
        assert sum(item.given for item in desk.session.items) == 75


async def test_what_cannot_be_fitted_is_said(home: Opens):
    async with home() as desk:
        await desk.press("n", *["less_than_sign"] * 16)
        desk.expects("10 min", "too much: closing and breaks never give.")


async def test_another_plan_has_its_own_length(home: Opens):
    async with home() as desk:
        await desk.press("n", "greater_than_sign")
        await desk.point("Ordinary session 60")
        desk.expects("60 min", "In all 60")


@pytest.mark.parametrize(("key", "people"), [("l", "60 people"), ("L", "1 person")])
async def test_people_have_a_least_and_a_most(home: Opens, key: str, people: str):
    async with home() as desk:
        await desk.press("n", *[key] * 60)
        desk.expects(people)


async def test_a_groups_session_is_ready_as_it_was_last_time(home: Opens, with_groups: Store):
    async with home() as desk:
        await desk.point("A session now")
        await desk.press("s")
        assert desk.where == "HomeScreen"
        desk.expects("group first")
        await desk.pick("R07")
        desk.expects("R07 session 3", "5 people", "Ordinary session 60")
        await desk.press("enter")
        assert desk.session.group == "R07"
        desk.expects("R07 session 3")


async def test_past_agendas_show_plan_against_actual(home: Opens, with_groups: Store):
    async with home() as desk:
        await desk.point("R07")
        await desk.press("r")
        assert [line.split()[0] for line in desk.lines()] == ["2", "1"]
        await desk.press("down", "enter")
        desk.expects("R07 · session 1 · 14 January 2026", "Ordinary session 90 6 people 77 of 90 min −13 min")
        desk.expects("Topic 1 25 31 ├▆", "▆┤ −6", "left out: 1 · moved to next time: 2", "A lighthouse: in progress")
        await desk.press("escape", "escape")
        assert desk.where == "HomeScreen"


async def test_on_a_large_terminal_the_sessions_before_the_one_pointed_at_stand_below_it(
    home: Opens, with_groups: Store
):
    async with home(size=(200, 60)) as desk:
        await desk.point("R07")
        await desk.press("r")
        desk.expects("R07 · session 2 · 11 February 2026", "R07 · session 1 · 14 January 2026")
        await desk.press("down")
        desk.expects("R07 · session 1 · 14 January 2026")
        desk.lacks("R07 · session 2")


async def test_a_past_agenda_is_used_again(home: Opens, with_groups: Store):
    async with home() as desk:
        await desk.point("R07")
        await desk.press("r")
        await desk.press("down", "enter", "a")
        desk.expects("R07 session 3", "6 people", "Ordinary session 90", "The agenda of that session")
        desk.expects("90 min", "27 (25)", "In all 90")  # as long as was agreed then; what that changes is shown
        await desk.point("Image session")
        await desk.point("The agenda of that session")
        desk.expects("In all 90")
        await desk.press("enter")
        assert desk.session.agreed_minutes == 90
        assert [item.planned for item in desk.session.items] == [10, 9, 27, 5, 22, 7, 10]
        assert [item.exercise for item in desk.session.items][-1] == "pair-buzz"
        assert desk.session.items[0].steps


async def test_a_special_session_can_be_used_again(home: Opens, with_groups: Store):
    async with home() as desk:
        await desk.point("R12")
        await desk.press("r")
        await desk.press("enter")
        desk.expects("own agenda")
        await desk.press("a", "enter")
        assert desk.where == "LiveScreen"


async def test_a_damaged_file_is_told_moved_aside_and_the_version_before_used(home: Opens, with_groups: Store):
    with_groups.groups.path(GroupCode("R07")).write_text('{"meta": {"1": ', encoding="utf-8")
    async with home() as desk:
        desk.expects("was damaged. The version before it is in use again", "R07 2 ", "R12 2 ")
        aside = list(with_groups.damaged.iterdir())
        assert len(aside) == 1
        assert aside[0].read_text("utf-8") == '{"meta": {"1": '


@pytest.mark.parametrize("key", ["r", "enter", "g"])
async def test_a_file_that_was_damaged_meanwhile_is_told_and_mended_when_it_is_asked_for(
    home: Opens, with_groups: Store, key: str
):
    async with home() as desk:
        await desk.press("home")
        path = with_groups.groups.path(GroupCode("R07"))
        path.write_bytes(b"{")
        await desk.press(key)
        assert desk.where == "HomeScreen"
        desk.expects("damaged")
        assert path.read_bytes() != b"{"
        await desk.press(key)
        assert desk.where != "HomeScreen"


async def test_a_damaged_file_without_a_version_before_is_moved_aside(home: Opens, with_groups: Store):
    with_groups.groups.path(GroupCode("R12")).write_bytes(b"\x00\x00")
    async with home() as desk:
        desk.expects("is damaged and cannot be read. It was moved to", "R07 3 ")
        desk.lacks("R12 2")


async def test_a_file_of_a_newer_program_is_left_alone(home: Opens, with_groups: Store):
    path = with_groups.groups.path(GroupCode("R12"))
    newer = '{"meta": {"1": {"schema": 99}}}'
    path.write_text(newer, encoding="utf-8")
    async with home() as desk:
        desk.expects("was written by a newer facilitator")
        assert path.read_text("utf-8") == newer


async def test_a_second_program_runs_no_session_but_shows_everything_else(
    home: Opens, with_groups: Store, shipped, data: Path
):
    first = Store(data)
    first.claim()
    try:
        async with home() as desk:
            await desk.press("n", "enter")
            assert desk.where == "MakingReadyScreen"
            desk.expects("A session is running in another window.")
            await desk.press("escape")
            await desk.point("R07")
            await desk.press("r")
            desk.expects("2 sessions")
    finally:
        first.release()


async def test_the_second_program_leaves_the_running_session_alone(live: Opens, data: Path, shipped):
    async with live() as desk:
        await desk.press("space")
        async with desk_on(Store(data), shipped, clock=FakeClock()) as second:
            second.expects("A session is running in another window.")
            assert second.where == "HomeScreen"
        await desk.press("n")
        desk.running.journal.flush()
        assert b'"ItemEnded"' in Store(data).journal_path.read_bytes()


async def test_closing_from_home_asks_nothing(home: Opens):
    async with home() as desk:
        await desk.press("q")
        assert not desk.app.is_running or desk.app._exit


@pytest.mark.parametrize("open_dialog", [(), ("w",), ("w", "1"), ("question_mark",), ("v", "1"), ("E",)])
async def test_closing_during_a_session_is_asked_twice_from_anywhere(live: Opens, open_dialog: tuple[str, ...]):
    async with live() as desk:
        await desk.press("space", *open_dialog)
        await desk.press("ctrl+q")
        assert not desk.app._exit
        await desk.press("ctrl+q")
        assert desk.app._exit


async def test_ctrl_c_closes_nothing(live: Opens):
    async with live() as desk:
        await desk.press("space", "ctrl+c", "ctrl+c", "ctrl+c")
        assert not desk.app._exit
        desk.expects("Ctrl+Q closes the program.")


async def test_what_is_read_while_the_program_closes_is_drawn_nowhere(home: Opens, with_groups: Store):
    async with home() as desk:
        screen = desk.app.screen
        await screen.query_one(SearchLine).remove()  # as when closing has come so far
        desk.app._prune(screen)
        screen.draw()


async def test_home_points_at_the_group_that_was_begun_and_whose_session_was_kept(home: Opens, with_groups: Store):
    async with home() as desk:
        await desk.press("N", *["backspace"] * 3, "4", "2", "enter")
        await desk.press("escape")
        assert desk.pointed().startswith("R42")
        await desk.press("home", "n", "enter", "space", "E")
        await desk.pick("End and keep for another group")
        await desk.pick("R12")
        await desk.press("escape")
        assert desk.where == "HomeScreen"
        assert desk.pointed().startswith("R12")
