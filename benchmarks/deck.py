"""The deck: how soon it is read, and how soon a key shows while searching, with a thousand cards of one's own."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from archives import make
from figures import Figure, percentile
from terminals import BARE, PROGRAM, ROOT, Terminal

from exercises.deck import SHIPPED, Deck
from exercises.searching import card_passages
from facilitator.texts import languages
from facilitator.texts.names import name_of

OWN = 1_000
WORDS = ("round", "strengths", "letter", "boundary", "images of work", "closing round", "feelings", "open question")
TYPED = ("uupumus", "ratkasukeskeinen", "kierros", "työhyvinvointi", "ristiriidan", "esihenkilö", "rajojen asettaminen")
READ = """
import time
from exercises.deck import Deck
began = time.perf_counter()
deck = Deck()
assert deck.cards() and deck.questions()
print((time.perf_counter() - began) * 1000)
"""
PARSE = f"""
import time, tomllib
from pathlib import Path
began = time.perf_counter()
for folder in ("cards", "questions"):
    for path in Path({str(SHIPPED)!r}, folder).glob("*.toml"):
        tomllib.loads(path.read_text(encoding="utf-8"))
print((time.perf_counter() - began) * 1000)
"""


def reading(rounds: int) -> Iterator[Figure]:
    """All cards and questions in a fresh program, beside the standard library only parsing the same files."""
    times, plain = [], []
    for _ in range(rounds):
        times.append(_timed(READ))
        plain.append(_timed(PARSE))
    baseline = statistics.median(plain)
    yield Figure("whole deck, first time, median", statistics.median(times), "ms", baseline, "tomllib alone", 60)


def searching(folder: Path, rounds: int) -> Iterator[Figure]:
    """A key of the search line until the list is painted."""
    make(folder, 0)
    _write_cards(folder / "cards")
    times: list[float] = []
    bare_times: list[float] = []
    command = [*PROGRAM, "--data", str(folder)]
    with Terminal(command, 120, 40) as terminal, Terminal(BARE) as bare:
        terminal.until(b"New session")
        bare.until(b"a bare program")
        terminal.rest(2)
        terminal.press(b"c")
        terminal.until(b"Without a card")
        terminal.rest(1)
        terminal.press(b"/")
        terminal.rest(0.5)
        count = 1000
        for word in (WORDS * rounds)[: max(4, rounds)]:
            typed = ""
            for char in word:
                typed += char
                if char == " ":
                    terminal.press(b" ")
                    terminal.rest(0.1)
                    continue
                times.append(terminal.answered(char.encode(), f"”{typed}”".encode()) * 1000)
                count += 1
                bare_times.append(bare.answered(b"n", b"count %d" % count) * 1000)
                terminal.rest(0.03)
            terminal.press(b"\x15")
            terminal.rest(0.2)
    name = f"search key to painted list, {OWN} own cards"
    for which, of, budget in (("median", statistics.median, None), ("p95", _p95, 30), ("at most", max, None)):
        yield Figure(f"{name}, {which}", of(times), "ms", of(bare_times), "a bare app", budget)


def finding(folder: Path, rounds: int) -> Iterator[Figure]:
    """The processor's time of a key until what is found is known, beside only looking for the letters in the texts."""
    folder.mkdir(parents=True)
    _write_cards(folder / "cards")
    languages.use("fi")
    cards, index = Deck(folder).finder("fi", name_of).card_index()
    wholes = [" ".join(passage.text for passage in card_passages(card, "fi", ())) for card in cards]
    times, plain = [], []
    for word in TYPED * max(1, rounds // 8):
        for letters in range(1, len(word) + 1):
            typed = word[:letters]
            began = time.process_time()
            index.find(typed)
            times.append((time.process_time() - began) * 1000)
            began = time.process_time()
            [place for place, whole in enumerate(wholes) if typed in whole]
            plain.append((time.process_time() - began) * 1000)
    name = f"key to what is found, {OWN} own cards"
    for which, of, budget in (("median", statistics.median, None), ("95th percentile", _p95, 30)):
        yield Figure(f"{name}, {which}", of(times), "ms", of(plain), "letters only", budget)


def _p95(values: list[float]) -> float:
    return percentile(values, 95)


def _timed(source: str) -> float:
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def _write_cards(folder: Path) -> None:
    folder.mkdir()
    sources = [path.read_text(encoding="utf-8") for path in sorted((SHIPPED / "cards").glob("*.toml"))]
    for number in range(OWN):
        (folder / f"own-{number}.toml").write_text(sources[number % len(sources)], encoding="utf-8")
