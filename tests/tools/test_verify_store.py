"""The verifier for outsiders: takes what the program writes, and refuses a sentence wherever it is planted."""

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from session_builders import START, item, opened

from sessions import events as e
from sessions.clock import Anchor
from sessions.process import SetUp
from sessions.store import erasing, exchanging
from sessions.store.codec import Moving
from sessions.store.folder import Store
from sessions.store.intents import intend
from sessions.values import GroupCode

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "sessions" / "store" / "golden"
VERIFIER = ROOT / "tools" / "verify_store.py"
SENTENCE = "Leena sanoi ettei jaksa"
R07 = GroupCode("R07")


def module(path: Path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


verify = module(VERIFIER)
GOLDEN_IDS = frozenset({"ordinary-90", "check-in-round", "jana", "questions-only", "special"})
IDS = frozenset(verify.IDS) | GOLDEN_IDS


def problems(folder: Path, *, by_hand: bool = False) -> list[str]:
    return list(verify.check_folder(folder, IDS, by_hand=by_hand))


@pytest.fixture
def full(with_groups: Store) -> Store:
    """Every kind of file that the program makes."""
    (with_groups.folder / "config.toml").unlink()
    with_groups.claim()
    erasing.erase(with_groups, erasing.going(with_groups, GroupCode("R12")).erasing)
    journal = with_groups.journal(Anchor("0a1b2c3d", 5_000, START))
    for event in (opened(item(5)), e.Begun(START), e.Next(START), e.Ended(START)):
        journal.add(event)
    journal.close()
    shutil.copy(with_groups.journal_path, with_groups.folder / "discarded.journal")
    for version in (1, 2):
        shutil.copy(GOLDEN / f"R07-schema-{version}.json", with_groups.groups.folder / f"R8{version}.json")
        shutil.copy(GOLDEN / f"live-schema-{version}.journal", with_groups.folder / f"live-{version}.journal")
    with_groups.sealed.mkdir()
    shutil.copy(GOLDEN / "R07.age", with_groups.sealed)
    with_groups.damaged.mkdir(exist_ok=True)
    shutil.copy(with_groups.groups.path(R07), with_groups.damaged / "R07-1.json")
    shutil.copy(with_groups.groups.path(R07), with_groups.groups.folder / ".R07.json.4711.tmp")
    intend(with_groups.moving_path, Moving(5, R07, GroupCode("R08")))
    meeting = {"port": 4711, "key": "a" * 21 + "A", "session": 5, "window": ""}
    (with_groups.folder / "projector.json").write_text(json.dumps(meeting, separators=(",", ":")))
    (with_groups.folder / "projector.wanted").touch()
    with_groups.groups.agree(R07, SetUp(people=5))
    return with_groups


def test_it_knows_what_the_types_of_today_may_hold():
    shapes = module(ROOT / "tools" / "shapes.py")
    found = shapes.BLOCK.search(VERIFIER.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0] == shapes.block(), "python tools/shapes.py"


def test_it_needs_nothing_but_python_and_writes_nothing():
    tree = ast.parse(VERIFIER.read_text(encoding="utf-8"))
    imported = {
        name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    imported |= {str(node.module).split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names - {"socket", "urllib", "http", "subprocess", "shutil", "tempfile"}
    called = {
        node.func.attr for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not called & {"write", "write_text", "write_bytes", "unlink", "rename", "replace", "mkdir", "open", "system"}


def test_what_the_program_writes_is_taken(full: Store):
    before = {path: path.read_bytes() for path in full.folder.rglob("*") if path.is_file()}
    assert len(before) > 14
    assert problems(full.folder) == []
    assert {path: path.read_bytes() for path in full.folder.rglob("*") if path.is_file()} == before


def test_golden_files_of_every_version_are_taken(tmp_path: Path):
    (tmp_path / "groups").mkdir()
    for number, path in enumerate(sorted(GOLDEN.glob("*-schema-*.json")), 10):
        shutil.copy(path, tmp_path / "groups" / f"R{number}.json")
    for number, path in enumerate(sorted(GOLDEN.glob("*.journal"))):
        shutil.copy(path, tmp_path / f"live-{number}.journal")
    shutil.copy(GOLDEN / "erased.json", tmp_path)
    assert problems(tmp_path) == []
    assert list(verify.check_one(GOLDEN / "export-version-1.json", IDS)) == []


def test_an_export_is_taken_and_a_sentence_in_it_is_not(full: Store, tmp_path: Path):
    shutil.rmtree(full.damaged)
    path = tmp_path / "all.json"
    exchanging.export(full, path)
    assert list(verify.check_one(path, IDS)) == []
    document = json.loads(path.read_text())
    document["sessions"][0]["plan"] = SENTENCE
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1))
    (said,) = verify.check_one(path, IDS)
    assert said == "all.json: sessions 1, plan: is no id"


def test_as_an_outsider_runs_it(full: Store, tmp_path: Path):
    (tmp_path / "ids").write_text("\n".join(GOLDEN_IDS))
    command = [sys.executable, "-I", str(VERIFIER), str(full.folder), "--ids", str(tmp_path / "ids")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nothing but closed values: ")
    assert "of them 1 sealed and opaque." in done.stdout
    (full.folder / "groups" / "R99.json").write_text(SENTENCE)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert SENTENCE not in done.stdout
    assert subprocess.run([*command[:3], str(tmp_path / "none")], capture_output=True, check=False).returncode == 2


def test_what_was_written_by_hand_is_refused_until_somebody_says_that_they_have_read_it(full: Store):
    (full.folder / "config.toml").write_text(f'break_text = "{SENTENCE}"')
    (full.folder / "cards").mkdir()
    (full.folder / "cards" / "oma-kortti.toml").write_text(SENTENCE)
    assert len(problems(full.folder)) == 2
    assert problems(full.folder, by_hand=True) == []


NAMES = [
    SENTENCE, f"{SENTENCE}.txt", "groups/R07.sync-conflict-1.json", "groups/muistio.json", "groups/R07 x.json",
    "sealed/x", "sealed/R07.txt", f"groups/{SENTENCE}/R07.json", "damaged/muistio", ".muistio", "live-leena.journal",
    "groups/R7.json",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_the_program_never_gives_is_refused(full: Store, name: str):
    path = full.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(full.groups.path(R07), path)
    assert problems(full.folder)


def test_links_and_pipes_are_refused(full: Store, tmp_path: Path):
    (full.groups.folder / "R55.json").symlink_to(full.groups.path(R07))
    (full.folder / "cards").symlink_to(tmp_path)
    os.mkfifo(full.groups.folder / "R56.json")
    assert len(problems(full.folder, by_hand=True)) == 3


def places(value: object):
    """Every place in a document where something can be put, each with what puts it there and takes it away."""
    if isinstance(value, dict):
        for name in list(value):
            before = value[name]
            yield (
                (lambda text, name=name: value.__setitem__(name, text)),
                (lambda name=name, before=before: value.__setitem__(name, before)),
            )
            yield from places(before)
        yield (lambda text: value.__setitem__("note", text)), lambda: value.pop("note")
        yield (lambda text: value.__setitem__(text, 1)), lambda: value.popitem()
    elif isinstance(value, list):
        yield value.append, value.pop
        for inner in value:
            yield from places(inner)


SENTENCES = [SENTENCE, "x", "", "leena-itki", "2026-03-11 Leena", "R07 Leena", "majakka ", "Ä", "special!"]


@pytest.mark.parametrize("name", ["R07-schema-1.json", "R07-schema-2.json"])
def test_a_sentence_at_any_place_of_a_groups_file_is_refused(tmp_path: Path, name: str):
    (tmp_path / "groups").mkdir()
    path = tmp_path / "groups" / "R07.json"
    document = json.loads((GOLDEN / name).read_text())
    count = 0
    for put, away in places(document):
        for text in SENTENCES:
            put(text)
            path.write_text(json.dumps(document, ensure_ascii=False, indent=1))
            found = problems(tmp_path)
            assert found, text
            assert len(text) < 3 or text not in "".join(found)
            away()
            count += 1
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1))
    assert problems(tmp_path) == []
    assert count > 500


def test_a_sentence_at_any_place_of_a_line_of_a_journal_is_refused(tmp_path: Path):
    import zlib

    path = tmp_path / "live.journal"
    lines = (GOLDEN / "live-schema-2.journal").read_bytes().splitlines()
    for number, line in enumerate(lines):
        document = json.loads(line[9:])
        for put, away in places(document):
            put(SENTENCE)
            data = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
            planted = b"%08x %s" % (zlib.crc32(data), data)
            path.write_bytes(b"\n".join([*lines[:number], planted, *lines[number + 1 :], b""]))
            assert problems(tmp_path), (number, document)
            away()


def is_refused(inside: Path, data: bytes) -> bool:
    try:
        verify.check_file(inside, data, IDS, by_hand=False)
    except verify.Refused:
        return True
    return False


def test_a_sentence_at_any_place_of_any_file_that_is_made_is_refused(full: Store):
    """Every value, name and list of every kind of file; and before, behind and over the bytes of each."""
    count = 0
    for path in sorted(path for path in full.folder.rglob("*") if path.is_file()):
        whole, inside = path.read_bytes(), path.relative_to(full.folder)
        assert not is_refused(inside, whole)
        for planted in (SENTENCE.encode() + whole, whole + SENTENCE.encode(), SENTENCE.encode(), whole[:1] + b"x y "):
            assert is_refused(inside, planted), inside
        if whole[:1] != b"{":
            continue
        indent, separators = (1, None) if whole[1:2] == b"\n" else (None, (",", ":"))
        document = json.loads(whole)
        for put, away in places(document):
            put(SENTENCE)
            planted = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators).encode()
            assert is_refused(inside, planted), (inside, document)
            away()
            count += 1
        untouched = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators).encode()
        assert not is_refused(inside, untouched)
    assert count > 500


