"""On the way of a session the page keys of a remote go on and back. What lies over it they never move."""

import pytest
from desk.driver import Opens
from textual import events
from textual.containers import VerticalScroll
from textual.widgets import OptionList

from sessions.store.folder import Store

SAID = "here the arrows read on"


@pytest.mark.parametrize("opens", ["question_mark", "T", "e"])
async def test_over_a_session_they_neither_scroll_nor_act_and_say_so(live: Opens, opens: str):
    async with live(size=(80, 24)) as desk:
        await desk.press("space", opens)
        before = desk.session
        for key in ("pagedown", "pageup"):
            await desk.press(key)
            assert desk.session is before
            desk.expects(SAID)
        page = desk.app.screen.query_one(VerticalScroll)
        assert page.scroll_offset.y == 0
        await desk.press("down", "down")
        assert page.scroll_offset.y > 0
        await desk.press("escape", "pagedown")
        assert desk.session is not before


async def test_in_a_dialog_over_a_session_they_choose_nothing_else(live: Opens):
    async with live(size=(80, 24)) as desk:
        await desk.press("space", "v")
        listed = desk.app.screen.query_one(OptionList)
        pointed = listed.highlighted
        await desk.press("pagedown")
        assert listed.highlighted == pointed


async def test_at_home_they_scroll(home: Opens, with_groups: Store):
    async with home(size=(80, 24)) as desk:
        await desk.press("question_mark", "pagedown")
        assert desk.app.screen.query_one(VerticalScroll).scroll_offset.y > 0
        desk.lacks(SAID)


@pytest.mark.parametrize("page", ["question_mark", "T"])
async def test_of_a_key_that_is_held_down_every_one_is_a_row(home: Opens, page: str):
    async with home(size=(80, 24)) as desk:
        await desk.press(page)
        text = desk.app.screen.query_one(VerticalScroll)
        rows = min(15, int(text.max_scroll_y))
        for _time in range(rows):
            desk.app.post_message(events.Key("down", None))
        await desk.settle()
        await desk.settle()
        assert (rows > 5, text.scroll_offset.y) == (True, rows)
