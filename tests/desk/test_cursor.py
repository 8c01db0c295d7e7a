"""Where the terminal's cursor stands, and what may reach its clipboard."""

from desk.driver import Driver, Opens, text_of
from textual.geometry import Offset
from textual.widgets import Input


def pointed(desk: Driver) -> Offset:
    """The place of the bar before what is pointed at, where there is one."""
    rows = text_of(desk.app).split("\n")
    return next(Offset(row.index("▌"), y) for y, row in enumerate(rows) if "▌" in row)


async def test_it_is_on_what_is_chosen_again_when_a_dialog_is_gone(home: Opens):
    async with home() as desk:
        await desk.press("n", "down", "down")
        on_plan = pointed(desk)
        assert desk.app.cursor_position == on_plan
        await desk.press("H")
        await desk.type("16")
        line = desk.app.screen.query_one(Input)
        assert desk.app.cursor_position == line.content_region.offset + Offset(2, 0)
        await desk.press("escape")
        assert desk.app.cursor_position == on_plan
        await desk.press("T")
        assert desk.app.cursor_position != on_plan
        await desk.press("escape")
        assert desk.app.cursor_position == on_plan


async def test_on_the_live_screen_it_is_on_the_item_that_goes_on_or_is_chosen(live: Opens):
    async with live() as desk:
        await desk.press("space")
        row = next(y for y, line in enumerate(text_of(desk.app).split("\n")) if line.lstrip().startswith("▶"))
        assert desk.app.cursor_position.y == row
        await desk.press("down", "down")
        assert pointed(desk) == desk.app.cursor_position != Offset(0, row)
        await desk.press("escape")
        assert desk.app.cursor_position.y == row


async def test_what_is_selected_on_a_page_without_words_is_copied_on_purpose(live: Opens):
    async with live() as desk:
        await desk.press("space", "question_mark")
        desk.app.screen.text_select_all()
        await desk.press("ctrl+c")
        desk.expects("Copied.")
        assert "End this item and start the next" in desk.app.clipboard
        await desk.press("escape")
        desk.app._clipboard = ""
        desk.app.screen.text_select_all()
        await desk.press("ctrl+c")
        desk.lacks("Copied.")
        assert not desk.app.clipboard
