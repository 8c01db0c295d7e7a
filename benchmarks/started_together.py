"""Two real programs started in the same 10 ms, again and again: one runs the session, the other says so.

    python benchmarks/started_together.py [TIMES]

Prints each time that was otherwise.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from e2e.started_together import BEGINS, REFUSED, start_two

from sessions.store.folder import Store


def main() -> int:
    """Start two so many times; returns whether it ever went wrong."""
    times = int(sys.argv[1]) if sys.argv[1:] else 50
    seen: Counter[str] = Counter()
    for number in range(times):
        with tempfile.TemporaryDirectory() as root:
            folder = Path(root) / "data"
            said = start_two(folder)
            look = Store(folder).look()
            right = sorted(said) == sorted([BEGINS, REFUSED]) and len(look.sessions) == 1 and not look.problems
            seen["right" if right else "wrong"] += 1
            seen[f"the {'first' if said[0] == BEGINS else 'second'} ran it"] += right
            if not right:
                print(number, said, len(look.sessions), look.problems, flush=True)
    print(dict(seen))
    return min(seen["wrong"], 1)


if __name__ == "__main__":
    sys.exit(main())
