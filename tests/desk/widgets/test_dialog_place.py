"""A dialog over the session leaves in sight what is left and whether it is on time, and cuts nothing at its edges."""

import asyncio

import pytest
from textual.geometry import Region

from facilitator.desk.live.screen import LiveScreen
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog_place import Place

SIZES = ((80, 24), (120, 40), (200, 60))


def seen(desk):
    """Every character, with its colours, where the session's time stands: top, figures, bar."""
    live = next(screen for screen in desk.app.screen_stack if isinstance(screen, LiveScreen))
    strips = desk.app.screen._compositor.render_strips()
    regions = [live.query_one(f"#{name}").region for name in ("top", "face", "time")]
    return [
        (character, segment.style.bgcolor, segment.style.color if character.strip() else None)
        for region in regions
        for strip in strips[region.y : region.bottom - (region is regions[-1])]
        for segment in strip.crop(region.x, region.right)
        for character in segment.text
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["a", "r", "R", "w", "v", "s"])
async def test_what_is_left_stays_in_sight_and_goes_on(live, size, key):
    async with live(size=size) as desk:
        await desk.press("space")
        before = seen(desk)
        await desk.press(key)
        assert desk.asked
        assert seen(desk) == before
        await desk.pass_time(minutes=3)
        later = seen(desk)
        assert later != before
        await desk.press("escape")
        assert seen(desk) == later


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_the_agenda_is_seen_whole_beside_it(live, size):
    async with live(size=size) as desk:
        await desk.press("space")
        titles = desk.titles()
        await desk.press("v")
        text = desk.screen_text()
        assert all(title in text for title in titles)


@pytest.mark.parametrize("size", SIZES)
async def test_no_row_of_the_screen_below_is_cut_by_it(live, size):
    async with live(size=size) as desk:
        await desk.press("space", "g", "i", "enter")
        dialog = desk.app.screen.query_one(".dialog").region
        for row in desk.screen_text().split("\n")[dialog.y : dialog.bottom]:
            assert not row[: dialog.x].strip()
            assert not row.ljust(size[0])[dialog.right :].strip()


async def test_all_that_can_be_proposed_fits_at_the_smallest_size(live):
    async with live(size=(80, 24)) as desk:
        await desk.press("space")
        await desk.pass_time(minutes=18)
        await desk.press("n", "o")
        desk.expects(*desk.lines())


async def test_it_takes_its_place_anew_in_another_size(live):
    async with live(size=(200, 60)) as desk:
        await desk.press("space", "a")
        await desk.pilot.resize_terminal(80, 24)
        await desk.settle()
        dialog = desk.app.screen.query_one(".dialog").region
        assert (dialog.x, dialog.y, dialog.width) == (0, 6, 80)
        desk.expects_large("10:00")


@pytest.mark.parametrize(("columns", "width", "left"), [(80, 80, 0), (99, 99, 0), (100, 76, 12), (200, 76, 62)])
def test_its_width_is_of_its_place(columns, width, left):
    place = Place(Region(0, 3, columns, 20))
    assert (place.width, place.left) == (width, left)


async def test_the_figures_may_come_and_go_while_a_dialog_is_being_put_up(live):
    async with live() as desk:
        await desk.press("space")
        below = desk.app.screen
        assert LiveScreen(desk.app.session).dialog_place().region.area
        desk.app.push_screen(Choice("?", [Option("a", 1)]))
        while not desk.app.screen.query("#options"):
            await asyncio.sleep(0)
            below.on_rows_refitted()
        await desk.settle()
        assert desk.lines() == ["a"]
