"""Ending a session: what will be kept is shown first; nothing is written before it is chosen where."""

import asyncio
from random import SystemRandom
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from facilitator.commands import Context
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.widgets.dialogs import Choice, leave
from facilitator.desk.widgets.dialogs import Option as Choosable
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.finishing import finish, record_now
from facilitator.texts.languages import _
from facilitator.texts.reasons import trouble
from facilitator.texts.reviews import agenda_lines, facts, goals_line, heading, legend, put_off_line
from sessions.running import RunningSession
from sessions.store.problems import StoreProblem
from sessions.values import GroupCode, Instant, unused_code

SLOW = 2
"""Seconds after which it is told that keeping takes longer than it should."""
BACK, NOTHING, NEW, OTHER = "back", "nothing", "new", "other"


class EndScreen(DeskScreen):
    """What will be kept, and where."""

    context: ClassVar[Context] = Context.READING
    BINDINGS = bindings(Context.READING)

    def __init__(self, running: RunningSession, at: Instant) -> None:
        """``at`` is when the session ended: now, or when an interrupted one was last alive."""
        super().__init__()
        self._ending = running
        self._at = at
        self._waiting = 0
        """Seconds, and one, since the choice, while the session is being kept; 0 otherwise."""

    def compose(self) -> ComposeResult:
        """The record as it would be, then the choices."""
        self._new_code = unused_code(self._codes(), SystemRandom())
        yield Lines(Content.styled(" " + _("End the session? This is what would be kept"), "bold"), id="top")
        with VerticalScroll(id="page"):
            yield Lines(classes="text", id="kept")
        yield ChoiceList(id="choices", markup=False)
        yield from self.foot()

    def on_mount(self) -> None:
        """The safe choice has the focus."""
        if not self.query("#choices"):  # left again before there was anything on it
            return
        self.query_one("#kept", Lines).update(self._kept())
        listed = self.query_one("#choices", OptionList)
        group = self._ending.session.group
        if self._ending.session.ended is None:
            listed.add_option(Option(_("Back to the session"), BACK))
        if self._ending.session.begun is not None:
            if group is not None:
                listed.add_option(Option(_("End and keep for group {code}").format(code=group), group))
            listed.add_option(Option(_("End and keep for a new group, {code}").format(code=self._new_code), NEW))
            if self._codes():
                listed.add_option(Option(_("End and keep for another group…"), OTHER))
        listed.add_option(Option(_("End and keep nothing"), NOTHING))
        listed.highlighted = 0
        listed.focus()

    def _kept(self) -> Content:
        record = record_now(self._ending, self._at, self.desk.deck)
        deck = self.desk.deck
        code = self._ending.session.group
        lines = [heading(record, code, self.desk.session_number(code)), facts(record, deck), ""]
        lines += [line for line in agenda_lines(record, deck) if line]
        lines += [legend(), *filter(None, (put_off_line(record), goals_line(record))), ""]
        lines.append(_("Nothing else. Names, titles, the wording of goals and numbers on a scale are forgotten now."))
        return Content("\n".join(lines))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        if self.app.screen is not self:
            return
        match event.option.id:
            case "back":
                leave(self)
            case "new":
                self._end(self._new_code)
            case "other":
                self._ask_group()
            case "nothing":
                self._end(None)
            case str() as code:
                self._end(GroupCode(code))

    def _codes(self) -> list[GroupCode]:
        """The groups to choose from; none when nobody can know, which is told when the session is to be kept."""
        try:
            return self.desk.store.groups.codes()
        except StoreProblem:
            return []

    def _ask_group(self) -> None:
        options = [Choosable(str(code), code) for code in self._codes()]

        def chosen(code: GroupCode | None) -> None:
            if code is not None:
                self._end(code)

        self.app.push_screen(Choice(_("End and keep for which group?"), options, searchable=len(options) > 9), chosen)

    def _end(self, code: GroupCode | None) -> None:
        if self._waiting:
            return
        self._ending.end(self._at, code)
        self._waiting = 1
        self.query_one("#choices").disabled = True
        self.say(_("The session is being kept…") if code is not None else _("The session is being closed…"))
        self.run_worker(self._finish(code), exclusive=True)

    async def _finish(self, code: GroupCode | None) -> None:
        """The disk may take its time: not on the screen's thread."""
        try:
            ending = await asyncio.to_thread(finish, self._ending, self.desk.store, code, self.desk.deck)
        except StoreProblem as problem:
            self._waiting = 0
            choices = self.query_one("#choices")
            choices.disabled = False
            choices.focus()
            self.say(_("Not kept yet. {why}").format(why=trouble(problem)))
            return
        from facilitator.desk.open_session import session_over

        session_over(self.desk, ending)

    def ticked(self) -> None:
        """Tell that the disk is slow."""
        if self._waiting:
            self._waiting += 1
            if self._waiting > SLOW:
                self.say(_("The disk is slow: the session is still being written. Nothing else has to be done."))

    def do_leave(self) -> None:
        """Back to the session; one that has ended stays to be kept, also over a restart."""
        if self._ending.session.ended is None:
            leave(self)
        elif not self._waiting:
            self.say(_("Choose where the session is kept."))
