"""Sealing: the same words come out again, only with the same passphrase, and nothing is ever written unsealed."""

import copy
import json
import os
import pickle
import re
import subprocess
import sys
from math import log2
from pathlib import Path

import msgspec
import pytest

from sessions.carried import Carried
from sessions.goals import GoalOnBoard, GoalUid
from sessions.kinds import CodeWord, GoalSlot
from sessions.store import sealing
from sessions.store.codec import STORABLE, to_document
from sessions.store.phrase_words import WORDS
from sessions.store.problems import StoreProblem, Trouble
from sessions.store.sealing import NotOpened, Passphrase, read_sealed, write_sealed
from sessions.words import Words

SAID = "kanarialintu-7731 häilyy"
A, B = (GoalSlot.A, CodeWord.MAJAKKA), (GoalSlot.B, CodeWord.MANTY)


@pytest.fixture
def quick(monkeypatch):
    """A seal that takes no time: what stands around it is looked at here."""
    monkeypatch.setattr(sealing, "_sealed", lambda plain, phrase: _mixed(sealing.SEALED + plain, phrase))
    monkeypatch.setattr(sealing, "_opened", _opened)


def _mixed(data, phrase):
    key = sum(phrase.shown.encode()) % 255 + 1
    return sealing.SEALED + bytes(byte ^ key for byte in data[len(sealing.SEALED) :])


def _opened(data, phrase):
    plain = _mixed(data, phrase)
    if not plain[len(sealing.SEALED) :].startswith(b"{"):
        raise NotOpened
    return plain[len(sealing.SEALED) :]


def test_what_was_sealed_comes_out_again_with_the_same_words(tmp_path):
    path, phrase = tmp_path / "R07.age", Passphrase.drawn()
    write_sealed(path, Carried({A: SAID, B: "toinen"}), phrase)
    assert SAID.encode() not in path.read_bytes()
    assert dict(read_sealed(path, Passphrase(phrase.shown.upper().replace("-", "  "))).texts) == {A: SAID, B: "toinen"}


LIGHT = Path(__file__).with_name("light_seal.age")
"""Sealed as any other, but by 2 to the power of 10 rounds instead of 18 or more: it is opened in milliseconds."""
OF_LIGHT = Passphrase("-".join(WORDS[:6]))


def test_with_other_words_and_damaged_it_gives_the_same_answer(tmp_path):
    path, data = tmp_path / "R07.age", LIGHT.read_bytes()
    assert dict(read_sealed(LIGHT, OF_LIGHT).texts) == {A: SAID, B: "toinen"}
    answers = set()
    for wrong, damaged in ((Passphrase.drawn(), data), (OF_LIGHT, data[:-40] + b"x" * 40), (OF_LIGHT, data[:150])):
        path.write_bytes(damaged)
        with pytest.raises(NotOpened) as refused:
            read_sealed(path, wrong)
        answers.add(str(refused.value))
        assert refused.value.__cause__ is None
    assert answers == {""}


@pytest.mark.parametrize(
    "other", [b"", b"{}", b"age-encryption.org/v1\n", b'{"goals":[]}', b"x" * (sealing.LARGEST + 1)]
)
def test_a_file_that_is_something_else_gives_the_same_answer(tmp_path, other):
    path = tmp_path / "R07.age"
    path.write_bytes(other)
    with pytest.raises(NotOpened):
        read_sealed(path, Passphrase("silta"))


@pytest.mark.parametrize(
    "plain", [b"", b"[]", b'{"goals":1}', b'{"goals":[{"slot":"A","code":"tuntematon","text":"x"}]}', b"[" * 99_999]
)
def test_something_else_that_was_sealed_gives_the_same_answer(plain):
    with pytest.raises(NotOpened):
        sealing._decoded(plain)


def test_text_from_a_sealed_file_is_cleaned_as_any_other(quick, tmp_path):
    goal = {"slot": "A", "code": "silta", "text": "a\x1b]52;c;x\x07\u202eb" + "c" * 999}
    carried = sealing._decoded(json.dumps({"goals": [goal]}).encode())
    (text,) = carried.texts.values()
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert len(text) == 200


def test_the_length_of_a_file_tells_nothing_of_what_it_says(quick, tmp_path):
    sizes = set()
    for number, text in enumerate(("", "x", "ä" * 160)):
        write_sealed(tmp_path / str(number), Carried(dict.fromkeys((A, B), text)), Passphrase("silta"))
        sizes.add((tmp_path / str(number)).stat().st_size)
        assert (tmp_path / str(number)).stat().st_mtime == 86_400
    assert len(sizes) == 1


def test_what_does_not_open_again_never_takes_the_place_of_the_old_file(quick, tmp_path, monkeypatch):
    path = tmp_path / "R07.age"
    write_sealed(path, Carried({A: "before"}), Passphrase("silta"))
    before = path.read_bytes()
    monkeypatch.setattr(sealing, "_opened", lambda data, phrase: b'{"goals":[]}')
    with pytest.raises(StoreProblem):
        write_sealed(path, Carried({A: "after"}), Passphrase("silta"))
    assert path.read_bytes() == before


