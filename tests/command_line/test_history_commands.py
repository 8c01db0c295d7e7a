"""The commands that write in sessions, report them, move house and erase."""

import io
import json
import shutil
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from facilitator.command_line import dates
from facilitator.command_line import main as cli
from sessions.goals import Goal
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind
from sessions.process import ContractPoint, Form, SessionKind, SetUp
from sessions.record import KeptItem, Record
from sessions.store import erasing
from sessions.store.exchanging import archive_of, export
from sessions.store.folder import Store
from sessions.values import GroupCode, Id, Seat

R07, R08 = GroupCode("R07"), GroupCode("R08")
LAST = 7_000_000_000_000_000_002


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dates, "today", lambda: date(2026, 11, 21))
    for name in ("log", "year", "findings"):
        monkeypatch.setattr(f"facilitator.command_line.{name}.today", lambda: date(2026, 11, 21))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "data")
    store.keep(R07, Record(LAST - 1, date(2026, 3, 11), 6, 90, 81), Seat(2))
    store.keep(R07, Record(LAST, date(2026, 4, 1), 5, 60, 61), Seat(3))
    return store


@pytest.fixture
def say(capsys, store: Store):
    """Say a command; returns its status, what it printed and what it complained of."""

    def said(*arguments: str, lang: str = "en") -> tuple[int, str, str]:
        status = cli.run(["--lang", lang, "--data", str(store.folder), *arguments])
        out, err = capsys.readouterr()
        return status, out.replace("\u00a0", " "), err

    return said


class TestGroup:
    def test_what_is_agreed_is_kept_and_shown(self, say, store):
        assert say("group", "r7", "--sessions", "15", "--weeks", "3", "--people", "6", "--trial", "2")[0] == 0
        assert store.groups.read(R07).set_up == SetUp(sessions=15, weeks=3, people=6, trial=2)
        status, out, _err = say("group", "R07", "--agreed", "--ended")
        assert (status, store.groups.read(R07).set_up.trial, store.groups.read(R07).set_up.running) == (0, None, False)
        assert "every 3 weeks" in out
        assert "has ended" in out

    def test_nothing_said_changes_nothing(self, say, store):
        before = store.groups.path(R07).read_bytes()
        assert say("group", "R07")[0] == 0
        assert store.groups.path(R07).read_bytes() == before

    def test_a_group_is_begun_when_it_is_said_to_be_new(self, say, store):
        assert say("group", "R08", "--people", "4")[0] == 2
        assert say("group", "R08", "--new", "--people", "4", "--setting", "remote")[0] == 0
        assert store.groups.read(R08).set_up.people == 4
        assert say("group", "R08", "--new")[0] == 2

    def test_as_json(self, say):
        out = json.loads(say("group", "R07", "--length", "75", "--json")[1])
        assert (out["code"], out["length"]) == ("R07", 75)


class TestLog:
    def test_a_session_without_the_laptop_is_kept(self, say, store):
        assert say("log", "r7", "--day", "2.5.2026", "--minutes", "75", "--people", "4")[0] == 0
        kept = store.groups.read(R07).records[-1]
        assert (kept.day, kept.planned, kept.actual, kept.people) == (date(2026, 5, 2), 75, 75, 4)
        assert (kept.kind, kept.charged, kept.items) == (SessionKind.LOGGED, True, ())
        assert store.groups.read(R07).starter == Seat(3)

    def test_what_is_not_said_is_as_usual_and_today(self, say, store):
        status, out, _err = say("log", "R07")
        assert (status, out) == (0, "R07 · 21 November 2026 · held · 60 min · 5 people · charged\n")
        store.groups.agree(R07, SetUp(people=7, length=45))
        assert "45 min · 7 people" in say("log", "R07")[1]

    @pytest.mark.parametrize(("option", "kind"), [("--cancelled", "cancelled"), ("--unused", "unused")])
    def test_a_session_that_was_not_held(self, say, store, option, kind):
        assert say("log", "R07", option, "--not-charged")[0] == 0
        kept = store.groups.read(R07).records[-1]
        assert (kept.kind, kept.people, kept.planned, kept.actual, kept.charged) == (kind, 0, 60, 0, False)

    def test_a_new_group_is_made_when_it_is_said_to_be_one(self, say, store):
        assert say("log", "R09", "--minutes", "45", "--people", "3")[0] == 2
        assert say("log", "R09", "--minutes", "45", "--people", "3", "--new")[0] == 0
        assert len(store.groups.read(GroupCode("R09")).records) == 1
        assert say("log", "R09", "--new")[0] == 2

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["--day", "31.2.2026"], "--day should be a day"),
            (["--day", "soon"], "--day should be a day"),
            (["--day", "22.11.2026"], "still to come"),
            (["--day", "1.1.1066"], "--day should be a day"),
            (["--minutes", "0"], "--minutes should be a whole number from 1 to 600"),
            (["--people", "61"], "--people should be a whole number from 1 to 60"),
            (["--cancelled", "--people", "3"], "leave --people out"),
            (["--cancelled", "--unused"], "not allowed with"),
        ],
    )
    def test_wrong_use_keeps_nothing(self, say, store, arguments, says):
        status, out, err = say("log", "R07", *arguments)
        assert (status, out) == (2, "")
        assert says in err
        assert len(store.groups.read(R07).records) == 2

    def test_while_a_session_runs_nothing_is_written(self, say, store):
        store.claim()
        status, _out, err = say("log", "R07")
        assert status == 1
        assert "facilitator" in err
        store.release()


