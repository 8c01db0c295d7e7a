"""The desk's side of the displays: opening them, sharing, and saying in words what the group sees."""

import asyncio
import contextlib
import contextvars
from collections.abc import Callable

from facilitator.desk.browser import WINDOW, Opened
from facilitator.desk.monitors import Monitor, Unknown, other_display
from facilitator.projector.gate import Verb
from facilitator.projector.projection import Projection
from facilitator.projector.selection import Selection
from facilitator.projector.server_thread import ServerThread, State
from facilitator.projector.view import Shown
from facilitator.texts.languages import N_, _, ngettext

OPENS_WITHIN = 12.0
"""Seconds in which a browser has shown the view, or it is said that it did not."""

LOOK_EVERY = 0.5

SHOWN_NAMES = {
    Shown.BLACK: N_("nothing"),
    Shown.FOLLOW: N_("what fits"),
    Shown.PROGRAMME: N_("the agenda"),
    Shown.ROUND: N_("the round"),
    Shown.STEP: N_("the step and its invitation"),
    Shown.SHEET: N_("what the card holds"),
    Shown.QUESTION: N_("the question"),
    Shown.GOALS: N_("the goal board"),
    Shown.BREAK: N_("the break"),
    Shown.CLOCK: N_("the clock"),
    Shown.STORED: N_("what is stored"),
    Shown.ADDRESS: N_("the address on the network"),
    Shown.CODES: N_("the goals as QR codes"),
    Shown.PROPOSALS: N_("the proposals for the time"),
}


def in_words(projection: Projection) -> str:
    """What the group sees, and on how many displays."""
    selection = projection.selection
    if projection.view.shown is Shown.BLACK and (selection.blanked or selection.chosen is Shown.BLACK):
        parts = [_(SHOWN_NAMES[Shown.BLACK])]
    elif selection.chosen is Shown.FOLLOW and selection.frozen is None:
        parts = [_(SHOWN_NAMES[Shown.FOLLOW]) + ": " + _(SHOWN_NAMES[projection.view.shown])]
    elif projection.view.shown is not selection.chosen and selection.frozen is None:
        parts = [_(SHOWN_NAMES[selection.chosen]) + ": " + _(SHOWN_NAMES[projection.view.shown]), _held(selection)]
    else:
        parts = [
            _(SHOWN_NAMES[projection.view.shown]),
            _("frozen") if selection.frozen is not None else _held(selection),
        ]
    if len(projection.view.goals) == 1 and selection.settings.goal is not None:
        parts.append(_("only goal {slot}").format(slot=projection.view.goals[0].slot))
    count = projection.displays
    parts.append(
        ngettext("{count} display", "{count} displays", count).format(count=count) if count else _("no display open")
    )
    if projection.is_shared and projection.server is not None:
        # First, so that no line is too short for it: people elsewhere may be watching.
        parts.insert(0, _("on the network {count}, N stops").format(count=projection.server.shared_viewers))
    return " · ".join(parts)


def _held(selection: Selection) -> str:
    return _("until the next item") if selection.until_next_item else _("pinned")


def _opening(opened: Opened, other: Monitor | Unknown) -> str:
    """What is said of a window that is opening: on which display it will be, else how it comes there."""
    if opened is Opened.TAB:
        return _("A tab is opening in your browser. Move it to the group's display; F makes it full screen.")
    if isinstance(other, Monitor):
        return _("The group's window is opening on {display}. The keys of a remote work in it too.").format(
            display=other.name
        )
    opening = _("The group's window is opening. The keys of a remote work in it too.")
    match other:
        case Unknown.ONE_DISPLAY:
            return opening + " " + _("There is one display; Alt+Tab leads back here.")
        case Unknown.SUPER_KEYS:
            return opening + " " + _("Super+Shift+arrow moves it to the other display.")
        case Unknown.WINDOWS_KEYS:
            return opening + " " + _("Windows+Shift+arrow moves it to the other display.")
        case Unknown.WINDOW_MENU:
            return opening + " " + _("Its Window menu moves it to the other display.")
        case _:
            return opening


