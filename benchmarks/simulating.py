"""The program's heart under chance: ``python benchmarks/simulating.py [EVENTS] [--seed FIRST] [--each EVENTS]``.

Runs seed after seed (``tests/simulation/heart.py``) until so many events have happened, and says for every failure with
which seed it can be had again. A million events take about a quarter of an hour of a processor.
"""

import argparse
import os
import shutil
import sys
import time
import traceback
from pathlib import Path
from tempfile import mkdtemp

os.environ["TZ"] = "Europe/Helsinki"
time.tzset()
TESTS = Path(__file__).parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from simulation.heart import Heart

from exercises.deck import Deck

MEMORY = Path("/dev/shm")
TOLD_EVERY = 100_000
"""Events after which it is said how far it has come."""


def main() -> int:
    """Print what was lived through; the exit status says whether everything held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=2_000, help="events of one seed")
    asked = parser.parse_args()
    deck, seed, failed, began = Deck(), asked.seed, 0, time.process_time()
    done = dict.fromkeys(("events", "kills", "cuts", "refusals", "faults", "views", "erasures"), 0)
    while done["events"] < asked.events:
        root = Path(mkdtemp(prefix="simulating-", dir=MEMORY if MEMORY.is_dir() else None))
        heart = Heart(seed, root, deck)
        try:
            heart.beat(asked.each)
        except Exception:
            failed += 1
            print(
                f"seed {seed} failed after {heart.events} events; again: --seed {seed} --each {asked.each} 1",
                flush=True,
            )
            traceback.print_exc(limit=-6, file=sys.stdout)
        finally:
            shutil.rmtree(root)
        for name in done:
            done[name] += getattr(heart, name)
        before = done["events"] - heart.events
        done["events"] += not heart.events
        seed += 1
        if before // TOLD_EVERY != done["events"] // TOLD_EVERY:
            print(f"{done['events']} events, {failed} failed", flush=True)
    said = ", ".join(f"{count} {name}" for name, count in done.items())
    print(
        f"seeds {asked.seed} to {seed - 1}: {said}; {failed} failed; {time.process_time() - began:.0f} s of a processor"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
