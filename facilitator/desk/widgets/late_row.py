"""A row of a list that is drawn when it comes in sight, in the columns that there are then.

Hundreds of rows need it at every key; the first frame, because nobody knows yet how wide its list will be.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


@dataclass(frozen=True)
class LateRow(Visual):
    """One line. Two rows of the same facts are the same: each is drawn anew for another width."""

    facts: object
    """Everything that is to be seen in it."""
    columns: int = field(compare=False)
    """As many as there seem to be."""
    draw: Callable[[int], Content] = field(compare=False)
    """Draws it in so many columns."""

    def __str__(self) -> str:
        """What it says."""
        return self.draw(self.columns).plain

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """See ``Visual``."""
        return self.draw(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 (Textual's names)
        """See ``Visual``."""
        return self.columns

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 (Textual's names)
        """See ``Visual``."""
        return 1
