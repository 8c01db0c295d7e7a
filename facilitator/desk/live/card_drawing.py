"""How the present card looks on the live screen, and what stands in its place where an item has none."""

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.live import card_facts
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.widgets.tones import ACCENT, EMPTY, MOST, QUIET, STRONG, cut
from facilitator.texts.columns import to_width, wrapped
from facilitator.texts.languages import _


def card(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """The present card in full."""
    return shortened(card_lines(snapshot, columns), rows)


def card_lines(snapshot: Snapshot, columns: int) -> list[Content]:
    """The invitation, the advice and the steps."""
    made: list[Content] = []
    if said := card_facts.invitation(snapshot):
        made += [Content.styled(line, "italic $strong") for line in wrapped(f"”{said}”", columns)]
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


def without_card(snapshot: Snapshot, columns: int) -> list[Content]:
    """A topic without a card: what the supervisor could do now."""
    if snapshot.session.current is None or snapshot.session.acute:
        return []
    ways = (
        ("k", _("choose a method for this item")),
        ("i", _("insert a card or a question")),
        ("r", _("start a round")),
        ("g", _("look at the goals")),
    )
    lines = [Content.styled(_("YOU CAN"), QUIET)]
    for key, text in ways:
        lines.append(Content.assemble((f"{key}  ", f"bold {ACCENT}"), cut(text, columns - 3)))
        if key == "k":
            lines += [_suggestion(*card, columns) for card in card_facts.suggestions(snapshot)]
    return lines


def _suggestion(name: str, length: str, columns: int) -> Content:
    room = min(columns, MOST) - 3 - cell_len(length) - 2
    return Content.assemble("   ", to_width(name, room), "  ", (length, QUIET))


def shortened(lines: list[Content], rows: int) -> list[Content]:
    """As many lines as there is room for; the last says that there is more, and which key shows it."""
    if len(lines) <= rows:
        return lines
    if rows < 1:
        return []
    return [*lines[: rows - 1], Content.styled(_("… e shows the whole card"), QUIET)]