@pytest.mark.parametrize(
    ("text", "may_come", "expected"),
    [
        ("2026-03-11", False, date(2026, 3, 11)),
        ("11.3.2026", False, date(2026, 3, 11)),
        ("11.3.", False, date(2026, 3, 11)),
        ("24.12.", False, date(2025, 12, 24)),
        ("24.12.", True, date(2026, 12, 24)),
        ("11.3.", True, date(2027, 3, 11)),
        ("11.3.2027", True, date(2027, 3, 11)),
    ],
)
def test_days_as_people_write_them(text, may_come, expected):
    assert dates.day(text, "--day", may_come=may_come) == expected


class TestCorrect:
    def test_what_is_wrong_is_put_right(self, say, store):
        assert (
            say("correct", "R07", "2", "--day", "2.4.2026", "--minutes", "70", "--people", "4", "--not-charged")[0] == 0
        )
        kept = store.groups.read(R07).records[-1]
        assert (kept.uid, kept.day, kept.actual, kept.people, kept.charged) == (LAST, date(2026, 4, 2), 70, 4, False)

    def test_a_session_kept_for_the_wrong_group_goes_to_the_right_one(self, say, store):
        assert say("correct", "R07", "1", "--to", "R08")[0] == 0
        assert [kept.uid for kept in store.groups.read(R07).records] == [LAST]
        assert [kept.uid for kept in store.groups.read(R08).records] == [LAST - 1]

    @pytest.mark.parametrize(
        "arguments", [["3", "--people", "4"], ["0", "--people", "4"], ["x", "--people", "4"], ["1"]]
    )
    def test_wrong_use_changes_nothing(self, say, store, arguments):
        before = store.groups.path(R07).read_bytes()
        assert say("correct", "R07", *arguments)[0] == 2
        assert store.groups.path(R07).read_bytes() == before


class TestErase:
    def test_says_what_goes_and_where_copies_may_be_and_proves_that_it_is_gone(self, say, store, monkeypatch):
        monkeypatch.setattr("sys.stdin", io.StringIO("r07\n"))
        status, out, _err = say("erase", "R07", "--all")
        assert status == 0
        for said in ("groups/R07.json", "groups/R07.previous", "backups", "cannot be undone", "0 files, 0 lines left"):
            assert said in out
        assert store.groups.codes() == []

    def test_in_finnish(self, say, store):
        assert "jäljellä 0 tiedostoa, 0 riviä" in say("erase", "R07", "--all", "--yes", lang="fi")[1]

    @pytest.mark.parametrize("typed", ["", "\n", "yes\n", "R08\n", "R07x\n"])
    def test_anything_but_the_code_erases_nothing(self, say, store, monkeypatch, typed):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        before = {path: path.read_bytes() for path in store.groups.folder.iterdir()}
        status, out, _err = say("erase", "R07", "--all")
        assert status == 1
        assert "Nothing was erased." in out
        assert {path: path.read_bytes() for path in store.groups.folder.iterdir()} == before

    def test_one_session_goes(self, say, store):
        assert say("erase", "R07", "--session", "2", "--yes")[0] == 0
        assert [kept.uid for kept in store.groups.read(R07).records] == [LAST - 1]
        assert not any(str(LAST).encode() in p.read_bytes() for p in store.groups.folder.iterdir())

    def test_what_stays_is_told_and_is_a_failure(self, say, store):
        (store.folder / "R07 notes.md").write_text("R07")
        status, out, _err = say("erase", "R07", "--all", "--yes")
        assert status == 1
        assert "1 file, 1 line left" in out
        assert out.count("R07 notes.md") == 2

    @pytest.mark.parametrize("arguments", [["R07"], ["R09", "--all", "--yes"], ["R07", "--session", "3", "--yes"]])
    def test_wrong_use_erases_nothing(self, say, store, arguments):
        assert say("erase", *arguments)[0] == 2
        assert len(store.groups.read(R07).records) == 2


