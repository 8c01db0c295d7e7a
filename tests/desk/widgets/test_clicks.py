"""A click points; only a second click on the same row, or enter, opens or chooses."""

from desk.driver import Opens, text_of
from textual.widgets import OptionList

from facilitator.desk.widgets.long_list import LongList


async def test_one_click_on_a_plan_opens_no_session(home):
    async with home() as desk:
        await desk.press("n")
        listed = desk.app.screen.query_one(OptionList)
        await desk.pilot.click(OptionList, offset=(4, 5))
        await desk.settle()
        assert (desk.where, listed.highlighted) == ("MakingReadyScreen", 4)
        assert desk.app.session is None
        await desk.pilot.click(OptionList, offset=(4, 5))
        await desk.settle()
        assert desk.where == "LiveScreen"


async def test_a_click_between_keys_is_a_first_one_again(home):
    async with home() as desk:
        await desk.press("n")
        await desk.pilot.click(OptionList, offset=(4, 5))
        await desk.press("down", "up")
        await desk.pilot.click(OptionList, offset=(4, 5))
        await desk.settle()
        assert desk.where == "MakingReadyScreen"


async def test_the_preselected_row_wants_two_clicks_too(live):
    async with live() as desk:
        await desk.press("space", "a")
        await desk.pilot.click(OptionList, offset=(4, 0))
        await desk.settle()
        assert desk.asked
        await desk.pilot.click(OptionList, offset=(4, 0))
        await desk.settle()
        assert not desk.asked
        assert desk.session.people.away


async def test_a_second_click_on_a_card_takes_it(live):
    async with live() as desk:
        await desk.press("space", "i")
        before = len(desk.session.items)
        await desk.pilot.click(LongList, offset=(4, 3))
        await desk.settle()
        assert desk.where == "CardTaking"
        await desk.pilot.click(LongList, offset=(4, 3))
        await desk.settle()
        assert (desk.where, len(desk.session.items)) == ("LiveScreen", before + 1)


async def test_the_key_in_the_line_of_a_question_takes_the_answer_pointed_at(live):
    async with live() as desk:
        await desk.press("space", "E")
        desk.expects("Choose", "Back to the session")
        await desk.pilot.click("#keys", offset=(3, 0))
        await desk.settle()
        assert desk.where == "LiveScreen"


async def test_nothing_of_the_screen_below_shows_cut_beside_a_dialog_that_is_nearly_as_wide(live):
    async with live(size=(80, 24)) as desk:
        await desk.press("space", "r")
        dialog = desk.app.screen.query_one(".dialog").region
        assert (dialog.x, dialog.width) == (0, 80)


async def test_a_click_on_the_agenda_points_at_its_item_and_does_nothing_else(live: Opens):
    async with live() as desk:
        await desk.press("space")
        now = desk.item_now
        rows = text_of(desk.app).split("\n")
        await desk.pilot.click(offset=(12, next(y for y, row in enumerate(rows) if "Topic 1" in row)))
        await desk.settle()
        assert any("▌" in row and "Topic 1" in row for row in text_of(desk.app).split("\n"))
        assert desk.item_now == now
        await desk.press("d")
        desk.expects("Topic 1: left out")
