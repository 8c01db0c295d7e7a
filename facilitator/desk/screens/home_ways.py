"""The rows of home that need no group: the unfinished session, and the ways to begin."""

from functools import partial

from textual.content import Content
from textual.widgets.option_list import Option

from facilitator.desk.screens import home_drawing as drawing
from facilitator.desk.screens.home_reads import Waiting
from facilitator.desk.widgets.late_row import LateRow
from facilitator.texts.languages import _, language

UNFINISHED, NEW, NEW_GROUP, DISCARDED, DEMO, SAMPLE_GROUP = (
    "unfinished", "new", "new-group", "discarded", "demo", "sample-group",
)  # fmt: skip
PLAN, CARD = "plan:", "card:"
"""Before the id of what was found."""


def unfinished(waiting: Waiting, columns: int) -> list[Option]:
    """The session that was interrupted, if one was."""
    if not waiting.unfinished:
        return []
    row = LateRow((waiting.unfinished, language()), columns, partial(drawing.unfinished_row, waiting.unfinished))
    return [Option(row, UNFINISHED), Option(Content(""), "gap", disabled=True)]


def ways(waiting: Waiting, columns: int, groups: int | None) -> list[Option]:
    """The ways to begin; ``groups`` is how many there are, None while nobody knows."""
    said = [(_("A session now"), NEW, "n")]
    if groups is not None:
        said.append((_("A new group"), NEW_GROUP, "N"))
    if waiting.discarded:
        said.append((_("Bring back the session that was discarded"), DISCARDED, ""))
    if not groups:
        said.append((_("A group to explore: an example, not stored"), SAMPLE_GROUP, "G"))
        said.append((_("Demo: watch a sample session"), DEMO, "D"))
    return [Option(LateRow((text, key), columns, partial(drawing.act_row, text, key)), way) for text, way, key in said]


def opening_label(row: str) -> str:
    """What opening a row is called, where it is more than that."""
    if row == UNFINISHED:
        return _("Resume")
    is_only_opened = row.startswith(CARD) or row in (DEMO, DISCARDED, NEW_GROUP, SAMPLE_GROUP)
    return "" if is_only_opened else _("Make ready")
