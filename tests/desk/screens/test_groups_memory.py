"""What is kept of groups, at the desk: what is agreed, sessions written down and put right, erasing, the example."""

import re
from datetime import date

import pytest
from desk.driver import Opens
from desk.samples import a_record

from sessions.kinds import ItemKind
from sessions.process import Fate, SessionKind, Setting, SetUp
from sessions.record import KeptItem, Record, Untaken
from sessions.store.folder import Store
from sessions.values import FIRST_SEAT, GroupCode, Id

R07, R12 = GroupCode("R07"), GroupCode("R12")


@pytest.fixture
def series(store: Store) -> Store:
    """R07, six sessions of fifteen held every third Wednesday, with a habit and something moved to next time."""
    items = (
        KeptItem(ItemKind.CHECK_IN, 10, 14, Id("check-in-round")),
        KeptItem(ItemKind.CASE, 25, 25, Id("questions-only")),
        KeptItem(ItemKind.CLOSING, 7, 7, Id("closing-round")),
    )
    moved = (Untaken(ItemKind.EXERCISE, 15, Fate.NEXT_TIME, 2, Id("role-map")),)
    for number in range(6):
        day = date.fromordinal(date(2026, 2, 18).toordinal() - 21 * (5 - number))
        rest = moved if number == 5 else ()
        plan = Id("first-90") if number == 0 else Id("ordinary-90")
        store.keep(R07, a_record(number + 1, day, plan=plan, items=items, rest=rest, goals_looked_at=number == 2))
    store.groups.agree(R07, SetUp(people=6, sessions=15, weeks=3))
    return store


async def test_a_new_group_is_agreed_on_and_its_first_session_made_ready(home: Opens, store: Store):
    async with home() as desk:
        await desk.press("N", "2", "5")
        desk.expects("R25", "Drawn by chance")
        await desk.press("down", "down", "down", "6", "down", "down", "1", "5", "down", "3")
        await desk.press("down", "right", "right", "enter")
        desk.expects("R25 session 1/15", "6 people", "contract to be made")
        agreed = store.groups.read(GroupCode("R25")).set_up
        assert agreed == SetUp(people=6, sessions=15, weeks=3, setting=Setting.REMOTE)


async def test_a_code_that_is_in_use_is_not_taken(home: Opens, with_groups: Store):
    async with home() as desk:
        await desk.press("N", "1", "2", "enter")
        desk.expects("R12 is in use already.")
        assert desk.where == "FormScreen"


async def test_a_new_group_that_is_left_is_not_there(home: Opens, store: Store):
    async with home() as desk:
        await desk.press("N", "escape")
        assert desk.where == "HomeScreen"
    assert store.groups.codes() == []


async def test_what_is_agreed_is_changed_at_home_and_esc_leaves_it(home: Opens, series: Store):
    async with home(size=(80, 24)) as desk:
        desk.expects("R07 7/15")
        await desk.press("g", *["down"] * 4, "1", "0", "escape", "g", *["down"] * 4, "2", "0", "backspace", "1", "2")
        desk.expects("Sessions in the series ◂ 12 ▸")
        await desk.press("enter")
        desk.expects("Kept: what is agreed with R07.", "R07 7/12")
        assert series.groups.read(R07).set_up.sessions == 12


async def test_a_cancelled_session_is_written_down_and_the_place_in_the_series_stays(home: Opens, series: Store):
    async with home(size=(80, 24)) as desk:
        await desk.press("k", "right", "down", "1")
        await desk.type("1.3.")
        await desk.press("enter", "down", "down", "right", "enter")
        desk.expects("R07 · 1 March 2026 · cancelled · 90 min · not charged", "R07 7/15")
        kept = series.groups.read(R07).records[-1]
        assert (kept.kind, kept.people, kept.actual, kept.charged) == (SessionKind.CANCELLED, 0, 0, False)


async def test_nothing_is_written_while_another_program_runs_a_session(home: Opens, series: Store):
    series.claim()
    async with home() as desk:
        await desk.press("k", "enter")
        desk.expects("A session is running in another window.")
    series.release()
    assert len(series.groups.read(R07).records) == 6


async def test_a_session_is_put_right_and_moved_to_the_group_it_was_of(home: Opens, series: Store):
    series.keep(R12, a_record(99), FIRST_SEAT)
    async with home() as desk:
        await desk.press("r", "e", "right", "down", "down", "6", "1", "enter")
        desk.expects("R12", "61 min", "5 sessions")
    (first, moved) = series.groups.read(R12).records
    assert (first.uid, moved.uid, moved.actual) == (99, 6, 61)
    assert 6 not in [record.uid for record in series.groups.read(R07).records]


