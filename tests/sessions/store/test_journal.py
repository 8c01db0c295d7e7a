import errno
import os
import random
import threading
import zlib
from pathlib import Path

import pytest
from session_builders import START, Story, item, step

from sessions import events as e
from sessions.clock import Anchor
from sessions.kinds import CodeWord, ItemKind, Speaking
from sessions.ledger import replay
from sessions.store import journal as journals
from sessions.store import journal_file as journal_files
from sessions.store import journal_format as formats
from sessions.store.folder import Found, Store
from sessions.store.journal import Journal
from sessions.store.journal_file import remove_journal
from sessions.store.journal_format import SCHEMA
from sessions.store.journal_reading import read_journal
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode, Instant

ANCHOR = Anchor("0a1b2c3d", 5_000, START)


def small_session():
    story = Story(item(10, ItemKind.CHECK_IN, step("1n", Speaking.ROUND)), item(20), people=3)
    for kind, *args in [(e.Next,), (e.TurnPassed,), (e.GoalAdded, CodeWord.KOYSI), (e.Paused,), (e.Undone,), (e.Next,)]:
        story.wait(1).do(kind, *args)
    return story


SESSION = small_session()
EVENTS = tuple(SESSION.events)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "live.journal"


@pytest.fixture
def fast(monkeypatch):
    monkeypatch.setattr(journals, "RETRY", 0.001)


def write(path, events=EVENTS, goes_on=None, anchor=ANCHOR):
    journal = Journal(path, anchor, goes_on)
    for event in events:
        journal.add(event)
    assert journal.flush(20)
    journal.close()
    return journal.path.read_bytes()


def line(number, text):
    data = f'{{"n":{number},{text}}}'.encode()
    return b"%08x %s\n" % (zlib.crc32(data), data)


def trouble_of(act, *args):
    with pytest.raises(StoreProblem) as caught:
        act(*args)
    return caught.value.trouble


def read_prefix(path, whole=EVENTS):
    """The events that are read: the first of ``whole``, or none, with a clean problem unless none was written."""
    try:
        found = read_journal(path)
    except StoreProblem:
        return ()
    if found is None:
        return ()
    assert found.events == whole[: len(found.events)] or found.missing
    return found.events


def test_what_is_written_is_read_back_as_the_same_ledger(path):
    write(path)
    found = read_journal(path)
    assert found.ledger == SESSION.ledger
    assert found.events == EVENTS
    assert (found.anchor, found.last_act, found.last_alive) == (ANCHOR, EVENTS[-1].at, EVENTS[-1].at)
    assert found.length == path.stat().st_size


