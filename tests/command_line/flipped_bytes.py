"""One byte of a journal, a group's file or the settings is another: what the commands and the next start then say."""

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from session_builders import START, Story, item

from exercises.deck import Deck
from facilitator.command_line import main as cli
from facilitator.resuming import look
from facilitator.settings import FILE, read_settings
from sessions import events as e
from sessions.clock import Anchor
from sessions.store.folder import Store
from sessions.store.journal_format import act_document, encoded, start_document

SETTINGS = '# Kieli\nlanguage = "en"\ntheme = "calm-light"\nsigns = "simple"\npeople = 7\nlength = 75\n'


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said."""

    status: int
    out: str
    complaint: str


def run(folder: Path, *arguments: str) -> Said:
    """Run a command."""
    out, complaint = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(complaint):
        status = cli.run(["--lang", "en", "--data", str(folder), *arguments])
    return Said(status, out.getvalue(), complaint.getvalue())


def with_a_session(store: Store) -> int:
    """Write settings, and a journal as a kill leaves it. Returns how many acts are in it."""
    story = Story(*(item(5) for _ in range(4)), people=4)
    for _ in range(3):
        story.wait(1).do(e.Paused).wait(1).do(e.Resumed).wait(2).do(e.ItemEnded)
    lines = [start_document(Anchor("0a1b2c3d", 5_000, START)), *map(act_document, story.events)]
    store.journal_path.write_bytes(encoded(lines, 0))
    (store.folder / FILE).write_text(SETTINGS, encoding="utf-8")
    return len(story.events)


def offenders(store: Store, deck: Deck, rounds: int, seed: int) -> Iterator[str]:
    """Change one byte so many times, and tell where something is lost without a word, or a fault is seen."""
    acts = with_a_session(store)
    chance = Random(seed)
    whole = {
        path: path.read_bytes() for path in store.folder.rglob("*") if path.suffix in (".json", ".journal", ".toml")
    }
    lists = {code: run(store.folder, "review", code).out for code in store.groups.codes()}
    overview = run(store.folder, "review").out
    for _ in range(rounds):
        path = chance.choice(sorted(whole))
        data = bytearray(whole[path])
        place, byte = chance.randrange(len(data)), chance.randrange(256)
        data[place] = byte
        path.write_bytes(data)
        at = f"{path.name} byte {place} is {byte:#x}"
        for why in (*_wrong_in_lists(store, overview, lists), *_wrong_at_the_start(store, deck, acts)):
            yield f"{at}: {why}"
        for left in (path for path in store.folder.rglob("*") if path.is_file() and path not in whole):
            left.unlink()
        for each, before in whole.items():
            each.write_bytes(before)


def _wrong_in_lists(store: Store, overview: str, lists: dict[str, str]) -> Iterator[str]:
    shown = {"": run(store.folder, "review"), **{code: run(store.folder, "review", code) for code in lists}}
    for code, said in {**shown, "stored": run(store.folder, "stored"), "year": run(store.folder, "year")}.items():
        if "Traceback" in said.complaint or "because of a fault" in said.complaint:
            yield f"{code}: {said.complaint}"
        if said.status == 0 and not said.out.strip():
            yield f"{code}: nothing, and no complaint"
    for code, said in shown.items():
        before = lists[code] if code else overview
        if said.status == 0 and not said.complaint and len(said.out.splitlines()) < len(before.splitlines()):
            yield f"{code or 'review'}: less, and no complaint"
    settings = read_settings(store.folder)
    given = sum(getattr(settings, key) != default for key, default in DEFAULTS.items())
    if given < len(DEFAULTS) and not settings.problems and not _is_commented(store.folder / FILE):
        yield "a setting has no effect, and no complaint"


DEFAULTS = {"language": None, "theme": "calm-dark", "signs": "full", "people": None, "length": None}


def _is_commented(path: Path) -> bool:
    """Whether a line was made a comment: nobody can know that it was none."""
    return path.read_bytes().count(b"#") != SETTINGS.count("#") or not path.read_bytes().startswith(b"# Kieli\n")


def _wrong_at_the_start(store: Store, deck: Deck, acts: int) -> Iterator[str]:
    found = look(store, deck)
    store.release()
    unfinished = found.unfinished
    if unfinished is None and not found.sentences:
        yield "the session is gone, and not a word"
    elif unfinished is not None and len(unfinished.events) + unfinished.missing < acts:
        yield f"{len(unfinished.events)} of {acts} acts, {unfinished.missing} said to be missing"
