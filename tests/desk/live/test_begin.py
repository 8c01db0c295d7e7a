"""Beginning: at once, late, and earlier than the clock says."""

import pytest
from desk.driver import Opens

from sessions.clock import Clock
from sessions.values import MINUTE, Instant


async def test_space_begins_and_the_clock_runs(live: Opens):
    async with live() as desk:
        desk.expects("Not begun. Space begins.", "space Begin")
        assert desk.session.begun is None
        await desk.press("space")
        assert desk.session.begun == desk.clock.now()
        await desk.pass_time(minutes=3)
        desk.expects_large("7:00")
        desk.expects("on schedule", "ends 15:30 agreed 15:30", "space Next step")


@pytest.mark.parametrize(
    ("answer", "ends"), [("Keep the end", "agreed 15:25"), ("From now", "agreed 15:30")], ids=["keep", "from now"]
)
async def test_a_late_start_asks_once(live: Opens, clock: Clock, answer: str, ends: str):
    async with live(end=Instant(clock.now() + 85 * MINUTE)) as desk:
        await desk.press("space")
        desk.expects("Begin", "5 min", "Keep the end at 15:25", "From now: ends 15:30")
        assert desk.session.begun is None
        await desk.pick(answer)
        desk.expects(ends)
        assert desk.session.begun == clock.now()
        await desk.press("space")
        assert not desk.asked


async def test_the_figures_are_large_at_once(live: Opens):
    async with live() as desk:
        await desk.press("space")
        desk.expects_large("10:00")
        await desk.press("u")
        desk.lacks("10:00")
        await desk.press("U")
        desk.expects_large("10:00")


async def test_esc_leaves_a_late_start_for_later(live: Opens, clock: Clock):
    async with live(end=Instant(clock.now() + 85 * MINUTE)) as desk:
        await desk.press("space", "escape")
        assert desk.session.begun is None
        assert desk.where == "LiveScreen"


async def test_a_start_in_time_asks_nothing(live: Opens, clock: Clock):
    async with live(end=Instant(clock.now() + 91 * MINUTE)) as desk:
        await desk.press("space")
        assert desk.session.begun is not None
        desk.expects("1 min ahead")


async def test_the_session_began_before_anybody_pressed_a_key(live: Opens):
    async with live() as desk:
        await desk.press("s")
        desk.expects("How many minutes ago did we begin?")
        await desk.press("5", "enter")
        assert desk.session.begun == desk.clock.now() - 5 * MINUTE
        desk.expects_large("5:00")
        desk.expects("agreed 15:25")


async def test_it_turns_out_later_that_the_session_began_earlier(live: Opens):
    async with live() as desk:
        await desk.press("space")
        await desk.pass_time(minutes=2)
        await desk.press("s")
        desk.expects("How many minutes earlier did we begin?")
        await desk.press("3", "enter")
        desk.expects_large("5:00")
        desk.expects("agreed 15:27")
        await desk.press("u")
        desk.expects_large("8:00")
        desk.expects("agreed 15:30")
