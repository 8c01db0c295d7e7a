"""QR codes, read by a real decoder from what a terminal would show."""

import pytest
import zxingcpp
from PIL import Image
from projector_builders import WORDING

from facilitator.projector.qr import MOST_BYTES, TooLong, half_blocks, matrix, pages_for
from facilitator.projector.terminal_rows import CODE, rows_of
from facilitator.projector.view import CodeView, Shown, View

CELL = (8, 16)
"""Pixels of a terminal's cell."""


def picture(lines: list[str]) -> Image.Image:
    """Half-blocks, black on white, as a terminal draws them, on a dark screen."""
    across, down = CELL
    image = Image.new("L", ((len(lines[0]) + 8) * across, (len(lines) + 4) * down), 20)
    for y, line in enumerate(lines):
        for x, char in enumerate(line):
            for half, black in ((0, char in "█▀"), (1, char in "█▄")):
                left, top = (x + 4) * across, (y + 2) * down + half * down // 2
                image.paste(0 if black else 255, (left, top, left + across, top + down // 2))
    return image


def read(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize(
    "text", ["http://192.168.1.23:47600/abcdefghijklmnopqrstuv/", f"Tavoitteet\nA majakka: {WORDING}"]
)
def test_a_terminal_shows_a_code_that_can_be_read(text: str):
    view = View(Shown.CODES, codes=(CodeView("", matrix(text)),))
    rows = [row.text for row in rows_of(view, 120, 50, 0) if row.style == CODE]
    assert read(picture(rows)) == [text]


def test_the_address_fits_a_window_of_80_by_24():
    code = half_blocks(matrix("http://192.168.100.123:47600/abcdefghijklmnopqrstuv/"))
    assert len(code) <= 24
    assert len(code[0]) <= 80


def test_a_code_without_room_becomes_a_sentence():
    view = View(Shown.CODES, codes=(CodeView("", matrix("x" * 400)),), small="no room")
    assert [row.text for row in rows_of(view, 80, 24, 0) if row.text] == ["no room"]


def test_many_goals_are_split_and_too_many_refused():
    pages = pages_for("Tavoitteet", [f"{slot} {WORDING}" for slot in "ABCDEF"])
    texts = [read(picture(half_blocks(matrix(page))))[0] for page in pages]
    assert texts == pages
    assert len(pages) == 2
    assert [line[0] for text in texts for line in text.splitlines()[1:]] == list("ABCDEF")
    with pytest.raises(TooLong):
        matrix("ä" * MOST_BYTES)
    with pytest.raises(TooLong):
        pages_for("x", ["y" * 500] * 5)
