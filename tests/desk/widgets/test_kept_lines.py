"""What is kept of the lines that are drawn: each once."""

from collections import Counter

from textual.app import App
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


def kept_lines(app: App) -> list[tuple[Widget, Strip]]:
    """The lines that Textual keeps when everything on the screen was drawn, each with its widget."""
    widgets = [each for each in app.screen.walk_children(Widget) if each.size]
    for each in widgets:
        each.render_lines(Region(0, 0, *each.outer_size))
    return [(each, line) for each in widgets for line in each._styles_cache._cache.values()]


async def test_no_line_is_kept_twice_for_the_sake_of_its_colours(live):
    async with live(size=(200, 60)) as desk:
        await desk.press("space")
        kept = kept_lines(desk.app)
        to_rgb = ANSIToTruecolor(desk.app.ansi_theme)
        assert len(kept) > 60
        assert not [each.id for each, line in kept if line._filter_cache]
        for each, line in kept:
            assert to_rgb.apply(list(line), each.background_colors[1]) == list(line), "its colours are no RGB"


async def test_a_ground_keeps_one_line_however_high_it_is(live):
    async with live(size=(200, 60)) as desk:
        await desk.press("space")
        kept = Counter(each.id for each, _line in kept_lines(desk.app))
        assert [kept[ground] for ground in ("middle", "left", "now", "face", "right")] == [1] * 5
