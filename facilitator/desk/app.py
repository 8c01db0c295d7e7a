"""The Textual program: what is shared between screens, its one ticker, and leaving nothing behind."""

import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme

from facilitator.desk.pasting import read_pastes_as_text
from facilitator.desk.screen import DeskScreen
from facilitator.desk.screens.home import HomeScreen, welcome
from facilitator.texts.languages import _
from sessions.store.problems import StoreProblem
from sessions.values import SECOND, GroupCode, Instant

if TYPE_CHECKING:
    # Imported where they are used: the first frame does not wait for what a session needs.
    from exercises.deck import Deck
    from facilitator.desk.displays import Displays
    from facilitator.preparing.preparation import Preparation
    from facilitator.projector.selection import Selection
    from sessions.clock import Clock
    from sessions.running import RunningSession
    from sessions.store.folder import Store
    from sessions.store.groups import Group
    from sessions.store.journal_reading import Unfinished

CALM = Theme(
    name="calm",
    primary="#8fb8a8",
    secondary="#7a9bb5",
    accent="#d9c58b",
    foreground="#e6e6df",
    background="#16191a",
    surface="#1d2122",
    panel="#252a2b",
    warning="#d9c58b",
    error="#d98b7a",
    success="#8fb8a8",
    dark=True,
)
BLANK_KEYS = ("b", "full_stop")
"""Black at once, from every screen and dialog, except where they are letters that are being written."""
BLANK_ALWAYS = "f9"
"""Black at once, while writing too."""
A_LITTLE = 0.002
"""Seconds by which a tick comes late on purpose, so that it never comes early."""


