"""Taking a card into the running session: inserted as an item, or as another method of an item. Questions are shown."""

from typing import TYPE_CHECKING

from exercises.card import Card, Question
from exercises.choosing import Wanted, for_moment
from exercises.closed import Theme
from facilitator.desk.screens.cards import CardsScreen, Taking
from facilitator.preparing.preparation import card_item
from facilitator.texts.languages import _, language
from facilitator.texts.names import title_of
from facilitator.texts.phrases import clock, minutes
from sessions import events as e
from sessions.agenda import Item
from sessions.kinds import ItemKind
from sessions.minutes import Minutes
from sessions.plan import PlanItem
from sessions.session import Session
from sessions.timing import timing
from sessions.values import MINUTE, Id, Instant

if TYPE_CHECKING:
    from facilitator.desk.live.dialogs import AskingScreen

EMPTY_MINUTES = 10
SHORTEST = 5
LATE_SESSIONS = 3
"""A card used in so many sessions before this one was used lately."""


def inserting(live: "AskingScreen") -> CardsScreen:
    """The cards, to insert one after the chosen item, else after this one."""
    session = live.running.session
    present = len(session.people.present)
    after = live.chosen

    def effect(length: int | None) -> str:
        if length is None:
            return _("enter shows the question to the group; the agenda stays as it is")
        takes = length or EMPTY_MINUTES
        times = timing(live.running.session, live.running.now())
        ends = clock(Instant(times.expected_end + takes * MINUTE), session.wall_offset_ms)
        said = _("{minutes}, would end {time}").format(minutes=minutes(takes), time=ends)
        if times.agreed_end is not None:
            agreed = clock(times.agreed_end, session.wall_offset_ms)
            said += ", " + _("agreed {time}").format(time=agreed)
        return said

    def take(card: Card | Question | None) -> None:
        match card:
            case Card():
                live.happen(e.Inserted(live.running.now(), card_item(card.id, live.desk.deck, present), after))
            case Question():
                live.show_question(card.text.said(language()))
            case None:
                item = PlanItem(ItemKind.THEME, Minutes.whole(EMPTY_MINUTES))
                live.happen(e.Inserted(live.running.now(), item, after))

    item = session.item(after) if after is not None else session.current
    wanted = for_moment(item.kind if item is not None else None, _room(session, live.running.now()), present)
    taking = Taking(_("Insert"), effect, take, _("An empty item, 10 min"))
    return _screen(live, taking, wanted)


def switching(live: "AskingScreen", item: Item) -> CardsScreen:
    """The cards, to do an item with another one; its clock goes on."""
    session = live.running.session
    left = session.settled(live.running.now()).item(item.uid).left_ms // MINUTE
    title = title_of(item, session.plan, live.desk.deck, live.running.words)

    def effect(length: int | None) -> str:
        if length is None:
            return _("enter shows the question to the group; the agenda stays as it is")
        said = _("The item has {minutes} left").format(minutes=minutes(left))
        if not length:
            return said
        return said + ", " + _("the card takes {minutes}").format(minutes=minutes(length))

    def take(card: Card | Question | None) -> None:
        now = live.running.now()
        match card:
            case Card():
                live.happen(e.MethodSwitched(now, item.uid, card.id, card.steps))
            case Question():
                live.show_question(card.text.said(language()))
            case None:
                live.happen(e.MethodSwitched(now, item.uid))

    wanted = for_moment(item.kind, max(SHORTEST, left), len(session.people.present))
    taking = Taking(_("Another way: {title}").format(title=title), effect, take, _("Without a card"))
    return _screen(live, taking, wanted)


def _screen(live: "AskingScreen", taking: Taking, wanted: Wanted) -> CardsScreen:
    session = live.running.session
    return CardsScreen(len(session.people.present), taking, wanted=wanted, recent=_recent(live), themes=_themes(live))


def _room(session: Session, now: Instant) -> int | None:
    """The whole minutes until the agreed end, less what is protected; None before the session has begun."""
    if session.agreed_end is None or session.begun is None:
        return None
    protected = sum(item.given for item in session.ahead if item.protected)
    return max(SHORTEST, (session.agreed_end - now) // MINUTE - protected)


def _recent(live: "AskingScreen") -> frozenset[Id]:
    """The cards that this group has used in this session and in the last ones."""
    group = live.desk.group(live.running.session.group)
    kept = [item.exercise for record in group.records[-LATE_SESSIONS:] for item in record.items] if group else []
    now = [item.exercise for item in live.running.session.items if item.spent_ms]
    return frozenset(each for each in (*kept, *now) if each is not None)


def _themes(live: "AskingScreen") -> tuple[Theme, ...]:
    """What the present card is about, so that a question can be about it as well."""
    item = live.running.session.current
    card = live.desk.deck.card(item.exercise) if item is not None and item.exercise is not None else None
    return card.themes if card is not None else ()
