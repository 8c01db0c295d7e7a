"""What is stored: the folder as it is, whatever made the files in it."""

import os
from itertools import count
from pathlib import Path

import pytest

from facilitator.command_line.main import run
from facilitator.texts.stored import MOST_SHOWN, StoredFile, beginning, stored
from sessions.store.folder import Store
from sessions.store.groupfile import previous_of
from sessions.values import GroupCode

R07, R12 = GroupCode("R07"), GroupCode("R12")
ANYTHING = (
    "groups/.R07.json.123.tmp", "groups/R07.json~", "groups/notes", "groups/#R12.json#", "groups/deep/er/x",
    "damaged/R07-1.json", "damaged/live-1.journal", "live.journal", ".live.journal.9.tmp", "facilitator.lock",
    "projector.json", "projector.wanted", "config.toml", "config.toml.swp", "plans/own-1.toml", "plans/own-1",
    "exports/own-1.md", "no-dot", ".hidden",
)  # fmt: skip


@pytest.fixture
def full(with_groups: Store) -> Store:
    for name in ANYTHING:
        path = with_groups.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"in {name}")
    return with_groups


def test_every_file_is_listed_with_its_size_and_bytes(full: Store):
    on_disk = {path: path.stat().st_size for path in full.folder.rglob("*") if path.is_file()}
    found = list(stored(full))
    assert {each.path: each.size for each in found} == on_disk
    assert len(found) == len(on_disk)
    assert [each.path for each in found if each.text != each.path.read_text("utf-8").strip()] == []


def test_only_what_the_program_knows_is_called_its_own(full: Store):
    strange = {each.path.name for each in stored(full) if each.what == "Not made by this program"}
    assert strange == {"R07.json~", "notes", "#R12.json#", "x", "config.toml.swp", "own-1", "no-dot", ".hidden"}


def test_of_one_group_everything_that_has_its_code(full: Store):
    names = {each.path.name for each in stored(full, R07)}
    assert names >= {"R07.json", "R07.previous", ".R07.json.123.tmp", "R07.json~", "R07-1.json", "live.journal"}
    assert not any("R12" in name for name in names)
    assert {each.path.name for each in stored(full, R12)} >= {"R12.json", "#R12.json#"}


def test_what_is_left_of_a_removed_file_is_seen(full: Store):
    full.groups.path(R07).unlink()
    (left,) = [each for each in stored(full, R07) if each.path == previous_of(full.groups.path(R07))]
    assert "left of a file that was removed" in left.what


def test_a_link_is_shown_as_one_and_not_followed(full: Store, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_text("SECRET")
    (full.folder / "to-a-folder").symlink_to(outside)
    (full.folder / "to-a-file").symlink_to(outside / "secret")
    found = {each.path.name: each.text for each in stored(full)}
    assert found["to-a-folder"] == f"→ {outside}"
    assert "SECRET" not in "".join(found.values())


def test_a_pipe_and_an_endless_file_are_no_trouble(full: Store):
    os.mkfifo(full.folder / "pipe")
    with (full.folder / "long").open("wb") as file:
        file.truncate(MOST_SHOWN + 7)
    found = {each.path.name: each.text for each in stored(full)}
    assert found["pipe"] == "This is not a file."
    assert found["long"].endswith("7 bytes more")


def test_what_cannot_be_looked_into_is_listed(full: Store, monkeypatch, capsys):
    scan = os.scandir

    def refuse(path):
        if Path(path).name == "damaged":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert [each.path.name for each in stored(full) if not each.readable] == ["damaged"]
    assert run(["stored", "--lang", "en"]) == 1
    assert "This cannot be looked into" in capsys.readouterr().out


def test_the_group_in_question_comes_first(full: Store):
    assert next(each.path.name for each in stored(full)) != "R12.json"
    assert "R12" in next(stored(full, first=R12)).path.name


def test_a_page_reads_only_what_it_shows_and_says_what_it_leaves_out(full: Store, monkeypatch):
    for number in range(100, 300):
        full.groups.path(GroupCode(f"R{number}")).write_text("x" * 1_000)
    reads = count()
    text = StoredFile.text.fget
    monkeypatch.setattr(StoredFile, "text", property(lambda file: (next(reads), text(file))[1]))
    page = beginning(full, 5_000)
    assert len(page) < 6_000
    assert next(reads) < 20
    left_out = int(page.split("Not shown here: ")[1].split(" ")[0])
    assert left_out + page.count("── ") == len(list(stored(full)))
    assert "“facilitator stored”" in page
    assert "“facilitator stored R07”" in beginning(full, 2_000, R07)


def test_a_page_that_holds_everything_says_nothing_of_more(full: Store):
    assert "Not shown here" not in beginning(full, 1_000_000)


@pytest.mark.parametrize(
    "command", [["review"], ["review", "R07"], ["stored"], ["stored", "R07"], ["review", "--json"]]
)
@pytest.mark.parametrize("broken", ["data is a file", "groups is a file"])
def test_a_folder_that_is_none_is_a_problem_and_no_empty_list(tmp_path: Path, capsys, command, broken):
    folder = tmp_path / "data"
    if broken == "groups is a file":
        folder.mkdir()
        (folder / "groups").write_text("x")
    else:
        folder.write_text("x")
    status = run([*command, "--data", str(folder), "--lang", "en"])
    out, err = capsys.readouterr()
    if command == ["stored"] and broken == "groups is a file":
        assert "Not made by this program" in out  # it is a file, and it is shown
        return
    if broken == "data is a file":  # the option is wrong, not the folder
        assert status == 2
        assert str(folder) in err
        return
    assert status == 1
    assert "facilitator: The system did not let" in err or "This cannot be looked into" in out
    assert "fault" not in err


@pytest.mark.parametrize("content", [b"{}", b'{"meta": {"1": {"schema": 1}}, "group": {}, "seswions": {}}'])
def test_an_emptied_group_is_a_problem_and_no_empty_group(with_groups: Store, capsys, content: bytes):
    with_groups.groups.path(R07).write_bytes(content)
    for command in (["review"], ["review", "R07"]):
        assert run([*command, "--lang", "en"]) == 1
        assert "R07.json is damaged" in capsys.readouterr().err


def test_a_discarded_session_is_called_what_it_is(full: Store):
    (full.folder / "discarded.journal").write_text("x")
    (full.folder / "live-2.journal").write_text("x")
    said = {each.path.name: each.what for each in stored(full)}
    assert said["discarded.journal"] == "A session that was discarded; deleted when the next one is over"
    assert said["live-2.journal"] == said["live.journal"]
