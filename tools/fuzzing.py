"""Whatever the bytes, no crash: ``python tools/fuzzing.py [TARGET …] [--seconds N]``, ten minutes each by default.

Coverage-guided (atheris, extra ``proof``, Linux, Python before 3.13). Targets: ``cards`` (cards, plans, questions),
``journal``, ``groups`` (with archives) and ``page`` (requests to the server). Begins from the shipped and golden
files. A crash is left in the folder that is printed, and is had again with ``--again FILE``.
"""

import argparse
import copy
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp
from types import ModuleType
from typing import Any
from zlib import crc32

HERE = Path(__file__).parents[1]
sys.path.insert(0, str(HERE))
MEMORY = Path("/dev/shm")
GOLDEN = HERE / "tests" / "sessions" / "store" / "golden"
TARGETS = ("cards", "journal", "groups", "page")
LARGEST_INPUT = 20_000
HANGS_AFTER = 200
"""Seconds by the clock on the wall: a machine that stands still for a minute is no program that does."""
INSTRUMENTED = [
    "exercises",
    "sessions",
    "facilitator",
    "aiohttp.http_parser",
    "aiohttp.web_protocol",
    "aiohttp.web_request",
]
ODD = (None, True, 0, -1, 1, 7, 2**31, 2**64, 10**400, 1.5, 1e308, "", "x", "R07", "special", "2026-02-30", "\ud800",
       "1.5n", "a" * 300, [], {}, [[]])  # fmt: skip
"""Values that belong nowhere in particular."""
Target = Callable[[bytes], None]


def cards(folder: Path) -> Target:
    """Cards, plans and questions, as the first letter says: read or refused, then checked."""
    from exercises.cardfile import read_card
    from exercises.checking import check
    from exercises.deck import Deck
    from exercises.folder import Part
    from exercises.planfile import read_plan
    from exercises.questionfile import read_questions

    deck, path = Deck(), folder / "fuzzed.toml"

    def one(data: bytes) -> None:
        path.write_bytes(data[1:])
        match data[:1]:
            case b"p":
                read_plan(path, deck.card, deck.card_ids, own=True)
                check(Part.PLANS, path, deck.card, deck.card_ids)
            case b"q":
                read_questions(path)
            case _:
                read_card(path)
                check(Part.CARDS, path, deck.card, deck.card_ids)

    return one


def journal(folder: Path) -> Target:
    """Lines of a journal; with a first letter ``c`` their checksums are put right, to come behind them."""
    from sessions.ledger import replay
    from sessions.store.journal_reading import read_journal
    from sessions.store.problems import StoreProblem

    path = folder / "live.journal"

    def one(data: bytes) -> None:
        lines = data[1:].split(b"\n")
        if data[:1] == b"c":
            lines = [b"%08x %s" % (crc32(line[9:]), line[9:]) if line else line for line in lines]
        path.write_bytes(b"\n".join(lines))
        try:
            found = read_journal(path)
        except StoreProblem:
            return
        if found is not None and replay(found.events).session != found.ledger.session:
            raise AssertionError("what was read is not what was done")

    return one


def groups(folder: Path) -> Target:
    """A group's file, or with a first letter ``a`` an archive: what can be read can be written, and is the same."""
    from datetime import date

    from sessions.history.attention import attention
    from sessions.history.drift import drift
    from sessions.history.series import position
    from sessions.store.exchanging import archive_in, encoded
    from sessions.store.glances import Glance
    from sessions.store.groups import Groups
    from sessions.store.problems import StoreProblem
    from sessions.values import GroupCode

    kept, code, path = Groups(folder / "groups", folder / "damaged"), GroupCode("R07"), folder / "groups" / "R07.json"
    archive = folder / "archive.json"
    path.parent.mkdir()

    def one(data: bytes) -> None:
        if data[:1] == b"a":
            archive.write_bytes(data[1:])
            try:
                found = archive_in(archive)
            except StoreProblem:
                return
            archive.write_bytes(encoded(found))
            if archive_in(archive) != found:
                raise AssertionError("an archive changed by being written")
            return
        path.write_bytes(data[1:])
        try:
            contents = kept.contents(code)
        except StoreProblem:
            return
        group = kept.read(code)
        drift(group.records)
        for glance in kept.glances():
            if isinstance(glance, Glance):
                position(glance.past, glance.set_up)
                attention(glance.past, glance.set_up, date(2026, 3, 1))
        kept.write(contents)
        if kept.contents(code) != contents:
            raise AssertionError("a group changed by being written")

    return one


def page(_folder: Path) -> Target:
    """What comes over a connection, to the server itself: see ``fuzzing_page.py``."""
    from fuzzing_page import Hostile

    hostile = Hostile()

    def one(data: bytes) -> None:
        hostile.send(data)

    return one


