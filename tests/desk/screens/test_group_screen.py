"""What the group sees in this terminal: chosen, followed, blanked, left again."""

from desk.driver import Opens

from facilitator.projector.view import Shown


async def test_the_group_sees_nothing_until_it_is_chosen(live: Opens):
    async with live() as desk:
        await desk.press("space")
        assert desk.shown is Shown.BLACK
        desk.expects("GROUP SEES nothing")
        await desk.press("v")
        await desk.pick("the agenda")
        desk.expects("GROUP SEES the agenda")


async def test_blank_is_one_key_and_brings_back_what_was_shown(live: Opens):
    async with live() as desk:
        await desk.press("space", "v")
        await desk.pick("the clock")
        for key in ("b", "full_stop"):
            await desk.press(key)
            assert desk.shown is Shown.BLACK
            desk.expects("GROUP SEES nothing", "b Unblank")
            await desk.press(key)
            assert desk.shown is Shown.CLOCK


async def test_blank_from_nothing_chosen_shows_what_fits(live: Opens):
    async with live() as desk:
        await desk.press("b")
        assert desk.shown is Shown.FOLLOW


async def test_blanking_is_not_an_act_that_undo_knows(live: Opens):
    async with live() as desk:
        await desk.press("b", "u")
        assert desk.session.begun is None
        assert desk.shown is Shown.FOLLOW


async def test_this_terminal_becomes_the_view_and_space_and_back_work_there(live: Opens):
    async with live(people=3) as desk:
        await desk.press("space", "v")
        await desk.pick("Here")
        assert desk.where == "GroupViewScreen"
        assert desk.shown is Shown.FOLLOW
        await desk.press("space")
        desk.expects_large("seat 1")
        desk.lacks("agreed", "AGENDA", "Undo")
        await desk.press("pagedown")
        desk.expects_large("seat 2")
        await desk.press("pageup")
        desk.expects_large("seat 1")
        await desk.press("b")
        assert not desk.screen_text().strip()
        await desk.press("full_stop")
        desk.expects_large("seat 1")
        await desk.press("escape")
        assert desk.where == "LiveScreen"


async def test_the_keys_of_the_desk_do_nothing_on_the_groups_view(live: Opens):
    async with live() as desk:
        await desk.press("space", "v")
        await desk.pick("Here")
        before = desk.session
        for key in ("n", "E", "A", "x", "question_mark", "T", "g", "w", "u", "p"):
            await desk.press(key)
            assert desk.where == "GroupViewScreen"
        assert desk.session == before


async def test_the_clock_of_the_group_goes_on(live: Opens):
    async with live() as desk:
        await desk.press("space", "v")
        await desk.pick("the clock")
        await desk.press("v", "home", "enter")
        desk.expects_large("10:00")
        await desk.pass_time(minutes=2, seconds=30)
        desk.expects_large("7:30")
        await desk.pass_time(minutes=8)
        desk.expects_large("time is up")


async def test_a_soft_clock_and_no_clock_show_no_figures(live: Opens):
    async with live() as desk:
        await desk.press("space", "v")
        await desk.pick("the clock")
        await desk.press("c")
        desk.expects("The group's clock for this item: soft clock")
        await desk.press("v", "home", "enter")
        desk.expects_large("●●●●●●●●●●●●")
        assert not any(char.isdigit() for char in desk.screen_text())
        await desk.press("escape", "c", "v", "home", "enter")
        assert desk.where == "GroupViewScreen"
        desk.lacks("●", "○")


async def test_a_late_start_from_the_groups_view_is_asked_on_the_desk(live: Opens):
    from sessions.values import MINUTE, Instant

    async with live(end=Instant(1_773_230_400_000 + 60 * MINUTE)) as desk:
        await desk.press("v", "home", "enter")
        assert desk.where == "GroupViewScreen"
        await desk.press("space")
        assert desk.asked
        await desk.press("enter")
        assert desk.where == "LiveScreen"
        assert desk.session.begun is not None