class Desk(App[str]):
    """The program."""

    CSS_PATH = Path(__file__).parent / "desk.tcss"
    TITLE = "facilitator"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "close_program", show=False, priority=True),
        Binding("ctrl+c", "how_to_close", show=False, system=True),
        *(Binding(key, "blank", show=False, priority=True) for key in BLANK_KEYS),
        Binding(BLANK_ALWAYS, "blank_always", show=False, priority=True),
    ]

    def __init__(
        self,
        folder: Path,
        deck: "Deck | None" = None,
        *,
        prepared: "Preparation | None" = None,
        first_start: bool = False,
        clock: "Clock | None" = None,
    ) -> None:
        """``folder`` holds the data; ``prepared`` opens the live screen at once; ``clock`` is a demonstration's."""
        super().__init__()
        self.register_theme(CALM)
        self.theme = CALM.name
        self._folder = folder
        self._deck = deck
        self.displays: Displays | None = None
        """The displays of the running session."""
        self.running: RunningSession | None = None
        self.unfinished: Unfinished | None = None
        self._prepared = prepared
        self._first_start = first_start
        self.chosen_clock = clock
        self._closing_asked = False

    @cached_property
    def store(self) -> "Store":
        """The data folder."""
        from sessions.store.folder import Store

        return Store(self._folder)

    @cached_property
    def deck(self) -> "Deck":
        """Cards and plans, the supervisor's own among them."""
        from exercises.deck import Deck

        return self._deck or Deck(self._folder)

    @cached_property
    def showing(self) -> "Selection":
        """What the group is shown; begins black with every session."""
        from facilitator.projector.selection import Selection

        return Selection()

    def get_driver_class(self) -> type[Driver]:
        """Textual's, reading pastes as text."""
        driver = super().get_driver_class()
        read_pastes_as_text(driver)
        return driver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colour of what is said quietly."""
        return {"quiet": "#8d9691"}

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002
        """None of Textual's own: some write files, all are in English."""
        return ()

    def on_mount(self) -> None:
        """Home, and on it whatever was asked for or left unfinished."""
        self.push_screen(HomeScreen())
        self._tick_on_the_second()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self.store.has_journals():
            from facilitator.desk import open_session

            open_session.look_for_unfinished(self)
        if self.unfinished is not None:
            self.offer_unfinished()
        elif self._prepared is not None:
            self.open_session(self._prepared)
        elif self._first_start:
            self.push_screen(welcome(), self._welcomed)

    def _welcomed(self, choice: str | None) -> None:
        if choice == "demo":
            self.exit("demo")

    def command_pressed(self) -> None:
        """A key that is a command was pressed; the demonstration wants to know."""

    def leave_session(self) -> None:
        """Close the journal of a session that still runs, and let others write: the program is closing."""
        self.close_displays(over=False)
        if self.running is not None:
            self.running.leave()
        self.store.release()

    def say(self, text: str) -> None:
        """Say something on the screen that is on top."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, DeskScreen):
                screen.say(text)
                return

    def offer_unfinished(self) -> None:
        """Ask what to do with the session that was interrupted."""
        from facilitator.desk import open_session

        open_session.offer_unfinished(self)

    def open_session(self, prepared: "Preparation") -> None:
        """Make a session ready and show it; its clock starts with the first key."""
        from facilitator.desk import open_session

        open_session.open_session(self, prepared)

    def wall(self) -> Instant:
        """The time on the computer's clock."""
        from sessions.clock import SystemClock

        return (self.chosen_clock or SystemClock()).wall()

    def group(self, code: GroupCode | None) -> "Group | None":
        """What is kept of a group; None when there is nothing that can be read."""
        if code is None:
            return None
        try:
            return self.store.groups.read(code)
        except StoreProblem:
            return None

    def session_number(self, code: GroupCode | None) -> int:
        """Which session of its group the running one is; 0 without a group."""
        group = self.group(code)
        return len(group.records) + 1 if group is not None else 0

    def refresh_group(self) -> None:
        """What the group sees may have changed."""
        if self.displays is not None:
            self.displays.refresh()

    def blank(self) -> None:
        """Make the group's view black, or bring it back."""
        self.showing.toggle_blank()
        self.refresh_group()

    def open_window(self) -> None:
        """Open the group's view in a browser."""
        if self.displays is not None:
            self.displays.window()

    @property
    def is_shared(self) -> bool:
        """Whether the group's view can be had on the local network."""
        return self.displays is not None and self.displays.projecting.is_shared

    def share(self, ip: str) -> None:
        """Share the group's view on the local network."""
        if self.displays is not None:
            self.displays.share(ip)

    def stop_sharing(self) -> None:
        """Share it no longer."""
        if self.displays is not None:
            self.displays.stop_sharing()

    def close_displays(self, *, over: bool) -> None:
        if self.displays is not None:
            self.displays.close(over=over)
            self.displays = None

    @property
    def is_writing(self) -> bool:
        """Whether letters are being written somewhere just now: whatever has the focus says so itself."""
        return self.focused is not None and self.focused.check_consume_key("b", "b")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where something is being written, letters are letters; without a session nothing is shown."""
        if action == "blank":
            return self.running is not None and not self.is_writing
        if action == "blank_always":
            return self.running is not None
        return super().check_action(action, parameters)

    def copy_to_clipboard(self, text: str) -> None:
        """Nothing: words would leave the session by the terminal's clipboard, where nobody forgets them."""

    def action_blank(self) -> None:
        """Black, or back, from anywhere."""
        self.command_pressed()
        self.blank()

    def action_blank_always(self) -> None:
        """The same while writing."""
        self.action_blank()

    def back_home(self) -> None:
        """Leave every screen but home."""
        while not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        self.screen.fill()

    def _tick_on_the_second(self) -> None:
        """Call ``_tick`` when the next second begins, so that all figures change together."""
        clock = self.running.clock if self.running is not None else None
        wait = (SECOND - clock.now() % SECOND) / SECOND if clock is not None else 1.0
        self.set_timer(wait + A_LITTLE, self._tick)

    def _tick(self) -> None:
        if not self.screen_stack:
            return
        if self.running is not None:
            noticed = self.running.tick()
            screens = [screen for screen in self.screen_stack if isinstance(screen, DeskScreen)]
            for screen in screens:
                if noticed.gap or noticed.step:
                    screen.noticed(noticed.gap, noticed.step)
            if self.displays is not None:
                self.displays.ticked()
            if screens and screens[-1] is self.screen_stack[-1]:
                screens[-1].ticked()
        self._tick_on_the_second()

    def action_close_program(self) -> None:
        """Close the program."""
        self.close_program()

    def close_program(self) -> None:
        """Close; with a session running only when asked twice, and then it can be resumed."""
        if self.running is None or self._closing_asked:
            self.exit()
            return
        self._closing_asked = True
        self.set_timer(5.0, self._forget_asking)
        self.say(_("A session is running; E ends it. Ctrl+Q again closes the program, and the session can be resumed."))

    def _forget_asking(self) -> None:
        self._closing_asked = False

    def action_how_to_close(self) -> None:
        """Ctrl+C does nothing that could not be undone."""
        self.say(_("Ctrl+Q closes the program."))

    def _fatal_error(self) -> None:
        """In the place of Textual's traceback, which would print the values of variables."""
        kind = type(sys.exc_info()[1] or self._exception).__name__
        saved = _("Everything up to the last key is kept; start the program again to go on.")
        self._exit_renderables.append(
            _("facilitator stopped because of a fault in it ({kind}).").format(kind=kind) + " " + saved
        )
        self._close_messages_no_wait()
