"""A screen is fitted to its size from its first layout on: nothing is painted one way and then another."""

from datetime import date, timedelta

import pytest
from desk.samples import a_record, keep
from textual._compositor import Compositor

from sessions.store.folder import Store


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, frozenset[str], tuple[int, ...]]]:
    """For each layout the screen, its classes, and the height of each widget that has one of its own."""
    found: list[tuple[str, frozenset[str], tuple[int, ...]]] = []
    original = Compositor.reflow

    def reflow(self, parent, size):
        result = original(self, parent, size)
        heights = tuple(each.region.height for each in parent.query("#top, #drift, #columns, #home, #keys"))
        found.append((type(parent).__name__, frozenset(parent.classes), heights))
        return result

    monkeypatch.setattr(Compositor, "reflow", reflow)
    return found


@pytest.fixture
def group(store: Store) -> None:
    """A group with more sessions than there are rows."""
    keep(store, (a_record(nth + 1, date(2023, 1, 9) + timedelta(days=14 * nth)) for nth in range(80)))


@pytest.mark.parametrize(
    ("size", "classes"),
    [((80, 24), {"-narrow", "-short"}), ((120, 40), {"-wide", "-tall"}), ((200, 60), {"-widest", "-tall"})],
)
async def test_the_live_screen_has_the_classes_of_its_size_at_once(live, laid_out, size, classes):
    async with live(size=size):
        first = next(seen for name, seen, _heights in laid_out if name == "LiveScreen")
        assert first == classes


@pytest.mark.usefixtures("group")
@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_the_review_keeps_the_heights_of_its_first_layout(home, laid_out, size):
    async with home(size=size) as desk:
        await desk.point("R01")
        laid_out.clear()
        await desk.press("r")
        heights = {heights for name, _seen, heights in laid_out if name == "GroupSessionsScreen"}
        assert len(heights) == 1
