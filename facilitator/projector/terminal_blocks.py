"""Text in a terminal as large as its room: on several lines, broken at spaces, hyphens and syllables."""

from msgspec import Struct
from rich.cells import cell_len

from facilitator.projector.large_type import can_draw, draw, height, width
from facilitator.projector.syllables import SOFT_HYPHEN


class Block(Struct, frozen=True):
    """Lines of one text, all at one scale; 0 is the terminal's own letters."""

    lines: tuple[str, ...]
    scale: int

    @property
    def rows(self) -> int:
        """Rows it takes."""
        return len(self.lines) * line_height(self.scale)

    def drawn(self) -> list[str]:
        """Its rows."""
        if not self.scale:
            return list(self.lines)
        return [row for line in self.lines for row in draw(line, self.scale)]


def line_height(scale: int) -> int:
    """Rows of a line at this scale."""
    return height(scale) if scale else 1


def block(text: str, columns: int, rows: int, most: int) -> Block:
    """``text`` at the largest scale up to ``most`` at which it fits; at scale 0 it may be higher than ``rows``."""
    for scale in range(most, 0, -1):
        if not can_draw(text.replace(SOFT_HYPHEN, "")):
            break
        parts = (part for word in text.split() for part in _parts(word))
        if not all(_fits(part + hyphen, columns, scale) for part, hyphen in parts):
            continue
        lines = broken(text, columns, scale)
        if len(lines) * height(scale) <= rows:
            return Block(tuple(balanced(text, columns, scale)), scale)
    return Block(tuple(balanced(text, columns, 0)), 0)


def balanced(text: str, columns: int, scale: int) -> list[str]:
    """``text`` in as few lines as ``broken``, but about as long as each other: no word stands alone in the last."""
    lines = broken(text, columns, scale)
    least = max((_wide(word.replace(SOFT_HYPHEN, ""), scale) for word in text.split()), default=columns)
    while len(lines) > 1 and least < columns:
        between = (least + columns) // 2
        narrower = broken(text, between, scale)
        if len(narrower) > len(lines) or _hyphens(narrower) > _hyphens(lines):
            least = between + 1
        else:
            columns, lines = between, narrower
    return lines


def _hyphens(lines: list[str]) -> int:
    return sum(line.endswith("-") for line in lines)


def drawable(text: str, scale: int) -> int:
    """``scale``, or 0 when ``text`` has a character without a large shape."""
    return scale if can_draw(text.replace(SOFT_HYPHEN, "")) else 0


def broken(text: str, columns: int, scale: int) -> list[str]:
    """``text`` in lines of so many columns; a part that is wider by itself is cut where the line ends."""
    lines: list[str] = []
    line, joint = "", ""
    for word in text.split():
        for index, (part, hyphen) in enumerate(_parts(word)):
            joined = line + (" " if line and not index else "") + part
            if line and not _fits(joined + hyphen, columns, scale):
                lines.append(line + (joint if index else ""))
                joined = part
            line, joint = joined, hyphen
            while len(line) > 1 and not _fits(line + joint, columns, scale):
                at = next((n for n in range(len(line) - 1, 0, -1) if _fits(line[:n], columns, scale)), 1)
                lines.append(line[:at])
                line = line[at:]
    return [*lines, line] if line else lines


def _parts(word: str) -> list[tuple[str, str]]:
    """The parts of a word, each with what is seen when the line ends after it."""
    found: list[tuple[str, str]] = []
    for piece in word.replace("-", "-\0").split("\0"):
        *before, last = piece.split(SOFT_HYPHEN)
        found += [(each, "-") for each in before]
        found += [(last, "")] if last else []
    return found


def _fits(text: str, columns: int, scale: int) -> bool:
    return _wide(text, scale) <= columns


def _wide(text: str, scale: int) -> int:
    return width(text, scale) if scale else cell_len(text)
