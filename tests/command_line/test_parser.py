"""What argparse itself says is ours, whichever version of it is at work."""

import argparse
import ast
import os
from pathlib import Path

from facilitator.command_line.main import run
from facilitator.command_line.parser import ARGPARSE_SAYS

NEVER_SAID = (
    "conflicting",
    "not defined",
    "'required' is",
    "mutually exclusive arguments must",
    "callable",
    "can't open",
    "cannot",
    "must start with",
    "dest=",
    "invalid conflict",
    "subparser",
    "invalid %(type)s",
    "%(prog)s: error",
    "unknown parser",
    "show this help message",
    "show program",
    "expected %s argument",
    "with mode",
    "subcommands",
    "deprecated",
    "maybe you meant",
)
"""To programmers, about options that we have not, or where we have a sentence of our own."""


def test_every_sentence_of_argparse_is_in_the_catalogue():
    calls = [
        node.args[0].value
        for node in ast.walk(ast.parse(Path(argparse.__file__).read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        and isinstance(node.args[0], ast.Constant)
    ]
    assert len(calls) > 20
    assert [said for said in calls if said not in ARGPARSE_SAYS and not any(part in said for part in NEVER_SAID)] == []


def test_help_is_in_the_chosen_language_and_nothing_started_later_inherits_it(capsys, monkeypatch):
    monkeypatch.delenv("LANGUAGE", raising=False)
    assert run(["--lang", "fi", "stored", "--help"]) == 0
    assert "käyttö: " in capsys.readouterr().out
    assert "LANGUAGE" not in os.environ
