"""What is said line by line: what is now, who speaks, what is left. Words in the place of signs and bars."""

from exercises.card import Card
from exercises.deck import Deck
from facilitator.desk.live import card_facts, facts, turn_facts
from facilitator.desk.live.snapshot import Snapshot
from facilitator.plain import voice
from facilitator.plain.keys import commands, typed_keys
from facilitator.texts.cards import card_parts
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of
from facilitator.texts.phrases import minutes
from sessions.agenda import Item
from sessions.kinds import ItemState
from sessions.timing import minutes_up, nearest_minutes


def now(snapshot: Snapshot) -> list[str]:
    """What is now: the item and what is left of it, the step, who speaks, how the session stands."""
    session = snapshot.session
    if session.begun is None:
        item = snapshot.item
        first = (
            [_("First: {title}, {minutes}").format(title=snapshot.title(item), minutes=minutes(item.given))]
            if item
            else []
        )
        return [_("Not begun. Space begins."), ", ".join(card_facts.before_begin(snapshot)), *first]
    lines = []
    if (item := session.current) is not None:
        lines.append(f"{snapshot.title(item)}, {left(snapshot)}")
    if (step := turn_facts.step(snapshot)) is not None:
        lines.append(
            ", ".join(part for part in (step.heading, step.name, turn_facts.speaking(snapshot), step.left) if part)
        )
    lines += who(snapshot)
    ends = (facts.ends(snapshot).replace("  ", ", "), facts.head(snapshot).pace, facts.closing_line(snapshot))
    lines.append(", ".join(part for part in ends if part))
    return lines


def left(snapshot: Snapshot) -> str:
    """What is left of the present item, in whole minutes: figures with a point would be heard as a time of day."""
    face, ms = facts.face(snapshot), snapshot.times.left
    if not face.figures:
        return face.word
    if ms >= 0:
        said = _("{minutes} left").format(minutes=minutes(minutes_up(ms)))
        return said if face.tone is facts.Tone.LEFT else f"{said}, {face.word}"
    return f"{face.word}, {_over(ms)}" if nearest_minutes(-ms) else face.word


def _over(ms: int) -> str:
    return _("{minutes} over").format(minutes=minutes(nearest_minutes(-ms)))


def who(snapshot: Snapshot) -> list[str]:
    """Who speaks, who is next, and who is still to speak."""
    turn, turns = turn_facts.turn(snapshot), snapshot.session.round
    if turn is None or turns is None:
        return []
    said = _("Turn: {seat}").format(seat=turn.said) if turn.has_speaker else turn.said
    lines = [", ".join(part for part in (said, turn.share, turn.next_up) if part)]
    if turns.presenter is not None:
        lines.append(_("Seat {number} presents and listens").format(number=turns.presenter))
    if len(turns.waiting) > 1:
        waiting = ", ".join(str(seat) for seat in turns.waiting[1:])
        lines.append(_("Still to speak: {seats}").format(seats=waiting))
    if away := snapshot.session.people.away:
        lines.append(_("Away: {seats}").format(seats=", ".join(str(seat) for seat in sorted(away))))
    return lines


def rest(snapshot: Snapshot) -> list[str]:
    """What is left: every item that is going on or to come, when it begins, and how long it has."""
    lines = [_line(snapshot, item) for item in snapshot.session.items if item.is_open]
    put_off = [item for item in snapshot.session.items if item.state in (ItemState.LEFT_OUT, ItemState.NEXT_TIME)]
    lines += [f"{snapshot.title(item)}, {name_of(item.state)}" for item in put_off]
    ends = facts.ends(snapshot).replace("  ", ", ")
    return [*lines, ends] if ends else lines


def _line(snapshot: Snapshot, item: Item) -> str:
    is_now = item.state is ItemState.NOW
    length = left(snapshot) if is_now else minutes(item.given)
    begins = _("at {time}").format(time=snapshot.clock(snapshot.times.starts[item.uid])) if not is_now else _("now")
    parts = [begins, snapshot.title(item), length]
    if item.protected:
        parts.append(_("protected"))
    return ", ".join(parts)


def card(each: Card, present: int, deck: Deck) -> list[str]:
    """A card in full, for so many people: its purpose, its steps, what to know."""
    lines = [line for part in card_parts(each, present, deck) for line in part.text.splitlines()]
    return [each.name.said(language()), *(line for line in lines if line.strip())]


def item_line(snapshot: Snapshot, item: Item) -> str:
    """An item to choose: its title and its minutes, or what became of it."""
    said = minutes(item.given) if item.is_open else name_of(item.state)
    return f"{snapshot.title(item)}, {said}"


def keys() -> list[str]:
    """Every command: what is typed, and what it does."""
    lines = [_("Type a character and press enter. Enter alone says what is now. A number is a seat: it has the turn.")]
    for command in commands():
        if command.id == "turn_to":
            continue
        typed = ", ".join(map(voice.key, typed_keys(command)))
        lines.append(f"{typed or _(command.label)}: {_(command.help)}")
    return lines