class Displays:
    """Opens and closes the displays of the running session, and says what became of it."""

    def __init__(
        self,
        projection: Projection,
        say: Callable[[str], None],
        changed: Callable[[], None],
        passed_on: Callable[[Verb], None],
    ) -> None:
        """``say`` is told what became of it; ``changed`` is called when what is seen, or by how many, is another.

        ``passed_on`` is told the keys that were pressed in the wall's own window.
        """
        self.projection = projection
        self._say = say
        self._tell = changed
        self._pass_on = passed_on
        self._is_closed = False
        self._state = State.CLOSED
        self._waiting: list[Callable[[], None]] = []
        """What to do as soon as the server listens."""
        self._wants_share = False
        self._has_window = False
        """The wall's own window was opened in this session, or came along from the one before."""

    def in_words(self) -> str:
        """What the group sees, and on how many displays."""
        return in_words(self.projection)

    @property
    def is_shared(self) -> bool:
        """Whether the group's view can be had on the local network."""
        return self.projection.is_shared

    def ticked(self) -> None:
        """A second has passed: the soft clock may have lost a part, a second terminal may be waiting."""
        if self.projection.is_wanted():
            self.open()
        self.projection.refresh()
        if self.projection.darken_goals():
            self._tell()
            self._say(_("Nobody has touched the goals for a while: the group's view is black. b shows them again."))

    def open(self, then: Callable[[], None] | None = None) -> None:
        """Begin to serve the view, and do ``then`` once it can be had."""
        if then is not None:
            self._waiting.append(then)
        if self.projection.state is State.OPEN:
            self._do_waiting()
            return
        loop, context = asyncio.get_running_loop(), contextvars.copy_context()

        def in_our_loop(what: Callable[..., None], *arguments: object) -> None:
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(what, *arguments, context=context)

        earlier = WINDOW.knows
        self.projection.open(lambda: in_our_loop(self._changed), lambda verb: in_our_loop(self._acted, verb), earlier)

    def resume(self) -> None:
        """Serve again what was open before the program was started again; the window may be one of them."""
        self._has_window = True
        self.open()

    def take_over(self) -> None:
        """Let the window of the session before go on with this one: it serves the whole day."""
        if WINDOW.knows is None:
            return

        def wait() -> None:
            server = self.projection.server
            if server is not None:
                self._has_window = True
                self._watch_for_window(server, 0, _("The group's window did not come along. W opens it."))

        self.open(wait)

    def window(self) -> None:
        """Open a browser window with the view; where there is no browser, say the address."""
        self.open(self._open_window)

    def tell_tile(self) -> None:
        """Say where the tile for a remote meeting is, on this computer."""

        def tell() -> None:
            if self.projection.server is not None:
                address = f"{self.projection.server.address}tile"
                self._say(_("The tile, for OBS or another browser source: {address}").format(address=address))

        self.open(tell)

    def share(self, ip: str) -> None:
        """Share on the local network, and show the group how to get there."""

        def begin() -> None:
            if self.projection.server is not None:
                self._wants_share = True
                self.projection.server.share(ip)

        self.open(begin)

    def stop_sharing(self) -> None:
        """Let everybody on the local network go, at once."""
        if self.projection.server is not None:
            self.projection.server.stop_sharing()
            self._say(_("No longer shared on the local network."))

    def close(self, *, over: bool) -> None:
        """Close everything. ``over`` when the session is, so that nothing of its view stays."""
        self._is_closed = True
        self._waiting.clear()
        server = self.projection.server
        if self._has_window and server is not None:
            WINDOW.knows = self.projection.for_the_next if over and server.viewers else None
        self.projection.close(over=over)

    def _open_window(self) -> None:
        server = self.projection.server
        if server is None:
            return
        address, other = server.address, other_display()
        opened = WINDOW.open(server.once(), other if isinstance(other, Monitor) else None)
        if opened is Opened.NOTHING:
            self._say(_("Open this address in a browser: {address}").format(address=address))
            return
        self._has_window = True
        self._say(_opening(opened, other))
        otherwise = _("No window came up. Open this address in a browser: {address}").format(address=address)
        self._watch_for_window(server, server.viewers, otherwise)

    def _watch_for_window(self, server: ServerThread, before: int, otherwise: str) -> None:
        """Say ``otherwise`` when no more than ``before`` watch after a while, or as soon as the browser has ended."""
        loop = asyncio.get_running_loop()
        until = loop.time() + OPENS_WITHIN

        def look() -> None:
            if self._is_closed or self.projection.server is not server or server.viewers > before:
                return
            if WINDOW.is_gone or loop.time() >= until:
                self._say(otherwise)
            else:
                loop.call_later(LOOK_EVERY, look, context=contextvars.copy_context())

        look()

    def _do_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each()

    def _acted(self, verb: Verb) -> None:
        """The wall's own window passes on a key; called in the desk's loop."""
        if not self._is_closed:
            self._pass_on(verb)

    def _changed(self) -> None:
        """The server has something new, or another viewer; called in the desk's loop."""
        if self._is_closed:
            return
        state, before = self.projection.state, self._state
        self._state = state
        if state is State.OPEN:
            self.projection.opened()
            self._do_waiting()
        elif state is State.FAILED and before is not state:
            self._waiting.clear()
            self._say(
                _(
                    "The group's view cannot be shown elsewhere just now. "
                    "The session goes on; v can show it in this terminal."
                )
            )
        self._tell_sharing()
        self.projection.refresh()
        self._tell()

    def _tell_sharing(self) -> None:
        server = self.projection.server
        if server is None or not self._wants_share:
            return
        if server.sharing_failed:
            self._wants_share = False
            self._say(_("The network did not let it be shared there. N tries another address."))
        elif server.shared_address:
            self._wants_share = False
            self.projection.selection.choose(Shown.ADDRESS)
            self._say(_("Shared at {address}; N stops.").format(address=server.shared_address))
