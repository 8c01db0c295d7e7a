"""How home looks before a group is known: its head, what the program is, and the rows that are acts."""

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from facilitator.desk.widgets.tones import ACCENT, LOOK, MOST, QUIET, STRONG, Part, apart, cut, padding
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import _
from facilitator.texts.phrases import clock, short_day, weekday

if TYPE_CHECKING:  # start-up
    from sessions.values import Instant

KEY = 3
"""Columns of the key before an act."""


def head(now: "Instant", today: date, columns: int) -> Content:
    """The program's name, how to find, the day and the time."""
    pad = padding(columns)
    find: list[Part] = [("/ ", ACCENT), (_("find a group, a plan or a card"), QUIET), ("      ", "")]
    time: list[Part] = [(f"{weekday(today)} {short_day(today)}  ", QUIET), (clock(now), ""), (" " * pad, "")]
    name: list[Part] = [(" " * pad + "facilitator", STRONG)]
    return apart(name, [*find, *time] if columns >= 70 else time, columns)


def section(text: str) -> Content:
    """A quiet heading within the list, with air above."""
    return Content.styled(f"\n{text}", QUIET)


def unfinished_row(said: str, columns: int) -> Content:
    """The session that was interrupted."""
    left: list[Part] = [(_("UNFINISHED"), f"bold {LOOK}"), (f"   {said}", "")]
    return apart(left, [(_("enter"), f"bold {ACCENT}"), (" " + _("resumes"), QUIET)], min(columns, MOST))


def what_it_is() -> tuple[str, ...]:
    """What the program does, keeps and does not keep, and where."""
    return (
        _("This program keeps the time and the turns of a group supervision session and shows its cards."),
        _(
            "It keeps what kind of items a session had, how long they took, "
            "how many were present and the goals' code words."
        ),
        _(
            "It does not keep names, who spoke, or what was said or written. "
            "During a session its file holds seats and turns; the file is deleted at the end. "
            "T shows exactly what is stored."
        ),
        _(
            "Everything is in one folder on this computer, without an account. "
            "If you let a cloud service copy the folder, it is there too. "
            "Space goes on, u undoes."
        ),
    )


def about(columns: int, rows: int) -> Content:
    """What the program is, for somebody who has no group yet: as many paragraphs as there are rows for."""
    lines: list[str] = []
    for text in what_it_is():
        paragraph = ["", *wrapped(text, min(MOST, columns))]
        if 1 + len(lines) + len(paragraph) > rows:
            break
        lines += paragraph
    return Content("\n").join([Content.styled(_("Welcome to facilitator"), STRONG), *map(Content, lines)])


def act_row(text: str, key: str, columns: int) -> Content:
    """A row that is an act; ``key`` does the same, if there is one, and stands before it."""
    return Content.assemble((f"{key:<{KEY}}", f"bold {ACCENT}"), cut(text, min(columns, MOST) - KEY))
