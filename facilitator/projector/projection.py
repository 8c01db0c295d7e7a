"""The group's view of one session, and everything that shows it: told what changed, it tells the displays."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from exercises.deck import Deck
from facilitator.projector.dark_goals import go_dark
from facilitator.projector.gate import Earlier, Verb
from facilitator.projector.own_look import OwnLook, own_look
from facilitator.projector.qr import forget
from facilitator.projector.rendezvous import Meeting, Rendezvous
from facilitator.projector.selection import Selection
from facilitator.projector.server_thread import ServerThread, State
from facilitator.projector.unguessable import new_secret
from facilitator.projector.view import BLACK, Shown
from facilitator.projector.wire import End
from facilitator.settings import read_settings
from facilitator.texts.languages import N_, _, language, speaking
from sessions.running import RunningSession


class Beforehand(Struct, frozen=True):
    """What the data folder tells the view of a session; read before it is opened, not on the screen's thread."""

    look: OwnLook
    meeting: Meeting | None
    """Where the view was said to be."""
    goals_dark: int | None = None
    """Whole minutes untouched after which goals go dark; None for never."""

    @classmethod
    def read(cls, folder: Path) -> "Beforehand":
        """Read it."""
        settings = read_settings(folder)
        return cls(own_look(folder, settings), Rendezvous(folder).meeting(), settings.goals_dark)


class Projection:
    """The displays of one session. Nothing listens anywhere until ``open``."""

    def __init__(
        self,
        running: RunningSession,
        deck: Deck,
        selection: Selection,
        folder: Path,
        beforehand: Beforehand | None = None,
    ) -> None:
        """``beforehand`` is read here where nobody has read it yet."""
        self.selection = selection
        self.view = BLACK
        """What the group sees."""
        self.here = False
        """The desk's own terminal shows it just now."""
        self._running = running
        self._deck = deck
        self._rendezvous = Rendezvous(folder)
        self._server: ServerThread | None = None
        self._announced = False
        beforehand = beforehand or Beforehand.read(folder)
        self._meeting = beforehand.meeting
        """Where the view is said to be."""
        self._look = look = beforehand.look
        self._goals_dark = beforehand.goals_dark
        self._changed = running.now()
        """The instant from which on the view is as it is."""
        selection.change(
            accent=look.accent,
            accent_on_light=look.accent_on_light,
            break_text=look.break_text,
            has_picture=look.picture is not None,
        )

    @property
    def state(self) -> State:
        """How the server is; closed until it is wanted."""
        return self._server.state if self._server is not None else State.CLOSED

    @property
    def server(self) -> ServerThread | None:
        """The server, once it was wanted."""
        return self._server

    @property
    def displays(self) -> int:
        """How many show the view, this terminal included."""
        return self.here + (self._server.viewers if self._server is not None else 0)

    @property
    def is_shared(self) -> bool:
        """Whether the view can be had on the local network."""
        return bool(self._server is not None and self._server.shared_address)

    def darken_goals(self) -> bool:
        """Make goals black that nobody has touched for as long as was set; whether they are black by it now."""
        untouched = self._running.now() - self._changed
        if not go_dark(self.view.shown, untouched, self._goals_dark, self.displays):
            return False
        self.selection.blanked = True
        self.refresh()
        return True

    def refresh(self) -> None:
        """Make the view anew; the displays hear of it only when it is another."""
        running = self._running
        address = self._server.shared_address if self._server is not None else ""
        if address != self.selection.settings.address:
            self.selection.change(address=address)
            if not address and self.selection.chosen is Shown.ADDRESS:
                self.selection.choose(Shown.FOLLOW)
        self.selection.follow(running.session)
        view = self.selection.view(running.session, running.words, self._deck, running.now())
        if view != self.view:
            self.view, self._changed = view, running.now()
            if self._server is not None:
                self._server.show(view)

    @property
    def was_open(self) -> bool:
        """Whether this session's view was open before the program was started again."""
        return self._meeting is not None and self._meeting.session == self._running.session.uid

    def is_wanted(self) -> bool:
        """Whether a second terminal waits for a view that is not open yet."""
        return self.state in (State.CLOSED, State.FAILED) and self._rendezvous.is_wanted

    def open(self, changed: Callable[[], None], acted: Callable[[Verb], None], earlier: Earlier | None = None) -> None:
        """Begin to serve, in the background; ``changed`` and ``acted`` are called from its thread.

        ``earlier`` lets the wall's window of the session before go on with this one.
        """
        if self.state in (State.OPENING, State.OPEN):
            return
        again = self._meeting if self.was_open else None
        key = again.key if again is not None else new_secret()
        port = again.port if again is not None else earlier.port if earlier is not None else 0
        self._key = key
        self._window = (again.window if again is not None else "") or new_secret()
        self._announced = False
        self._server = ServerThread(
            self._running.clock.now,
            changed,
            key,
            port,
            window=self._window,
            acted=acted,
            ready=self._in_view_language(N_("Ready. F makes it full screen.")),
            earlier=earlier,
            picture=self._look.picture,
        )
        self._server.show(self.view)
        self._server.start()
        self._rendezvous.answered()

    @property
    def for_the_next(self) -> Earlier | None:
        """What lets the wall's window go on with the next session; None while nothing is open."""
        server = self._server
        return Earlier(self._key, self._window, server.port) if server is not None and server.port else None

    def opened(self) -> None:
        """The server is listening: let a second terminal find it. Without the file the browser works all the same."""
        if self._server is not None and self.state is State.OPEN and not self._announced:
            self._announced = True
            self._meeting = Meeting(self._server.port, self._key, self._running.session.uid, self._window)
            self._rendezvous.announce(self._meeting)

    def _in_view_language(self, text: str) -> str:
        with speaking(self.selection.language or language()):
            return _(text)

    def _ending(self) -> End:
        return End(self.selection.language or language(), self._in_view_language(N_("The session is over.")))

    def close(self, *, over: bool) -> None:
        """Stop serving. When the session is over nothing is left of it; otherwise its pages wait to come back."""
        if self._server is not None:
            self._server.show(BLACK)
            self._server.close(self._ending() if over else None)
            self._server = None
        self.view = BLACK
        forget()
        if over:
            self._rendezvous.clear()