class TestErasingWhatWasDamaged:
    @pytest.fixture
    def aside(self, store: Store) -> list[Path]:
        """A journal with acts in it, a group's file, and something in a folder of its own."""
        files = [store.damaged / name for name in ("R07-1.json", "live-unreadable-1.journal", "older/x")]
        for file in files:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"{ what is left")
        return files

    def test_says_what_goes_asks_and_shows_that_it_is_gone(self, say, store, aside, monkeypatch):
        monkeypatch.setattr("sys.stdin", io.StringIO("damaged\n"))
        status, out, _err = say("erase", "--damaged")
        assert status == 0
        for said in (
            "damaged/live-unreadable-1.journal  14 bytes",
            "damaged/older/x",
            "cannot be undone",
            "left: 0 files",
        ):
            assert said in out
        assert not any(file.exists() for file in aside)
        assert len(store.groups.read(R07).records) == 2

    @pytest.mark.parametrize("typed", ["", "\n", "yes\n", "R07\n"])
    def test_anything_but_the_word_erases_nothing(self, say, aside, monkeypatch, typed):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        status, out, _err = say("erase", "--damaged")
        assert (status, "Nothing was erased." in out) == (1, True)
        assert all(file.exists() for file in aside)

    def test_where_nothing_was_moved_aside_there_is_nothing_to_do(self, say):
        assert say("erase", "--damaged")[:2] == (0, "Nothing was moved aside.\n")


class TestMovingHouse:
    def test_out_and_in(self, say, store, tmp_path, capsys):
        file = tmp_path / "all.json"
        status, out, _err = say("export", str(file))
        assert (status, "1 group · 2 sessions" in out, "not sealed" in out) == (0, True, True)
        new = tmp_path / "new"
        assert cli.run(["--lang", "en", "--data", str(new), "import", str(file)]) == 0
        assert "R07  new: 2" in capsys.readouterr().out
        assert Store(new).groups.read(R07) == store.groups.read(R07)
        assert "Nothing new" in say("import", str(file))[1]

    @pytest.mark.parametrize("order", list(permutations(range(3))))
    def test_from_two_laptops_and_a_conflict_file_twice_in_any_order(self, say, store, tmp_path, order):
        other = Store(tmp_path / "other")
        shutil.copytree(store.folder, other.folder)
        other.keep(R07, Record(77, date(2026, 5, 5), 4, 45, 45), Seat(1))
        other.keep(R08, Record(78, date(2026, 5, 6), 4, 45, 45), Seat(1))
        erasing.erase(other, erasing.going(other, R07, frozenset({LAST - 1})).erasing)
        third = Store(tmp_path / "third")
        shutil.copytree(store.folder, third.folder)
        third.keep(R07, Record(79, date(2026, 5, 7), 4, 60, 60), Seat(1))
        conflict = store.groups.folder / "R07.sync-conflict-20260311-101112-ABCDEFG.json"
        shutil.copy(third.groups.path(R07), conflict)
        elsewhere = Path(shutil.copy(conflict, tmp_path))
        alone = Store(tmp_path / "alone")
        alone.keep(R08, Record(80, date(2026, 5, 8), 3, 45, 45), Seat(1))
        for laptop in (other, alone):
            export(laptop, tmp_path / f"{laptop.folder.name}.json")
        files = [str(elsewhere), str(tmp_path / "other.json"), str(tmp_path / "alone.json")]
        for number in (*order, *order):
            assert say("import", files[number])[0] == 0
        assert sorted(record.uid for record in store.groups.read(R07).records) == [77, 79, LAST]
        assert sorted(record.uid for record in store.groups.read(R08).records) == [78, 80]
        assert archive_of(store).erased == {LAST - 1}
        assert "Nothing new" in say("import", *files)[1]
        assert not conflict.exists(), "it told of the session that was erased"

    def test_a_copy_that_a_synchronising_program_left_is_told(self, say, store):
        assert "Another computer's copy" not in say("doctor")[1]
        names = ("groups/R07.sync-conflict-20260311-1.json", "groups/R07 (1).json", "erased.sync-conflict-1.json")
        for name in names:
            shutil.copy(store.groups.path(R07), store.folder / name)
        (store.groups.folder / "muistio.json").write_text("{}")
        out = say("doctor")[1]
        assert out.count("Another computer's copy") == 3
        assert "muistio" not in out

    def test_what_is_sealed_has_to_be_copied_beside_it(self, say, store, tmp_path):
        assert "sealed” too" not in say("export", str(tmp_path / "a.json"))[1]
        store.sealed.mkdir()
        (store.sealed / "R07.age").write_bytes(b"x")
        assert "copy the folder “sealed” too" in say("export", str(tmp_path / "b.json"))[1]

    def test_a_file_that_is_there_is_not_written_over(self, say, tmp_path):
        file = tmp_path / "all.json"
        file.write_text("mine")
        assert say("export", str(file))[0] == 2
        assert file.read_text() == "mine"
        assert say("export", str(file), "--replace")[0] == 0

    def test_a_wrong_file_among_good_ones_changes_nothing(self, say, store, tmp_path):
        say("export", str(tmp_path / "all.json"))
        say("erase", "R07", "--session", "1", "--yes")
        (tmp_path / "bad.json").write_text('{"facilitator": 1}')
        before = store.groups.path(R07).read_bytes()
        status, out, err = say("import", str(tmp_path / "all.json"), str(tmp_path / "bad.json"))
        assert (status, out) == (1, "")
        assert err.startswith("facilitator: ")
        assert store.groups.path(R07).read_bytes() == before
        assert say("import", str(tmp_path / "none.json"))[0] == 2