def test_a_stick_that_was_pulled_out_is_told(quick, tmp_path):
    gone = tmp_path / "file"
    gone.write_text("")
    with pytest.raises(StoreProblem) as refused:
        write_sealed(gone / "R07.age", Carried({A: SAID}), Passphrase("silta"))
    assert refused.value.trouble is Trouble.FAILED
    with pytest.raises(StoreProblem):
        read_sealed(tmp_path / "none.age", Passphrase("silta"))


SECRETS = [Carried({A: SAID}), Passphrase(SAID)]
WAYS = [
    *(lambda value, p=protocol: pickle.dumps(value, p) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)),
    copy.copy, copy.deepcopy, json.dumps, vars, msgspec.to_builtins, msgspec.json.encode, msgspec.msgpack.encode,
    to_document, lambda value: pickle.dumps(getattr(value, "texts", value)),
]  # fmt: skip


@pytest.mark.parametrize("value", SECRETS, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("store", WAYS)
def test_what_is_carried_and_its_passphrase_cannot_be_stored_sent_or_copied(value, store):
    with pytest.raises(TypeError) as refused:
        store(value)
    assert SAID not in str(refused.value)
    assert type(value) not in STORABLE


@pytest.mark.parametrize("value", SECRETS, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("show", [repr, str, "{}".format, ascii])
def test_nor_are_they_shown_by_chance(value, show):
    assert SAID not in show(value)


def test_the_only_module_that_encodes_words_writes_nothing_but_what_it_sealed():
    """Its one writing call is given what ``_sealed`` returned."""
    source = Path(sealing.__file__).read_text(encoding="utf-8")
    assert re.findall(r"replace_file\((.*)\)", source) == ["path, data, modified=NO_TIME"]
    assert "    data = _sealed(_encoded(carried), phrase)\n" in source
    assert source.count("_encoded(") == 2
    assert not re.search(r"write_bytes|write_text|\.write\(|print\(|open\([^)]*w", source)


class TestPassphrase:
    def test_a_drawn_one_has_the_bits_that_are_said_and_is_never_the_same(self):
        assert len(WORDS) == len(set(WORDS)) == 6**4
        assert len(WORDS) == sealing.WORDS
        assert 60 <= sealing.BITS <= 6 * log2(len(WORDS))
        drawn = [Passphrase.drawn().shown for _time in range(50)]
        assert len(set(drawn)) == 50
        assert all(len(each.split("-")) == 6 and set(each.split("-")) <= set(WORDS) for each in drawn)

    def test_every_word_can_be_typed_on_every_keyboard_and_read_out(self):
        assert [word for word in WORDS if not re.fullmatch("[a-z]{2,9}", word)] == []

    @pytest.mark.parametrize("typed", ["silta-kivi", " Silta  KIVI ", "silta, kivi", "silta–kivi", "silta\tkivi"])
    def test_its_words_may_be_typed_in_any_way(self, typed):
        assert Passphrase(typed).is_same(Passphrase("silta-kivi"))

    def test_one_made_elsewhere_is_taken_as_it_is(self):
        assert Passphrase(" Correct Horse ").shown == "Correct Horse"
        assert not Passphrase("silta kivi").is_same(Passphrase("silta koira"))
        assert Passphrase("a\u0308iti").is_same(Passphrase("äiti"))


class TestOnTheBoard:
    BOARD = (GoalOnBoard(GoalUid(1), *A), GoalOnBoard(GoalUid(2), *B))

    def test_words_go_back_to_the_goals_they_were_written_for(self):
        words = Words()
        assert Carried({A: "eka", B: "toka"}).put_back(words, self.BOARD) == 2
        assert dict(words.goals) == {1: "eka", 2: "toka"}

    def test_what_was_written_since_is_not_written_over(self):
        words = Words()
        words.goal(GoalUid(1), "uusi")
        assert Carried({A: "eka", B: "toka"}).put_back(words, self.BOARD) == 1
        assert words.goals[GoalUid(1)] == "uusi"

    def test_words_of_a_goal_that_is_not_on_the_board_are_carried_on(self):
        words, opened = Words(), Carried({A: "eka", (GoalSlot.C, CodeWord.KIVI): "kolmas"})
        opened.put_back(words, self.BOARD)
        words.goal(GoalUid(2), "toka")
        sealed = Carried.of(words, self.BOARD, opened)
        assert sealed.texts == {A: "eka", B: "toka", (GoalSlot.C, CodeWord.KIVI): "kolmas"}
        assert not sealed.says_the_same(opened)

    def test_words_that_were_taken_off_are_not_carried(self):
        words, opened = Words(), Carried({A: "eka"})
        opened.put_back(words, self.BOARD)
        words.goal(GoalUid(1), "")
        assert len(Carried.of(words, self.BOARD, opened)) == 0


@pytest.mark.skipif(os.name == "nt", reason="forks")
def test_killed_at_any_step_the_file_is_the_old_one_or_the_new_one(tmp_path):
    program = Path(__file__).parent / "killing_sealing.py"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(
        [sys.executable, str(program), str(tmp_path / "data")], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["before"] >= 2
    assert seen["after"] >= 1
