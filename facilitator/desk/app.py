"""The program itself: the keys that work everywhere, its one ticker, and leaving nothing behind."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.geometry import Offset
from textual.screen import Screen

from facilitator.clean_terminal import wiping
from facilitator.commands import BLANK_ALWAYS, BLANK_KEYS, Context
from facilitator.daemon_threads import DaemonThreads
from facilitator.desk import messages as m
from facilitator.desk.appearance import Appearance
from facilitator.desk.collecting import Collecting
from facilitator.desk.errands import errand
from facilitator.desk.pasting import read_pastes_as_text
from facilitator.desk.screen import DeskScreen
from facilitator.desk.screens.home import HomeScreen
from facilitator.desk.widgets.cursor import NOWHERE, cursor_on
from facilitator.desk.widgets.key_ways import KeyWays
from facilitator.desk.widgets.sizes import take_size
from facilitator.texts.languages import _
from sessions.values import SECOND

if TYPE_CHECKING:
    from exercises.deck import Deck
    from facilitator.preparing.preparation import Preparation
    from sessions.clock import Clock

A_LITTLE = 0.002
"""Seconds by which a tick comes late on purpose, so that it never comes early."""
CLOSING = 6.0
"""Seconds that closing the program waits at most for the journal, which itself waits a little less."""


class Desk(Appearance):
    """The program."""

    CSS_PATH = [Path(__file__).parent / "desk.tcss", Path(__file__).parent / "screens" / "home.tcss"]  # noqa: RUF012
    """Of the first frame; every other screen brings its own sheet."""
    TITLE = "facilitator"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = True
    """Where nothing private is: every screen says for itself whether its text can be selected."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "close_program", show=False, priority=True),
        Binding("ctrl+c", "how_to_close", show=False, system=True),
        *(Binding(key, "blank", show=False, priority=True) for key in BLANK_KEYS),
        Binding(BLANK_ALWAYS, "blank_always", show=False, priority=True),
        Binding("pagedown,pageup", "page_keys_of_session", show=False, priority=True),
    ]

    def __init__(
        self,
        folder: Path,
        deck: "Deck | None" = None,
        *,
        prepared: "Preparation | None" = None,
        clock: "Clock | None" = None,
    ) -> None:
        """``folder`` holds the data; ``prepared`` opens the live screen at once; ``clock`` is a demonstration's."""
        super().__init__(folder, deck, clock)
        self._prepared = prepared
        self.goes_on_at_home = prepared is None
        self._closing_asked = False
        self._collecting = Collecting()

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor stands; Textual asks whenever it paints."""
        return cursor_on(self.screen_stack[-1]) if self.screen_stack else NOWHERE

    @cursor_position.setter
    def cursor_position(self, _said: Offset) -> None:
        """What Textual's input says, before it is laid out, is not taken: it is asked in time."""

    @on(m.TimeUp)
    def ring(self) -> None:
        """A sound, if one is wanted."""
        if self.settings.bell == "soft":
            self.bell()

    def get_driver_class(self) -> type[Driver]:
        """Textual's, reading pastes as text and leaving nothing on the terminal."""
        driver = super().get_driver_class()
        read_pastes_as_text(driver)
        return wiping(driver)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """None of Textual's own: some write files, all are in English."""
        return ()

    def get_default_screen(self) -> HomeScreen:
        """Home, below all others."""
        home = self.home()
        take_size(home, self.size)
        return home

    def on_mount(self) -> None:
        """On home, whatever was asked for or left unfinished."""
        self._tick_on_the_second()
        self.call_after_refresh(self._begin)

    @errand
    async def _begin(self) -> None:
        """Look at what is there; what that needs is imported then, off the screen's thread."""
        await self.look_at_start()
        if self.unfinished is not None:
            return
        if self._prepared is not None:
            await self.open_session(self._prepared)

    def leave_session(self) -> str:
        """Close the journal of a session that still runs, and let others write: the program is closing.

        The disk has a few seconds for it; what has to be said then is returned.
        """
        leaving, threads = self.session, DaemonThreads(2, "leaving")
        if leaving is not None:
            leaving.close(over=False)
            threads.submit(leaving.running.leave)
        self.let_sleep()
        self._disk.submit(self.store.release)
        self._disk.settle()
        threads.settle(CLOSING)
        if leaving is None or not leaving.is_begun or leaving.running.journal.is_written:
            return ""
        return _("What was done last may not be kept; start the program again to see what is.")

    def on_key(self, event: events.Key) -> None:
        """A letter that was on its way when a line got the focus is written there: no command, and not lost.

        Not the one that begins a search: it has been begun by then.
        """
        line = self.focused
        if line is not None and event.key != "slash" and line.check_consume_key(event.key, event.character):
            event.prevent_default()
            line.post_message(events.Key(event.key, event.character))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where something is being written, letters are letters; without a session nothing is shown."""
        if action == "blank":
            return self.session is not None and not (isinstance(self.screen, KeyWays) and self.screen.is_writing)
        if action == "blank_always":
            return self.session is not None
        if action == "page_keys_of_session":
            return self.session is not None and self._is_read_over_session()
        return super().check_action(action, parameters)

    def is_for_now(self, key: str) -> bool:
        """Black is black also while the disk is waited for."""
        if key in BLANK_KEYS:
            return bool(self.check_action("blank", ()))
        if key == BLANK_ALWAYS:
            return bool(self.check_action("blank_always", ()))
        return super().is_for_now(key)

    def _is_read_over_session(self) -> bool:
        """Whether something lies over the session that the page keys would move in, were they not the session's."""
        top = self.screen_stack[-1] if self.screen_stack else None
        return not (isinstance(top, DeskScreen) and top.context in (Context.LIVE, Context.GROUP))

    def action_page_keys_of_session(self) -> None:
        """Nothing: on the way of a session they go on and back, so they must not have scrolled a moment before."""
        self.say(_("The page keys go on and back in the session; here the arrows read on, esc goes back to it."))

    def copy_to_clipboard(self, text: str) -> None:
        """From a page on which nothing is private, what was selected there.

        From elsewhere nothing: words would leave the session by the terminal's clipboard, where nobody forgets them.
        """
        if self.screen_stack[-1].ALLOW_SELECT:
            super().copy_to_clipboard(text)
            self.say(_("Copied."))

    def action_blank(self) -> None:
        """Black, or back, from anywhere; what was said before of the view is no longer true."""
        self.post_message(m.CommandPressed())
        self.say("")
        self.blank()

    @on(m.BlankAsked)
    def blank(self) -> None:
        """Make the group's view black, or bring it back."""
        if self.session is not None:
            self.session.blank()

    def action_blank_always(self) -> None:
        """The same while writing."""
        self.action_blank()

    def _tick_on_the_second(self) -> None:
        """Call ``_tick`` when the next second begins, so that all figures change together."""
        clock = self.session.running.clock if self.session is not None else None
        wait = (SECOND - clock.now() % SECOND) / SECOND if clock is not None else 1.0
        self.set_timer(wait + A_LITTLE, self._tick)

    def _tick(self) -> None:
        if not self.screen_stack:
            return
        if self.session is not None:
            noticed = self.session.running.tick()
            screens = [screen for screen in self.screen_stack if isinstance(screen, DeskScreen)]
            for screen in screens:
                if noticed.gap or noticed.step:
                    screen.noticed(noticed.gap, noticed.step)
            self.session.displays.ticked()
            if screens:  # what a dialog lies over is still seen
                screens[-1].ticked()
        self._collecting.tick()
        self._tick_on_the_second()

    def action_close_program(self) -> None:
        """Close the program."""
        self.close_program()

    @on(m.CloseAsked)
    def close_program(self) -> None:
        """Close; with a session running only when asked twice, and then it can be resumed."""
        if self.session is None or self._closing_asked:
            self.exit()
            return
        self._closing_asked = True
        self.set_timer(5.0, self._forget_asking)
        self.say(self.before_closing())

    def before_closing(self) -> str:
        """What is said before the program is closed over a running session."""
        return _("A session is running; E ends it. Ctrl+Q again closes the program, and the session can be resumed.")

    def _forget_asking(self) -> None:
        self._closing_asked = False

    def action_how_to_close(self) -> None:
        """Ctrl+C does nothing that could not be undone."""
        self.say(_("Ctrl+Q closes the program."))

    def _refresh_notifications(self) -> None:
        """Nothing: nothing is told in Textual's boxes; to show that there are none, all would be laid out anew."""

    def _fatal_error(self) -> None:
        """In the place of Textual's traceback, which would print the values of variables."""
        kind = type(sys.exc_info()[1] or self._exception).__name__
        said = _("facilitator stopped because of a fault in it ({kind}).").format(kind=kind)
        self._exit_renderables.append(f"{said} {self.what_is_kept()}".rstrip())
        self._close_messages_no_wait()

    def what_is_kept(self) -> str:
        """What is true of the session that ran, if one did: nobody can look any more."""
        if self.session is None or not self.session.is_begun:
            return ""
        journal = self.session.running.journal
        if journal.trouble is None and journal.flush():
            return _("Everything up to the last key is kept; start the program again to go on.")
        return _("What was done last may not be kept; start the program again to see what is.")
