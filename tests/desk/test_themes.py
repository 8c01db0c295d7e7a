"""Every text of every theme can be read on every ground it may stand on."""

import pytest

from facilitator.desk.themes import PALETTES, Palette

ENOUGH = 4.5
"""WCAG 2.2, 1.4.3: the contrast of text."""


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_every_text_has_contrast_on_every_ground(palette: Palette):
    grounds = {"ground": palette.ground, "panel": palette.panel, "chosen": palette.sage_ground}
    texts = {name: getattr(palette, name) for name in ("strong", "normal", "quiet", "sage", "amber")}
    weak = {
        (text, ground): round(contrast(colour, under), 2)
        for text, colour in texts.items()
        for ground, under in grounds.items()
        if contrast(colour, under) < ENOUGH
    }
    assert weak == {}
