"""The table of synonyms: words that people search by, and the words of the cards that mean the same."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from exercises.closed import LANGUAGES
from exercises.tables import Fault, FaultKind, Table, read_table
from sessions.cleaning import clean

FILE = "synonyms.toml"
MOST_WORDS = 5_000
LONGEST_WORD = 60

Synonyms = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By language: what is typed, in small letters, and what is looked for instead, nearest first."""


def read_synonyms(path: Path) -> tuple[Synonyms, list[Fault]]:
    """The synonyms in a file; none, and everything that is wrong with it, when it is broken."""
    table = read_table(path)
    if table.faults:
        return {}, table.faults
    found = {language: _of_one_language(table, language) for language in LANGUAGES}
    table.finish()
    return ({} if table.faults else found), table.faults


def together(tables: Iterable[Synonyms]) -> Synonyms:
    """Several tables as one; a word that stands in a later one means what it says there."""
    joined: dict[str, dict[str, tuple[str, ...]]] = {}
    for table in tables:
        for language, words in table.items():
            joined.setdefault(language, {}).update(words)
    return joined


def _of_one_language(table: Table, language: str) -> dict[str, tuple[str, ...]]:
    listed = table.value(language, needed=False)
    if listed is None:
        return {}
    if not isinstance(listed, dict):
        table.fault(FaultKind.NOT_A_LIST, language, '"uupumus" = ["jaksaminen"]')
        return {}
    if len(listed) > MOST_WORDS:
        table.fault(FaultKind.TOO_MANY, language, str(MOST_WORDS))
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for word, same in listed.items():
        if not isinstance(same, list) or not same or not all(isinstance(each, str) and each.strip() for each in same):
            table.fault(FaultKind.NOT_A_LIST, clean(word, LONGEST_WORD), '["jaksaminen"]')
            continue
        found[clean(word, LONGEST_WORD).casefold()] = tuple(clean(each, LONGEST_WORD).casefold() for each in same)
    return found
