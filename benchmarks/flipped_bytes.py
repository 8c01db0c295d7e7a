"""Random bytes of journals, group files and settings are changed: nothing may be lost without a word.

    python benchmarks/flipped_bytes.py [ROUNDS [SEED]]

Prints each byte after which something was lost in silence, or a fault was seen; 2,000 rounds take some minutes.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "sessions")]

from command_line.flipped_bytes import offenders

from exercises.deck import Deck
from facilitator.texts import languages
from sessions.record import Record
from sessions.store.folder import Store
from sessions.values import GroupCode, Seat


def main() -> int:
    """Change so many bytes; returns whether anything was lost."""
    rounds, seed = (*map(int, sys.argv[1:]), *(2_000, 1)[len(sys.argv) - 1 :])
    languages.use("en")
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        for uid, code in enumerate(("R07", "R07", "R07", "R12"), 7_000_000_000_000_000_000):
            store.keep(GroupCode(code), Record(uid, date(2026, 3, uid % 28 + 1), 6, 90, 81), Seat(2))
        for why in offenders(store, Deck(), rounds, seed):
            wrong += 1
            print(why, flush=True)
    print(f"{rounds} bytes changed, {wrong} offenders")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
