"""A screen is painted when it has been drawn: no frame before it is empty, none has half of it moved."""

import pytest
from desk.driver import text_of
from desk.samples import a_record, keep

from facilitator.desk.app import Desk
from sessions.store.folder import Store

SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """For each frame that was painted its screen and its text."""
    found: list[tuple[str, str]] = []
    original = Desk._display

    def display(self, screen, renderable):
        original(self, screen, renderable)
        found.append((type(screen).__name__, text_of(self)))

    monkeypatch.setattr(Desk, "_display", display)
    return found


@pytest.fixture
def group(store: Store) -> None:
    """A group with a few sessions."""
    keep(store, (a_record(uid) for uid in (1, 2, 3)))


def only_one(frames: list[tuple[str, str]], screen: str) -> bool:
    """Whether all frames of a screen say the same, more than its line of keys; scroll bars come late."""
    texts = {tuple(row.rstrip(" ▁▂▃▄▅▆▇") for row in text.split("\n")) for name, text in frames if name == screen}
    return len(texts) == 1 and sum(map(bool, texts.pop())) > 3


@pytest.mark.usefixtures("group")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["r", "c", "n", "question_mark", "T", "comma"])
async def test_every_screen_comes_whole(home, frames, key, size):
    async with home(size=size) as desk:
        await desk.point("R01")
        frames.clear()
        await desk.press(key)
        assert desk.where != "HomeScreen"
        assert only_one(frames, desk.where)


@pytest.mark.parametrize("size", SIZES)
async def test_the_live_screen_comes_whole(live, frames, size):
    async with live(size=size) as desk:
        assert only_one(frames, desk.where)


@pytest.mark.parametrize("size", SIZES)
async def test_figures_that_come_or_go_take_their_place_in_one_frame(live, frames, size):
    async with live(size=size) as desk:
        for key in ("space", "u"):
            frames.clear()
            await desk.press(key)
            assert only_one(frames, desk.where)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["v", "s"])
async def test_every_dialog_takes_its_place_at_once(live, frames, key, size):
    async with live(size=size) as desk:
        await desk.press("space")
        frames.clear()
        await desk.press(key)
        assert desk.where in ("Choice", "Write")
        assert only_one(frames, desk.where)
