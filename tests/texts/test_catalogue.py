"""The catalogues: every text of the program is translated, whole, and compiled."""

import ast
import io
import re
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from facilitator.texts.languages import LANGUAGES, LOCALE
from tools.translations import texts

CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/facilitator.po"))
HOLES = re.compile(r"\{\w*\}|%\(\w+\)[rsd]|%[sd]")


def read(po: Path):
    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name)


def parts(text) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, (tuple, list)) else (text,)


def test_every_language_but_that_of_the_source_has_a_catalogue():
    assert {po.parent.parent.name for po in CATALOGUES} >= set(LANGUAGES) - {"en"}


def test_extraction_misses_no_call():
    known = {parts(message.id)[0] for message in texts() if message.id}
    missed = []
    for path in sorted((ROOT / "facilitator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if name in ("_", "N_", "ngettext") and isinstance(node.args[0], ast.Constant):
                missed += [(path.name, node.lineno)] if node.args[0].value not in known else []
            elif name == "_" and isinstance(node.args[0], ast.JoinedStr):
                missed.append((path.name, node.lineno))
    assert missed == []


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: po.parent.parent.name)
def test_every_text_is_translated(po: Path):
    catalogue = read(po)
    missing = [m.id for m in texts() if m.id and (m.id not in catalogue or not all(parts(catalogue[m.id].string)))]
    assert missing == []
    assert [m.id for m in catalogue if m.id and m.fuzzy] == [], "a doubtful one is left out of what the program reads"


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: po.parent.parent.name)
def test_nothing_is_translated_that_is_not_in_the_program(po: Path):
    known = {parts(message.id) for message in texts() if message.id}
    assert [m.id for m in read(po) if m.id and parts(m.id) not in known] == []


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: po.parent.parent.name)
def test_what_is_filled_in_is_the_same(po: Path):
    wrong = []
    for message in read(po):
        if message.id:
            wanted = sorted(HOLES.findall(parts(message.id)[-1]))
            wrong += [message.id for said in parts(message.string) if sorted(HOLES.findall(said)) != wanted]
    assert wrong == []


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: po.parent.parent.name)
def test_a_translation_begins_and_ends_as_the_text_does(po: Path):
    wrong = []
    for message in read(po):
        for one, said in zip(parts(message.id), parts(message.string), strict=False):
            if one and (one != one.strip()) != (said != said.strip()):
                wrong.append(one)
    assert wrong == []


def test_nothing_shouts():
    shouting = [said for po in CATALOGUES for m in read(po) if m.id for said in parts(m.string) if "!" in said]
    assert shouting + [message.id for message in texts() if message.id and "!" in parts(message.id)[0]] == []


@pytest.mark.parametrize("po", CATALOGUES, ids=lambda po: po.parent.parent.name)
def test_the_compiled_catalogue_is_that_of_the_source(po: Path):
    compiled = io.BytesIO()
    write_mo(compiled, read(po))
    assert po.with_suffix(".mo").read_bytes() == compiled.getvalue()