def test_a_sentence_at_any_place_of_an_export_is_refused(full: Store, tmp_path: Path):
    shutil.rmtree(full.damaged)
    path = tmp_path / "all.json"
    exchanging.export(full, path)
    document = json.loads(path.read_text("utf-8"))
    count = 0
    for put, away in places(document):
        put(SENTENCE)
        path.write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")
        assert list(verify.check_one(path, IDS)), document
        away()
        count += 1
    assert count > 100


def test_what_is_said_by_the_order_of_fields_is_refused(tmp_path: Path):
    (tmp_path / "groups").mkdir()
    document = json.loads((GOLDEN / "R07-schema-2.json").read_text("utf-8"))
    record = document["sessions"]["1"]
    document["sessions"]["1"] = dict(reversed(record.items()))
    (tmp_path / "groups" / "R07.json").write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")
    (said,) = problems(tmp_path)
    assert "order" in said


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="the system keeps no notes beside files")
@pytest.mark.parametrize("name", ["", "groups", "groups/R07.json", "live.journal"])
def test_a_note_that_the_system_keeps_beside_a_file_is_refused(full: Store, name: str):
    try:
        os.setxattr(full.folder / name, "user.comment", SENTENCE.encode())
    except OSError:
        pytest.skip("not on this disk")
    assert len(problems(full.folder)) == 1


