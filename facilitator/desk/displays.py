"""The desk's side of the displays: opening them, sharing, and saying in words what the group sees."""

import asyncio
import contextvars
from collections.abc import Callable

from facilitator.desk.browser import open_browser
from facilitator.projector.projection import Projecting
from facilitator.projector.server_thread import State
from facilitator.projector.view import Shown
from facilitator.texts.languages import N_, _, ngettext

SHOWN_NAMES = {
    Shown.BLACK: N_("nothing"),
    Shown.FOLLOW: N_("what fits"),
    Shown.PROGRAMME: N_("the agenda"),
    Shown.ROUND: N_("the round"),
    Shown.STEP: N_("the step and its invitation"),
    Shown.QUESTION: N_("the question"),
    Shown.GOALS: N_("the goal board"),
    Shown.BREAK: N_("the break"),
    Shown.CLOCK: N_("the clock"),
    Shown.STORED: N_("what is stored"),
    Shown.ADDRESS: N_("the address on the network"),
    Shown.CODES: N_("the goals as QR codes"),
}


def in_words(projecting: Projecting) -> str:
    """What the group sees, and on how many displays."""
    showing = projecting.showing
    if projecting.view.shown is Shown.BLACK and (showing.blanked or showing.chosen is Shown.BLACK):
        parts = [_(SHOWN_NAMES[Shown.BLACK])]
    elif showing.chosen is Shown.FOLLOW and showing.frozen is None:
        parts = [_(SHOWN_NAMES[Shown.FOLLOW]) + ": " + _(SHOWN_NAMES[projecting.view.shown])]
    elif projecting.view.shown is not showing.chosen and showing.frozen is None:
        parts = [_(SHOWN_NAMES[showing.chosen]) + ": " + _(SHOWN_NAMES[projecting.view.shown]), _("pinned")]
    else:
        parts = [_(SHOWN_NAMES[projecting.view.shown]), _("frozen") if showing.frozen is not None else _("pinned")]
    count = projecting.displays
    parts.append(
        ngettext("{count} display", "{count} displays", count).format(count=count) if count else _("no display open")
    )
    if projecting.is_shared and projecting.server is not None:
        parts.append(_("on the network {count}, N stops").format(count=projecting.server.shared_viewers))
    return " · ".join(parts)


class Displays:
    """Opens and closes the displays of the running session, and says what became of it."""

    def __init__(self, projecting: Projecting, say: Callable[[str], None], changed: Callable[[], None]) -> None:
        """``say`` is told what became of it; ``changed`` is called when what is seen, or by how many, is another."""
        self.projecting = projecting
        self._say = say
        self._tell = changed
        self._is_closed = False
        self._state = State.CLOSED
        self._waiting: list[Callable[[], None]] = []
        """What to do as soon as the server listens."""
        self._wants_share = False

    def in_words(self) -> str:
        """What the group sees, and on how many displays."""
        return in_words(self.projecting)

    @property
    def is_shared(self) -> bool:
        """Whether the group's view can be had on the local network."""
        return self.projecting.is_shared

    def ticked(self) -> None:
        """A second has passed: the soft clock may have lost a part, a second terminal may be waiting."""
        if self.projecting.is_wanted():
            self.open()
        self.projecting.refresh()

    def open(self, then: Callable[[], None] | None = None) -> None:
        """Begin to serve the view, and do ``then`` once it can be had."""
        if then is not None:
            self._waiting.append(then)
        if self.projecting.state is State.OPEN:
            self._do_waiting()
            return
        loop, context = asyncio.get_running_loop(), contextvars.copy_context()

        def changed() -> None:
            try:
                loop.call_soon_threadsafe(self._changed, context=context)
            except RuntimeError:
                return

        self.projecting.open(changed)

    def window(self) -> None:
        """Open a browser window with the view; where there is no browser, say the address."""
        self.open(self._open_window)

    def share(self, ip: str) -> None:
        """Share on the local network, and show the group how to get there."""

        def begin() -> None:
            if self.projecting.server is not None:
                self._wants_share = True
                self.projecting.server.share(ip)

        self.open(begin)

    def stop_sharing(self) -> None:
        """Let everybody on the local network go, at once."""
        if self.projecting.server is not None:
            self.projecting.server.stop_sharing()
            self._say(_("No longer shared on the local network."))

    def close(self, *, over: bool) -> None:
        """Close everything. ``over`` when the session is, so that nothing of its view stays."""
        self._is_closed = True
        self._waiting.clear()
        self.projecting.close(over=over)

    def _open_window(self) -> None:
        server = self.projecting.server
        if server is None:
            return
        if open_browser(server.once()):
            self._say(_("The group's view is in the browser; F there makes it full screen."))
        else:
            self._say(_("Open this address in a browser: {address}").format(address=server.address))

    def _do_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            each()

    def _changed(self) -> None:
        """The server has something new, or another viewer; called in the desk's loop."""
        if self._is_closed:
            return
        state, before = self.projecting.state, self._state
        self._state = state
        if state is State.OPEN:
            self.projecting.opened()
            self._do_waiting()
        elif state is State.FAILED and before is not state:
            self._waiting.clear()
            self._say(_("The group's view cannot be shown elsewhere just now. The session goes on; v 1 works."))
        self._tell_sharing()
        self.projecting.refresh()
        self._tell()

    def _tell_sharing(self) -> None:
        server = self.projecting.server
        if server is None or not self._wants_share:
            return
        if server.sharing_failed:
            self._wants_share = False
            self._say(_("The network did not let it be shared there. N tries another address."))
        elif server.shared_address:
            self._wants_share = False
            self.projecting.showing.change(address=server.shared_address)
            self.projecting.showing.choose(Shown.ADDRESS)
            self._say(_("Shared at {address}; N stops.").format(address=server.shared_address))