def test_without_a_journal_there_is_nothing_unfinished(path):
    assert read_journal(path) is None


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_only_its_owner_can_read_it(path):
    write(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_session_that_goes_on_is_written_behind_what_is_there(path):
    before = write(path, EVENTS[:4])
    again = Anchor("boot0002", 9, Instant(START + 5))
    after = write(path, EVENTS[4:], read_journal(path), again)
    assert after.startswith(before)
    found = read_journal(path)
    assert found.ledger == SESSION.ledger
    assert found.anchor == again


def test_a_new_session_never_takes_the_place_of_a_journal_that_is_there(path):
    before = write(path)
    for name in ("live-2.journal", "live-3.journal"):
        write(path, EVENTS[:2])
        assert read_journal(path.with_name(name)).events == EVENTS[:2]
    assert path.read_bytes() == before


def test_a_sign_of_life_tells_how_long_the_program_was_alive(path):
    journal = Journal(path, ANCHOR)
    journal.add(EVENTS[0])
    assert journal.flush(20)
    journal.pulse(Instant(START + 60_000))
    assert journal.flush(20)
    journal.close()
    assert read_journal(path).last_alive == START + 60_000
    assert read_journal(path).last_act == START


def test_a_journal_is_taken_away_with_its_session_and_twice_does_no_harm(path):
    journal = Journal(path, ANCHOR)
    journal.add(EVENTS[0])
    journal.remove()
    assert not path.exists()
    remove_journal(path)
    journal.close()


def test_cut_at_every_byte_it_gives_the_first_events_and_never_another(path):
    whole = write(path)
    ends = [place + 1 for place, byte in enumerate(whole) if byte == 10]
    for length in range(len(whole) + 1):
        path.write_bytes(whole[:length])
        lines = sum(end <= length for end in ends)
        assert read_prefix(path) == EVENTS[: max(0, lines - 1)]


def test_after_a_cut_it_can_be_gone_on_with(path):
    whole = write(path)
    for length in range(whole.index(b"Begun"), len(whole), 61):
        path.write_bytes(whole[:length])
        try:
            found = read_journal(path)
        except StoreProblem:
            continue
        assert found is not None
        journal = Journal(path, ANCHOR, found)
        for event in EVENTS[len(found.events) :]:
            journal.add(event)
        assert journal.flush(20)
        journal.close()
        assert read_journal(journal.path).ledger == SESSION.ledger
        assert journal.path == path or not path.exists(), "what was cut is put aside"
        journal.path.unlink()


@pytest.mark.parametrize("seed", range(4))
def test_a_garbled_tail_never_invents_an_event_nor_loses_one_before_it(path, seed):
    whole = write(path)
    chance = random.Random(seed)
    ends = [place + 1 for place, byte in enumerate(whole) if byte == 10]
    for _ in range(500):
        start = chance.randrange(len(whole))
        tail = bytearray(whole[start:])
        match chance.randrange(5):
            case 0:
                tail = bytearray(chance.randbytes(chance.randrange(300)))
            case 1:
                for _ in range(chance.randrange(1, 6)):
                    tail[chance.randrange(len(tail))] ^= 1 << chance.randrange(8)
            case 2:
                tail = bytearray(len(tail))
            case 3:
                lines = whole.splitlines(keepends=True)
                tail = bytearray(b"".join(chance.choice(lines) for _ in range(chance.randrange(1, 9))))
            case 4:
                cut = chance.randrange(len(tail))
                tail = tail[cut:] + tail[:cut]
        path.write_bytes(whole[:start] + tail)
        assert len(read_prefix(path)) >= sum(end <= start for end in ends) - 1


START_LINE = line(1, f'"k":"start","schema":1,"boot":"x","continuous":1,"instant":{START}')
RUBBISH = {
    "a newline": b"\n",
    "rubbish": b"hello\nthere\n",
    "bytes": bytes(range(256)) * 4,
    "zeros": bytes(400),
    "no start": line(1, f'"k":"event","e":"Begun","at":{START}'),
    "no opening": START_LINE + line(2, f'"k":"event","e":"Begun","at":{START}'),
    "brackets": b"%08x " % zlib.crc32(b"[" * 100_000 + b"]" * 100_000) + b"[" * 100_000 + b"]" * 100_000 + b"\n",
    "no utf-8": b"%08x \xff\xfe\xfa\n" % zlib.crc32(b"\xff\xfe\xfa"),
}
FROM_ANOTHER_VERSION = {
    "an event of no kind": START_LINE + line(2, f'"k":"event","e":"Shouted","at":{START}'),
    "no instant": START_LINE + line(2, '"k":"event","e":"Next"'),
    "a field of no name": START_LINE + line(2, f'"k":"event","e":"Next","at":{START},"loudly":1'),
    "a field inside": START_LINE
    + line(2, f'"k":"event","e":"AcuteBegun","at":{START},"items":[{{"kind":"theme","minutes":"5","mood":1}}]'),
    "no kind of line": START_LINE + line(2, '"at":3'),
    "a start without a clock": line(1, '"k":"start","schema":1'),
    "a schema in words": line(1, f'"k":"start","schema":"one","boot":"x","continuous":1,"instant":{START}'),
    "a schema to come": line(1, f'"k":"start","schema":99,"boot":"x","continuous":1,"instant":{START}'),
    "a schema that never was": line(1, f'"k":"start","schema":0,"boot":"x","continuous":1,"instant":{START}')
    + line(2, f'"k":"event","e":"Next","at":{START}'),
    "a pulse in words": START_LINE + line(2, '"k":"pulse","at":"x"'),
    "a list": b"%08x []\n" % zlib.crc32(b"[]"),
}


@pytest.mark.parametrize("cut", [b"", b"1234", b"12345678 {"])
def test_a_kill_before_the_first_event_leaves_no_session_and_no_problem(path, cut):
    path.write_bytes(START_LINE + cut)
    assert read_journal(path) is None


@pytest.mark.parametrize("content", RUBBISH.values(), ids=RUBBISH)
class TestAJournalWithoutASession:
    def test_is_a_clean_problem(self, path, content):
        path.write_bytes(content)
        assert trouble_of(read_journal, path) is Trouble.DAMAGED

    def test_is_moved_aside_by_the_store_and_then_there_is_none(self, tmp_path, path, content):
        path.write_bytes(content)
        (problem,) = Store(tmp_path).look().problems
        assert problem.trouble is Trouble.DAMAGED
        assert problem.aside.read_bytes() == content
        assert Store(tmp_path).look() == Found((), ())


@pytest.mark.parametrize("content", FROM_ANOTHER_VERSION.values(), ids=FROM_ANOTHER_VERSION)
def test_whole_lines_that_mean_nothing_are_from_another_version_and_left_alone(tmp_path, path, content):
    path.write_bytes(content)
    (problem,) = Store(tmp_path).look().problems
    assert problem.trouble is Trouble.NEWER
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "more",
    [(EVENTS[0],), (e.Resumed(EVENTS[-1].at),), (e.GoalAdded(EVENTS[-1].at, CodeWord.KOYSI), EVENTS[0])],
    ids=["opened twice", "impossible", "possible and opened twice"],
)
def test_acts_that_are_not_possible_are_left_out_counted_and_the_others_read(path, more):
    write(path, (*EVENTS, *more))
    found = read_journal(path)
    assert found.events == (*EVENTS, *more[:-1])
    assert found.missing == 1


