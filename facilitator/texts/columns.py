"""Text in columns of a terminal, where some characters take two."""

import re

from rich.cells import cell_len, chop_cells

_MAY_BREAK = re.compile(r"(?<= )(?=[^ ])|(?<=[^\W\d]{2}-)(?=[^\W\d])")
"""Before a word, and after a hyphen between letters."""


def to_width(text: str, columns: int) -> str:
    """``text`` in exactly so many columns: cut with an ellipsis, or padded."""
    if cell_len(text) <= columns:
        return text + " " * (columns - cell_len(text))
    kept = ""
    for char in text:
        if cell_len(kept + char) > columns - 1:
            break
        kept += char
    return kept + "…" + " " * (columns - 1 - cell_len(kept)) if columns > 0 else ""


def wrapped(text: str, columns: int, later: str = "") -> list[str]:
    """``text`` in lines of at most so many columns, at least one; ``later`` stands before each line but the first.

    Lines break between words and after hyphens; a word that is longer than a line is cut.
    """
    lines: list[str] = []
    line = ""
    for word in _MAY_BREAK.split(text.expandtabs().replace("\n", " ").rstrip()):
        if line.strip() and cell_len(line + word.rstrip()) > columns:
            lines.append(line.rstrip())
            line = later
        while cell_len(line + word.rstrip()) > columns:
            if line != later and cell_len(line + word[:1]) > columns:  # the blanks before it leave no room
                line = later
                continue
            cut = next((part for part in chop_cells(word, max(1, columns - cell_len(line))) if part), word)
            if cut == word.rstrip():  # one character alone is wider than the line
                break
            lines.append(line + cut)
            line, word = later, word[len(cut) :]  # noqa: PLW2901 (what is left of it)
        line += word
    return [*lines, line.rstrip()]


def wrapped_to(text: str, columns: int, most: int) -> list[str]:
    """``text`` as ``wrapped``, but in at most ``most`` lines; the last has a mark where there is more of it."""
    lines = wrapped(text, columns)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], to_width(" ".join(lines[most - 1 :]) + "…", columns).rstrip()] if most > 0 else []


def cell_width(text: str) -> int:
    """The columns that ``text`` takes."""
    return cell_len(text)
