"""The format of a file of question cards: one file a theme, named by it."""

from pathlib import Path

from exercises.card import Question
from exercises.closed import Theme
from exercises.tables import Fault, FaultKind, Table, read_table
from sessions.values import Id

MOST_QUESTIONS = 200


def read_questions(path: Path) -> tuple[tuple[Question, ...], list[Fault]]:
    """The questions in a file, or none of them and everything that is wrong with it."""
    table = read_table(path)
    if table.faults:
        return (), table.faults
    if path.stem not in set(Theme):
        table.fault(FaultKind.NOT_ONE_OF, path.name, ", ".join(Theme))
        return (), table.faults
    rows = table.tables("questions", MOST_QUESTIONS)
    found: dict[Id, Question] = {}
    for row in rows:
        question = _question(row, Theme(path.stem))
        if question is not None and found.setdefault(question.id, question) is not question:
            row.fault(FaultKind.TWICE, "id")
    for each in (table, *rows):
        each.finish()
    return (() if table.faults else tuple(found.values())), table.faults


def _question(row: Table, theme: Theme) -> Question | None:
    text = row.languages()
    if (question_id := row.id("id", needed=True)) is None:
        return None
    return Question(question_id, theme, text, row.id("after"))
