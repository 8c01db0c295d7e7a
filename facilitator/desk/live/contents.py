"""What the live screen says, worked out from values: no widget, no store, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from exercises.card import Card
from exercises.deck import Deck
from facilitator.desk.widgets.lines import EMPTY
from facilitator.texts.columns import fitted, wrapped
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of, plan_name, seat_name, title_of
from facilitator.texts.phrases import about, clock, left, minutes, over, pace, people
from sessions.agenda import Item
from sessions.kinds import ItemState
from sessions.rounds import Round
from sessions.session import Session
from sessions.timing import SOON_OVER, Timing, nearest_minutes
from sessions.values import Instant, Seat
from sessions.words import Words

MUTED = "$quiet"
STRONG = "bold $text-primary"
MARKS = {
    ItemState.AHEAD: " ",
    ItemState.NOW: "▶",
    ItemState.DONE: "✓",
    ItemState.LEFT_OUT: "–",
    ItemState.NEXT_TIME: "→",
    ItemState.PARKED: "‖",
}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything the live screen is drawn from, at one instant."""

    session: Session
    times: Timing
    words: Words
    deck: Deck
    sees: str
    """What the group sees, in words."""
    chosen: int | None
    """The uid of the item the supervisor points at."""
    now: Instant
    number: int
    """Which session of the group this is; 0 without a group."""


def top_line(snapshot: Snapshot, columns: int) -> Content:
    """Group, session, plan; times; pace."""
    session, times = snapshot.session, snapshot.times
    group = f"{session.group}  " + _("session {number}").format(number=snapshot.number) + "  " if session.group else ""
    name = plan_name(session.plan, snapshot.deck)
    right = pace(session, times)
    if session.paused:
        right = _("Paused") + (f" · {right}" if right else "")
    if session.begun is not None and times.agreed_end is not None:
        hours = f"{clock(session.begun, session.wall_offset_ms)}–{clock(times.agreed_end, session.wall_offset_ms)}"
        right = f"{hours}   {right}"
    elif session.agreed_end is not None:
        right = _("ends {time}").format(time=clock(session.agreed_end, session.wall_offset_ms))
    room = columns - len(right) - 3
    return Content.assemble((fitted(f" {group}{name}", room), "bold"), (f"  {right} ", ""))


