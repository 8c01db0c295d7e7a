"""The commands that write in sessions, report them, move house and erase."""

import io
import json
from datetime import date
from pathlib import Path

import pytest

from facilitator.command_line import dates
from facilitator.command_line import main as cli
from sessions.process import Form, SessionKind, SetUp
from sessions.record import Record
from sessions.store.folder import Store
from sessions.values import GroupCode, Seat

R07, R08 = GroupCode("R07"), GroupCode("R08")
LAST = 7_000_000_000_000_000_002


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dates, "today", lambda: date(2026, 11, 21))
    for name in ("log", "year"):
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
        assert "3 1 1 h 30 min 1 h 21 min 2 2" in " ".join(out.split())
        assert "39 units to go of 40" in out
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