class TestReport:
    def test_days_minutes_units_and_people_and_nothing_else(self, say, store):
        say("log", "R07", "--day", "2.5.2026", "--cancelled")
        say("log", "R07", "--day", "3.5.2026", "--cancelled", "--not-charged")
        out = say("report", "R07", "--csv")[1]
        assert out == "day,minutes,units,people\n2026-03-11,90,2,6\n2026-04-01,60,1.33,5\n2026-05-02,60,1.33,0\n"
        assert json.loads(say("report", "R07", "--json")[1])["units"] == 4.67
        assert "| 11.3.2026 | 90 | 2 | 6 |" in say("report", "R07", "--markdown", lang="fi")[1]
        assert "| **Yhteensä** | **210** | **4,67** | **** |" in say("report", "R07", "--markdown", lang="fi")[1]

    def test_of_some_days_only(self, say):
        assert say("report", "R07", "--csv", "--from", "1.4.2026")[1].count("\n") == 2
        assert say("report", "R07", "--csv", "--to", "31.3.2026")[1].count("\n") == 2
        assert say("report", "R07", "--csv", "--from", "1.6.2026")[0] == 1

    def test_as_a_paper_that_tells_nothing_of_itself(self, say, tmp_path):
        file = tmp_path / "report.pdf"
        status, out, _err = say("report", "R07", "--pdf", str(file), lang="fi")
        assert status == 0
        assert "Työnohjaus, ryhmä R07" in out
        data = file.read_bytes()
        assert data.startswith(b"%PDF-")
        assert b"D:20260401" in data
        assert b"fpdf" not in data.lower()
        assert str(LAST).encode() not in data


