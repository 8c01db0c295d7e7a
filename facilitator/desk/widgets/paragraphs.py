"""How the paragraphs of a card look: headings quiet, what a step takes in a column at the right."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content

from facilitator.desk.widgets.lines import packed
from facilitator.desk.widgets.signs import NOW
from facilitator.desk.widgets.tones import ACCENT, MOST, QUIET, STRONG
from facilitator.texts.cards import Paragraph, Tone
from facilitator.texts.columns import wrapped

STYLES = {Tone.PLAIN: "", Tone.QUIET: QUIET, Tone.STRONG: "bold", Tone.SAID: "italic", Tone.HEADING: QUIET}
BETWEEN = " · "
"""Stands between facts; a line does not end with it."""
MARK = 4
"""Columns before the name of a step: a mark if it is the present one, and its number."""


def drawn(parts: Iterable[Paragraph], columns: int) -> list[Content]:
    """The lines of ``parts`` in so many columns, but no wider than a line of text may be."""
    columns = max(10, min(MOST, columns))
    return [line for part in parts for line in _lines(part, columns)]


def _lines(part: Paragraph, columns: int) -> list[Content]:
    if part.step is not None:
        return _step(part, columns)
    text = part.text.upper() if part.tone is Tone.HEADING else part.text
    facts = text.split(BETWEEN) if part.tone is Tone.QUIET else [text]
    rows = [row for fact in packed(facts, columns, BETWEEN) for row in wrapped(fact, columns)]
    return [Content.styled(row, STYLES[part.tone]) for row in rows]


def _step(part: Paragraph, columns: int) -> list[Content]:
    """The number, the name, and at the right what it takes; below the name, where that has no room beside it."""
    assert part.step is not None
    step = part.step
    style = STRONG if step.is_now else ""
    name = wrapped(step.name, columns - MARK)
    if len(name) > 1 or MARK + cell_len(name[0]) + 2 + cell_len(step.takes) > columns:
        name.append("")
    right = " " * max(0, columns - MARK - cell_len(name[-1]) - cell_len(step.takes)) + step.takes
    begin = Content.assemble((NOW if step.is_now else " ", ACCENT), (f"{step.number:>2} ", style or QUIET))
    rows = [(begin if nth == 0 else Content(" " * MARK)) + Content.styled(row, style) for nth, row in enumerate(name)]
    rows[-1] += Content.styled(right, QUIET)
    return rows
