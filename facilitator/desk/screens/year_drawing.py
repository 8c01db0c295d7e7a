"""How the year looks: its figures are those of the command line, in the desk's tones."""

from textual.content import Content

from facilitator.desk.widgets.tones import QUIET, STRONG
from facilitator.texts.languages import _


def drawn(text: str) -> Content:
    """The text of one or more years: which year and what is in all strong, heads quiet."""
    strong, heads = (_("In all"),), (_("Cards used most"),)

    def style(line: str) -> str:
        if line.isdigit() or line.startswith(strong):
            return STRONG
        is_head = line in heads or (line.startswith(" ") and not any(char.isdigit() for char in line))
        return QUIET if is_head else ""

    return Content("\n").join(Content.styled(line, style(line)) for line in text.split("\n"))
