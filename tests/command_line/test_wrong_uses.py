"""Every command, every wrong use of it, every language: one sentence, the right status, and nothing is opened."""

from pathlib import Path

import pytest

from facilitator.command_line import demo, home, main, project, run
from facilitator.command_line.table import COMMANDS
from facilitator.texts.languages import LANGUAGES

WAYS = [(part, way) for part in ("cards", "plans") for way in ("list", "show", "check", "new", "export")]
ALL = [(), *((name,) for name in COMMANDS), *WAYS]
EVERYWHERE = [
    ("--nonsense",),
    ("--nonsense=1",),
    ("--data",),
    ("--data", ""),
    ("--data", "~nosuch-person/x"),
    ("--lang",),
    ("--lang", ""),
    ("--lang", "xx"),
    ("--help=x",),
    ("--version=x",),
    ("a", "b", "c", "\x1b[2J"),
]
OF_THE_FOLDER = [("--data", "{file}"), ("--data", "{file}/x"), ("--data", "x" * 5_000), ("--data", "x/" * 2_040)]
OF_ONE = {
    (): [
        ("--install-launcher", "--remove-launcher"),
        ("--install-launcher=x",),
        ("nonsense",),
        ("caards",),
        ("",),
        ("--", "nonsense"),
        ("Run",),
    ],
    ("run",): [
        *(("--people", text) for text in ("", "0", "61", "x", "-3", "٣", "5.0", "9" * 5_000)),
        *(("--length", text) for text in ("", "9", "601", "1e2")),
        *(("--end", text) for text in ("", "25.00", "soon", "11.60")),
        *(("--group", text) for text in ("", "Matti", "R", "R1x", "R1234", "\x1b[2J")),
        *((text,) for text in ("", "ordinary-9", "../../etc/passwd", "x\x1b[2Jy", "ä")),
        ("--people",),
        ("--length",),
        ("--end",),
        ("--group",),
        ("--l", "5"),
        ("a", "b"),
    ],
    ("demo",): [("--speed", ""), ("--speed", "0"), ("--speed", "201"), ("--speed", "fast"), ("--speed",), ("x",)],
    ("project",): [("x",), ("--json",)],
    ("print",): [
        (),
        *(("--pdf", "a.pdf", "--people", text) for text in ("", "0", "61", "x")),
        *(("--pdf", "a.pdf", "--length", text) for text in ("", "9", "1e2")),
        *(("--pdf", "a.pdf", "--start", text) for text in ("", "25.00", "soon")),
        *((text, "--pdf", "a.pdf") for text in ("", "ordinary-9", "../x", "x\x1b[2Jy")),
        ("--pdf",),
        ("--pdf", "."),
    ],
    ("contract",): [("",), ("nobody",), ("R99", "--agreed", "no-such-point"), ("--pdf",)],
    ("key",): [(), ("--pdf",), ("--pdf", ""), ("--pdf", "."), ("x",)],
    ("completion",): [(), ("",), ("fish",), ("bash", "zsh")],
    ("review",): [("",), ("nobody",), ("R99",), ("--json", "--markdown"), ("--json=x",), ("--data", "none-such")],
    ("stored",): [("",), ("nobody",), ("R99",), ("--markdown",), ("--json=x",), ("--data", "none-such")],
    ("group",): [
        (),
        *((text,) for text in ("", "nobody", "R99", "R1x", "R1234")),
        *(
            ("R08", "--new", option, text)
            for option in ("--people", "--length", "--sessions", "--weeks", "--trial")
            for text in ("", "x", "0", "٣", "1000")
        ),
        *(("R08", "--new", option, "x") for option in ("--language", "--setting", "--form")),
        ("R08", "--new", "--trial", "1", "--agreed"),
        ("R08", "--new", "--ended", "--running"),
    ],
    ("log",): [
        *((text,) for text in ("", "nobody", "R99", "R1x")),
        (),
        *(
            ("R07", "--new", option, text)
            for option in ("--day", "--minutes", "--people")
            for text in ("", "x", "0", "٣")
        ),
        ("R07", "--new"),
        ("R07", "--new", "--cancelled", "--people", "3", "--minutes", "5"),
        ("R07", "--cancelled", "--unused"),
    ],
    ("correct",): [
        (),
        ("R99",),
        ("R99", "1"),
        ("R99", "1", "--people", "3"),
        ("R99", "1", "--charged", "--not-charged"),
    ],
    ("report",): [(), ("nobody",), ("R99",), ("R99", "--csv", "--json"), ("R99", "--pdf")],
    ("year",): [("x",), ("",), ("1066",), ("2026", "--target", "x"), ("--csv", "--json")],
    ("calendar",): [(), ("R99",), ("R99", "x.ics"), ("R99", "x.ics", "--first", "1.2.2027", "--at", "9.00")],
    ("export",): [(), ("",), (".",), ("{file}",), ("a", "b")],
    ("import",): [(), ("",), (".",), ("none-such",), ("none\x1b[2J",)],
    ("erase",): [
        (),
        ("R99",),
        ("R99", "--all", "--session", "1"),
        ("nobody", "--all"),
        ("R99", "--session", "1"),
        ("--all",),
        ("R99", "--damaged"),
    ],
    ("cards",): [("lst",), ("",), ("--markdown",), ("--json=x",)],
    ("plans",): [("lst",), ("",), ("--markdown",), ("--json=x",)],
    ("doctor",): [("x",), ("--json",)],
}
for part, way in WAYS:
    if way == "list":
        OF_ONE[part, way] = [("x",), ("--text",)]
    elif way == "check":
        OF_ONE[part, way] = [(), ("--json", "x")]
    else:
        OF_ONE[part, way] = [(), ("",), ("Ä",), ("../x",), ("x", "y")]
        OF_ONE[part, way] += [("ordinary-9",)] if way != "new" else [("--json", "x")]
    if way == "export":
        OF_ONE[part, way] += [("x", "--markdown", "--text"), ("x", "--json"), ("x", "--text=1")]
