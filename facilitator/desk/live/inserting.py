"""Taking a card into the running session: inserted as an item, or as another method of an item. Questions are shown."""

from collections.abc import Callable

from exercises.card import Card, Question
from exercises.choosing import CardFilter, for_moment
from exercises.closed import Theme
from facilitator.desk.live.card_facts import LEAST_ROOM
from facilitator.desk.open_session import OpenSession
from facilitator.desk.screens.card_purpose import Purpose, Taken
from facilitator.desk.screens.card_taking import CardTaking
from facilitator.desk.widgets.dialog import Ask
from facilitator.preparing.preparation import EMPTY_MINUTES, card_item, empty_item
from facilitator.texts.languages import _, language
from facilitator.texts.names import title_of
from facilitator.texts.phrases import clock, minutes
from sessions import events as e
from sessions.agenda import Item
from sessions.session import Session
from sessions.timing import timing
from sessions.values import MINUTE, Instant


def ask_card(live: OpenSession, ask: Ask, after: int | None) -> None:
    """Insert a card, a question or an empty item after the item with the uid ``after``, else after this one."""
    present = len(live.running.session.people.present)

    def effect(length: int | None) -> str:
        return effect_on_end(live, length) if length is not None else _shows_only()

    def taken(found: Taken) -> None:
        match found.entry:
            case Card() as card:
                live.happen(e.Inserted(live.now(), card_item(card.id, live.deck, present), after))
            case Question() as question:
                live.show_question(question)
            case None:
                live.happen(e.Inserted(live.now(), empty_item(), after))

    _find(live, ask, Purpose(_("Insert"), effect, _("An empty item, 10 min")), wanted_after(live, after), taken)


def ask_method(live: OpenSession, ask: Ask, item: Item, done: Callable[[], None]) -> None:
    """Do an item with another card; its clock goes on. ``done`` is called when it is."""
    session = live.running.session
    title = title_of(item, session.plan, live.deck, live.running.words)

    def effect(length: int | None) -> str:
        return effect_in_item(live, item, length) if length is not None else _shows_only()

    def taken(found: Taken) -> None:
        now = live.now()
        match found.entry:
            case Card() as card:
                if live.happen(e.MethodSwitched(now, item.uid, card.id, card.steps)):
                    live.say(
                        _("{title}: now with {card}. u undoes.").format(title=title, card=card.name.said(language()))
                    )
                    done()
            case Question() as question:
                live.show_question(question)
            case None:
                if live.happen(e.MethodSwitched(now, item.uid)):
                    live.say(_("{title}: without a card. u undoes.").format(title=title))

    purpose = Purpose(_("Another way: {title}").format(title=title), effect, _("Without a card"))
    _find(live, ask, purpose, wanted_in(live, item), taken)


def effect_on_end(live: OpenSession, length: int) -> str:
    """When the session would end with something inserted of so many whole minutes, 0 for an empty item."""
    takes = length or EMPTY_MINUTES
    times, offset = timing(live.running.session, live.now()), live.running.session.wall_offset_ms
    ends = clock(Instant(times.shown_end + takes * MINUTE), offset)
    said = _("{minutes}, would end {time}").format(minutes=minutes(takes), time=ends)
    if times.agreed_end is not None:
        said += ", " + _("agreed {time}").format(time=clock(times.agreed_end, offset))
    return said


def effect_in_item(live: OpenSession, item: Item, length: int) -> str:
    """What an item has left beside what a card of so many whole minutes takes, 0 for no card."""
    said = _("The item has {minutes} left").format(minutes=minutes(_left(live, item)))
    return said + ", " + _("the card takes {minutes}").format(minutes=minutes(length)) if length else said


def wanted_after(live: OpenSession, after: int | None) -> CardFilter:
    """What suits after the item with the uid ``after``, else now."""
    session = live.running.session
    item = session.item(after) if after is not None else session.current
    kind = item.kind if item is not None else None
    return for_moment(kind, _room(session, live.now()), len(session.people.present))


def wanted_in(live: OpenSession, item: Item) -> CardFilter:
    """What suits in the place of an item."""
    return for_moment(item.kind, max(LEAST_ROOM, _left(live, item)), len(live.running.session.people.present))


def _find(live: OpenSession, ask: Ask, purpose: Purpose, wanted: CardFilter, taken: Callable[[Taken], None]) -> None:
    """Look for a card among those that suit the moment, and tell which was taken."""
    session = live.running.session
    used_now = {item.exercise for item in session.items if item.spent_ms and item.exercise is not None}
    screen = CardTaking(
        live.deck,
        len(session.people.present),
        purpose,
        wanted=wanted,
        recent=live.recent_cards | used_now,
        asked=live.asked,
        themes=_themes(live),
    )
    ask(screen, lambda found: taken(found) if found is not None else None)


def _left(live: OpenSession, item: Item) -> int:
    return live.running.session.settled(live.now()).item(item.uid).left_ms // MINUTE


def _shows_only() -> str:
    return _("enter shows the question to the group; the agenda stays as it is")


def _room(session: Session, now: Instant) -> int | None:
    """The whole minutes until the agreed end, less what is protected; None before the session has begun."""
    if session.agreed_end is None or session.begun is None:
        return None
    protected = sum(item.given for item in session.ahead if item.protected)
    return max(LEAST_ROOM, (session.agreed_end - now) // MINUTE - protected)


def _themes(live: OpenSession) -> tuple[Theme, ...]:
    """What the present card is about, so that a question can be about it as well."""
    item = live.running.session.current
    card = live.deck.card(item.exercise) if item is not None and item.exercise is not None else None
    return card.themes if card is not None else ()