def test_a_folder_that_cannot_be_looked_into_is_told_of(full: Store, monkeypatch):
    scan = os.scandir

    def not_groups(place):
        if Path(place).name == "groups":
            raise PermissionError(13, "no", str(place))
        return scan(place)

    monkeypatch.setattr(os, "scandir", not_groups)
    assert problems(full.folder) == ["groups: cannot be looked into"]


PLANTED = st.sampled_from(
    [SENTENCE, "a sentence. ", "\u200b", " ", "\n", "\t", "// x", "kiusaaminen", "\u00e4iti", "A"]
)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_sentence_at_any_byte_of_any_file_is_refused(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("planted")
    (folder / "groups").mkdir()
    (folder / "sealed").mkdir()
    files = {
        "groups/R07.json": GOLDEN / "R07-schema-2.json", "groups/R08.previous": GOLDEN / "R07-schema-1.json",
        "live.journal": GOLDEN / "live-schema-2.journal", "erased.json": GOLDEN / "erased.json",
        "sealed/R07.age": GOLDEN / "R07.age",
    }  # fmt: skip
    for name, golden in files.items():
        shutil.copy(golden, folder / name)
    name = data.draw(st.sampled_from(sorted(files)))
    whole = (folder / name).read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    text = data.draw(PLANTED).encode()
    (folder / name).write_bytes(whole[:at] + text + whole[at:])
    assert problems(folder), (name, at, text)
    over = whole[:at] + SENTENCE.encode() * 2 + whole[at + 2 * len(SENTENCE.encode()) :]
    (folder / name).write_bytes(over)
    assert problems(folder), (name, at)
    shutil.rmtree(folder)
