"""How the live screen looks: facts become styled lines of a given width. Nothing is decided here but layout."""

from collections.abc import Callable

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.live import facts
from facilitator.desk.live.facts import SeatTone, Snapshot, Tone
from facilitator.desk.widgets.lines import EMPTY
from facilitator.desk.widgets.tones import ACCENT, BAR, CHOSEN, LOOK, QUIET, RULE, STRONG, bar, cells, cut, padding
from facilitator.projector.terminal_rows import rows_of
from facilitator.projector.view import Shown
from facilitator.texts import languages
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _
from sessions.kinds import ItemState

SEAT_STYLES = {
    SeatTone.WAITING: "",
    SeatTone.SPEAKS: f"{STRONG} {CHOSEN}",
    SeatTone.DONE: QUIET,
    SeatTone.AWAY: QUIET,
    SeatTone.LISTENS: QUIET,
}
BEGINS_COLUMNS, NUMBER_COLUMNS = 6, 4
WORD_STYLES = {Tone.OVER: f"bold {LOOK}", Tone.PAUSED: STRONG, Tone.SOON: "bold", Tone.LEFT: QUIET, Tone.NONE: QUIET}
FACE_STYLES = {
    Tone.NONE: QUIET,
    Tone.LEFT: STRONG,
    Tone.SOON: STRONG,
    Tone.OVER: f"bold {LOOK}",
    Tone.PAUSED: QUIET,
}
NARROW = 44
"""In fewer columns the word of the clock has no place of its own."""


def head(snapshot: Snapshot, columns: int, _rows: int) -> Content:
    """Group and plan, the agreed times with a bar between them, pace and time of day."""
    told = facts.head(snapshot)
    pad = padding(columns)
    pace = (told.pace, LOOK if told.late else ACCENT)
    time = _("at {time}").format(time=told.time)
    right: list[tuple[str, str]] = [(time, ""), ("   ", ""), pace] if told.pace else [(time, "")]
    group = [(f"{told.group}  ", f"bold {ACCENT}"), (f"{told.session}   ", QUIET)] if told.group else []
    room = columns - 2 * pad - cells(group) - cells(right) - 3
    times = 2 * 5 + 2 if told.begins and told.ends else 0
    plan = cut(told.plan, max(8, room - (times + 3 if times else 0)))
    length = room - cell_len(plan) - times - 4
    middle: list[tuple[str, str]] = []
    if times and length >= 6:
        middle = [("   ", ""), (f"{told.begins} ", QUIET), *bar(length, told.used), (f" {told.ends}", QUIET)]
    elif times and room - cell_len(plan) >= times + 2:
        middle = [("   ", ""), (f"{told.begins}–{told.ends}", QUIET)]
    left = [(" " * pad, ""), *group, (plan, STRONG), *middle]
    space = max(1, columns - pad - cells(left) - cells(right))
    return Content.assemble(*left, (" " * space, ""), *right)


