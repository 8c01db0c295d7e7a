"""A key and a second paint little: only the rows that look another way, and nothing is laid out anew."""

import pytest
from textual._compositor import Compositor

from facilitator.desk.widgets.dialog import Dialog
from facilitator.desk.widgets.rows import Rows

SIZES = ((80, 24), (120, 40), (200, 60))


@pytest.fixture
def repainted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How many rows of each region were to be painted again, by its id."""
    found: dict[str, int] = {}
    original = Rows.refresh

    def refresh(self, *regions, **how):
        found[self.id] = found.get(self.id, 0) + (sum(each.height for each in regions) or self.size.height)
        return original(self, *regions, **how)

    monkeypatch.setattr(Rows, "refresh", refresh)
    return found


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """An entry for each time that the screen was laid out."""
    found: list[int] = []
    original = Compositor.reflow

    def reflow(self, *given):
        found.append(1)
        return original(self, *given)

    monkeypatch.setattr(Compositor, "reflow", reflow)
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["space", "plus", "minus", "p", "x", "b", "u", "down"])
async def test_a_key_lays_nothing_out(live, laid_out: list[int], key: str, size: tuple[int, int]):
    async with live(people=12, size=size) as desk:
        await desk.press("space", "space", "plus")
        laid_out.clear()
        await desk.press(key)
        assert laid_out == []


@pytest.mark.parametrize("size", SIZES)
async def test_a_longer_message_makes_room_for_itself(live, laid_out: list[int], size: tuple[int, int]):
    async with live(size=size) as desk:
        await desk.press("space")
        laid_out.clear()
        desk.app.say("first\nsecond")
        await desk.settle()
        assert laid_out
        desk.expects("first", "second")


@pytest.mark.parametrize("size", SIZES)
async def test_the_next_turn_leaves_the_agenda_as_it_is(live, repainted: dict[str, int], size: tuple[int, int]):
    async with live(people=12, size=size) as desk:
        await desk.press("space", "space")
        repainted.clear()
        await desk.press("space")
        assert "agenda" not in repainted
        large_letters = 5 if size[0] == 200 else 0
        assert repainted["details"] <= 4 + large_letters


async def test_an_act_on_one_item_paints_its_row(live, repainted: dict[str, int]):
    async with live(size=(200, 60)) as desk:
        await desk.press("space", "down")
        repainted.clear()
        await desk.press("down")
        assert repainted["agenda"] == 2


@pytest.mark.parametrize("size", SIZES)
async def test_a_second_paints_the_figures_and_at_most_a_bar(live, repainted: dict[str, int], size: tuple[int, int]):
    async with live(size=size) as desk:
        await desk.press("space")
        await desk.pass_time(seconds=1)
        repainted.clear()
        await desk.pass_time(seconds=1)
        bars = sum(repainted.values()) - repainted["clock"]
        assert set(repainted) <= {"clock", "time", "details"}
        assert bars <= 2


async def test_a_row_that_has_gone_is_painted_over(live):
    async with live(size=(200, 60)) as desk:
        await desk.press("space")
        rows = desk.app.screen.query_one("#card", Rows)
        before = desk.screen_text()
        rows.show([])
        await desk.settle()
        assert before != desk.screen_text()
        assert rows.render_line(0).text == ""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [("a",), ("w", "2")], ids=["a dialog", "a dialog over a dialog"])
async def test_a_second_paints_no_more_under_a_dialog(live, monkeypatch: pytest.MonkeyPatch, keys, size):
    passed_on: set[int] = set()
    original = Dialog._set_dirty

    def set_dirty(self, *regions):
        passed_on.update(y for each in regions or [self.size.region] for y in each.line_range)
        return original(self, *regions)

    async with live(size=size) as desk:
        await desk.press("space", *keys)
        await desk.pass_time(seconds=2)
        monkeypatch.setattr(Dialog, "_set_dirty", set_dirty)
        await desk.pass_time(seconds=1)
        clock = desk.app.screen_stack[1].query_one("#clock").size.height
        assert 0 < len(passed_on) <= clock + 2
        await desk.pass_time(seconds=600)
        before, figures = desk.screen_text(), desk.app.screen_stack[1].query_one("#clock")._rows
        assert all(row.plain.rstrip() in before for row in figures)
