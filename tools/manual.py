"""Write the manual page from the parser: ``python tools/manual.py`` makes ``docs/facilitator.1``."""

import argparse
import sys
from pathlib import Path

from facilitator.command_line.parser import Parser
from facilitator.command_line.whole import about, commands_of, whole_parser
from facilitator.texts import languages

PAGE = Path(__file__).parent.parent / "docs" / "facilitator.1"


def page() -> str:
    """The manual page in English, as ``man`` reads it."""
    languages.use("en")
    parser = whole_parser()
    lines = ['.TH FACILITATOR 1 "" "" "User Commands"', ".SH NAME", f"facilitator \\- {_plain(_lower(about()))}"]
    lines += [".SH SYNOPSIS", ".B facilitator", "[options] [command …]", ".SH DESCRIPTION"]
    lines += [
        _plain("Without a command the supervisor's screens are opened. While a session runs, ? shows every key."),
        ".SH OPTIONS", *_options(parser), ".SH COMMANDS",
    ]  # fmt: skip
    for word, one in commands_of(parser).items():
        lines += _command(f"facilitator {word}", one)
        for way, other in commands_of(one).items():
            lines += _command(f"facilitator {word} {way}", other)
    lines += [".SH FILES", ".TP", "FACILITATOR_DATA", "The data folder, unless --data names another."]
    lines += [".SH EXIT STATUS", "0 when it was done, 1 when it could not be, 2 for a wrong use."]
    return "\n".join(lines) + "\n"


def _command(name: str, parser: argparse.ArgumentParser) -> list[str]:
    said = (parser.description or "").rstrip(".")
    return [f".SS {_plain(name)}", _plain(said[:1].upper() + said[1:] + "."), *_options(parser)]


def _options(parser: argparse.ArgumentParser) -> list[str]:
    lines = []
    everywhere = {action.dest for action in Parser("").__dict__["_actions"]}
    for action in parser._actions:
        if action.help is argparse.SUPPRESS or isinstance(action, argparse._SubParsersAction):
            continue
        if parser.prog != "facilitator" and action.dest in everywhere:
            continue
        wanted = "|".join(action.choices) if action.choices else str(action.metavar or action.dest.upper())
        if not action.option_strings:
            name = wanted
        else:
            name = ", ".join(action.option_strings) + ("" if action.nargs == 0 else f" {wanted}")
        lines += [".TP", f".B {_plain(name)}", _plain((action.help or "").replace("%%", "%"))]
    return lines


def _plain(text: str) -> str:
    """Text that ``man`` reads as it is."""
    said = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + said if said.startswith((".", "'")) else said


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.exit(0)