async def test_erasing_a_group_says_what_goes_asks_with_the_safe_answer_and_proves_it(home: Opens, series: Store):
    async with home() as desk:
        await desk.press("X")
        desk.expects("groups/R07.json", "Copies may remain", "This cannot be undone.")
        assert "erase nothing" in desk.pointed()
        await desk.press("enter")
        assert series.groups.path(R07).exists()
        await desk.press("X", "down", "enter")
        desk.expects("Erased", "0 files, 0 lines left")
        await desk.press("escape")
        desk.lacks("R07")
    assert series.groups.codes() == []


async def test_one_session_is_erased(home: Opens, series: Store):
    async with home() as desk:
        await desk.press("r", "enter", "X", "down", "enter")
        desk.expects("0 files, 0 lines left")
    assert [record.uid for record in series.groups.read(R07).records] == [1, 2, 3, 4, 5]


async def test_erasing_is_offered_when_a_process_has_long_ended(home: Opens, series: Store):
    series.groups.agree(R07, SetUp(running=False))
    series.keep(R12, a_record(99, date(2026, 3, 4)), FIRST_SEAT)
    old = series.groups.read(R07).records[-1]
    series.groups.correct(R07, Record(old.uid, date(2025, 11, 19), 6, 90, 90))
    for record in series.groups.read(R07).records:
        if record.day > date(2025, 11, 19):
            series.groups.correct(R07, Record(record.uid, date(2025, 10, 1), 6, 90, 90))
    async with home(size=(80, 24)) as desk:
        desk.expects("R07: long since the last session. X erases what is kept.", "ended · its data can be")
        assert series.groups.path(R07).exists()


async def test_the_final_session_offers_to_erase_when_it_is_ended(live: Opens, series: Store):
    async with live("closing-90", group=R07) as desk:
        await desk.press("space")
        await desk.pass_time(minutes=5)
        await desk.press(*"nnnnn")
        desk.expects("can be erased now with the group: E ends the session, and asks.")
        await desk.press("E")
        await desk.pick("End, and erase everything of group R07")
        desk.expects("groups/R07.json")
        await desk.press("down", "enter")
        desk.expects("0 files, 0 lines left")
    assert series.groups.codes() == []


async def test_what_is_typed_reaches_no_file(home: Opens, series: Store):
    async with home() as desk:
        await desk.press("r", "slash")
        await desk.type("zqxvk")
        await desk.press("escape", "e", "down", "1")
        await desk.type("zqxvk")
        await desk.press("enter")
        desk.expects("A day such as 11.3. or 11.3.2026.")
        await desk.press("escape", "enter")
    kept = b"".join(path.read_bytes() for path in series.folder.rglob("*") if path.is_file())
    assert b"zqxvk" not in kept


async def test_the_year_over_all_groups(home: Opens, series: Store):
    async with home() as desk:
        await desk.press("G", "y")
        desk.expects("2026", "2025", "groups")
        desk.lacks("R00")
        assert "3" in next(line for line in desk.screen_text().split("\n") if line.strip().startswith("groups"))


class TestTheExample:
    async def test_it_is_explored_and_gone_with_one_key_and_nothing_was_stored(self, home: Opens, store: Store):
        async with home() as desk:
            await desk.press("G")
            desk.expects("R00 8/15", "EXAMPLE", "only in memory")
            await desk.press("r")
            desk.expects("7 sessions", "EXAMPLE", "WHERE THE TIME GOES", "cancelled")
            await desk.press("escape", "X")
            desk.expects("The example is gone")
            desk.lacks("R00")
        assert not store.groups.folder.exists()

    async def test_nothing_in_it_is_changed(self, home: Opens, store: Store):
        async with home() as desk:
            for key in ("g", "k"):
                await desk.press("G", key)
                desk.expects("nothing can be changed in it")
                await desk.press("X")
        assert not store.groups.folder.exists()

    async def test_its_next_session_is_opened_without_a_group(self, home: Opens):
        async with home() as desk:
            await desk.press("G", "enter")
            desk.expects("R00 session 8/15", "Mid-term review", "Moved from last time: Role map")
            await desk.press("enter")
            assert desk.session.group is None


