"""The goal board: goals are added, worded, placed and marked on one screen that stays open."""

from collections.abc import Mapping, Sequence
from random import SystemRandom
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from facilitator.commands import Command, Context, commands_in
from facilitator.desk import messages as m
from facilitator.desk.live import goals_drawing as drawing
from facilitator.desk.live.card_facts import SCALE
from facilitator.desk.live.carrying import Carrying, carrying_note
from facilitator.desk.live.group_view import turn_goal
from facilitator.desk.number_screen import NumberScreen
from facilitator.desk.open_session import OpenSession
from facilitator.desk.rows_screen import RowsScreen
from facilitator.desk.screen import bindings
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.grounds import Across, Down
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.long_list import LongList
from facilitator.desk.widgets.tones import ACCENT, EMPTY, MOST, QUIET, WIDE
from facilitator.desk.widgets.typed_number import TypedNumber
from facilitator.desk.widgets.write import Write
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import _
from facilitator.texts.names import name_of
from facilitator.texts.reasons import reason
from sessions import events as e
from sessions.goals import GoalOnBoard, unused_code_word
from sessions.kinds import CodeWord, GoalSlot, GoalStatus
from sessions.refusal import Reason

MOST_SIGNS = 160
"""Characters of a goal's words."""
BAR = "write_goal scale mark_goal release_goal add_goal undo blank help goal_page add_goal_with redo stored leave"
"""The line of keys: undo and black before what is done seldom."""


