"""Every text of every theme can be read on every ground it may stand on."""

import re

import pytest
from desk.driver import Driver, Opens
from rich.color import Color, ColorSystem

from facilitator.desk.simple_signs import lacks_signs
from facilitator.desk.themes import PALETTES, PALETTES_16, Palette

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3: the contrast of text."""
LETTERS = re.compile(r"[^\s\u2500-\u259f]")
"""What is neither a line nor a block."""


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def unreadable(desk: Driver, *, everywhere: bool = False) -> dict[tuple[str, str], str]:
    """The texts that cannot be read on their ground, by their colours: of a dialog alone, or of all that is seen."""
    found = {}
    dialogs = [] if everywhere else [dialog.region for dialog in desk.app.screen.query(".dialog")]
    areas = dialogs or [desk.app.screen.region]
    for row, strip in enumerate(desk.app.screen._compositor.render_strips()):
        column = 0
        for text, style, _control in strip:
            is_seen = any(area.contains(column, row) for area in areas)
            column += len(text)
            if is_seen and style is not None and LETTERS.search(text):
                assert style.color is not None
                assert style.bgcolor is not None
                colours = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
                if contrast(*colours) < ENOUGH:
                    found[colours] = text
    return found


def weak(palette: Palette, colours: ColorSystem = ColorSystem.TRUECOLOR) -> dict[tuple[str, str], float]:
    """The texts that cannot be read on a ground, in a terminal that shows so many colours, with their contrast."""

    def drawn(colour: str) -> str:
        return Color.parse(colour).downgrade(colours).get_truecolor().hex

    grounds = {"ground": palette.ground, "panel": palette.panel, "chosen": palette.sage_ground}
    texts = {name: getattr(palette, name) for name in ("strong", "normal", "quiet", "sage", "amber")}
    found = {
        (text, ground): round(contrast(drawn(colour), drawn(under)), 2)
        for text, colour in texts.items()
        for ground, under in grounds.items()
    }
    return {pair: ratio for pair, ratio in found.items() if ratio < ENOUGH}


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("colours", [ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT])
def test_every_text_has_contrast_on_every_ground(palette: Palette, colours: ColorSystem):
    assert weak(palette, colours) == {}


@pytest.mark.parametrize("palette", [*PALETTES, *PALETTES_16], ids=lambda palette: palette.name)
def test_what_stands_in_an_empty_input_is_a_quiet_text_and_no_paler(palette: Palette):
    assert palette.variables["text-disabled"] == palette.quiet


async def test_where_all_grounds_are_one_a_line_says_where_a_dialog_ends(home: Opens):
    async with home(size=(80, 24)) as desk:
        await desk.press("ctrl+p")
        desk.lacks("┌──")
        desk.app.theme = "high-contrast"
        await desk.settle()
        desk.expects("┌──", "└──", "Commands")


async def test_in_high_contrast_what_lies_below_a_dialog_can_be_read_too(live: Opens):
    async with live(size=(120, 40)) as desk:
        desk.app.theme = "high-contrast"
        await desk.press("space", "r")
        assert desk.asked
        assert unreadable(desk, everywhere=True) == {}


@pytest.mark.parametrize("palette", PALETTES_16, ids=lambda palette: palette.name)
def test_sixteen_colours_are_chosen_and_not_left_to_chance(palette: Palette):
    assert weak(palette, ColorSystem.STANDARD) == weak(palette) == {}
    assert [each.name for each in PALETTES_16] == [each.name for each in PALETTES]


@pytest.mark.parametrize(
    ("environ", "platform", "lacks"),
    [
        ({"TERM": "linux"}, "linux", True),
        ({"TERM": "xterm-256color"}, "linux", False),
        ({"TERM": "xterm-256color"}, "darwin", False),
        ({}, "win32", True),
        ({"WT_SESSION": "1"}, "win32", False),
    ],
)
def test_a_terminal_known_to_draw_signs_badly_gets_simple_ones_by_itself(environ, platform: str, lacks: bool):
    assert lacks_signs(environ, platform) is lacks
