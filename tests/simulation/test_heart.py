"""A thousand seeds of the program's heart; a million events are ``python benchmarks/simulating.py``."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from simulation.heart import Heart

MEMORY = Path("/dev/shm")
SEEDS, AT_ONCE, EVENTS = 1_000, 125, 30
"""Thirty events of a seed are a session or two, with the kills and power cuts between them."""


def lived(seed: int, deck, events: int = EVENTS) -> Heart:
    """What became of a seed; a failure says which."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as root:
        heart = Heart(seed, Path(root), deck)
        try:
            heart.beat(events)
        except Exception as error:
            error.add_note(f"again: python benchmarks/simulating.py 1 --seed {seed} --each {events}")
            raise
        return heart


@pytest.mark.parametrize("first", range(0, SEEDS, AT_ONCE))
def test_nothing_promised_is_lost_and_nothing_private_is_told(first, shipped):
    hearts = [lived(seed, shipped) for seed in range(first, first + AT_ONCE)]
    for what in ("kills", "cuts", "refusals", "faults", "views", "erasures"):
        assert sum(getattr(heart, what) for heart in hearts) > 0, f"no {what}: nothing was proved"


def test_the_same_seed_lives_the_same_lives(shipped):
    first, again, other = (lived(seed, shipped, 300).trace.hexdigest() for seed in (7, 7, 8))
    assert first == again != other
