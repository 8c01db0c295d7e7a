"""How the present card looks on the live screen, and what stands in its place where an item has none."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.live import card_facts
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.widgets.tones import ACCENT, EMPTY, MOST, QUIET, STRONG, labelled
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _
from facilitator.texts.phrases import quoted

INDENT = 3
"""Columns of the keys before what they do."""


def card(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """The present card in full; in something acute what is to be kept in mind, where an item has no card."""
    is_bare = snapshot.card is None and snapshot.session.acute
    return shortened(snapshot, acute_advice(snapshot, columns) if is_bare else card_lines(snapshot, columns), rows)


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
    """Where an item has no card: what is to be kept in mind in something acute, and what could be done now."""
    advice = [*acute_advice(snapshot, columns), EMPTY] if snapshot.session.acute else []
    return [*advice, *ways_now(snapshot, columns, rows - len(advice))]


def ways_now(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """What the supervisor could do now, where no card says it; with as many cards that fit as there is room for."""
    session = snapshot.session
    if session.current is None:
        return _ways_to_begin(snapshot, columns) if session.begun is None else []
    if session.acute:
        ways = [
            (_("space"), _("go on to the next item")),
            ("r", _("start a round")),
            ("k", _("choose a method for this item")),
            ("↓", _("choose an item set aside; enter brings it back")),
        ]
        return _ways(ways, columns)
    ways = [("k", _("choose a method for this item")), ("i", _("insert a card or a question"))]
    if session.round is None and len(session.people.present) > 1:
        ways.append(("r", _("start a round")))
    lines = _ways([*ways, ("g", _("look at the goals"))], columns)
    cards = card_facts.suggestions(snapshot)
    drawn = [_suggested(cards[:count], columns) for count in range(len(cards), -1, -1)]
    if all(cell_len(card.purpose) + INDENT <= columns for card in cards):
        drawn.insert(0, _suggested(cards, columns, told=True))
    fitting = next((found for found in drawn if len(lines) + len(found) <= rows), [])
    return [*lines[:2], *fitting, *lines[2:]]


def _ways_to_begin(snapshot: Snapshot, columns: int) -> list[Content]:
    """What the supervisor could do before the session begins."""
    ways = [
        (_("space"), _("begin the session")),
        ("s", _("say that it has begun already")),
        ("w", _("write names on the seats")),
        ("a", _("tell who is away")),
        ("v", _("choose what the group sees")),
        ("W", _("open the group's view in a window")),
    ]
    if snapshot.card is not None:
        ways.append(("e", _("read the first card")))
    return _ways(ways, columns)


def acute_advice(snapshot: Snapshot, columns: int) -> list[Content]:
    """What is to be kept in mind in something acute, and what is needed."""
    note, bring = card_facts.acute_advice(snapshot.deck)
    made = [Content.styled(_("FOR THE SUPERVISOR"), QUIET)] if note else []
    made += [Content(line) for line in wrapped(note, columns) if note]
    if bring:
        made += [EMPTY, *labelled(_("BRING"), bring, columns)]
    return made


def _ways(ways: list[tuple[str, str]], columns: int) -> list[Content]:
    """Keys, and what they would do now."""
    wide = max(cell_len(key) for key, _text in ways)
    lines = [Content.styled(_("YOU CAN"), QUIET)]
    for key, text in ways:
        first, *more = wrapped(text, max(10, columns - wide - 2))
        lines.append(Content.assemble((" " * (wide - cell_len(key)) + key, f"bold {ACCENT}"), "  ", first))
        lines += [Content(" " * (wide + 2) + line) for line in more]
    return lines


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


def shortened(snapshot: Snapshot, lines: list[Content], rows: int) -> list[Content]:
    """As many lines as there is room for; the last says that there is more, and which key shows it.

    A heading is never the last of what is kept: nothing stands below it.
    """
    if len(lines) <= rows:
        return lines
    if rows < 1:
        return []
    kept = lines[: rows - 1]
    while kept and (kept[-1] is EMPTY or (len(kept) > 1 and kept[-2] is EMPTY)):
        kept.pop()
    return [*kept, Content.styled(_more(snapshot), QUIET)]


def _more(snapshot: Snapshot) -> str:
    if snapshot.card is not None:
        return _("… e shows the whole card")
    return _("… e shows all of it") if snapshot.session.acute else _("… ? shows all keys")
