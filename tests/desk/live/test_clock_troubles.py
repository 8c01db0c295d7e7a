"""Sleep and a set clock: counted as the room lived it, said in one calm line, taken out with one key."""

import pytest
from desk.driver import Opens

from sessions.values import MINUTE

pytestmark = pytest.mark.usefixtures("noticing")


async def test_sleep_is_counted_and_taken_out(live: Opens):
    async with live() as desk:
        await desk.press("space")
        await desk.pass_time(minutes=2)
        await desk.suspend(minutes=4)
        desk.expects("The computer stood still for 4 min. It was counted; z takes it out.")
        desk.expects_large("4:00")
        await desk.press("z")
        desk.expects("Taken out. u undoes.")
        assert abs(desk.times.spent - 2 * MINUTE) <= 1_000
        await desk.press("u")
        desk.expects_large("4:00")


async def test_a_short_stop_is_counted_without_a_word(live: Opens):
    async with live() as desk:
        await desk.press("space")
        await desk.suspend(minutes=0.4)
        desk.lacks("stood still")
        assert desk.session.gap is None
        assert desk.times.spent == int(0.4 * MINUTE)


async def test_a_set_clock_changes_no_time_left(live: Opens):
    async with live() as desk:
        await desk.press("space")
        await desk.pass_time(minutes=1)
        desk.clock.step(60 * MINUTE)
        desk.app._tick()
        await desk.settle()
        desk.expects("The computer's clock was set; it is now 15:01.", "agreed 16:30")
        desk.expects_large("9:00")
        await desk.press("z")
        desk.expects("agreed 15:30")


async def test_undo_passes_over_what_merely_happened(live: Opens):
    async with live() as desk:
        await desk.press("space", "n")
        await desk.suspend(minutes=4)
        await desk.press("u")
        assert desk.item_now == 1
        await desk.press("U")
        assert desk.item_now == 2
