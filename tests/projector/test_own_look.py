"""The supervisor's own accent, word and picture: only what can be read and can do no harm, the rest is told."""

import asyncio
import zlib
from pathlib import Path

import pytest
from projector_builders import asked, request, serving
from session_builders import Story, item

from exercises.deck import Deck
from facilitator.command_line.main import run
from facilitator.projector.own_look import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    MOST_BYTES,
    OwnLook,
    Picture,
    contrast,
    own_look,
)
from facilitator.projector.server import PAGE
from facilitator.projector.terminal_rows import rows_of
from facilitator.projector.view import Shown, ViewSettings
from facilitator.projector.view_of_session import view_of
from facilitator.settings import FILE, Settings, read_settings
from facilitator.texts.languages import speaking
from facilitator.texts.reasons import fault
from sessions.kinds import ItemKind
from sessions.words import Words

SVG = b'<?xml version="1.0"?><!-- drawn --><svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>'
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 90


def png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)

    head = (2).to_bytes(4) + (2).to_bytes(4) + bytes((8, 2, 0, 0, 0))
    rows = zlib.compress((b"\0" + b"\xff\xc6\x6b" * 2) * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def look(folder: Path, **settings: str) -> OwnLook:
    with speaking("en"):
        return own_look(folder, Settings(**settings))


def test_the_grounds_are_those_of_the_page():
    css = (PAGE / "page.css").read_text()
    for ground, card in (DARK_GROUNDS, LIGHT_GROUNDS):
        assert f"--ground: {ground}" in css
        assert f"--card: {card}" in css


def test_contrast_is_what_the_guideline_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("key", "colour", "good"), [
    ("accent", "#FFC66B", True), ("accent", "#335577", False), ("accent", "#000000", False),
    ("accent_on_light", "#8a4b00", True), ("accent_on_light", "#ffc66b", False), ("accent_on_light", "#ffffff", False),
])  # fmt: skip
def test_an_accent_that_cannot_be_read_is_refused_with_a_sentence(tmp_path, key, colour, good):
    found = look(tmp_path, **{key: colour})
    assert getattr(found, key) == (colour.lower() if good else "")
    assert [f"The accent {colour} is too weak" in said for said in found.troubles] == ([] if good else [True])


@pytest.mark.parametrize(("name", "body", "kind"), [
    ("k.png", png(), "image/png"), ("k.jpg", JPEG, "image/jpeg"), ("k.svg", SVG, "image/svg+xml"),
    ("k.svg", b"\xef\xbb\xbf" + SVG, "image/svg+xml"),
])  # fmt: skip
def test_a_picture_of_the_folder_is_kept_in_memory(tmp_path, name, body, kind):
    (tmp_path / name).write_bytes(body)
    found = look(tmp_path, break_picture=name)
    assert (found.picture, found.troubles) == (Picture(kind, body), ())


REFUSED = {
    "a page": ("k.svg", b"<html><svg></svg></html>"),
    "text": ("k.png", b"not a picture"),
    "entities": ("k.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>'),
    "too large": ("k.png", png() + b"0" * MOST_BYTES),
    "empty": ("k.png", b""),
    "not there": ("k.png", None),
    "outside": ("../k.png", png()),
    "the folder itself": (".", None),
}


@pytest.mark.parametrize("name", REFUSED)
def test_any_other_file_is_refused_with_a_sentence(tmp_path, name):
    folder = tmp_path / "data"
    folder.mkdir()
    file, body = REFUSED[name]
    if body is not None:
        (folder / file).write_bytes(body)
    found = look(folder, break_picture=file)
    assert found.picture is None
    assert len(found.troubles) == 1
    assert str(folder) in found.troubles[0]


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "secret.png").write_bytes(png())
    (tmp_path / "data" / "k.png").symlink_to(tmp_path / "secret.png")
    assert look(tmp_path / "data", break_picture="k.png").picture is None


def test_the_settings_are_read_and_doctor_tells_what_cannot_be_used(data, capsys):
    data.mkdir()
    (data / FILE).write_text('accent = "#335577"\nbreak_text = "Kahvi aulassa"\nbreak_picture = "x.png"\n')
    assert read_settings(data).break_text == "Kahvi aulassa"
    run(["--lang", "en", "doctor"])
    said = capsys.readouterr().out
    assert "too weak on the group's wall" in said
    assert "cannot be read" in said
    (data / FILE).write_text(f'accent = "sage"\nbreak_text = 3\nbreak_picture = "{"x" * 200}"\n')
    found = read_settings(data)
    assert (found.accent, found.break_text, found.break_picture) == ("", "", "")
    with speaking("en"):
        said = [fault(each) for each in found.problems]
    assert ["colour" in said[0], "a text" in said[1], "120" in said[2]] == [True] * 3


def test_the_break_alone_has_the_word_and_the_picture_and_the_terminal_the_word():
    wanted = ViewSettings(
        Shown.FOLLOW, accent="#ffc66b", accent_on_light="#8a4b00", break_text="Kahvi", has_picture=True
    )
    seen = {
        kind: view_of(Story(item(10, kind=kind)).session, Words(), Deck(), wanted, Story().now)
        for kind in (ItemKind.BREAK, ItemKind.THEME)
    }
    assert [(each.own_text, each.picture, each.accent) for each in seen.values()] == [
        ("Kahvi", True, "#ffc66b"), ("", False, "#ffc66b"),
    ]  # fmt: skip
    assert any("Kahvi" in row.text for row in rows_of(seen[ItemKind.BREAK], 40, 12, 0))


async def test_it_is_served_under_the_secret_path_alone_and_may_do_nothing_by_itself():
    picture = Picture("image/svg+xml", SVG)
    with serving(picture=picture) as server:
        for path, status in ((f"/{'k' * 22}/picture", 200), ("/picture", 404), (f"/{'x' * 22}/picture", 404)):
            async with asked(server.port, request(server.port, path)) as reader:
                answer = (await asyncio.wait_for(reader.read(100_000), 10)).decode()
            assert int(answer.split()[1]) == status
            assert ("<circle" in answer) is (status == 200)
            if status == 200:
                assert "default-src 'none'; sandbox" in answer
                assert "no-store" in answer
                assert "Content-Type: image/svg+xml\r\n" in answer
    with serving(picture=None) as server:
        async with asked(server.port, request(server.port, f"/{'k' * 22}/picture")) as reader:
            assert (await asyncio.wait_for(reader.read(1_000), 10)).split()[1] == b"404"
