"""How what goes on looks: the title, the step, who speaks, the seats, and as much of the card as has room."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.live import card_facts, turn_facts
from facilitator.desk.live.card_drawing import card_lines, shortened, ways_now, without_card
from facilitator.desk.live.group_drawing import goal_rows, goals_line
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.live.turn_facts import NAME_COLUMNS, SeatFact, SeatTone
from facilitator.desk.widgets.tones import ACCENT, CHOSEN, EMPTY, LOOK, QUIET, STRONG, apart, bar, cells, cut
from facilitator.projector import large_type
from facilitator.texts import languages
from facilitator.texts.columns import to_width, wrapped, wrapped_to
from facilitator.texts.languages import _
from facilitator.texts.phrases import minutes
from sessions.kinds import ItemKind

SEAT_STYLES = {
    SeatTone.WAITING: "",
    SeatTone.SPEAKS: f"{STRONG} {CHOSEN}",
    SeatTone.DONE: QUIET,
    SeatTone.AWAY: QUIET,
    SeatTone.LISTENS: QUIET,
}
LARGEST = 2
"""Half rows of a dot of large letters at most: more would compete with the clock."""
COMING_ACUTE = 3
"""Items to come that are told of in something acute."""
NAMES = (NAME_COLUMNS, 10, 7, 4, 0)
"""Columns that names beside the seats may have: the first with which all seats have room."""
GIVEN = 2
"""Rows that the card keeps at least when the goals are looked at."""
NARROW = 44
"""In fewer columns the step's bar and what is left of it share a line."""