def seeds(target: str) -> list[bytes]:
    """What a target begins from."""
    match target:
        case "cards":
            kinds = {"cards": b"c", "plans": b"p", "questions": b"q"}
            found = [kinds[path.parent.name] + path.read_bytes() for path in sorted(HERE.glob("exercises/*/*.toml"))]
            return sorted(found, key=len)[::3]
        case "journal":
            return [kind + path.read_bytes() for path in sorted(GOLDEN.glob("*.journal")) for kind in (b"c", b"r")]
        case "groups":
            return [b"g" + path.read_bytes() for path in sorted(GOLDEN.glob("R*.json"))] + [_archive()]
        case "page":
            from fuzzing_page import seeds as requests

            return list(requests())
    raise ValueError(target)


def _archive() -> bytes:
    from sessions.store.exchanging import archive_of, encoded
    from sessions.store.folder import Store

    with TemporaryDirectory() as made:
        folder = Path(made) / "groups"
        folder.mkdir()
        (folder / "R07.json").write_bytes((GOLDEN / "R07-schema-2.json").read_bytes())
        return b"a" + encoded(archive_of(Store(Path(made))))


def changed(document: object, chance: Random) -> object:
    """A JSON document with one value of it another one, gone, or there twice."""
    places: list[tuple[Any, Any]] = []
    values: list[object] = [document]

    def walk(here: object) -> None:
        inside = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
        for key, value in inside:
            places.append((here, key))
            values.append(value)
            walk(value)

    walk(document)
    if not places:
        return chance.choice(ODD)
    container, key = chance.choice(places)
    match chance.randrange(5):
        case 0:
            del container[key]
        case 1 if isinstance(container, dict):
            container[chance.choice(("uid", "n", "999", "ä", str(key) + "x"))] = container[key]
        case 2 if isinstance(container, list):
            container.insert(chance.randrange(len(container) + 1), container[key])
        case 3:
            container[key] = copy.deepcopy(chance.choice(values))
        case _:
            container[key] = chance.choice(ODD)
    return document


def changed_file(data: bytes, chance: Random) -> bytes:
    """The same done to a file of JSON, or to one line of a journal; raises ``ValueError`` where it is neither."""
    if data[:1] in b"ga":
        return data[:1] + json.dumps(changed(json.loads(data[1:]), chance)).encode()
    lines = data[1:].split(b"\n")
    place = chance.randrange(len(lines))
    line = json.dumps(changed(json.loads(lines[place][9:]), chance), ensure_ascii=chance.random() < 0.5)
    lines[place] = b"%08x " % 0 + line.encode("utf-8", "replace")
    if chance.random() < 0.2:
        lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return b"c" + b"\n".join(lines)


def fuzz(target: str, seconds: int, again: Path | None) -> None:
    """One target in this process, which ends with it."""
    atheris = _atheris()
    with atheris.instrument_imports(include=INSTRUMENTED):
        folder = Path(mkdtemp(prefix=f"fuzzing-{target}-", dir=MEMORY if MEMORY.is_dir() else None))
        one = globals()[target](folder)
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds(target)):
        (corpus / f"{number}").write_bytes(seed)
    run = [str(again)] if again is not None else [str(corpus), f"-max_total_time={seconds}"]
    options = [
        f"-max_len={LARGEST_INPUT}",
        f"-timeout={HANGS_AFTER}",
        "-rss_limit_mb=2000",
        f"-artifact_prefix={folder}/crash-",
    ]

    change = changed_file
    if target == "page":
        from fuzzing_page import changed_request as change

    def mutator(data: bytes, largest: int, seed: int) -> bytes:
        """Half of the time by bytes, half of the time by values or lines."""
        chance = Random(seed)
        if chance.random() < 0.5:
            with suppress(ValueError, IndexError, RecursionError):
                return change(data, chance)[:largest]
        return bytes(atheris.Mutate(data, len(data) + 1))

    setup = [sys.argv[0], *run, *options, "-print_final_stats=1", "-verbosity=1"]
    atheris.Setup(setup, one, **({"custom_mutator": mutator} if target != "cards" else {}))
    atheris.Fuzz()


def _atheris() -> ModuleType:
    import atheris

    return atheris


def main() -> int:
    """Run each target in a process of its own; the exit status says whether all held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--again", type=Path)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.here:
        fuzz(asked.targets[0], asked.seconds, asked.again)
    failed = False
    for target in asked.targets or TARGETS:
        again = ["--again", str(asked.again)] if asked.again is not None else []
        command = [sys.executable, __file__, target, "--here", "--seconds", str(asked.seconds), *again]
        crashed = subprocess.run(command, check=False).returncode != 0
        failed |= crashed
        print(f"{target}: {'crashed' if crashed else 'no crash'}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
