"""QR codes: text to modules, and modules to half-blocks. Level L, for screens are neither torn nor dirty."""

from functools import lru_cache
from itertools import zip_longest

QUIET = 4
"""White modules on every side; a phone finds no code without them."""
LARGEST = 18
"""The largest version used: 89 modules a side, the most that a phone reads from some metres away."""
MOST_BYTES = 718
"""What the largest version holds at level L."""
MOST_CODES = 4
"""More codes at once than this could not be told apart through a phone."""
_HALVES = {("1", "1"): "█", ("1", "0"): "▀", ("0", "1"): "▄", ("0", "0"): " "}


class TooLong(Exception):
    """The text does not fit into as many codes as can be shown."""


@lru_cache(maxsize=8)
def matrix(text: str) -> tuple[str, ...]:
    """The modules of a code that holds ``text``: ``1`` is black.

    Raises:
        TooLong: it holds more than ``MOST_BYTES``.
    """
    from qrcode.constants import ERROR_CORRECT_L  # noqa: PLC0415 (start-up)
    from qrcode.main import QRCode  # noqa: PLC0415 (start-up)

    data = text.encode()
    if len(data) > MOST_BYTES:
        raise TooLong
    code = QRCode(error_correction=ERROR_CORRECT_L, border=0)
    code.add_data(data, optimize=0)
    code.make(fit=True)
    return tuple("".join("1" if black else "0" for black in row) for row in code.get_matrix())


def pages_for(heading: str, texts: list[str]) -> list[str]:
    """The texts under a heading, in as few codes as they need, each as it is read; none of them is broken.

    Raises:
        TooLong: one text alone is too long for a code, or they need more than ``MOST_CODES``.
    """
    pages: list[str] = []
    for text in texts:
        more = f"{pages[-1]}\n{text}" if pages else ""
        if more and len(more.encode()) <= MOST_BYTES:
            pages[-1] = more
        else:
            pages.append(f"{heading}\n{text}")
    if len(pages) > MOST_CODES or any(len(page.encode()) > MOST_BYTES for page in pages):
        raise TooLong
    return pages


def forget() -> None:
    """Forget what the codes hold: the session has ended."""
    matrix.cache_clear()


def half_blocks(rows: tuple[str, ...]) -> list[str]:
    """A code with its quiet zone as rows of text, to be shown black on white and in no other colours."""
    side = len(rows) + 2 * QUIET
    blank = ["0" * side] * QUIET
    all_rows = [*blank, *("0" * QUIET + row + "0" * QUIET for row in rows), *blank]
    pairs = zip_longest(all_rows[::2], all_rows[1::2], fillvalue="0" * side)
    return ["".join(_HALVES[pair] for pair in zip(top, low, strict=True)) for top, low in pairs]
