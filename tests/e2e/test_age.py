"""Another implementation of the age format, Debian's ``age``, opens what is sealed here, and the other way round."""

import os
import pty
import shutil
import time
from pathlib import Path

import pytest

from sessions.carried import Carried
from sessions.kinds import CodeWord, GoalSlot
from sessions.store.sealing import Passphrase, read_sealed, write_sealed

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(shutil.which("age") is None or os.name == "nt", reason="age is not installed"),
]
TEXTS = {(GoalSlot.A, CodeWord.MAJAKKA): "rauha töihin", (GoalSlot.B, CodeWord.MANTY): "”toinen” – \\ kolmas"}
PATIENCE = 60
"""Seconds: the format makes trying passphrases slow by intent."""


def age(phrase: str, *arguments: str) -> None:
    """Run ``age``; it asks for its passphrase at a terminal, and nowhere else."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvp("age", ["age", *arguments])
    asked, said = 0, b""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            read = os.read(terminal, 1024)
        except OSError:  # the terminal of a program that has ended
            break
        said += read
        if said.count(b"assphrase") > asked and said.rstrip().endswith((b":", b"):")):
            asked = said.count(b"assphrase")
            os.write(terminal, phrase.encode() + b"\n")
    os.close(terminal)
    _child, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, said.decode(errors="replace")


def test_age_opens_what_is_sealed_here_and_finds_plain_json(tmp_path: Path):
    phrase = Passphrase.drawn()
    write_sealed(tmp_path / "R07.age", Carried(TEXTS), phrase)
    age(phrase.shown, "--decrypt", "-o", str(tmp_path / "plain"), str(tmp_path / "R07.age"))
    begins = '{"goals":[{"slot":"A","code":"majakka","text":"rauha töihin"},'
    assert (tmp_path / "plain").read_text(encoding="utf-8").startswith(begins)


def test_what_age_sealed_opens_here(tmp_path: Path):
    phrase = Passphrase.drawn()
    (tmp_path / "plain").write_text(
        '{"goals": [{"slot": "A", "code": "majakka", "text": "rauha töihin"},'
        ' {"slot": "B", "code": "mänty", "text": "”toinen” – \\\\ kolmas"}]}\n',
        encoding="utf-8",
    )
    age(phrase.shown, "--passphrase", "-o", str(tmp_path / "R07.age"), str(tmp_path / "plain"))
    assert dict(read_sealed(tmp_path / "R07.age", phrase).texts) == TEXTS
