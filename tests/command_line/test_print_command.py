"""``facilitator print``: a plan on paper with clock times."""

import pytest
from pypdf import PdfReader

from facilitator.command_line.main import run


@pytest.fixture
def say(capsys):
    def ask(*arguments: str, lang: str = "en") -> tuple[int, str, str]:
        status = run(["--lang", lang, *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return ask


def test_a_plan_from_a_time_of_day_on(say, tmp_path, data):
    file = tmp_path / "agenda.pdf"
    status, out, _err = say("print", "ordinary-90", "--people", "6", "--start", "9.05", "--pdf", str(file), lang="fi")
    assert (status, out) == (0, f"Kirjoitettu: {file}\n")
    text = PdfReader(file).pages[0].extract_text()
    assert "9.05" in text
    assert "päättyy klo 10.35" in text
    assert "6 osallistujaa" in text
    assert not data.exists()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("ordinary-90",), 2, "--pdf"),
        (("ordinary-90", "--start", "nine", "--pdf", "a.pdf"), 2, "--start should be a time such as 9.00, not “nine”."),
        (("no-such", "--pdf", "a.pdf"), 2, "there is no plan “no-such”."),
        (("ordinary-90", "--people", "0", "--pdf", "a.pdf"), 2, "--people should be a whole number"),
        (("ordinary-90", "--pdf", "."), 2, "that is a folder"),
        (("ordinary-90", "--pdf", "file/a.pdf"), 1, "a.pdf cannot be written."),
    ],
)
def test_what_is_wrong_is_one_sentence(say, tmp_path, monkeypatch, arguments, status, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    got, out, err = say("print", *arguments)
    assert got == status
    assert said in err
    assert not out
    assert len(err.splitlines()) == 1
