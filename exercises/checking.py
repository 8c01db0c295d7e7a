"""What ``cards check`` tells of files: all that the reading stumbles over, and what a colleague would miss.

The reading takes a card that lacks a language or refers to a card that is not there; whoever writes cards wants to
know of both. What only a reader of another language misses is a warning: ``is_warning`` tells.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from exercises.card import Card, PlanText, Text
from exercises.cardfile import read_card
from exercises.closed import LANGUAGES
from exercises.folder import Part
from exercises.planfile import read_plan
from exercises.questionfile import read_questions
from exercises.tables import LONGEST_TEXT, MOST_FAULTS, Fault, FaultKind, LineNumbers, nearest
from sessions.values import Id

LONGEST_NAME, LONGEST_LINE, LONGEST_INVITATION = 60, 120, 400
"""Signs: a name fits a row of the list, a step or purpose its row of the agenda, an invitation the wall."""
_WARNINGS = frozenset({FaultKind.NOT_IN_LANGUAGE, FaultKind.LONG_TEXT})
_AN_INDEX = re.compile(r"\[\d+\]")

FindCard = Callable[[Id], Card | None]
Ids = Callable[[], list[Id]]


def is_warning(fault: Fault) -> bool:
    """Whether the file can be used in spite of it."""
    return fault.kind in _WARNINGS


def check(part: Part, path: Path, card: FindCard, card_ids: Ids) -> list[Fault]:
    """Everything wrong in a file of a part, by line; ``card`` and ``card_ids`` are the deck's."""
    faults: list[Fault]
    if part is Part.CARDS:
        one, faults = read_card(path)
        texts = list(_texts_of_card(one)) if one is not None else []
        referred = {"shorter": one.shorter, "remote_substitute": one.remote_substitute} if one is not None else {}
    elif part is Part.PLANS:
        plan, faults = read_plan(path, card, card_ids, own=True)
        texts, referred = list(_texts_of_plan(plan)) if plan is not None else [], {}
    else:
        questions, faults = read_questions(path)
        texts = [(f"questions[{nth}]", each.text, LONGEST_INVITATION) for nth, each in enumerate(questions)]
        referred = {}
    if faults:
        return _by_line(faults)
    lines = LineNumbers(_source(path))
    found = [*_missing_languages(path, lines, texts), *_too_long(path, lines, texts)]
    for key, wanted in referred.items():
        if wanted is not None and (card(wanted) is None or wanted == path.stem):
            near = nearest(wanted, [each for each in card_ids() if each != path.stem])
            found.append(Fault(path, lines.line(key), FaultKind.NO_SUCH_CARD, key, near))
    return _by_line(found[:MOST_FAULTS])


_Said = tuple[str, Text, int]
"""Where a text stands in its file, the text, and the most signs it may have."""


def _texts_of_card(card: Card) -> Iterable[_Said]:
    yield "name", card.name, LONGEST_NAME
    yield "purpose", card.purpose, LONGEST_LINE
    yield "invitation", card.invitation, LONGEST_INVITATION
    for nth, (step, invitation) in enumerate(zip(card.step_texts, card.step_invitations, strict=True)):
        yield f"steps[{nth}]", step, LONGEST_LINE
        yield f"steps[{nth}].invitation", invitation, LONGEST_INVITATION
    for key in ("advice", "source", "materials", "sheet", "caution"):
        yield key, getattr(card, key), LONGEST_TEXT


def _texts_of_plan(plan: PlanText) -> Iterable[_Said]:
    yield "name", plan.name, LONGEST_NAME
    for key in ("suits", "when", "bring", "note"):
        yield key, getattr(plan, key), LONGEST_TEXT
    for nth, title in enumerate(plan.titles):
        yield f"items[{nth}]", title, LONGEST_NAME


def _missing_languages(path: Path, lines: LineNumbers, texts: list[_Said]) -> Iterable[Fault]:
    """Texts that lack a language in which the file has others; a file in one language alone is whole."""
    written = [language for language in LANGUAGES if any(getattr(text, language) for _, text, _ in texts)]
    for at, text, _ in texts:
        for language in written:
            if text.lacks(language):
                yield Fault(path, lines.line(at), FaultKind.NOT_IN_LANGUAGE, _key(at), language)


def _too_long(path: Path, lines: LineNumbers, texts: list[_Said]) -> Iterable[Fault]:
    for at, text, most in texts:
        for language in LANGUAGES:
            # What is longer than LONGEST_TEXT was cut by the reading, so that its length is the limit itself.
            if len(getattr(text, language)) >= min(most + 1, LONGEST_TEXT):
                line = lines.line(f"{at}.{language}", at)
                yield Fault(path, line, FaultKind.LONG_TEXT, f"{_key(at)}.{language}", str(most))


def _key(at: str) -> str:
    return _AN_INDEX.sub("", at)


def _source(path: Path) -> str:
    """The file once more, for the lines; it has just been read, and is empty if it is gone now."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""


def _by_line(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: (fault.line, fault.kind))
