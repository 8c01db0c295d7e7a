"""Whatever is typed line by line, nothing breaks, and every answer can be gone back from."""

from random import Random

import pytest
from fakes import FakeClock

from exercises.deck import Deck
from facilitator.desk.displays import Displays
from facilitator.desk.open_session import AtHand, OpenSession
from facilitator.plain.keys import commands, typed_keys
from facilitator.plain.live import PlainLive
from facilitator.preparing.preparation import Preparation
from facilitator.texts import languages
from facilitator.texts.languages import LANGUAGES
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.values import Id

LINES = 400
LEFT_OUT = frozenset({"paper", "close_program"})
"""What writes a paper, or closes the program."""
WORDS = [
    "",
    "",
    "",
    "a",
    "b",
    "c",
    "d",
    "1",
    "2",
    "3",
    "5",
    "9",
    "12",
    "60",
    "999",
    "kahvi",
    "kierros",
    "a round",
    "%",
    "ä",
]


@pytest.mark.parametrize("seed", range(6))
def test_any_lines(data, shipped: Deck, monkeypatch, seed: int):
    monkeypatch.setattr(Displays, "open", lambda self, then=None: None)  # no port is opened
    monkeypatch.setattr(Displays, "share", lambda self, *ip: None)
    chance, said, store, clock = Random(seed), [], Store(data), FakeClock()
    languages.use(LANGUAGES[seed % len(LANGUAGES)])
    text = shipped.plan(Id(chance.choice(("ordinary-90", "peer-consult-60", "individual-45"))))
    assert text is not None
    opened = Preparation.of(text.plan, chance.randint(1, 9)).opened(clock, None, Random(seed))
    running = RunningSession.open(opened, clock, store.journal(clock.anchor()), notices=False)
    at_hand = AtHand.read(store.folder, None, None)
    live = OpenSession(running, shipped, store.folder, at_hand, say=said.append, changed=lambda: None)
    plain = PlainLive(live, said.append, lambda: None, lambda: None)
    keys = [key for command in commands() if command.id not in LEFT_OUT for key in typed_keys(command)]
    try:
        plain.take(" ")
        for _line in range(LINES):
            plain.take(chance.choice(keys if plain.question is None or chance.random() < 0.2 else WORDS))
            clock.sleep(chance.choice((0, 1_000, 40_000)))
            plain.ticked()
        for _back in range(6):
            if plain.question is not None:
                plain.take("")
        assert plain.question is None
    finally:
        live.close(over=False)
        running.leave()
    assert not any(b"kahvi" in path.read_bytes() for path in data.rglob("*") if path.is_file())