CASES = [
    (*command, *wrong)
    for command in ALL
    for wrong in [
        *EVERYWHERE,
        *(OF_THE_FOLDER if command not in (("demo",), ("completion",)) else ()),
        *OF_ONE[command],
    ]
    if (command[1:], wrong[:1]) != (("check",), ("a",))  # it takes many files
]
ENGLISH = ("usage", "expected", "required", "invalid", "argument ", "arguments", "See ", "should", "there is", "choose")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What would have been opened."""
    found: list[object] = []

    def opening(*given: object) -> None:
        found.append(given)
        raise InterruptedError

    for module, name in (
        (home, "open_desk"),
        (run, "open_desk"),
        (demo, "needs_terminal"),
        (project, "needs_terminal"),
    ):
        monkeypatch.setattr(module, name, opening)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_use_is_one_sentence(language: str, opened, capsys, tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    wrong = []
    for case in CASES:
        arguments = [each.replace("{file}", str(tmp_path / "file")) for each in case]
        status = main.run(["--lang", language, *arguments])
        out, err = capsys.readouterr()
        too_long = any(len(each) > 4_000 and not each.isdigit() for each in case)
        good = [
            status in ((1, 2) if too_long else (2,)),  # 2 where something else is missing too
            out == "",
            err.startswith("facilitator: "),
            err.count("\n") == 1 and err.endswith((".\n", "?\n")),
            "Traceback" not in err and "\x1b" not in err and "<" not in err,
            language == "en" or not any(word in err for word in ENGLISH),
            len(err) < 2_000,
            not opened,
        ]
        if not all(good):
            wrong.append(([each[:30] for each in case], status, out[:100], err[:300], good))
        opened.clear()
    assert wrong == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_help_and_version_are_everywhere_and_in_the_language(command: tuple[str, ...], language: str, capsys):
    assert main.run(["--lang", language, *command, "--help"]) == 0
    said, err = capsys.readouterr()
    assert err == ""
    assert all(option in said for option in ("--data", "--lang", "--version", "--help"))
    if language != "en":
        assert not any(word in said for word in ("usage", "options", "show this", "positional", "commands", "COMMAND"))
    assert main.run([*command, "--version"]) == 0
    assert capsys.readouterr().out.startswith("facilitator ")


def test_a_wrong_command_is_told_with_the_nearest(capsys):
    assert main.run(["--lang", "en", "plan"]) == 2
    said = "facilitator: there is no command “plan”. Did you mean “plans”? See facilitator --help.\n"
    assert capsys.readouterr().err == said
    assert main.run(["--lang", "en", "cards", "exprot"]) == 2
    assert "Did you mean “export”? See facilitator cards --help." in capsys.readouterr().err