class TestYear:
    def test_months_and_forms(self, say, store):
        store.keep(R08, Record(5, date(2026, 3, 20), 1, 45, 45), Seat(1))
        store.groups.agree(R08, SetUp(form=Form.RECEIVED))
        status, out, _err = say("year", "2026", "--target", "40")
        assert status == 0
        assert "March 1 1 h 30 min 1 h 21 min 2 2" in " ".join(out.split())
        assert "Units to go: 39 of 40" in out
        rows = say("year", "--csv")[1].splitlines()
        assert rows[1:] == [
            "2026-03,group,1,90,2.0,81,2.0",
            "2026-03,received,1,45,1.0,45,1.0",
            "2026-04,group,1,60,1.33,61,1.33",
        ]
        document = json.loads(say("year", "2026", "--json", "--target", "40")[1])
        assert (document["given"]["units"], document["received"]["units"], document["received"]["target"]) == (
            3.33,
            1.0,
            40,
        )

    def test_the_target_of_the_settings_counts_unless_another_is_said(self, say, store):
        (store.folder / "config.toml").write_text("target = 30\n")
        assert "Units to go: 30 of 30" in say("year", "2026")[1]
        assert "Units to go: 20 of 20" in say("year", "2026", "--target", "20")[1]
        (store.folder / "config.toml").write_text("target = 0\n")
        _status, out, err = say("year", "2026")
        assert "to go" not in out
        assert "config.toml" in err

    def test_of_a_year_without_sessions(self, say):
        assert "Nothing is kept of 2025." in say("year", "2025")[1]
        assert say("year", "20x")[0] == 2


class TestCalendar:
    def test_the_days_to_come_under_a_title_that_tells_nothing(self, say, store, tmp_path):
        store.groups.agree(R07, SetUp(sessions=5, weeks=2, length=75))
        file = tmp_path / "days.ics"
        before = store.groups.path(R07).read_bytes()
        status, out, _err = say("calendar", "R07", str(file), "--first", "24.12.", "--at", "9.15", lang="fi")
        assert (status, out.split()) == (0, ["24.12.2026", "7.1.2027", "21.1.2027"])
        text = file.read_text()
        assert text.count("BEGIN:VEVENT") == 3
        assert "DTSTART:20261224T091500" in text
        assert "DTEND:20261224T103000" in text
        assert text.count("SUMMARY:Varattu") == 3
        assert "R07" not in text
        assert store.groups.path(R07).read_bytes() == before

    @pytest.mark.parametrize(
        "wrong", [["--at", "25.00"], ["--at", "9"], ["--weeks", "0"], ["--count", "x"], ["--first", "x"]]
    )
    def test_wrong_use_writes_nothing(self, say, tmp_path, wrong):
        file = tmp_path / "days.ics"
        assert say("calendar", "R07", str(file), "--first", "24.12.", "--at", "9.15", *wrong)[0] == 2
        assert not file.exists()


class TestEvaluation:
    """``report --evaluation``, and the same figures in ``review``."""

    @pytest.fixture(autouse=True)
    def _with_items(self, store):
        items = (KeptItem(ItemKind.CHECK_IN, 10, 14, Id("check-in-round")), KeptItem(ItemKind.CASE, 30, 25))
        goals = (Goal(GoalSlot.A, CodeWord.MANTY, GoalStatus.IN_PROGRESS),)
        record = store.groups.read(R07).records[1]
        store.groups.correct(R07, replace(record, items=items, goals=goals, goals_looked_at=True))

    def test_drift_methods_and_goals(self, say):
        status, out, _err = say("report", "R07", "--evaluation")
        said = " ".join(out.split())
        assert status == 0
        assert "Check-in 1 10 14 +4 Case 1 30 25 −5" in said
        assert "Opening round 2" in said
        assert "A pine 2: in progress" in said
        assert "Goals were looked at in sessions: 2." in said

    def test_as_markdown_csv_and_json(self, say):
        assert "| Check-in | 1 | 10 | 14 | +4 |" in say("report", "R07", "--evaluation", "--markdown")[1]
        rows = say("report", "R07", "--evaluation", "--csv")[1].splitlines()
        assert rows[1:] == [
            "drift,check-in,1,10,14,", "drift,case,1,30,25,", "card,check-in-round,1,,,2",
            "goal,A mänty,,,,2:in-progress",
        ]  # fmt: skip
        document = json.loads(say("report", "R07", "--evaluation", "--json")[1])
        assert (document["sessions"], document["people"], document["goals_looked_at"]) == (2, [6, 5], [2])

    def test_of_some_days_or_of_the_last_sessions(self, say):
        assert json.loads(say("report", "R07", "--evaluation", "--json", "--last", "1")[1])["sessions"] == 1
        assert json.loads(say("report", "R07", "--evaluation", "--json", "--to", "31.3.2026")[1])["sessions"] == 1
        assert say("report", "R07", "--evaluation", "--from", "1.6.2026")[0] == 1
        assert say("report", "R07", "--last", "1")[0] == 2

    def test_as_a_paper_that_is_shown_first(self, say, tmp_path, monkeypatch):
        file = tmp_path / "evaluation.pdf"
        monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        assert "Where the time went" in say("report", "R07", "--evaluation", "--pdf", str(file))[1]
        assert not file.exists()
        monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        assert say("report", "R07", "--evaluation", "--pdf", str(file))[0] == 0
        assert file.read_bytes().startswith(b"%PDF-")

    def test_review_tells_the_same(self, say):
        assert "Where the time went, in minutes" in say("review", "R07")[1]
        assert "## Goals" in say("review", "R07", "--markdown")[1]
        document = json.loads(say("review", "R07", "--json")[1])
        assert document["drift"][0] == {"kind": "check-in", "times": 1, "planned": 10, "actual": 14}
        assert document["cards"] == [{"card": "check-in-round", "sessions": [2]}]
        assert document["goals"] == [{"slot": "A", "code": "mänty", "statuses": [None, "in-progress"]}]
        assert len(document["sessions"]) == 2


