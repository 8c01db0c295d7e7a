"""Help: the keys of a screen by subject, searched by typing, and what the signs mean."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from exercises.wordforms import matches
from facilitator.commands import CONTEXT_NAMES, SUBJECT_NAMES, Command, Context, Subject, commands_in
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.screens.pages import Readable
from facilitator.desk.widgets import signs
from facilitator.desk.widgets.key_bar import key_name
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_text import LongText
from facilitator.desk.widgets.search_line import SearchLine
from facilitator.desk.widgets.tones import ACCENT, EMPTY, MOST, WIDEST, inset
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import N_, _

MOST_FOR_KEYS = 12
"""Columns of the keys at most; longer ones have a line of their own."""
GAP = 6
"""Columns between two columns of keys."""
WITH_AGENDA = (Context.LIVE, Context.PLAN)
SIGNS = (
    (signs.PROTECTED, N_("protected: gives no time by itself; closing and breaks are")),
    (signs.FIRST_TO_GO, N_("first to give its time")),
    (f"{signs.NOW} {signs.DONE}", N_("going on; done")),
    (f"{signs.NEXT_TIME} {signs.LEFT_OUT}", N_("moved to next time; left out today")),
    (signs.PARKED, N_("set aside for something acute")),
    (N_("plan now"), N_("minutes in the plan; taken so far, and given when that differs: 6/12, 12")),
)


class HelpScreen(DeskScreen[None]):
    """The keys of a screen."""

    context: ClassVar[Context] = Context.HELP
    ALLOW_SELECT = True
    CSS_PATH = "help.tcss"
    BINDINGS = bindings(Context.HELP)
    AUTO_FOCUS = "#page"

    def __init__(self, about: Context) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        """Title, search line, keys, foot."""
        yield Lines(id="top")
        with Horizontal(id="searching"):
            yield SearchLine(id="search")
        with LongText(id="page"):
            yield Readable(classes="text", id="text")
        yield from self.foot()

    def on_mount(self) -> None:
        """Show all keys."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show the keys that are like what was typed, by subject."""
        if not self.can_draw:
            return
        line = self.query_one(SearchLine)
        line.display_text()
        is_widest = self.size.width >= WIDEST
        before = inset(self.size.width, 2 * MOST + GAP if is_widest else MOST)
        self.show_title(_("Keys"), " · " + _(CONTEXT_NAMES[self._about]), before)
        columns = min(MOST, max(40, self.size.width - 4))
        blocks = self._blocks(line.text.strip(), columns)
        rows = _side_by_side(blocks, columns) if is_widest else [row for block in blocks for row in [*block, EMPTY]]
        self.query_one("#text", Lines).update(Content("\n").join(rows or [Content(_("No match."))]))

    def _blocks(self, typed: str, columns: int) -> list[list[Content]]:
        """A block for each subject, and one for the signs."""
        blocks: list[list[Content]] = []
        commands = commands_in(self._about)
        wide = max(width for each in commands if (width := cell_len(_keys(each))) <= MOST_FOR_KEYS)
        for subject in Subject:
            found = [each for each in commands if each.subject is subject and matches(typed, _in_words(each))]
            if found:
                rows = [line for each in found for line in _row(_keys(each), _(each.help), wide, columns)]
                blocks.append([Content.styled(_(SUBJECT_NAMES[subject]), f"bold {ACCENT}"), *rows])
        signs = (
            [(sign, _(said)) for sign, said in SIGNS if matches(typed, _(said))] if self._about in WITH_AGENDA else []
        )
        if signs:
            rows = [line for sign, said in signs for line in _row(_(sign), said, wide, columns)]
            blocks.append([Content.styled(_("Signs"), f"bold {ACCENT}"), *rows])
        return blocks

    def bar_commands(self) -> Sequence[Command]:
        """See ``DeskScreen``; without the key that led here and, pressed again, leads back."""
        return [command for command in super().bar_commands() if command.id != "help"]

    @on(SearchLine.Changed)
    def typed(self) -> None:
        """Show what is like it."""
        self.draw()

    def do_search(self) -> None:
        """Search by what is typed next."""
        self.set_focus(self.query_one(SearchLine))

    def do_help(self) -> None:
        """The same key closes it."""
        leave(self)

    def do_leave(self) -> None:
        """Out of the search, then back."""
        line = self.query_one(SearchLine)
        if line.text or line.has_focus:
            line.put("")
            self.set_focus(self.query_one("#page"))
        else:
            super().do_leave()


def _side_by_side(blocks: list[list[Content]], columns: int) -> list[Content]:
    """The blocks in two columns, in their order, as even as whole blocks can be."""
    heights = [len(block) + 1 for block in blocks]
    cut = min(range(len(blocks) + 1), key=lambda place: max(sum(heights[:place]), sum(heights[place:])))
    left, right = ([row for block in part for row in [*block, EMPTY]] for part in (blocks[:cut], blocks[cut:]))
    return [
        Content.assemble(row, " " * (columns + GAP - row.cell_length), beside)
        for row, beside in zip_longest(left, right, fillvalue=EMPTY)
    ]


def _keys(command: Command) -> str:
    return "0–9" if command.id in ("turn_to", "scale") else " ".join(key_name(key) for key in command.keys)


def _in_words(command: Command) -> str:
    return f"{_keys(command)} {_(command.label)} {_(command.help)}"


def _row(keys: str, said: str, wide: int, columns: int) -> list[Content]:
    """Keys in so many columns, and what they do beside them; keys that are too long have a line of their own."""
    lines = wrapped(said, columns - wide - 2)
    below = " " * (wide + 2)
    if cell_len(keys) > wide:
        return [Content.styled(keys, "bold"), *(Content(below + line) for line in lines)]
    first = Content.assemble((" " * (wide - cell_len(keys)) + keys, "bold"), "  ", lines[0])
    return [first, *(Content(below + line) for line in lines[1:])]
