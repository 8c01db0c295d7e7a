"""Text in columns of a terminal, where some characters take two."""

from rich.cells import cell_len


def fitted(text: str, columns: int) -> str:
    """``text`` in exactly so many columns: cut with an ellipsis, or padded."""
    if cell_len(text) <= columns:
        return text + " " * (columns - cell_len(text))
    kept = ""
    for char in text:
        if cell_len(kept + char) > columns - 1:
            break
        kept += char
    return kept + "…" + " " * (columns - 1 - cell_len(kept)) if columns > 0 else ""
