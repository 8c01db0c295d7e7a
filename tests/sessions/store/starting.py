"""A program that begins a session at the moment it is told to; run by ``test_interrupted.py``.

``python starting.py FOLDER UID [no-locks]`` waits for a line, begins a session, tells where its journal is, and
stays until it is killed.
"""

import errno
import sys
from pathlib import Path

from session_builders import START, item, opened

from sessions import events as e
from sessions.clock import Anchor
from sessions.store.folder import Store
from sessions.store.problems import StoreProblem, Trouble


def main() -> None:
    """Begin as the desk does: claim, look, then a journal of its own."""
    folder, uid = Path(sys.argv[1]), int(sys.argv[2])
    if "no-locks" in sys.argv:
        import fcntl

        def no_locks(*_what: object) -> None:
            raise OSError(errno.ENOLCK, "no locks available")

        fcntl.flock = no_locks
    store = Store(folder)
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        store.claim()
    except StoreProblem as problem:
        if problem.trouble is Trouble.LOCKED:
            print("locked", flush=True)
            sys.stdin.readline()
            return
    journal = store.journal(Anchor("x", 1, START))
    first = opened(item(9), item(9))
    journal.add(type(first)(first.at, uid, first.seed, first.items, first.people, first.minutes))
    journal.add(e.Begun(START))
    journal.flush(20)
    print(journal.path.name, flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    main()