class GoalBoard(NumberScreen[None], RowsScreen[None]):
    """The goals of the running session."""

    context: ClassVar[Context] = Context.GOALS
    CSS_PATH = "goals.tcss"
    BINDINGS = bindings(Context.GOALS)
    digit_command, enter_command = "scale", "write_goal"

    def __init__(self, live: OpenSession) -> None:
        super().__init__()
        self._live = live
        self.typed = TypedNumber(self, self._place)

    def compose(self) -> ComposeResult:
        """Title, goals, the words of the one pointed at, foot."""
        yield Lines(id="top")
        with Across(id="middle"):
            with Down(id="left"):
                yield Lines(id="columns")
                yield LongList(id="rows")
            yield Lines(id="words", classes="side")
        yield from self.foot()

    def on_mount(self) -> None:
        """Show the goals."""
        self.call_after_refresh(self.draw)

    def on_rows_refitted(self) -> None:
        """There are more or fewer goals."""
        self.draw()

    def session_changed(self) -> None:
        """An act, or its undoing."""
        self.point(self.row)

    @property
    def _goals(self) -> tuple[GoalOnBoard, ...]:
        return self._live.running.session.goals

    @property
    def _pointed(self) -> GoalOnBoard | None:
        return self._goals[self.row] if self.row < len(self._goals) else None

    def bar_commands(self) -> Sequence[Command]:
        """In an order of its own."""
        by_id = {command.id: command for command in commands_in(self.context)}
        return [by_id[command] for command in BAR.split()]

    def key_names(self) -> Mapping[str, str]:
        """The digits are the places on the scale."""
        return {"scale": f"{SCALE[0]}–{SCALE[-1]}"}

    def row_count(self) -> int:
        """How many goals there are."""
        return len(self._goals)

    def draw(self) -> None:
        """Show the goals."""
        if not self.can_draw:
            return
        self.row = max(0, min(self.row, len(self._goals) - 1))
        rows = self.query_one(LongList)
        rows.styles.height = max(1, len(self._goals))
        headings = drawing.headings(self._goals, has_scales=self._has_scales) if self._goals else EMPTY
        self.query_one("#columns", Lines).show(headings)
        rows.present(len(self._goals), self.row, self._drawn_row)
        self.show_title(_("Goal board"))
        below = self.query_one("#words", Lines)
        below.show(Content("\n").join(self._below(max(20, min(MOST, below.content_size.width)))))
        self.show_keys()

    @property
    def _has_scales(self) -> bool:
        """There is room for a scale in each row; else for its number."""
        return self.size.width >= WIDE

    def _drawn_row(self, index: int, columns: int) -> Content:
        goal, words = self._goals[index], self._live.running.words
        return drawing.row(
            self._goals,
            index,
            words.values.get(goal.uid),
            words.goals.get(goal.uid, ""),
            columns,
            has_scales=self._has_scales,
            for_group=self._may_be_seen(goal),
            chosen=index == self.row,
        )

    def _may_be_seen(self, goal: GoalOnBoard) -> bool:
        """Whether the group sees its words whenever it sees the goal."""
        return goal.uid in self._live.selection.settings.released and goal.uid in self._live.running.words.goals

    def _is_on_wall(self, goal: GoalOnBoard) -> bool:
        """Whether the group sees the goal just now, with its words or without."""
        return any(each.slot == goal.slot.value for each in self._live.view.goals)

    def _who_sees(self, goal: GoalOnBoard) -> str:
        """What of its words the group sees now; empty where that is nothing and was not asked for."""
        if self._may_be_seen(goal):
            if self._is_on_wall(goal):
                return _("The group sees these words; v hides them.")
            sees = self._live.displays.in_words()
            return _("May be shown; now the group sees: {sees}. Y shows the goals.").format(sees=sees)
        return _("The group sees only the code word; v shows these words too.") if self._is_on_wall(goal) else ""

    def _below(self, columns: int) -> list[Content]:
        goal = self._pointed
        if goal is None:
            said = _("No goal yet. i adds one and draws its code word, I lets you choose the word.")
            return [Content(line) for line in wrapped(said, columns)]
        words, value = self._live.running.words.goals.get(goal.uid, ""), self._live.running.words.values.get(goal.uid)
        lines = wrapped(words, columns) if words else [_("No words yet; enter writes them.")]
        note = _("Words and numbers are forgotten at the end; code word and status are kept.")
        carried = carrying_note(self._live)
        notes = [carried] if carried else [note, _("Z seals them for next time, if the group wants it.")]
        scale = [] if self._has_scales or value is None else [Content.assemble(*drawing.scale(value))]
        seen = wrapped(self._who_sees(goal), columns) if words and self._who_sees(goal) else []
        return [
            *(Content.styled(line, "" if words else QUIET) for line in lines),
            *scale,
            EMPTY,
            *(Content.styled(line, ACCENT) for line in seen),
            *(Content.styled(line, QUIET) for each in notes for line in wrapped(each, columns)),
        ]

    def open_row(self) -> None:
        """As with enter."""
        self.do_write_goal()

    def do_write_goal(self) -> None:
        """Write the words of the goal pointed at."""
        goal = self._chosen()
        if goal is None:
            return
        uid = goal.uid
        before = self._live.running.words.goals.get(uid, "")
        is_seen = uid in self._live.selection.settings.released

        def write(text: str) -> None:
            self._live.running.words.goal(uid, text)
            self._live.running.tell()

        body = _("Seen only during this session. The program keeps the code word and the status.")
        if is_seen and self._is_on_wall(goal):
            body += " " + _("The group sees it as it is typed.")
        title = f"{goal.slot} {name_of(goal.code)} · " + _("The goal's words")
        dialog = Write(title, before, body=body, most=MOST_SIGNS, typed=write if is_seen else None)
        self.app.push_screen(dialog, lambda text: write(before if text is None else text))

    def do_scale(self) -> None:
        """A click on the digits: a number is typed."""
        self.say(_("Type a number from 0 to 10."))

    def type_digit(self, digit: str) -> None:
        """Towards the place of the goal pointed at on the scale."""
        if not digit:
            self.do_scale()
        elif self._chosen() is not None:
            self.typed.type(digit, SCALE)
            self.say(f"{self.typed.value}…" if self.typed.value is not None else "")

    def _place(self, number: int | None) -> None:
        self.say("")
        if number is None:
            self.do_scale()
        elif (goal := self._chosen()) is not None:
            self._live.running.words.value(goal.uid, number)
            self._live.running.tell()

    def do_no_value(self) -> None:
        """Take the number off."""
        if (goal := self._chosen()) is not None:
            self._live.running.words.value(goal.uid, None)
            self._live.running.tell()

    def do_mark_goal(self) -> None:
        """Another status."""
        if (goal := self._chosen()) is not None:
            statuses = list(GoalStatus)
            following = statuses[(statuses.index(goal.status) + 1) % len(statuses)]
            self._live.happen(e.GoalMarked(self._live.now(), goal.slot, following))

    def do_release_goal(self) -> None:
        """Let the group see its words, or no longer."""
        if (goal := self._chosen()) is not None:
            seen = goal.uid in self._live.selection.settings.released
            self._live.selection.release(frozenset({goal.uid}), yes=not seen)
            self._live.running.tell()
            hidden, shown = _("The group no longer sees its words."), _("The group sees its words on the goal board.")
            self.say(hidden if seen else shown if self._is_on_wall(goal) else "")

    def do_add_goal(self) -> None:
        """Add a goal, its code word drawn by chance."""
        if self._has_room():
            self._add(unused_code_word(self._goals, SystemRandom()))

    def do_add_goal_with(self) -> None:
        """Add a goal with a code word that is chosen."""
        if not self._has_room():
            return
        used = {goal.code for goal in self._goals}
        free = sorted((word for word in CodeWord if word not in used), key=name_of)
        options = [Option(name_of(word), word) for word in free]

        def chosen(word: CodeWord | None) -> None:
            if word is not None:
                self._add(word)

        self.app.push_screen(Choice(_("Which code word?"), options, searchable=True), chosen)

    def do_carry_goals(self) -> None:
        """Open what the group sealed, or seal it."""
        Carrying(self._live, self).ask()

    def _add(self, word: CodeWord) -> None:
        if self._live.happen(e.GoalAdded(self._live.now(), word)):
            self.point(len(self._goals) - 1)

    def _has_room(self) -> bool:
        if len(self._goals) < len(GoalSlot):
            return True
        self.say(reason(Reason.TOO_MANY_GOALS))
        return False

    def _chosen(self) -> GoalOnBoard | None:
        if self._pointed is None:
            self.say(_("No goal yet; i adds one."))
        return self._pointed

    def do_goal_page(self) -> None:
        """The group's goal board, a page on."""
        self.say(turn_goal(self._live))

    def do_undo(self) -> None:
        """As on the live screen."""
        self.post_message(m.LiveCommandPressed("undo"))

    def do_redo(self) -> None:
        """As on the live screen."""
        self.post_message(m.LiveCommandPressed("redo"))