def agenda(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """The items with planned and given or spent minutes; what is chosen and what is going on is always in sight."""
    session = snapshot.session
    numbers = 12
    head = fitted(" " + _("Agenda"), columns - numbers) + _("plan").rjust(5) + _("now").rjust(5) + "  "
    lines: list[Content] = [Content.styled(head[:columns], MUTED)]
    items = session.items
    focus = next((i for i, item in enumerate(items) if item.uid == snapshot.chosen or item.state is ItemState.NOW), 0)
    if snapshot.chosen is not None:
        focus = next((i for i, item in enumerate(items) if item.uid == snapshot.chosen), focus)
    room = max(1, rows - 1)
    first = max(0, min(focus - room // 2, len(items) - room))
    lines += [_agenda_line(snapshot, item, columns, numbers) for item in items[first : first + room]]
    return Content("\n").join(lines)


def _agenda_line(snapshot: Snapshot, item: Item, columns: int, numbers: int) -> Content:
    title = title_of(item, snapshot.session.plan, snapshot.deck, snapshot.words)
    spent = snapshot.times.spent if item.state is ItemState.NOW else item.spent_ms
    match item.state:
        case ItemState.DONE:
            now = str(nearest_minutes(spent))
        case ItemState.AHEAD | ItemState.NOW:
            now = str(item.given) if item.given != item.planned else "·"
        case _:
            now = "–"
    guard = "◆" if item.protected and item.is_open else " "
    text = fitted(f" {MARKS[item.state]} {title}", columns - numbers) + f"{item.planned:>5} {now:>4}{guard} "
    style = ""
    if item.state is ItemState.NOW:
        style = STRONG
    elif not item.is_open:
        style = MUTED
    if item.uid == snapshot.chosen:
        style = f"{style} reverse".strip()
    return Content.styled(text, style)


def now_title(snapshot: Snapshot, columns: int) -> Content:
    """What is going on."""
    session = snapshot.session
    item = session.current
    if item is None:
        return Content.styled(fitted(_("Not begun. Space begins."), columns), "bold")
    title = title_of(item, session.plan, snapshot.deck, snapshot.words)
    said = _("Now: {title}").format(title=title)
    card = _card(snapshot)
    if card is not None and (name := card.name.said(language())) != title:
        said += f" · {name}"
    return Content.styled(fitted(said, columns), "bold")


def face(snapshot: Snapshot) -> tuple[str, str]:
    """The large figures, and what they are: left or over. No figures when an acute matter has taken over."""
    session, times = snapshot.session, snapshot.times
    if session.current is None or session.acute:
        return "", ""
    if times.left < 0:
        return over(times.left), _("over its time")
    word = _("nearly up") if times.left <= SOON_OVER else _("left")
    return left(times.left), word


def time_line(snapshot: Snapshot, columns: int) -> Content:
    """What the large figures are, with a bar of the item's time."""
    session, times = snapshot.session, snapshot.times
    item = session.current
    if item is None:
        return Content("")
    if session.acute:
        spent = minutes(nearest_minutes(times.spent))
        return Content.styled(_("gone by {minutes}, no clock is on").format(minutes=spent), MUTED)
    word = face(snapshot)[1]
    if session.paused:
        word = _("Paused") + " · " + word
    word = f"{word:<12} "
    width = max(0, columns - len(word) - 1)
    total = max(1, times.spent + max(0, times.left))
    gone = min(width, times.spent * width // total)
    return Content.assemble(
        (word, "bold" if times.left < 0 else ""), ("━" * gone, "$primary"), ("─" * (width - gone), MUTED)
    )


def details(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """Step, who may speak, the turn, the seats, the goals, and as much of the card as there is room for."""
    session = snapshot.session
    lines: list[Content] = []
    if session.current is not None:
        lines.extend(_step_lines(snapshot, columns))
    if session.round is not None:
        lines.extend(_round_lines(snapshot, session.round, columns))
    elif session.begun is None:
        said = f"{people(len(session.people.present))}, {minutes(session.agreed_minutes)}"
        lines.append(Content(fitted(said, columns)))
    if session.goals:
        lines.append(Content(""))
        lines.append(_goals_line(snapshot, columns))
    spare = rows - len(lines) - 1
    if spare > 2 and (card := _card(snapshot)) is not None:
        lines.append(Content(""))
        lines.extend(_card_lines(snapshot, card, columns)[:spare])
    return Content("\n").join(lines[:rows])


def _card(snapshot: Snapshot) -> Card | None:
    item = snapshot.session.current
    return snapshot.deck.card(item.exercise) if item is not None and item.exercise is not None else None


def _step_lines(snapshot: Snapshot, columns: int) -> list[Content]:
    item = snapshot.session.current
    assert item is not None
    step = item.present_step
    if step is None:
        return []
    card = _card(snapshot)
    label = card.step_texts[item.step].said(language()) if card and item.step < len(card.step_texts) else ""
    heading = _("Step {number}/{count}").format(number=item.step + 1, count=len(item.steps))
    if not step.speaking.is_round:
        label += f" · {about(snapshot.times.step_given)}"
    lines = [
        Content.assemble((f"{heading}  ", MUTED), (fitted(label, columns - len(heading) - 2), "bold")),
        Content(fitted(_("Speaks") + "  " + name_of(step.speaking), columns)),
    ]
    if step.speaking.presenter_out and snapshot.session.presenter is None:
        lines.append(Content.styled(fitted(_("r chooses the presenter"), columns), MUTED))
    return lines


def _round_lines(snapshot: Snapshot, turns: Round, columns: int) -> list[Content]:
    words = snapshot.words
    if turns.offering:
        first = Content.styled(fitted(_("Back to those who passed? Space goes on."), columns), "bold")
    elif turns.speaker is None:
        first = Content.styled(fitted(_("The round is over. Space goes on."), columns), MUTED)
    else:
        share = about(snapshot.times.turn.share) if snapshot.times.turn else ""
        name = seat_name(turns.speaker, words, snapshot.session.people)
        head = _("Now") + "  "
        room = max(8, columns - len(head) - len(share) - 2)
        first = Content.assemble(
            (head, MUTED), (fitted(name, min(room, max(12, len(name)))), STRONG), (f"  {share}", MUTED)
        )
    return [Content(""), first, *_seat_lines(snapshot, turns, columns)]


def _seat_lines(snapshot: Snapshot, turns: Round, columns: int) -> list[Content]:
    """Every seat in turn order with its state; as many lines as it takes."""
    order = [*turns.gone, *turns.waiting, *turns.away]
    if turns.presenter is not None:
        order.append(turns.presenter)
    lines: list[list[tuple[str, str]]] = [[]]
    width = 0
    for seat in order:
        text, style = _seat_mark(snapshot, turns, seat)
        if width + len(text) + 2 > columns and lines[-1]:
            lines.append([])
            width = 0
        lines[-1].append((text + "  ", style))
        width += len(text) + 2
    return [Content.assemble(*line) for line in lines]


def _seat_mark(snapshot: Snapshot, turns: Round, seat: Seat) -> tuple[str, str]:
    name = snapshot.words.labels.get(snapshot.session.people.person(seat), str(seat))[:14].rstrip()
    if seat == turns.presenter:
        return name + " " + _("listens"), MUTED
    if seat == turns.speaker:
        return f"{name} ▶", STRONG
    if seat in turns.gone:
        return f"{name} ✓", MUTED
    if seat in turns.away:
        return name + " " + _("away"), MUTED
    return name, ""


def _goals_line(snapshot: Snapshot, columns: int) -> Content:
    goals = " · ".join(f"{goal.slot} {name_of(goal.code)}: {name_of(goal.status)}" for goal in snapshot.session.goals)
    return Content.assemble((_("Goals") + "  ", MUTED), fitted(goals, columns - len(_("Goals")) - 2))


def _card_lines(snapshot: Snapshot, card: Card, columns: int) -> list[Content]:
    """The invitation and the steps, wrapped."""
    item = snapshot.session.current
    assert item is not None
    lines = [Content.styled(line, "italic") for line in _in_lines(f"”{card.invitation.said(language())}”", columns)]
    for index, (step, text) in enumerate(zip(card.steps, card.step_texts, strict=True)):
        mark = "▶" if index == item.step else "✓" if index < item.step else " "
        said = f"{mark} {text.said(language())} · {name_of(step.speaking)}"
        lines.append(Content.styled(fitted(said, columns), "" if index == item.step else MUTED))
    advice = card.advice.said(language()).splitlines()
    return [*lines, EMPTY, *(Content.styled(part, MUTED) for line in advice for part in _in_lines(line, columns))]


def status_line(snapshot: Snapshot, columns: int) -> Content:
    """Expected and agreed end in words, and what the group sees."""
    session, times = snapshot.session, snapshot.times
    sees = _("The group sees: {what}").format(what=snapshot.sees)
    if session.ended is not None:
        ends = ""
    elif session.acute:
        ends = _("The plan is set aside")
    else:
        ends = _("ends {time}").format(time=clock(times.expected_end, session.wall_offset_ms))
        if times.agreed_end is not None:
            ends += ", " + _("agreed {time}").format(time=clock(times.agreed_end, session.wall_offset_ms))
    # Where both do not fit, the end stays whole.
    if len(ends) + len(sees) + 3 > columns:
        sees = snapshot.sees
    room = min(columns, max(len(ends) + 2, columns - len(sees) - 2))
    return Content.assemble((fitted(f" {ends}", room), ""), (fitted(f" {sees}", columns - room), MUTED))


def _in_lines(text: str, columns: int) -> Sequence[str]:
    return [line for part in text.splitlines() for line in wrapped(part, max(10, columns))]
