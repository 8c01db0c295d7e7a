"""Behind schedule: proposals are shown with their whole effect, and nothing happens until one is chosen."""

import pytest
from desk.driver import Driver, Opens

from facilitator.desk.live.fitting import shortened
from facilitator.projector.view import BLACK, Shown
from sessions import events as e
from sessions.kinds import ItemKind, ItemState
from sessions.timing import minutes_up


async def behind(desk: Driver, minutes: int = 8) -> None:
    await desk.press("space")
    await desk.pass_time(minutes=10 + minutes)
    await desk.press("n")
    desk.expects(f"{minutes} min behind")


async def test_in_time_there_is_nothing_to_propose(live: Opens):
    async with live() as desk:
        await desk.press("space", "o")
        desk.expects("What is left fits into the agreed time.")
        assert not desk.asked


async def test_each_choice_shows_every_later_item_and_the_end_before_it_is_chosen(live: Opens):
    async with live() as desk:
        await behind(desk)
        before = desk.session
        await desk.press("o")
        desk.expects("The session would end 8 min later than agreed.")
        assert 2 <= len(desk.lines()) - 1 <= 4
        desk.expects("Topic 1: 25 → ", "Closing round: 7 min", "Ends 15:30, agreed 15:30")
        await desk.point("next time")
        desk.expects(": next time")
        await desk.point("End 8 min later")
        desk.expects("Ends 15:38, agreed 15:38", "Topic 1: 25 min")
        assert desk.session == before


async def test_what_an_item_would_have_is_never_broken(live: Opens):
    async with live(size=(120, 40)) as desk:
        await behind(desk)
        await desk.press("o", "down")
        shown = desk.app.screen.query_one("#detail").region
        rows = [row[shown.x : shown.right].strip() for row in desk.screen_text().split("\n")[shown.y : shown.bottom]]
        parts = [part for row in rows[:-1] if row for part in row.split(" · ")]
        assert len(parts) == 7
        assert all(part.endswith("min") for part in parts)


async def test_all_proposals_are_in_sight_in_the_smallest_terminal_and_titles_give_way(live: Opens):
    async with live("action-learning-90", people=5, size=(80, 24)) as desk:
        await desk.press("space")
        await desk.pass_time(minutes=30)
        await desk.press("o")
        desk.expects("Shorten several", "next time", "End ", "Decide later", "turn 2: 30 → 20 min")


async def test_what_was_shown_is_what_happens_and_undo_takes_it_back(live: Opens):
    async with live() as desk:
        await behind(desk)
        before = desk.session
        protected = {item.uid: item.given for item in before.items if item.protected}
        for line in ("Shorten several", "Shorten “", "next time", "End 8 min later"):
            await desk.press("o")
            await desk.pick(line)
            assert desk.session != before
            assert minutes_up(desk.times.behind) <= 0
            assert {i.uid: i.given for i in desk.session.items if i.protected} == protected
            await desk.press("u")
            assert desk.session == before


async def test_deciding_later_and_esc_change_nothing(live: Opens):
    async with live() as desk:
        await behind(desk)
        before = desk.session
        await desk.press("o")
        await desk.pick("Decide later")
        await desk.press("o", "escape")
        assert desk.session == before
        desk.expects("8 min behind")


async def test_when_no_choice_alone_is_enough_it_says_so(live: Opens):
    async with live() as desk:
        await behind(desk, 120)
        await desk.press("o")
        desk.expects("None of these alone meets the agreed end.", "min over")


async def test_straight_to_the_closing_is_one_of_the_choices_when_that_is_what_is_left(live: Opens):
    async with live() as desk:
        await behind(desk, 60)
        await desk.press("o")
        await desk.pick("straight to the closing")
        await desk.press("n")
        assert desk.session.current.kind is ItemKind.CLOSING


async def test_something_put_off_by_a_proposal_comes_back(live: Opens):
    async with live() as desk:
        await behind(desk)
        await desk.press("o")
        await desk.pick("next time")
        moved = next(item.uid for item in desk.session.items if item.state is ItemState.NEXT_TIME)
        while desk.app.screen.pointed != moved:
            await desk.press("down")
        await desk.press("enter")
        assert desk.session.item(moved).state is ItemState.AHEAD


async def test_the_key_that_fits_is_offered_as_soon_as_the_session_is_late_without_another_key(live):
    async with live(size=(80, 24)) as desk:
        await desk.press("space")
        assert "o Fit time" not in desk.screen_text().split("\n")[-1]
        await desk.pass_time(minutes=16)
        assert "o Fit time" in desk.screen_text().split("\n")[-1]


async def test_one_key_shows_the_choices_to_the_group_and_says_so(live: Opens):
    async with live() as desk:
        await desk.press("b")
        await behind(desk)
        assert desk.shown is Shown.FOLLOW
        await desk.press("o")
        desk.expects("v shows these to the group")
        await desk.press("v")
        desk.expects("The group sees these · v hides them")
        wall = desk.app.session.view
        assert wall.shown is Shown.PROPOSALS
        assert len(wall.proposals) == len(desk.lines()) - 1
        assert wall.note == "Without a change we would end 8\N{NO-BREAK SPACE}min later than agreed."
        assert [each.ends for each in wall.proposals][-1] == "Ends 15:38"
        assert all("Closing round" not in effect for each in wall.proposals for effect in each.effects)
        await desk.press("v")
        assert desk.shown is Shown.FOLLOW
        await desk.press("v", "escape")
        assert desk.shown is Shown.FOLLOW
        assert desk.app.session.view.proposals == ()


async def test_the_chosen_one_is_done_and_the_wall_follows_again(live: Opens):
    async with live() as desk:
        await desk.press("b")
        await behind(desk)
        await desk.press("o", "v")
        await desk.pick("End 8 min later")
        assert minutes_up(desk.times.behind) <= 0
        assert desk.shown is Shown.FOLLOW
        assert desk.app.session.view.shown is not Shown.PROPOSALS


async def test_the_wall_goes_back_to_what_it_was_and_stays_black_when_it_was_made_black(live: Opens):
    async with live() as desk:
        await behind(desk)
        await desk.press("o", "v")
        assert desk.shown is Shown.PROPOSALS
        await desk.press("escape")
        assert desk.shown is Shown.BLACK
        desk.selection.choose(Shown.PROGRAMME)
        await desk.press("o", "v", "b")
        assert desk.app.session.view == BLACK
        await desk.press("escape")
        assert desk.app.session.view == BLACK
        await desk.press("b")
        assert desk.shown is Shown.PROGRAMME


async def test_the_proposals_go_with_the_item_for_which_they_were_made(live: Opens):
    async with live() as desk:
        await desk.press("b")
        await behind(desk)
        await desk.press("o", "v")
        desk.running.do(e.ItemEnded(desk.running.now()))
        assert desk.shown is Shown.FOLLOW
        await desk.press("escape")
        assert desk.shown is Shown.FOLLOW


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Action learning: question turn 1", "Action learning: questi… 1"),
        ("Closing round", "Closing round"),
        ("Where we have come together-and-apart", "Where we have come togeth…"),
    ],
)
def test_a_title_that_is_cut_keeps_the_number_at_its_end(title: str, said: str):
    assert shortened(title, 26) == said
