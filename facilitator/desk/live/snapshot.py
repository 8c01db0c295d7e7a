"""What the live screen is drawn from, at one instant; the modules of facts beside it say what is told of it."""

from collections.abc import Collection

from msgspec import Struct

from exercises.card import Card
from exercises.deck import Deck
from facilitator.desk.open_session import OpenSession
from facilitator.projector.view import View
from facilitator.texts.names import title_of
from facilitator.texts.phrases import clock
from sessions.agenda import Item
from sessions.session import Session
from sessions.timing import Timing, timing
from sessions.values import Id, Instant
from sessions.words import Words


class Snapshot(Struct, frozen=True):
    """Everything the live screen is drawn from, at one instant."""

    session: Session
    times: Timing
    words: Words
    deck: Deck
    now: Instant
    wall: View
    """What the group sees."""
    sees: str = ""
    """The same in words."""
    chosen: int | None = None
    """The uid of the item the supervisor points at."""
    number: int = 0
    """Which session of the group this is; 0 without a group."""
    recent: Collection[Id] = ()
    """The cards that the group has used lately."""
    place: str = ""
    """Which session of the group this is, as it is said; empty without a group."""

    @classmethod
    def of(cls, live: OpenSession, pointed: int | None) -> "Snapshot":
        """Now, with the uid of the item pointed at."""
        session, now = live.running.session, live.now()
        return cls(
            session,
            timing(session, now),
            live.running.words,
            live.deck,
            now,
            live.view,
            live.displays.in_words(),
            pointed,
            live.number,
            live.recent_cards,
            live.place,
        )

    @property
    def item(self) -> Item | None:
        """The present item; before the beginning the one that comes first."""
        session = self.session
        return session.ahead[0] if session.begun is None and session.ahead else session.current

    @property
    def card(self) -> Card | None:
        """The card of that item."""
        item = self.item
        return self.deck.card(item.exercise) if item is not None and item.exercise is not None else None

    def clock(self, instant: Instant) -> str:
        """An instant as the time of day."""
        return clock(instant, self.session.wall_offset_ms)

    def title(self, item: Item) -> str:
        """What an item is called."""
        return title_of(item, self.session.plan, self.deck, self.words)
