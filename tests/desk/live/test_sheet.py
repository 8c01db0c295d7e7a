"""What a card holds for the group (words, windows, a scale) is shown by choice, and only of a card that has some."""

from desk.driver import Opens

from facilitator.projector.view import Shown


async def test_what_the_card_holds_is_shown_and_goes_with_its_item(live: Opens):
    async with live("images-90") as desk:
        await desk.press("space")
        while not _has_sheet(desk):
            await desk.press("n")
        await desk.press("v")
        await desk.pick("what the card holds")
        assert desk.shown is Shown.SHEET
        desk.expects("what the card holds")
        await desk.press("n")
        assert desk.shown is not Shown.SHEET


async def test_of_a_card_that_holds_nothing_it_is_said(live: Opens):
    async with live() as desk:
        await desk.press("space")
        assert not _has_sheet(desk)
        await desk.press("v")
        desk.expects("nothing on this card")


def _has_sheet(desk) -> bool:
    item = desk.session.current
    card = desk.app.deck.card(item.exercise) if item is not None and item.exercise is not None else None
    return card is not None and bool(card.sheet)