class TestTheNextSession:
    async def test_it_is_proposed_with_the_reason(self, home: Opens, series: Store):
        async with home() as desk:
            await desk.press("enter")
            assert "Mid-term review" in desk.pointed()
            desk.expects("its turn in the series", "R07 session 7/15")

    async def test_the_minutes_that_the_group_really_takes_are_offered_and_taken(self, home: Opens, series: Store):
        async with home(size=(120, 40)) as desk:
            await desk.press("enter", "down")
            desk.expects("With this group: Opening round 14 min, planned 11. o takes")
            await desk.press("o")
            desk.expects("o gives the plan's own minutes back.")
            await desk.press("enter")
            assert desk.session.items[0].planned == 14
            assert sum(item.planned for item in desk.session.items) == 90

    async def test_what_was_moved_comes_back_where_it_is_wanted(self, home: Opens, series: Store):
        async with home(size=(120, 40)) as desk:
            await desk.press("enter", "down")
            desk.expects("Moved from last time: Role map. i brings back.")
            await desk.press("i")
            await desk.pick("before Break")
            desk.expects("Back on the agenda: Role map, 15 min.")
            desk.lacks("Moved from last time")
            await desk.press("enter")
            assert [item.exercise for item in desk.session.items][3] == "role-map"

    async def test_what_is_not_there_is_said(self, home: Opens):
        async with home() as desk:
            await desk.press("n", "i")
            desk.expects("Nothing was moved from last time.")
            await desk.press("o")
            desk.expects("Nothing is known yet that differs from the plan.")


class TestTheReview:
    async def test_it_tells_where_time_goes_of_all_or_of_the_last(self, home: Opens, series: Store):
        async with home(size=(120, 40)) as desk:
            await desk.press("r")
            desk.expects("6 sessions", "12 × 45 min", "WHERE THE TIME GOES all sessions", "Check-in", "+4")
            desk.expects("Questions only 1–6", "looked at · · ✓ · · ·")
            await desk.press("w", "w", "w")
            desk.expects("WHERE THE TIME GOES the last 3", "Questions only 4–6")

    async def test_two_sessions_stand_side_by_side(self, home: Opens, series: Store):
        async with home() as desk:
            await desk.press("r", "v", "down", "v")
            assert desk.where == "ComparingScreen"
            desk.expects("session 5 session 6", "Role map next time", "Opening round 14/10 +4 14/10 +4", "In all")
            rows = [line for line in desk.screen_text().split("\n") if re.search(r"\d/\d", line)]
            assert len({tuple(at.start() for at in re.finditer("/", row)) for row in rows if row.count("/") > 1}) == 1

    async def test_a_wide_terminal_shows_the_session_pointed_at_beside_the_list(self, home: Opens, series: Store):
        async with home(size=(200, 60)) as desk:
            await desk.press("r")
            desk.expects("FROM SESSION TO SESSION")
            desk.expects("session 6", "ITEM plan took")
            await desk.press("down")
            desk.expects("session 5")
            desk.lacks("session 6")

    async def test_the_head_of_the_review_leaves_out_what_has_no_room(self, home: Opens, series: Store):
        for columns in (80, 90, 120):
            async with home(size=(columns, 24)) as desk:
                await desk.press("r")
                head = desk.screen_text().split("\n")[0]
                assert "…" not in head
                assert "people" in head

    async def test_sessions_are_filtered_by_what_is_typed(self, home: Opens, series: Store):
        async with home() as desk:
            await desk.press("r", "slash")
            await desk.type("first")
            assert [line.split()[0] for line in desk.lines()] == ["1"]
            await desk.press("escape")
            assert len(desk.lines()) == 6

    async def test_all_of_it_is_on_a_page_where_there_is_no_room_beside(self, home: Opens, series: Store):
        async with home(size=(80, 24)) as desk:
            await desk.press("r")
            desk.lacks("FROM SESSION TO SESSION")
            await desk.press("t")
            desk.expects("FROM SESSION TO SESSION", "present 6 6 6 6 6 6")

    async def test_titles_are_those_of_then(self, home: Opens, store: Store, shipped):
        form = shipped.plan(Id("ordinary-90")).plan.form
        items = (KeptItem(ItemKind.THEME, 25, 25, None, 2),)
        store.keep(R07, a_record(1, items=items, plan_form=form), FIRST_SEAT)
        store.keep(R07, a_record(2, date(2026, 3, 1), items=items, plan_form=form + 1), FIRST_SEAT)
        async with home() as desk:
            await desk.press("r", "enter")
            desk.expects("Topic 25 25")
            await desk.press("escape", "down", "enter")
            desk.expects("Topic 1 25 25")

    async def test_an_agenda_is_used_again_from_the_list(self, home: Opens, series: Store):
        async with home() as desk:
            await desk.press("r", "down", "a")
            desk.expects("The agenda of that session", "R07 session 7/15")

    async def test_the_report_is_shown_before_it_is_written(self, home: Opens, series: Store):
        async with home() as desk:
            await desk.press("r", "x")
            desk.expects("Supervision, group R07", "12", "facilitator report R07 --pdf")