def now_with_card(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """What goes on, then as much of the card as there is room for."""
    return _and_card(snapshot, _now(snapshot, columns, rows), columns, rows)


def now_with_goals(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """The same in a low terminal, where the goals have no place of their own: all of them, if there is room, or a line.

    While the goals are looked at, the card gives them room.
    """
    now = _now(snapshot, columns, rows)
    (line, says_all), board = goals_line(snapshot, columns), goal_rows(snapshot, columns)
    room = rows - len(now) - len(board) - 1
    is_about_goals = snapshot.item is not None and snapshot.item.kind is ItemKind.GOALS
    wanted = GIVEN if is_about_goals else len(_card_or_ways(snapshot, columns, room + len(board) - len(line)))
    return _and_card(snapshot, [*now, *(line if says_all or wanted > room else board)], columns, rows)


def _card_or_ways(snapshot: Snapshot, columns: int, room: int) -> list[Content]:
    return card_lines(snapshot, columns) if snapshot.card is not None else without_card(snapshot, columns, room)


def _and_card(snapshot: Snapshot, lines: list[Content], columns: int, rows: int) -> list[Content]:
    if len(lines) < rows - 2:
        room = rows - len(lines) - 1
        has_card = snapshot.card is not None
        rest = _card_or_ways(snapshot, columns, room)
        if has_card and snapshot.session.begun is None:
            ways = [EMPTY, *ways_now(snapshot, columns, room)]
            rest += ways if len(rest) + len(ways) <= room else []
        lines += [EMPTY, *shortened(snapshot, rest, room)]
    return lines[:rows]


def now_alone(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """What goes on, where the card has a place of its own."""
    return _alone(snapshot, _now(snapshot, columns, rows), columns, rows)


def now_large(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """The same, with who has the turn in large letters: as large as everybody in the round can have them."""
    turn = turn_facts.turn(snapshot)
    large: list[Content] = []
    if turn is not None and turn.has_speaker:
        scales = {who: large_type.largest(who, columns, rows // 3, LARGEST) for who in turn_facts.speakers(snapshot)}
        if scales.get(turn.said):
            scale = min(each for each in scales.values() if each)
            large = [Content.styled(row, ACCENT) for row in large_type.draw(turn.said, scale)]
    return _alone(snapshot, _now(snapshot, columns, rows, large), columns, rows)


def _alone(snapshot: Snapshot, lines: list[Content], columns: int, rows: int) -> list[Content]:
    is_bare = snapshot.card is None or snapshot.session.begun is None
    coming = _coming(snapshot, columns)
    ways = ways_now(snapshot, columns, rows - len(lines) - len(coming) - 2) if is_bare else []
    return [*lines, *([EMPTY] if coming else []), *coming, EMPTY, *ways][:rows]


def _coming(snapshot: Snapshot, columns: int) -> list[Content]:
    """What comes after the present item, and when; in something acute more of it, and no time of day."""
    session = snapshot.session
    ahead = session.ahead[: COMING_ACUTE if session.acute else 1] if session.begun is not None else ()
    label = _("NEXT") + "  "
    lines = []
    for place, item in enumerate(ahead):
        starts = snapshot.times.starts.get(item.uid)
        begins = f"{snapshot.clock(starts)}  " if starts is not None and not session.acute else ""
        left = [(label if not place else " " * cell_len(label), QUIET), (begins, QUIET), (snapshot.title(item), "")]
        lines.append(apart(left, [] if session.acute else [(minutes(item.given), QUIET)], columns))
    return lines


def _now(snapshot: Snapshot, columns: int, rows: int, large: Sequence[Content] = ()) -> list[Content]:
    """The title, the step, who speaks (once more in ``large`` letters), the seats."""
    lines = _heading(snapshot, columns)
    airy = rows >= 16
    gap = [EMPTY] if airy else []
    if told := turn_facts.step(snapshot):
        lines += [*gap, *_step(told, columns, QUIET if snapshot.session.paused else ACCENT)]
    if speaking := _speaking(snapshot, columns):
        lines += [*gap, *speaking]
    lines += [*gap, *large] if large else []
    if (snapshot.session.begun is not None or snapshot.words.labels) and snapshot.session.people.seats > 1:
        lines += [*gap, *_seats(turn_facts.seats(snapshot), columns, max(2, (rows - len(lines)) // 2))]
    return lines


def _heading(snapshot: Snapshot, columns: int) -> list[Content]:
    item = snapshot.session.current
    if item is None:
        lines = [Content.styled(line, STRONG) for line in wrapped(_("Not begun. Space begins."), columns)]
        lines += [Content(cut(line, columns)) for line in card_facts.before_begin(snapshot)]
        if snapshot.item is None:
            return lines
        first = _("FIRST") + "  "
        title = cut(snapshot.title(snapshot.item), columns - cell_len(first))
        return [*lines, EMPTY, Content.assemble((first, QUIET), (title, STRONG))]
    title = snapshot.title(item)
    card = snapshot.card
    name = card.name.said(languages.language()) if card is not None else ""
    said = title if title.startswith(name) else name if name.startswith(title) else f"{title} · {name}"
    return [Content.styled(line, STRONG) for line in wrapped_to(said, columns, 2)]


def _step(told: turn_facts.StepFact, columns: int, tone: str) -> list[Content]:
    """The step's name with what is left of it, and its time as a bar in a ``tone``; where it is narrow on one line."""
    label = f"{told.heading.upper()}  "
    indent = " " * len(label)
    left = (f"  {told.left}", LOOK if told.over else "")
    is_narrow = columns < NARROW
    room = columns - len(label) - (0 if is_narrow else len(told.left) + 2)
    lines = wrapped_to(told.name, room, 2)
    first = Content.assemble((label, QUIET), (to_width(lines[0], room), STRONG), *([] if is_narrow else [left]))
    rest = [Content.styled(indent + line, STRONG) for line in lines[1:]]
    drawn = bar(columns - len(label) - (len(told.left) + 2 if is_narrow else 0), told.used, tone)
    return [first, *rest, Content.assemble((indent, ""), *drawn, *([left] if is_narrow else []))]


def _speaking(snapshot: Snapshot, columns: int) -> list[Content]:
    label = _("SPEAKING") + "  "
    turn, rule = turn_facts.turn(snapshot), turn_facts.speaking(snapshot)
    room = columns - len(label)
    if turn is None:
        asked = _("R chooses the presenter") if _wants_presenter(snapshot) else ""
        said = " · ".join(part for part in (rule, asked) if part)
        return [Content.assemble((label, QUIET), cut(said, room))] if said else []
    if not turn.has_speaker:
        begins, *more = wrapped(turn.said, room)
        indent = " " * len(label)
        return [
            Content.assemble((label, QUIET), (begins, STRONG)),
            *(Content.styled(indent + line, STRONG) for line in more),
        ]
    who = cut(turn.said, room)
    rest = "   ".join(part for part in (turn.share, turn.next_up) if part)
    first: list[tuple[str, str]] = [(label, QUIET), (who, f"bold {ACCENT}")]
    if rest and cells(first) + 3 + cell_len(rest) <= columns:
        return [Content.assemble(*first, ("   ", ""), (turn.share, ""), ("   ", ""), (turn.next_up, QUIET))]
    if turn.share and cells(first) + 3 + cell_len(turn.share) <= columns:
        first += [("   ", ""), (turn.share, "")]
        rest = turn.next_up
    below = [rest] if cell_len(rest) <= room else [part for part in (turn.share, turn.next_up) if part]
    return [Content.assemble(*first), *(Content.styled(" " * len(label) + cut(line, room), QUIET) for line in below)]


def _wants_presenter(snapshot: Snapshot) -> bool:
    item = snapshot.session.current
    step = item.present_step if item is not None else None
    return step is not None and step.speaking.presenter_out and snapshot.session.presenter is None


def _seats(seats: Sequence[SeatFact], columns: int, rows: int) -> list[Content]:
    """Every seat with its number; in several lines they stand in columns. Names give way where there is little room."""
    for most in NAMES:
        texts = [f" {seat.said(most)} " for seat in seats]
        lines = _flowing(texts, columns)
        if len(lines) <= rows:
            break
    if len(lines) > 1:
        room = max(cell_len(text) + (0 if seat.mark else 2) for seat, text in zip(seats, texts, strict=True))
        straight = _flowing([to_width(text, room) for text in texts], columns)
        lines = straight if len(straight) <= min(rows, len(lines) + 1) else lines
    found = iter(seats)
    return [
        Content.assemble(*(part for text in line for part in ((text, SEAT_STYLES[next(found).tone]), (" ", ""))))
        for line in lines
    ]


def _flowing(texts: Sequence[str], columns: int) -> list[list[str]]:
    """``texts`` in as few lines as they need, with a column between."""
    lines: list[list[str]] = [[]]
    for text in texts:
        if lines[-1] and sum(map(cell_len, lines[-1])) + len(lines[-1]) + cell_len(text) > columns:
            lines.append([])
        lines[-1].append(text)
    return lines
