"""Tables with a heading, as plain values, and as they are written for a terminal, in Markdown and as CSV."""

import csv
import io
from collections.abc import Sequence

from msgspec import Struct

from facilitator.texts.columns import cell_width, to_width

BETWEEN = "  "


class Table(Struct, frozen=True):
    """Rows under heads. The first column is said in words, the others are figures when ``figures``."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: bool = True
    note: str = ""
    """Said below it."""


def as_text(title: str, tables: Sequence[Table]) -> str:
    """For a terminal."""
    parts = [title, ""] if title else []
    for table in tables:
        widths = [
            max(cell_width(row[column]) for row in (table.heads, *table.rows)) for column in range(len(table.heads))
        ]
        parts.append(table.title)
        for row in (table.heads, *table.rows) if any(table.heads) else table.rows:
            cells = [
                " " * (width - cell_width(cell)) + cell if column and table.figures else to_width(cell, width)
                for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            ]
            parts.append(("  " + BETWEEN.join(cells)).rstrip())
        parts += [table.note, ""] if table.note else [""]
    return "\n".join(parts).rstrip() + "\n"


def as_markdown(title: str, tables: Sequence[Table]) -> str:
    """As Markdown."""
    parts = [f"# {title}", ""] if title else []
    for table in tables:
        line = ["---:" if column and table.figures else "---" for column in range(len(table.heads))]
        parts += [f"## {table.title}", "", _row(table.heads), "|" + "|".join(line) + "|"]
        parts += [_row(row) for row in table.rows]
        parts += ["", *([table.note, ""] if table.note else [])]
    return "\n".join(parts).rstrip() + "\n"


def as_csv(heads: Sequence[str], rows: Sequence[Sequence[str | int | float]]) -> str:
    """For a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return out.getvalue()


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
