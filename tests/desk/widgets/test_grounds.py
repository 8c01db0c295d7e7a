"""Grounds: one line for all rows, in the colour that Textual would give them."""

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.filter import Monochrome
from textual.geometry import Region
from textual.widgets import Static

from facilitator.desk.widgets.grounds import Down


class Grounds(App[None]):
    """The same ground twice: ours and Textual's."""

    CSS = "Down, Vertical { background: #123456; height: 5; padding: 1 2; } Static { background: #654321; width: 3; }"
    grey = False

    def compose(self) -> ComposeResult:
        """Each with something on it."""
        for ground in (Down, Vertical):
            with ground(id=ground.__name__):
                yield Static("a")

    def get_line_filters(self):
        """As where no colours are wanted, or not."""
        return [Monochrome()] if self.grey else []


async def colours(*, grey: bool) -> tuple[list[str], list[str]]:
    """The colours of the cells of both, row by row."""
    app = Grounds()
    app.grey = grey
    found = []
    async with app.run_test(size=(20, 12)) as pilot:
        await pilot.pause()
        for name in ("Down", "Vertical"):
            lines = app.query_one(f"#{name}").render_lines(Region(0, 0, 20, 5))
            cells = [(each.style.bgcolor.name, len(each.text)) for line in lines for each in line]
            found.append([name for name, count in cells for _cell in range(count)])
    return found[0], found[1]


async def test_a_ground_has_the_colour_it_is_given():
    ours, textuals = await colours(grey=False)
    assert ours == textuals
    assert set(ours) == {"#123456"}


async def test_where_no_colours_are_wanted_a_ground_has_none():
    ours, textuals = await colours(grey=True)
    assert ours == textuals
    assert set(ours) != {"#123456"}


async def test_all_rows_of_a_ground_are_one_line():
    app = Grounds()
    async with app.run_test(size=(20, 12)) as pilot:
        await pilot.pause()
        lines = app.query_one("#Down").render_lines(Region(0, 0, 20, 5))
    assert len(lines) == 5
    assert len({id(line) for line in lines}) == 1
