"""Signs for fonts that draw boxes, blocks and arrows badly: each becomes one of ASCII, as wide as it was."""

from collections.abc import Mapping

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIMPLE = str.maketrans(
    {
        "▶": "*", "✓": "x", "→": ">", "–": "-", "−": "-", "‖": "=", "◆": "#", "◇": "%", "●": "O", "○": "o", "·": ".",
        "▌": "|", "▏": "|", "█": "#", "░": ":", "▀": '"', "▄": "_", "━": "=", "╸": "-", "╺": "-", "─": "-", "│": "|",
        "┌": "+", "┐": "+", "└": "+", "┘": "+", "↑": "^", "↓": "v", "←": "<", "…": "~", "“": '"', "”": '"', "’": "'",
        "≈": "~", "⌫": "<", "×": "x", "▎": "|", "▁": "_", "▔": "-", "▕": "|", "╍": "~", "▘": ":", "▖": ":",
        "▰": "#", "▱": "-", "◐": "c", "◂": "<", "▸": ">", "▂": "_", "▃": "_", "▅": "=", "▆": "#", "▇": "#", "├": "+",
        "┤": "+", "★": "@", "▒": ":",
    }
)  # fmt: skip
"""One cell for one cell."""


def lacks_signs(environ: Mapping[str, str], platform: str) -> bool:
    """Whether the terminal is known to draw the signs badly: the Linux console, and Windows' old one."""
    if platform == "win32":
        return not any(name in environ for name in ("WT_SESSION", "TERM_PROGRAM", "ConEmuANSI", "ALACRITTY_LOG"))
    return environ.get("TERM") == "linux"


class SimpleSigns(LineFilter):
    """Puts simple signs into whatever is drawn, wherever it came from."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's names)
        """See ``LineFilter``."""
        return [Segment(text.translate(SIMPLE), style, control) for text, style, control in segments]
