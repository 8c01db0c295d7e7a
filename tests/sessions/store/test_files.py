import errno
import os
import stat

import pytest

from sessions.store import files
from sessions.store.files import is_open_to_others, make_folder, move_aside, replace_file, sweep, sync_folder
from sessions.store.folder import Store
from sessions.store.rights import open_places, tighten
from sessions.values import GroupCode

WINDOWS = os.name == "nt"


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_replaced_whole_and_nothing_is_left_beside(tmp_path):
    path = tmp_path / "deep" / "R07.json"
    replace_file(path, b"one" * 9)
    replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(WINDOWS, reason="POSIX permissions")
def test_only_its_owner_can_look_at_a_file_or_into_its_folder(tmp_path):
    path = tmp_path / "data" / "R07.json"
    replace_file(path, b"x")
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)


@pytest.mark.skipif(WINDOWS, reason="POSIX permissions")
class TestWithoutAnyMask:
    @pytest.fixture(autouse=True)
    def unmasked(self):
        before = os.umask(0)
        yield
        os.umask(before)

    def test_every_folder_and_file_is_its_owners_alone(self, tmp_path):
        store = Store(tmp_path / "deep" / "data")
        store.claim()
        replace_file(store.groups.path(GroupCode("R07")), b"x")
        store.release()
        made = [tmp_path / "deep", *(tmp_path / "deep").rglob("*")]
        assert {path.name for path in made} >= {"deep", "data", "groups", "R07.json"}
        assert [path for path in made if is_open_to_others(path)] == []

    def test_the_lock_too(self, tmp_path):
        store = Store(tmp_path / "data")
        store.claim()
        assert not is_open_to_others(store.folder / "facilitator.lock")
        store.release()

    def test_what_was_left_open_is_closed(self, tmp_path):
        folder = tmp_path / "data"
        for name in ("groups", "damaged", "plans"):
            (folder / name).mkdir(parents=True, mode=0o777)
        (folder / "live.journal").touch(0o666)
        assert len(open_places(folder)) == 5
        tighten(folder)
        assert open_places(folder) == []

    def test_a_folder_that_others_use_too_is_left_open_and_only_what_is_ours_closed(self, tmp_path):
        folder = tmp_path / "shared"
        (folder / "groups").mkdir(parents=True, mode=0o777)
        (folder / "somebody-elses").touch(0o666)
        tighten(folder)
        assert open_places(folder) == [folder]
        assert mode(folder / "somebody-elses") == 0o666


def test_making_a_folder_where_a_file_is_fails(tmp_path):
    (tmp_path / "x").write_text("a file")
    for folder in (tmp_path / "x", tmp_path / "x" / "y"):
        with pytest.raises(OSError):
            make_folder(folder)


def test_making_a_folder_that_is_there_does_no_harm(tmp_path):
    make_folder(tmp_path)
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_the_names_of_new_folders_are_on_the_disk_and_tried_again_until_they_are(tmp_path, monkeypatch):
    synced, failing = [], [True]

    def sync(folder):
        if failing and folder == tmp_path / "a":
            failing.clear()
            raise OSError(errno.EIO, "failed")
        synced.append(folder)

    make_folder(tmp_path)
    monkeypatch.setattr(files, "sync_folder", sync)
    with pytest.raises(OSError, match="failed"):
        make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path]
    make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]
    make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path, tmp_path / "a"]


def test_a_folder_left_by_a_program_killed_before_its_name_was_synced_is_synced_by_the_next(tmp_path, monkeypatch):
    (tmp_path / "groups").mkdir()
    synced = []
    monkeypatch.setattr(files, "sync_folder", synced.append)
    replace_file(tmp_path / "groups" / "R07.json", b"data")
    assert synced == [tmp_path, tmp_path / "groups"]


@pytest.mark.parametrize("what", ["open", "sync", "_replace"])
def test_when_it_fails_the_old_file_is_untouched_and_nothing_is_left_beside(tmp_path, monkeypatch, what):
    path = tmp_path / "R07.json"
    replace_file(path, b"old")

    def fail(*_args, **_named):
        raise OSError(errno.EIO, "failed")

    monkeypatch.setattr(files, what, fail, raising=False)
    with pytest.raises(OSError, match="failed"):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_data_are_synced_before_the_name_is_replaced_and_the_folder_after(tmp_path, monkeypatch):
    done = []
    make_folder(tmp_path)
    monkeypatch.setattr(files, "sync", lambda descriptor: done.append("file"))
    monkeypatch.setattr(files, "sync_folder", lambda folder: done.append("folder"))
    really = files._replace
    monkeypatch.setattr(files, "_replace", lambda a, b: (done.append(a.read_bytes()), really(a, b)))
    replace_file(tmp_path / "x", b"data")
    assert done == ["file", b"data", "folder"]


def test_a_folder_can_be_synced(tmp_path):
    sync_folder(tmp_path)
    with pytest.raises(OSError):
        sync_folder(tmp_path / "none")


def test_what_killed_writers_left_is_swept_and_nothing_else(tmp_path):
    keep = [tmp_path / name for name in ("R07.json", "R07.previous", "a.tmp", ".hidden", "live.journal")]
    left = [tmp_path / name for name in (".R07.json.123.tmp", ".R07.previous.9.tmp")]
    for path in keep + left:
        path.write_bytes(b"x")
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(keep)
    sweep(tmp_path / "none")


def test_files_moved_aside_are_never_written_over(tmp_path):
    aside = []
    for content in (b"one", b"two", b"three"):
        path = tmp_path / "R07.json"
        path.write_bytes(content)
        aside.append(move_aside(path, tmp_path / "damaged"))
        assert not path.exists()
    assert [path.read_bytes() for path in aside] == [b"one", b"two", b"three"]
    assert [path.name for path in aside] == ["R07-1.json", "R07-2.json", "R07-3.json"]


class TestOnWindows:
    """A virus scanner holds fresh files for some milliseconds; simulated by the error code alone."""

    @pytest.fixture
    def waits(self, monkeypatch):
        waits = []
        monkeypatch.setattr(files.time, "sleep", waits.append)
        return waits

    def held(self, monkeypatch, times, code):
        really = files.Path.replace

        def replace(path, target):
            nonlocal times
            if times:
                times -= 1
                error = PermissionError("held")
                error.winerror = code
                raise error
            return really(path, target)

        monkeypatch.setattr(files.Path, "replace", replace)

    @pytest.mark.parametrize("code", [5, 32, 33])
    @pytest.mark.parametrize("times", [1, 7])
    def test_a_file_held_open_is_tried_again(self, tmp_path, monkeypatch, waits, times, code):
        self.held(monkeypatch, times, code)
        replace_file(tmp_path / "x", b"data")
        assert (tmp_path / "x").read_bytes() == b"data"
        assert len(waits) == times
        assert sum(waits) < 2

    @pytest.mark.parametrize(("times", "code", "tries"), [(8, 32, 7), (1, 13, 0), (1, None, 0)])
    def test_it_gives_up_in_the_end_and_at_once_when_it_is_something_else(
        self, tmp_path, monkeypatch, waits, times, code, tries
    ):
        self.held(monkeypatch, times, code)
        with pytest.raises(PermissionError):
            replace_file(tmp_path / "x", b"data")
        assert len(waits) == tries
        assert list(tmp_path.iterdir()) == []
