"""Large type made of a terminal's cells: a letter is 5 × 8 pixels, a pixel one or more half-blocks.

The letters are the classic 5 × 7 dot-matrix shapes: one byte a column, the lowest bit on top, the highest for
descenders.
"""

from functools import lru_cache

_COLUMNS = {
    " ": "0000000000", "!": "00005f0000", '"': "0007000700", "%": "2313086462", "&": "3649562050",
    "'": "0008070300", "(": "001c224100", ")": "0041221c00", "+": "08083e0808", ",": "0080703000",
    "-": "0808080808", "–": "0808080808", ".": "0000606000", "/": "2010080402", "0": "3e4141413e",
    "1": "00427f4000", "2": "7249494946", "3": "2141494d33", "4": "1814127f10", "5": "2745454539",
    "6": "3c4a494931", "7": "4121110907", "8": "3649494936", "9": "464949291e", ":": "0000363600",
    ";": "0040340000", "=": "1414141414", "?": "0201590906", "A": "7c1211127c", "B": "7f49494936",
    "C": "3e41414122", "D": "7f4141413e", "E": "7f49494941", "F": "7f09090901", "G": "3e41415173",
    "H": "7f0808087f", "I": "00417f4100", "J": "2040413f01", "K": "7f08142241", "L": "7f40404040",
    "M": "7f021c027f", "N": "7f0408107f", "O": "3e4141413e", "P": "7f09090906", "Q": "3e4151215e",
    "R": "7f09192946", "S": "2649494932", "T": "03017f0103", "U": "3f4040403f", "V": "1f2040201f",
    "W": "3f4038403f", "X": "6314081463", "Y": "0304780403", "Z": "6159494d43", "a": "2054547840",
    "b": "7f28444438", "c": "3844444428", "d": "384444287f", "e": "3854545418", "f": "00087e0902",
    "g": "18a4a49c78", "h": "7f08040478", "i": "00447d4000", "j": "2040403d00", "k": "7f10284400",
    "l": "00417f4000", "m": "7c04780478", "n": "7c08040478", "o": "3844444438", "p": "fc18242418",
    "q": "18242418fc", "r": "7c08040408", "s": "4854545424", "t": "04043f4424", "u": "3c4040207c",
    "v": "1c2040201c", "w": "3c4030403c", "x": "4428102844", "y": "4c9090907c", "z": "4464544c44",
    "ä": "2155547940", "ö": "3845444538", "å": "2054577840", "Ä": "7825242578", "Ö": "3845444538",
    "Å": "7824272478", "é": "3854565518", "ü": "3c4140217c", "Ü": "3c4140413c", "·": "0000080000",
    "→": "08082a1c08", "½": "170834aa91", "●": "1c3e3e3e1c", "○": "1c2222221c", "\u00a0": "0000000000",
}  # fmt: skip
ROWS = 8
GAP = 1
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def can_draw(text: str) -> bool:
    """Whether every character of ``text`` has a large shape."""
    return all(char in _COLUMNS for char in text)


def width(text: str, scale: int = 1) -> int:
    """Columns that ``text`` takes, drawn large."""
    return max(0, sum(len(shape) + GAP for shape in _shapes(text)) - GAP) * scale


def height(scale: int = 1) -> int:
    """Rows that large type takes."""
    return -(-ROWS * scale // 2)


def largest(text: str, columns: int, rows: int, most: int = 12) -> int:
    """The largest scale at which ``text`` fits; 0 when it does not fit or cannot be drawn."""
    if not text or not can_draw(text):
        return 0
    return next((scale for scale in range(most, 0, -1) if width(text, scale) <= columns and height(scale) <= rows), 0)


@lru_cache(maxsize=256)
def draw(text: str, scale: int = 1) -> tuple[str, ...]:
    """``text`` as rows of half-blocks."""
    columns: list[int] = []
    for shape in _shapes(text):
        for bits in shape:
            columns.extend([bits] * scale)
        columns.extend([0] * (GAP * scale))
    columns = columns[: width(text, scale)]
    rows = [[bool(bits >> (row // scale) & 1) for bits in columns] for row in range(ROWS * scale)]
    if len(rows) % 2:
        rows.append([False] * len(columns))
    return tuple(
        "".join(_HALVES[pair] for pair in zip(top, low, strict=True))
        for top, low in zip(*[iter(rows)] * 2, strict=True)
    )


def _shapes(text: str) -> list[bytes]:
    """The shapes of its characters; a space before a figure is narrow: what stands there belongs together."""
    return [
        _shape(char)[:1] if char == " " and after.isdigit() else _shape(char)
        for char, after in zip(text, f"{text[1:]} ", strict=True)
    ]


@lru_cache(maxsize=len(_COLUMNS))
def _shape(char: str) -> bytes:
    """The columns of a letter without empty sides; figures keep theirs, so that a clock stands still."""
    columns = bytes.fromhex(_COLUMNS[char])
    if char.isdigit():
        return columns
    return columns.strip(b"\0") or columns[:2]