def test_a_journal_that_cannot_be_read_is_a_clean_problem_and_left_alone(tmp_path, path):
    path.mkdir()
    assert [each.trouble for each in Store(tmp_path).look().problems] == [Trouble.FAILED]
    assert path.is_dir()


class Disk:
    """What the journal's thread does to the disk, failing when told to."""

    def __init__(self, monkeypatch):
        self.fail = {"write": 0, "fsync": 0, "ftruncate": 0, "open": 0}
        self.short = 0
        self.failures = 0
        self.code = errno.ENOSPC
        for name in self.fail:
            monkeypatch.setattr(os, name, self.wrapped(name, getattr(os, name)))

    def wrapped(self, name, really):
        def call(*args, **named):
            if threading.current_thread().name != "journal":
                return really(*args, **named)
            if name == "write" and self.short:
                self.short -= 1
                self.failures += 1
                return really(args[0], args[1][: len(args[1]) // 2])
            if self.fail[name]:
                self.fail[name] -= 1
                self.failures += 1
                raise OSError(self.code, "failed")
            return really(*args, **named)

        return call


@pytest.fixture
def disk(monkeypatch, fast):
    return Disk(monkeypatch)


def until(condition):
    """Wait for the thread; only a limit, nothing is measured."""
    waiting = threading.Event()
    for _ in range(5_000):
        if condition():
            return
        waiting.wait(0.002)
    raise AssertionError("it did not happen")


@pytest.mark.parametrize("first", [0, 3])
@pytest.mark.parametrize("what", ["write", "fsync", "short", "open", "ftruncate and write"])
@pytest.mark.parametrize("times", [1, 2, 7])
def test_after_a_failing_disk_everything_is_written_in_order_and_nothing_twice(path, disk, what, times, first):
    goes_on = None
    if first:
        write(path, EVENTS[:first])
        goes_on = read_journal(path)
    if what == "short":
        disk.short = times
    for name in what.split(" and "):
        if name in disk.fail:
            disk.fail[name] = times
    write(path, EVENTS[first:], goes_on)
    assert disk.failures >= times
    found = read_journal(path)
    assert found.ledger == SESSION.ledger
    assert found.length == path.stat().st_size
    assert path.read_bytes().count(b"\n") == len(EVENTS) + 1 + bool(first)


@pytest.mark.parametrize("place", range(1, 8))
def test_a_disk_that_fails_in_the_middle_loses_nothing(path, disk, place):
    journal = Journal(path, ANCHOR)
    for number, event in enumerate(EVENTS):
        if number == place:
            assert journal.flush(20)
            disk.short, disk.fail["fsync"] = 2, 2
        journal.add(event)
    assert journal.flush(20)
    journal.close()
    assert read_journal(path).ledger == SESSION.ledger


@pytest.mark.parametrize(
    ("code", "trouble"),
    [(errno.ENOSPC, Trouble.NO_SPACE), (errno.EROFS, Trouble.READ_ONLY), (errno.EIO, Trouble.FAILED)],
)
@pytest.mark.parametrize("what", ["write", "fsync", "open"])
def test_trouble_is_told_while_it_lasts(path, disk, what, code, trouble):
    disk.code = code
    disk.fail[what] = 10**9
    journal = Journal(path, ANCHOR)
    journal.add(EVENTS[0])
    until(lambda: journal.trouble is not None)
    assert journal.trouble.trouble is trouble
    assert not journal.flush(0)
    disk.fail[what] = 0
    assert journal.flush(20)
    assert journal.trouble is None
    journal.close()
    assert read_journal(path).events == EVENTS[:1]


def test_what_is_read_while_the_disk_fails_is_what_was_there_before(path, disk):
    journal = Journal(path, ANCHOR)
    for event in EVENTS[:3]:
        journal.add(event)
    assert journal.flush(20)
    disk.fail["fsync"] = 10**9
    journal.add(EVENTS[3])
    until(lambda: journal.trouble is not None)
    disk.fail["fsync"] = 0
    assert journal.flush(20)
    journal.close()
    assert read_journal(path).events == EVENTS[:4]


def test_closing_while_the_disk_fails_gives_up_and_leaves_what_is_whole(path, disk):
    journal = Journal(path, ANCHOR)
    journal.add(EVENTS[0])
    assert journal.flush(20)
    disk.short = 10**9
    journal.add(EVENTS[1])
    until(lambda: journal.trouble is not None)
    journal.close()
    assert journal.trouble is not None
    assert read_journal(path).events == EVENTS[:1]


def test_a_new_journals_name_is_synced_also_when_that_failed_at_first(path, monkeypatch, fast):
    done = []

    def sync_folder(folder):
        done.append(folder)
        if len(done) < 3:
            raise OSError(errno.EIO, "failed")

    monkeypatch.setattr(journal_files, "sync_folder", sync_folder)
    write(path)
    assert done == [path.parent] * 3
    assert read_journal(path).ledger == SESSION.ledger


def test_adding_does_not_wait_for_the_disk(path, monkeypatch):
    may = threading.Event()
    really = os.write

    def write_late(*args):
        if threading.current_thread().name == "journal":
            may.wait(20)
        return really(*args)

    monkeypatch.setattr(os, "write", write_late)
    journal = Journal(path, ANCHOR)
    for event in EVENTS:
        journal.add(event)
    assert not journal.flush(0)
    may.set()
    assert journal.flush(20)
    journal.close()
    assert read_journal(path).events == EVENTS


def test_every_kind_of_event_replays_from_a_journal(path):
    story = small_session()
    story.wait(1).do(e.GapNoticed, 60_000).do(e.GapTakenOut).do(e.AcuteBegun, (item(5),)).do(e.Ended)
    write(path, story.events)
    assert read_journal(path).ledger == replay(story.events)


GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_journal_of_every_schema_is_read_as_ever(path, schema):
    path.write_bytes((GOLDEN / f"live-schema-{schema}.journal").read_bytes())
    found = read_journal(path)
    assert found.events == EVENTS
    assert found.ledger == SESSION.ledger
    assert (found.anchor, found.missing, found.keep) == (ANCHOR, 0, None)


def test_a_journal_is_written_as_the_sample_of_its_schema(path):
    assert write(path) == (GOLDEN / f"live-schema-{SCHEMA}.journal").read_bytes()


def test_an_older_journal_is_brought_up_to_date_step_by_step(path, monkeypatch):
    """As it will be when the form changes: each step turns one schema into the next, in order."""

    def to_2(document):
        return {**document, "e": document["e"].replace("Nxt", "N*xt")} if "e" in document else document

    def to_3(document):
        return {**document, "e": document["e"].replace("*", "e")} if "e" in document else document

    monkeypatch.setattr(formats, "SCHEMA", 3)
    monkeypatch.setattr(formats, "STEPS", {1: to_2, 2: to_3})
    old = write(path.with_name("old.journal"), EVENTS[:2]).splitlines(keepends=True)
    opening = [line(n, text.split(b",", 1)[1][:-2].decode()) for n, text in enumerate(old, 1)]
    opening[0] = START_LINE
    path.write_bytes(b"".join(opening) + line(4, f'"k":"event","e":"Nxt","at":{EVENTS[1].at}'))
    assert [type(event) for event in read_journal(path).events] == [e.Opened, e.Begun, e.Next]


@pytest.mark.parametrize("code", [None, GroupCode("R07")])
def test_where_the_record_goes_is_in_the_journal_so_that_an_interrupted_ending_can_be_finished(path, code):
    story = small_session().do(e.Ended, code)
    write(path, story.events)
    assert read_journal(path).keep == code


@pytest.mark.parametrize("choices", [["R12"], ["R12", None], [None, "R12"]])
def test_another_choice_after_a_failure_is_the_one_that_counts(path, choices):
    codes = [choice and GroupCode(choice) for choice in choices]
    journal = Journal(path, ANCHOR)
    for event in small_session().do(e.Ended, GroupCode("R07")).events:
        journal.add(event)
    for code in codes:
        journal.keep(code)
    assert journal.flush(20)
    path.unlink()
    journal.keep(codes[-1])
    assert journal.flush(20)
    journal.close()
    assert read_journal(path).keep == codes[-1], "also in a journal begun anew"
