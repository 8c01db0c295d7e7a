"""How the live screen looks in a window too low for anything but its four facts: what is left, who, what, on time."""

from textual.content import Content

from facilitator.desk.live import facts, turn_facts
from facilitator.desk.live.face_styles import WORD_STYLES
from facilitator.desk.live.facts import Tone
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.widgets.tones import ACCENT, LOOK, QUIET, STRONG, Part, apart, cells
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import _


def essentials(snapshot: Snapshot, columns: int, rows: int) -> list[Content]:
    """A line a fact, the weightiest first: as many as there are rows."""
    face, head = facts.face(snapshot), facts.head(snapshot)
    session = snapshot.session
    if session.current is None:
        said = wrapped(_("Not begun. Space begins."), columns)
        return [*(Content.styled(line, STRONG) for line in said), Content(head.time)][:rows]
    style = WORD_STYLES[face.tone]
    left: list[Part] = [(f"{face.figures} ", STRONG if face.tone is Tone.LEFT else style)] if face.figures else []
    lines = [_line([*left, (face.word, style)], [], columns)]
    turn, rule = turn_facts.turn(snapshot), turn_facts.speaking(snapshot)
    if turn is not None:
        lines.append(_line([(turn.said, f"bold {ACCENT}")], [(turn.share, "")], columns))
    elif rule:
        lines.append(_line([(rule, "")], [], columns))
    lines.append(_line([(head.pace, LOOK if head.late else ACCENT)], [(head.time, "")], columns))
    lines.append(_line([(snapshot.title(session.current), STRONG)], [], columns))
    if step := turn_facts.step(snapshot):
        lines.append(_line([(step.name, QUIET)], [(step.left, LOOK if step.over else "")], columns))
    return lines[:rows]


def _line(left: list[Part], right: list[Part], columns: int) -> Content:
    """What is on the left keeps its place; what is on the right comes where there is room for both."""
    has_room = cells(left) + 1 + cells(right) <= columns
    return apart(left, right if has_room else [], columns)
