"""Signs for fonts that draw boxes, blocks and arrows badly: each becomes one of ASCII, as wide as it was."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIMPLE = str.maketrans(
    {
        "▶": "*", "✓": "x", "→": ">", "–": "-", "−": "-", "‖": "=", "◆": "#", "◇": "%", "●": "O", "○": "o", "·": ".",
        "▌": "|", "▏": "|", "█": "#", "░": ":", "▀": '"', "▄": "_", "━": "=", "╸": "-", "╺": "-", "─": "-", "│": "|",
        "┌": "+", "┐": "+", "└": "+", "┘": "+", "↑": "^", "↓": "v", "←": "<", "…": ".", "“": '"', "”": '"', "’": "'",
        "≈": "~", "⌫": "<", "▎": "|", "▁": "_", "▔": "-", "▕": "|", "▰": "#", "▱": "-", "◐": "c", "◂": "<", "▸": ">",
        "▂": "_", "▃": "_", "▅": "=", "▆": "#", "▇": "#", "├": "+", "┤": "+", "×": "x",
    }
)  # fmt: skip
"""One cell for one cell."""


class SimpleSigns(LineFilter):
    """Puts simple signs into whatever is drawn, wherever it came from."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's names)
        """See ``LineFilter``."""
        return [Segment(text.translate(SIMPLE), style, control) for text, style, control in segments]
