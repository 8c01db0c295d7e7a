"""A program that kills sealing at each of its steps in turn; run by ``test_sealing.py``.

After each kill the sealed file is the old one or the new one, whole, and nothing unsealed lies about. Prints how
often which, as JSON.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from sessions.carried import Carried
from sessions.kinds import CodeWord, GoalSlot
from sessions.store import sealing
from sessions.store.folder import Store
from sessions.store.sealing import Passphrase, read_sealed, write_sealed

PLACE = (GoalSlot.A, CodeWord.KIVI)
WORDS = {"before": b"kanarialintu-1", "after": b"kanarialintu-2"}
PHRASE = Passphrase("silta")
STEPS = ("os.rename", "os.remove", "os.utime", "os.chmod")


def quick() -> None:
    """The seal itself takes no time here: what is killed is the writing."""
    sealing._sealed = lambda plain, _phrase: sealing.SEALED + bytes(byte ^ 0x55 for byte in plain)
    sealing._opened = lambda data, _phrase: bytes(byte ^ 0x55 for byte in data.removeprefix(sealing.SEALED))


def seal(path: Path, which: str) -> None:
    write_sealed(path, Carried({PLACE: WORDS[which].decode()}), PHRASE)


def killed_at(step: int, path: Path) -> bool:
    """Whether sealing was killed at this step; False when it had fewer."""
    child = os.fork()
    if child == 0:
        left = step

        def count(event: str, args: tuple[object, ...]) -> None:
            nonlocal left
            writes = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
            if writes or event in STEPS:
                left -= 1
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        seal(path, "after")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or not status, "sealing failed"
    return os.WIFSIGNALED(status)


def main() -> None:
    quick()
    folder, step, going_on = Path(sys.argv[1]), 0, True
    seen = {"before": 0, "after": 0}
    while going_on:
        step += 1
        shutil.rmtree(folder, ignore_errors=True)
        store = Store(folder)
        path = store.sealed / "R07.age"
        seal(path, "before")
        going_on = killed_at(step, path)
        for each in folder.rglob("*"):
            assert not each.is_file() or not any(text in each.read_bytes() for text in WORDS.values()), each
        (text,) = read_sealed(path, PHRASE).texts.values()
        seen[next(name for name, said in WORDS.items() if said.decode() == text)] += 1
        store.claim()
        store.release()
        assert [each.name for each in store.sealed.iterdir()] == ["R07.age"]
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