def agenda(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """The agenda in columns; the chosen item and the one going on are always in sight; below it how it will end."""
    pad = padding(columns * 2)
    foot = _agenda_foot(snapshot, columns, pad)
    title_room = columns - pad - 2 - BEGINS_COLUMNS - 2 - 2 * NUMBER_COLUMNS - 3
    heading = Content.styled(
        to_width(" " * pad + _("AGENDA"), columns - 2 * NUMBER_COLUMNS - 5)
        + _("plan.").rjust(NUMBER_COLUMNS + 2)
        + _("now").rjust(NUMBER_COLUMNS + 1),
        QUIET,
    )
    listed = facts.agenda(snapshot)
    airy = rows >= len(listed) + len(foot) + 6
    above = [EMPTY, heading, EMPTY] if airy else [heading]
    room = max(1, rows - len(above) - len(foot) - (1 if airy else 0))
    blocks = [_agenda_row(row, columns, pad, title_room, wrap=False) for row in listed]
    if sum(len(block) for block in blocks) < room:
        blocks = [_agenda_row(row, columns, pad, title_room, wrap=True) for row in listed]
        if sum(len(block) for block in blocks) > room:
            blocks = [_agenda_row(row, columns, pad, title_room, wrap=False) for row in listed]
    first, last = _window(snapshot, len(blocks), room, [len(block) for block in blocks])
    lines = [line for block in blocks[first:last] for line in block]
    if first:
        lines[0] = Content.styled(to_width(" " * pad + _("↑ {count} before").format(count=first + 1), columns), QUIET)
    if last < len(blocks):
        more = _("↓ {count} after").format(count=len(blocks) - last + 1)
        lines[-1] = Content.styled(to_width(" " * pad + more, columns), QUIET)
    gap = [EMPTY] if airy and foot else []
    return Content("\n").join([*above, *lines, *gap, *foot])


def _window(snapshot: Snapshot, count: int, room: int, heights: list[int]) -> tuple[int, int]:
    """Which of ``count`` rows are in sight: all when there is room, else a stretch around what matters."""
    if sum(heights) <= room:
        return 0, count
    items = snapshot.session.items
    current = next((i for i, item in enumerate(items) if item.state is ItemState.NOW), 0)
    focus = next((i for i, item in enumerate(items) if item.uid == snapshot.chosen), current)
    first = max(0, min(focus - room // 2, count - room))
    return first, min(count, first + room)


def _agenda_row(row: facts.AgendaRow, columns: int, pad: int, room: int, *, wrap: bool) -> list[Content]:
    marked = row.state is ItemState.NOW or row.chosen
    ground = f" {CHOSEN}" if marked else ""
    is_now, is_open = row.state is ItemState.NOW, row.state in (ItemState.AHEAD, ItemState.NOW)
    style = (STRONG if is_now else "" if is_open else QUIET) + ground
    titles = wrapped(row.title, room) if wrap else [cut(row.title, room)]
    edge = (BAR if row.chosen else " ", ACCENT + ground)
    first = Content.assemble(
        edge,
        (" " * (pad - 1), ground),
        (f"{row.mark} ", (ACCENT if is_now else QUIET) + ground),
        (f"{row.begins:<{BEGINS_COLUMNS}}", QUIET + ground),
        (to_width(titles[0], room), style),
        (f" {row.guard or ' '} ", QUIET + ground),
        (row.planned.rjust(NUMBER_COLUMNS - 1), style if is_open else QUIET + ground),
        (row.now.rjust(NUMBER_COLUMNS + 1), (f"bold {LOOK}" if row.over else STRONG if is_now else QUIET) + ground),
        (" " * 4, ground),
    )
    indent = pad + 1 + BEGINS_COLUMNS
    rest = [Content.styled(to_width(" " * indent + line, columns - 1), style) for line in titles[1:]]
    return [first, *(Content.assemble((" ", ground), line) for line in rest)]


def _agenda_foot(snapshot: Snapshot, columns: int, pad: int) -> list[Content]:
    """How it will end; the last snapshot for the closing when that is near."""
    indent = " " * (pad + 2)
    late = snapshot.times.behind_minutes > 0 and not snapshot.session.acute and snapshot.session.begun is not None
    said = facts.ends(snapshot)
    lines = []
    if said:
        lines.append(Content.styled(cut(indent + said, columns), LOOK if late else ""))
    if closing := facts.closing_line(snapshot):
        lines += [Content.styled(indent + line, LOOK) for line in wrapped(closing, columns - len(indent) - 1)]
    return lines


def goal_board(snapshot: Snapshot, columns: int, _rows: int) -> Content:
    """The goals alone, where the picture has a place of its own."""
    return Content("\n").join(_goals(snapshot, columns))


def group(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """The goal board, and a picture of what the group sees."""
    lines = _goals(snapshot, columns)
    gap = [EMPTY] if lines else []
    pad = padding(columns * 2)
    picture = _picture(snapshot, columns - 2 * pad, rows - len(lines) - len(gap))
    return Content("\n").join([*lines, *gap, *(Content.assemble((" " * pad, ""), line) for line in picture)])


def wall(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """A picture of what the group sees."""
    return Content("\n").join([EMPTY, *_picture(snapshot, columns, rows - 1)])


def _picture(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """What the group sees, made of the same rows as the real one, so that it cannot lie; in words above it."""
    says = _("GROUP SEES")
    words = [Content.assemble((f"{says}  ", QUIET), cut(snapshot.sees, columns - cell_len(says) - 2))]
    high, wide = min(rows - 3, columns // 4), columns - 2
    if high < 3 or wide < 20:
        return words[: max(0, rows)]
    with languages.speaking(snapshot.wall.language):
        drawn = rows_of(snapshot.wall, wide, high, snapshot.now)
    black = snapshot.wall.shown is Shown.BLACK or not snapshot.wall.light
    ground = "#ffffff on #000000" if black else "#1a1f1e on #faf8f3"
    inside = [to_width(" " * row.indent + row.text, wide) for row in drawn[:high]]
    inside += [" " * wide] * (high - len(inside))
    framed = [Content.assemble(("│", RULE), (line, ground), ("│", RULE)) for line in inside]
    edge = "─" * wide
    return [*words, Content.styled(f"┌{edge}┐", RULE), *framed, Content.styled(f"└{edge}┘", RULE)]


def _goals(snapshot: Snapshot, columns: int) -> list[Content]:
    """The goal board, a line a goal."""
    pad = padding(columns * 2)
    told = facts.goals(snapshot)
    if not told:
        return []
    code = max(len(goal.code) for goal in told)
    status = max(len(goal.status) for goal in told)
    lines = [Content.styled(" " * pad + _("GOALS"), QUIET)]
    for goal in told:
        room = columns - pad - code - status - 8
        scale = " ".join(goal.scale) if room >= 21 else goal.scale if room >= 11 else ""
        lines.append(
            Content.assemble(
                (" " * pad + " ", ""),
                (f"{goal.slot}  ", f"bold {ACCENT}"),
                (f"{goal.code:<{code}}  ", ""),
                (f"{goal.status:<{status}}  ", QUIET),
                (scale, ACCENT),
            )
        )
    return lines


def beside(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """What the large figures are, and how the session stands."""
    told, top = facts.face(snapshot), facts.head(snapshot)
    lines = [Content.styled(line, WORD_STYLES[told.tone]) for line in wrapped(told.word, columns)]
    if top.pace:
        lines += [EMPTY, *(Content.styled(line, LOOK if top.late else ACCENT) for line in wrapped(top.pace, columns))]
    return Content("\n").join(lines[:rows])


def time_bar(snapshot: Snapshot, columns: int, _rows: int) -> Content:
    """The item's time as a bar: what is used, left and over."""
    told = facts.face(snapshot)
    if told.tone is Tone.NONE:
        return Content.styled(cut(told.word, columns), QUIET)
    over = round(columns * told.over)
    return Content.assemble(*bar(columns - over, told.used), ("╍" * over, LOOK))


def time_bar_with_word(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """The same with the word of the figures before it, where that has no place beside them."""
    told = facts.face(snapshot)
    if told.tone is Tone.NONE:
        return time_bar(snapshot, columns, rows)
    word = Content.styled(f"{told.word} ", WORD_STYLES[told.tone])
    return word + time_bar(snapshot, max(0, columns - word.cell_length), rows)


def now_with_card(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """What goes on, then as much of the card as there is room for."""
    return _and_card(snapshot, _now(snapshot, columns, rows), columns, rows)


def now_with_goals(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """The same in a low terminal, where the goal board has no place of its own: it is a line here."""
    return _and_card(snapshot, [*_now(snapshot, columns, rows), *_goals_line(snapshot, columns)], columns, rows)


def _and_card(snapshot: Snapshot, lines: list[Content], columns: int, rows: int) -> Content:
    if len(lines) < rows - 2:
        rest = card_lines(snapshot, columns) if snapshot.card is not None else _without_card(snapshot, columns)
        lines += [EMPTY, *_shortened(rest, rows - len(lines) - 1)]
    return Content("\n").join(lines[:rows])


def now_alone(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """What goes on, where the card has a place of its own."""
    rest = _without_card(snapshot, columns) if snapshot.card is None else []
    return Content("\n").join([*_now(snapshot, columns, rows), EMPTY, *rest][:rows])


def _now(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """The title, the step, who speaks, the seats."""
    lines = _heading(snapshot, columns)
    airy = rows >= 16
    gap = [EMPTY] if airy else []
    if told := facts.step(snapshot):
        lines += [*gap, *_step(told, columns)]
    lines += [*gap, *_speaking(snapshot, columns)]
    if snapshot.session.begun is not None or snapshot.words.labels:
        lines += [*gap, *_seats(snapshot, columns)]
    return lines


def _goals_line(snapshot: Snapshot, columns: int) -> list[Content]:
    """The goal board in a line, where it has no place of its own."""
    said = " · ".join(f"{goal.slot} {goal.code} {goal.status}" for goal in facts.goals(snapshot))
    label = _("GOALS") + "  "
    return [Content.assemble((label, QUIET), cut(said, columns - cell_len(label)))] if said else []


def _heading(snapshot: Snapshot, columns: int) -> list[Content]:
    item = snapshot.session.current
    if item is None:
        lines = [Content.styled(line, STRONG) for line in wrapped(_("Not begun. Space begins."), columns)]
        lines += [Content(cut(line, columns)) for line in facts.before_begin(snapshot)]
        if snapshot.item is None:
            return lines
        first = _("FIRST") + "  "
        title = cut(snapshot.title(snapshot.item), columns - cell_len(first))
        return [*lines, EMPTY, Content.assemble((first, QUIET), (title, STRONG))]
    title = snapshot.title(item)
    card = snapshot.card
    name = card.name.said(languages.language()) if card is not None else ""
    said = f"{title} · {name}" if name and name != title else title
    return [Content.styled(line, STRONG) for line in wrapped(said, columns)[:2]]


def _step(told: facts.StepFact, columns: int) -> list[Content]:
    """The step's name with what is left of it, and its time as a bar; where it is narrow they share the bar's line."""
    label = f"{told.heading.upper()}  "
    indent = " " * len(label)
    left = (f"  {told.left}", LOOK if told.over else "")
    is_narrow = columns < NARROW
    room = columns - len(label) - (0 if is_narrow else len(told.left) + 2)
    lines = wrapped(told.name, room)[:2]
    first = Content.assemble((label, QUIET), (to_width(lines[0], room), STRONG), *([] if is_narrow else [left]))
    rest = [Content.styled(indent + line, STRONG) for line in lines[1:]]
    drawn = bar(columns - len(label) - (len(told.left) + 2 if is_narrow else 0), told.used)
    return [first, *rest, Content.assemble((indent, ""), *drawn, *([left] if is_narrow else []))]


def _speaking(snapshot: Snapshot, columns: int) -> list[Content]:
    label = _("SPEAKING") + "  "
    turn, rule = facts.turn(snapshot), facts.speaking(snapshot)
    room = columns - len(label)
    if turn is None:
        asked = _("r chooses the presenter") if _wants_presenter(snapshot) else ""
        said = " · ".join(part for part in (rule, asked) if part)
        return [Content.assemble((label, QUIET), cut(said, room))] if said else []
    if not turn.has_speaker:
        return [Content.assemble((label, QUIET), (line, STRONG)) for line in wrapped(turn.said, room)[:1]]
    who = cut(turn.said, room)
    rest = "   ".join(part for part in (turn.share, turn.next_up) if part)
    first: list[tuple[str, str]] = [(label, QUIET), (who, f"bold {ACCENT}")]
    if rest and cells(first) + 3 + cell_len(rest) <= columns:
        return [Content.assemble(*first, ("   ", ""), (turn.share, ""), ("   ", ""), (turn.next_up, QUIET))]
    below = [rest] if cell_len(rest) <= room else [part for part in (turn.share, turn.next_up) if part]
    return [Content.assemble(*first), *(Content.styled(" " * len(label) + cut(line, room), QUIET) for line in below)]


def _wants_presenter(snapshot: Snapshot) -> bool:
    item = snapshot.session.current
    step = item.present_step if item is not None else None
    return step is not None and step.speaking.presenter_out and snapshot.session.presenter is None


def _seats(snapshot: Snapshot, columns: int) -> list[Content]:
    """Every seat with its number, in as many lines as it takes."""
    lines: list[list[tuple[str, str]]] = [[]]
    width = 0
    for seat in facts.seats(snapshot):
        text = f" {seat.text} "
        if lines[-1] and width + cell_len(text) > columns:
            lines.append([])
            width = 0
        lines[-1] += [(text, SEAT_STYLES[seat.tone]), (" ", "")]
        width += cell_len(text) + 1
    return [Content.assemble(*line) for line in lines]


def card(snapshot: Snapshot, columns: int, rows: int) -> Content:
    """The present card in full."""
    return Content("\n").join(_shortened(card_lines(snapshot, columns), rows))


def card_lines(snapshot: Snapshot, columns: int) -> list[Content]:
    """The invitation, the advice and the steps."""
    made: list[Content] = []
    if said := facts.invitation(snapshot):
        made += [Content.styled(line, "italic $strong") for line in wrapped(f"”{said}”", columns)]
    if advice := facts.advice(snapshot):
        made += [EMPTY, Content.styled(_("FOR THE SUPERVISOR"), QUIET)]
        made += [Content(line) for part in advice for line in wrapped(part, columns)]
    steps = facts.card_steps(snapshot)
    if steps:
        made += [EMPTY, Content.styled(_("STEPS"), QUIET)]
    for each in steps:
        room = columns - 2 - len(each.minutes) - 1
        text = to_width(each.name, room)
        made.append(
            Content.assemble(
                (f"{each.mark} ", ACCENT), (text, STRONG if each.is_now else QUIET), (f" {each.minutes}", QUIET)
            )
        )
    return made


def _without_card(snapshot: Snapshot, columns: int) -> list[Content]:
    """A topic without a card: what the supervisor could do now."""
    if snapshot.session.current is None or snapshot.session.acute:
        return []
    ways = (
        ("k", _("choose a way of working for this item")),
        ("i", _("insert a card or a question")),
        ("r", _("start a round")),
        ("g", _("look at the goals")),
    )
    lines = [Content.styled(_("YOU CAN"), QUIET)]
    for key, text in ways:
        lines.append(Content.assemble((f"{key}  ", f"bold {ACCENT}"), cut(text, columns - 3)))
    return lines


def _shortened(lines: list[Content], rows: int) -> list[Content]:
    """As many lines as there is room for; the last says that there is more, and which key shows it."""
    if len(lines) <= rows:
        return lines
    if rows < 1:
        return []
    return [*lines[: rows - 1], Content.styled(_("… e shows the whole card"), QUIET)]


def status(snapshot: Snapshot, columns: int, _rows: int) -> Content:
    """What the group sees, where there is no room for a picture of it."""
    says = " " + _("GROUP SEES") + "  "
    return Content.assemble((says, QUIET), cut(snapshot.sees, columns - cell_len(says) - 1))


Draw = Callable[[Snapshot, int, int], Content]
"""Draws a region in so many columns and rows."""

REGIONS: dict[str, Draw] = {
    "top": head,
    "agenda": agenda,
    "group": group,
    "beside": beside,
    "time": time_bar,
    "details": now_with_card,
    "status": status,
}
"""What is drawn where, by the widget's id."""


def regions(*, narrow: bool, low: bool, widest: bool) -> dict[str, Draw]:
    """What is drawn where in a terminal of this width and height."""
    found = dict(REGIONS)
    if narrow:
        found["time"] = time_bar_with_word
    if low:
        found["details"] = now_with_goals
    if widest:
        found |= {"group": goal_board, "details": now_alone, "wall": wall, "card": card}
    return found