class TestContract:
    def test_what_is_agreed_is_kept_as_ticks_and_nothing_else(self, say, store, tmp_path):
        status, out, _err = say("contract", "R07", "--agreed", "fee", "purpose", "--pdf", str(tmp_path / "c.pdf"))
        assert (status, "fee                        ✓ Fee" in out, "Agreed: 2 of 14" in out) == (0, True, True)
        assert store.groups.read(R07).set_up.contract == (ContractPoint.PURPOSE, ContractPoint.FEE)
        assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF-")
        assert "Agreed: 13 of 14" in say("contract", "R07", "--agreed", "all", "--not-agreed", "fee")[1]
        before = store.groups.path(R07).read_bytes()
        assert "Agreed: 13 of 14" in say("contract", "R07")[1]
        assert store.groups.path(R07).read_bytes() == before

    def test_a_sheet_for_nobody_in_particular(self, say, tmp_path):
        assert say("contract", "--pdf", str(tmp_path / "c.pdf"))[0] == 0
        assert say("contract", "--agreed", "fee")[0] == 2

    @pytest.mark.parametrize("wrong", [["R99"], ["R07", "--agreed", "the price"], ["R07", "--not-agreed", "Fee"]])
    def test_wrong_use_keeps_nothing(self, say, store, wrong):
        before = store.groups.path(R07).read_bytes()
        assert say("contract", *wrong)[0] == 2
        assert store.groups.path(R07).read_bytes() == before

    def test_the_key_to_the_codes(self, say, tmp_path):
        assert say("key", "--pdf", str(tmp_path / "key.pdf"))[0] == 0
        assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF-")


class TestCompany:
    def test_the_units_of_several_exports_are_added_up_each_session_once(self, say, store, tmp_path):
        other = Store(tmp_path / "other")
        other.keep(R07, Record(77, date(2026, 3, 5), 1, 45, 45), Seat(1))
        other.groups.agree(R07, SetUp(form=Form.INDIVIDUAL))
        files = [tmp_path / "a.json", tmp_path / "b.json", tmp_path / "again.json"]
        for folder, file in zip((store, other, store), files, strict=True):
            export(folder, file)
        rows = say("year", "2026", "--csv", "--from", *map(str, files))[1].splitlines()
        assert rows[1:] == [
            "2026-03,group,1,90,2.0,81,2.0", "2026-03,individual,1,45,1.0,45,1.0", "2026-04,group,1,60,1.33,61,1.33",
        ]  # fmt: skip
        assert rows == say("year", "2026", "--csv", "--from", *map(str, reversed(files)))[1].splitlines()
        assert "In all" in say("year", "2026", "--from", str(files[0]))[1]

    def test_a_wrong_file_among_them_gives_no_sum(self, say, store, tmp_path):
        export(store, tmp_path / "a.json")
        (tmp_path / "b.json").write_text("{}")
        assert say("year", "--from", str(tmp_path / "a.json"), str(tmp_path / "b.json"))[:2] == (1, "")
        assert say("year", "--from", str(tmp_path / "none.json"))[0] == 2


class TestTimeToErase:
    def test_it_is_said_by_doctor_and_beside_what_is_stored(self, say, store):
        assert "Time to erase" not in say("stored")[1] + say("doctor")[1]
        store.groups.agree(R07, SetUp(running=False))
        assert "Time to erase, if nobody needs it: R07." in say("stored")[1]
        assert "Time to erase, if nobody needs it: R07." in say("doctor")[1]
        json.loads(say("stored", "--json")[1])
