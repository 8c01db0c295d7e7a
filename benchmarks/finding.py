"""How well cards are found by what people type: ``python benchmarks/finding.py [FILE…]``; both sets when none is named.

``queries.toml`` has what supervisors type and the cards they mean. Recall at five is the share of those cards that is
among the first five found: 1 when all are.
"""

import statistics
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from figures import Figure

from exercises.card import Card
from exercises.closed import LANGUAGES
from exercises.deck import Deck
from exercises.searching import Index
from facilitator.texts import languages
from facilitator.texts.names import name_of

QUERIES = Path(__file__).parent / "queries.toml"
UNSEEN = QUERIES.with_name("unseen_queries.toml")
FIRST = 5


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, in a language, and the cards that are meant."""

    language: str
    typed: str
    meant: tuple[str, ...]


def queries(path: Path = QUERIES) -> list[Query]:
    """All of them, in the order of the file."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    return [Query(of, typed, tuple(meant)) for of, rows in listed.items() for typed, meant in rows.items()]


def index_of(deck: Deck, language: str) -> tuple[list[Card], Index]:
    """The cards ready for searching, for a reader of a language."""
    languages.use(language)
    return deck.finder(language, name_of).card_index()


def recalls(path: Path = QUERIES) -> Iterator[tuple[Query, float, list[str]]]:
    """Each query with its recall at five, and the first five."""
    deck = Deck()
    indexes = {language: index_of(deck, language) for language in LANGUAGES}
    for query in queries(path):
        cards, index = indexes[query.language]
        first = [str(cards[hit.place].id) for hit in index.find(query.typed)[:FIRST]]
        yield query, len(set(first) & set(query.meant)) / len(query.meant), first


def recall() -> Iterator[Figure]:
    """The share of the cards meant that are among the first found."""
    for name, path in (("", QUERIES), (", words kept out of the table", UNSEEN)):
        found = list(recalls(path))
        yield Figure(
            f"recall at {FIRST} of {len(found)} queries{name}", statistics.mean(each for _, each, _ in found), ""
        )


def main() -> None:
    for path in [Path(name) for name in sys.argv[1:]] or [QUERIES, UNSEEN]:
        print(f"{path.name}:")
        tell(path)


def tell(path: Path) -> None:
    """Print what was missed, and the share that was found."""
    found = list(recalls(path))
    for query, recall, first in found:
        if recall < 1:
            missing = ", ".join(sorted(set(query.meant) - set(first)))
            print(
                f"{query.language} {query.typed:<24} {recall:.2f}  without {missing}; found {', '.join(first) or '–'}"
            )
    for language in ("fi", "sv", "en", ""):
        of = [recall for query, recall, _ in found if language in ("", query.language)]
        if of:
            print(f"recall at {FIRST}, {language or 'all'}: {statistics.mean(of):.3f} of {len(of)} queries")


if __name__ == "__main__":
    main()
