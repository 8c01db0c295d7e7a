"""Large type: what fits, fits; what is drawn has the size that was promised."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.projector.large_type import can_draw, draw, height, largest, width

DRAWN = string.ascii_letters + string.digits + " .,:;-–()äöåÄÖÅ·→½%&?+/\u00a0"


@settings(deadline=None)
@given(st.text(DRAWN, min_size=1, max_size=20), st.integers(1, 12))
def test_a_drawing_has_the_size_that_was_promised(text: str, scale: int):
    rows = draw(text, scale)
    assert len(rows) == height(scale)
    assert {len(row) for row in rows} == {width(text, scale)}
    assert set("".join(rows)) <= set(" ▀▄█")


@settings(deadline=None)
@given(st.text(DRAWN, min_size=1, max_size=20), st.integers(1, 300), st.integers(1, 100))
def test_the_largest_that_fits_fits_and_a_larger_one_does_not(text: str, columns: int, rows: int):
    scale = largest(text, columns, rows)
    if scale:
        assert width(text, scale) <= columns
        assert height(scale) <= rows
    if scale < 12:
        assert width(text, scale + 1) > columns or height(scale + 1) > rows


@pytest.mark.parametrize("text", ["", "漢", "x\x1b", "👋"])
def test_what_has_no_large_shape_is_not_drawn(text: str):
    assert largest(text, 1_000, 1_000) == 0
    assert not text or not can_draw(text)


def test_figures_are_all_as_wide_as_each_other():
    assert len({width(figure) for figure in string.digits}) == 1


def test_every_letter_of_finnish_and_every_figure_looks_different():
    shapes = [tuple(draw(char)) for char in string.digits + "abcdefghijklmnopqrstuvwxyzåäö"]
    assert len(set(shapes)) == len(shapes)


def test_a_larger_scale_is_the_same_picture():
    def dots(scale: int) -> list[str]:
        """The picture with one character for each dot: a half block is one of two dots above each other."""
        halves = {" ": "  ", "▀": "# ", "▄": " #", "█": "##"}
        return ["".join(halves[char][half] for char in row) for row in draw("1", scale) for half in (0, 1)]

    small, large = dots(2), dots(4)
    assert "#" in "".join(small)
    assert [row[::2] for row in large[::2]] == small
