"""The open session: all that the desk knows of the session that runs now. Screens are given it; it knows no screen."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from exercises.card import Question
from exercises.deck import Deck
from facilitator.desk.displays import Displays
from facilitator.desk.envelope import Envelope
from facilitator.desk.forgetting import forget_everything
from facilitator.projector.gate import Verb
from facilitator.projector.projection import Beforehand, Projection
from facilitator.projector.selection import Selection
from facilitator.projector.view import Shown, View
from facilitator.texts.languages import language
from facilitator.texts.phrases import session_said
from facilitator.texts.reasons import reason
from sessions import events as e
from sessions.history.series import position
from sessions.proposals import Proposals
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.store.groups import Group
from sessions.store.sealing import FOLDER as SEALED
from sessions.store.sealing import sealed_path
from sessions.timing import agreed_start
from sessions.values import MINUTE, GroupCode, Id, Instant

LATE_SESSIONS = 3
"""A card used in so many sessions before this one was used lately."""


class AtHand(Struct, frozen=True):
    """What the data folder holds for a session; read before it is opened, not on the screen's thread."""

    group: Group | None
    """What is kept of its group."""
    has_sealed: bool
    """What the group's goals say is in a sealed file."""
    beforehand: Beforehand

    @classmethod
    def read(cls, folder: Path, group: Group | None, code: GroupCode | None) -> "AtHand":
        """Read what there is besides ``group``."""
        has_sealed = code is not None and sealed_path(folder / SEALED, code).exists()
        return cls(group, has_sealed, Beforehand.read(folder))


class OpenSession:
    """The running session, what the group is shown of it, on which displays, and its place in its group."""

    def __init__(
        self,
        running: RunningSession,
        deck: Deck,
        folder: Path,
        at_hand: AtHand,
        *,
        say: Callable[[str], None],
        changed: Callable[[], None],
        passed_on: Callable[[Verb], None] = lambda _verb: None,
    ) -> None:
        """``at_hand`` is what was read of ``folder``. ``say`` is told what the supervisor should read.

        ``changed`` is called after every change of the session or of what the group sees, once.
        ``passed_on`` is told the keys that were pressed in the wall's own window.
        """
        self.running = running
        self.deck = deck
        group = at_hand.group
        place = position(group.records, group.set_up) if group is not None else None
        self.number = place.next if place is not None else 0
        """Which session of its group this is, counted from 1; 0 without a group."""
        self.place = session_said(place) if place is not None else ""
        """The same as it is said: ``session 7/15``; empty without a group."""
        self.recent_cards = _cards_of(group)
        """The cards of the group's last sessions."""
        self.asked: set[Id] = set()
        """The questions that have been taken: another may go on from them. Never kept."""
        self.selection = Selection()
        """What the supervisor has chosen to show; black to begin with."""
        self.envelope: Envelope | None = None
        """The sealed file of the group's words that was opened or made in this session."""
        self.has_sealed = at_hand.has_sealed
        """There is a sealed file of its group on this computer."""
        self.is_over = False
        """It has ended and is forgotten: what comes too late from a thread is for nobody."""
        self.sealed_folder = folder / SEALED
        self.say = say
        self._changed = changed
        projection = Projection(running, deck, self.selection, folder, at_hand.beforehand)
        self.displays = Displays(projection, say, changed, passed_on)
        running.listen(self.refresh)
        if self.displays.projection.was_open:
            self.displays.resume()
        else:
            self.displays.take_over()

    @property
    def is_begun(self) -> bool:
        """Whether its clock has been started."""
        return self.running.session.begun is not None

    @property
    def is_late_to_begin(self) -> bool:
        """Whether beginning now has to be asked about: it is later than agreed by the clock."""
        session = self.running.session
        start = agreed_start(session)
        return session.begun is None and start is not None and self.now() - start > MINUTE

    @property
    def view(self) -> View:
        """What the group sees."""
        return self.displays.projection.view

    def now(self) -> Instant:
        """The instant on the session's line of time."""
        return self.running.now()

    def happen(self, event: e.Event) -> bool:
        """Let an event happen, or say why not: the one door to the running session."""
        try:
            self.running.do(event)
        except Refused as refused:
            self.say(reason(refused.reason))
            return False
        return True

    def refresh(self) -> None:
        """The session or the selection changed: make the view anew, and tell."""
        self.displays.projection.refresh()
        self._changed()

    def show(self, shown: Shown, *, again_pins: bool = False) -> None:
        """Show this to the group, at once; ``again_pins`` when a second time means that it is to stay."""
        self.selection.remember(self.running.session)
        self.selection.choose(shown, again_pins=again_pins)
        self.refresh()

    def show_proposals(self, found: Proposals) -> None:
        """Show the group what could be done about the time, until ``hide_proposals`` or the next item."""
        self.selection.propose(found)
        self.refresh()

    def hide_proposals(self) -> bool:
        """Show the group again what it saw before the proposals; whether it saw them."""
        was_shown = self.selection.end_proposing()
        if was_shown:
            self.refresh()
        return was_shown

    def show_question(self, question: Question) -> None:
        """Keep the question that was taken; the group sees it if it is being shown anything."""
        self.selection.remember(self.running.session)
        self.asked.add(question.id)
        text = question.text.said(language())
        self.selection.question = text
        if self.selection.shown is not Shown.BLACK:
            self.selection.choose(Shown.QUESTION)
        self.say(text)
        self.refresh()

    def blank(self) -> None:
        """Make the group's view black, or bring it back."""
        self.selection.toggle_blank()
        self.refresh()

    def freeze(self) -> None:
        """Let the group's view stay as it is, or go on."""
        self.selection.toggle_freeze(self.view)
        self.refresh()

    def show_here(self, *, yes: bool) -> None:
        """The desk's own terminal is a display, or no longer."""
        self.displays.projection.here = yes
        if yes and self.selection.shown is Shown.BLACK:
            self.selection.choose(Shown.FOLLOW)
        self.refresh()

    def close(self, *, over: bool) -> None:
        """Close the displays; what was chosen to be shown is forgotten with this object."""
        self.running.unlisten(self.refresh)
        self.displays.close(over=over)
        if over:
            self.is_over, self.envelope = True, None
            forget_everything(self.running, self.selection)


def _cards_of(group: Group | None) -> frozenset[Id]:
    records = group.records[-LATE_SESSIONS:] if group is not None else ()
    return frozenset(item.exercise for record in records for item in record.items if item.exercise is not None)
