"""A session that was opened and never begun: esc leaves it, and nothing of it stays."""

from sessions.store.folder import Store


async def test_esc_leaves_a_session_not_begun_and_nothing_stays(live, home, store: Store):
    async with live() as desk:
        await desk.press("escape")
        assert desk.where == "HomeScreen"
        assert desk.app.session is None
        assert not store.has_journals()
    async with home() as again:
        assert not again.asked
        again.lacks("Resume")


async def test_closing_the_program_on_a_session_not_begun_leaves_no_offer(live, home, store: Store):
    async with live():
        pass
    assert not store.has_journals()
    async with home() as again:
        assert not again.asked


async def test_esc_first_lets_go_of_the_item_pointed_at(live):
    async with live() as desk:
        await desk.press("down", "escape")
        assert desk.where == "LiveScreen"
        await desk.press("escape")
        assert desk.where == "HomeScreen"
