"""How the present card looks on the live screen, and what stands in its place where an item has none."""

from collections.abc import Sequence
from itertools import chain

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.live import card_facts
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.widgets.tones import ACCENT, EMPTY, MOST, QUIET, STRONG, cut
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _
from facilitator.texts.phrases import quoted

INDENT = 3
"""Columns of the keys before what they do."""


def card(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """The present card in full."""
    return shortened(card_lines(snapshot, columns), rows)


def card_lines(snapshot: Snapshot, columns: int) -> list[Content]:
    """The invitation, the advice and the steps."""
    made: list[Content] = []
    if said := card_facts.invitation(snapshot):
        made += [Content.styled(line, "italic $strong") for line in wrapped(quoted(said), columns)]
    if advice := card_facts.advice(snapshot):
        made += [EMPTY, Content.styled(_("FOR THE SUPERVISOR"), QUIET)]
        made += [Content(line) for part in advice for line in wrapped(part, columns)]
    steps = card_facts.card_steps(snapshot)
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


def without_card(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """A topic without a card: what the supervisor could do now, with as many cards that fit as there is room for."""
    session = snapshot.session
    if session.current is None or session.acute or rows < 1:
        return []
    ways = [("k", _("choose a method for this item")), ("i", _("insert a card or a question"))]
    if session.round is None and len(session.people.present) > 1:
        ways.append(("r", _("start a round")))
    ways.append(("g", _("look at the goals")))
    method, *others = [
        Content.assemble((f"{key}  ", f"bold {ACCENT}"), cut(text, columns - INDENT)) for key, text in ways
    ]
    first = [Content.styled(_("YOU CAN"), QUIET), method]
    cards = card_facts.suggestions(snapshot)
    fewer = (_suggested(cards[:count], columns) for count in range(len(cards), -1, -1))
    has_room = all(cell_len(card.purpose) + INDENT <= columns for card in cards)
    drawn = chain([_suggested(cards, columns, told=True)] if has_room else [], fewer)
    lines = next((found for each in drawn if len(found := [*first, *each, *others]) <= rows), [*first, *others])
    return lines if len(lines) <= rows else [*lines[: rows - 1], Content.styled(_("… ? shows the keys"), QUIET)]


def _suggested(cards: Sequence[card_facts.Suggestion], columns: int, *, told: bool = False) -> list[Content]:
    """Cards with their minutes in a column; ``told`` is what each is for."""
    lines = []
    columns = min(columns, MOST) - INDENT
    for each in cards:
        room = min(columns - cell_len(each.minutes) - 2, max(cell_len(card.name) for card in cards))
        minutes = f"  {each.minutes:>{max(len(card.minutes) for card in cards)}}"
        lines.append(Content.assemble(" " * INDENT, to_width(each.name, room), (minutes, QUIET)))
        if told:
            lines.append(Content.styled(" " * INDENT + each.purpose, QUIET))
    return lines


def shortened(lines: list[Content], rows: int) -> list[Content]:
    """As many lines as there is room for; the last says that there is more, and which key shows it."""
    if len(lines) <= rows:
        return lines
    if rows < 1:
        return []
    kept = lines[: rows - 1]
    while kept and kept[-1].plain in ("", _("FOR THE SUPERVISOR"), _("STEPS")):  # a heading of nothing
        kept.pop()
    return [*kept, Content.styled(_("… e shows the whole card"), QUIET)]
