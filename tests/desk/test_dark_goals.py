"""Goals on the group's view go dark by themselves, where it was set."""

from pathlib import Path

import pytest
from desk.driver import Opens

from facilitator.projector.projection import Projection
from facilitator.projector.view import Shown
from facilitator.settings import FILE, read_settings

SAID = "Nobody has touched the goals for a while"


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A display shows the view."""
    monkeypatch.setattr(Projection, "displays", 1)


@pytest.mark.usefixtures("watched")
async def test_goals_untouched_go_dark_and_one_key_brings_them_back(live: Opens, data: Path):
    data.mkdir(exist_ok=True)
    (data / FILE).write_text("goals_dark = 5\n", encoding="utf-8")
    async with live() as desk:
        await desk.press("space", "g", "i", "escape", "v")
        await desk.pick("the goal board")
        await desk.pass_time(minutes=4)
        await desk.press("g", "G", "escape")
        await desk.pass_time(minutes=4)
        desk.expects("GROUP SEES the goal board")
        await desk.pass_time(minutes=1, seconds=30)
        desk.expects("GROUP SEES nothing", SAID, "b Unblank")
        assert desk.shown is Shown.BLACK
        await desk.press("b")
        assert desk.shown is Shown.GOALS
        desk.lacks(SAID)
        await desk.pass_time(minutes=4)
        assert desk.shown is Shown.GOALS


@pytest.mark.usefixtures("watched")
async def test_by_itself_nothing_goes_dark(live: Opens):
    async with live() as desk:
        await desk.press("space", "g", "i", "escape", "v")
        await desk.pick("the goal board")
        await desk.pass_time(minutes=60)
        desk.expects("GROUP SEES the goal board")
        desk.lacks(SAID)


async def test_it_is_set_among_three_times(home: Opens, data: Path):
    async with home() as desk:
        await desk.press("comma", *["down"] * 6)
        said = []
        for _press in range(4):
            said.append(read_settings(data).goals_dark)
            await desk.press("plus")
        assert said == [None, 2, 5, 10]
        desk.expects("Goal board goes dark ◂ not by itself ▸")
    (data / FILE).write_text("goals_dark = 0\n", encoding="utf-8")
    assert [problem.line for problem in read_settings(data).problems] == [1]
