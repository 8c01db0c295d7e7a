"""The rest of today on paper: one key, one choice, a file outside the data folder, and the session goes on."""

import os
from pathlib import Path

import pytest
from desk.driver import Opens
from pypdf import PdfReader

from facilitator.printing import delivery
from facilitator.texts.phrases import clock
from sessions.timing import timing


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("passing", [True, False])
async def test_one_key_writes_what_is_left_and_changes_nothing(
    live: Opens, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passing: bool
):
    documents = tmp_path / "documents"
    documents.mkdir()
    opened: list[Path] = []
    monkeypatch.setattr("facilitator.desk.live.on_paper.documents", lambda: documents)
    monkeypatch.setattr("facilitator.printing.delivery.open_with_system", lambda path: not opened.append(path))
    async with live() as desk:
        await desk.press("space", "space", "w", "down", "enter")
        await desk.type("kanarialintu")
        await desk.press("enter")
        await desk.settle()
        assert "kanarialintu" in desk.running.words.labels.values()
        desk.running.journal.flush()
        before = contents(data), desk.session
        await desk.press("X")
        desk.expects("The rest of today on paper", "No word that was written is on it.")
        await desk.press(*(() if passing else ("down",)), "enter")
        for _wait in range(200):
            if opened:
                break
            await desk.settle()
        await desk.app.workers.wait_for_complete()
        await desk.settle()
        (path,) = opened
        assert (path.parent == documents) is not passing
        desk.expects("Opened:")
        desk.running.journal.flush()
        assert (contents(data), desk.session) == before
        text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
        assert "kanarialintu" not in text
        times = timing(desk.session, desk.running.now())
        assert all(clock(times.starts[item.uid]) in text for item in desk.session.items if item.is_open)


async def test_nothing_is_written_when_it_is_left(live: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("facilitator.desk.live.on_paper.documents", lambda: tmp_path)
    async with live() as desk:
        await desk.press("space", "X", "escape")
        await desk.settle()
    assert not list(tmp_path.glob("*.pdf"))


async def test_a_folder_that_cannot_be_written_is_told(live: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("facilitator.desk.live.on_paper.documents", lambda: tmp_path / "file")
    async with live() as desk:
        await desk.press("space", "X", "down", "enter")
        await desk.app.workers.wait_for_complete()
        await desk.settle()
        desk.expects("The folder cannot be written.")


@pytest.mark.parametrize(("platform", "program"), [("darwin", "open"), ("linux", "xdg-open")])
def test_the_systems_own_program_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, program: str):
    started: list[list[str]] = []
    monkeypatch.setattr(delivery.sys, "platform", platform)
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(delivery.shutil, "which", lambda name: f"/bin/{name}" if name == program else None)
    monkeypatch.setattr(delivery.subprocess, "Popen", lambda command, **_more: started.append(command))
    assert delivery.open_with_system(tmp_path / "a.pdf")
    assert started == [[f"/bin/{program}", str(tmp_path / "a.pdf")]]


def test_without_a_screen_or_a_program_for_it_nothing_is_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(delivery.subprocess, "Popen", lambda *_, **__: pytest.fail("started"))
    monkeypatch.setattr(delivery.sys, "platform", "linux")
    assert not delivery.open_with_system(tmp_path / "a.pdf")
    monkeypatch.setattr(delivery.sys, "platform", "darwin")
    monkeypatch.setattr(delivery.shutil, "which", lambda _name: None)
    assert not delivery.open_with_system(tmp_path / "a.pdf")


def test_papers_of_killed_programs_are_removed_a_day_later(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(delivery.tempfile, "tempdir", str(tmp_path))
    old, fresh, other = (tmp_path / name for name in ("facilitator-paper-old", "facilitator-paper-new", "other-old"))
    for folder in (old, fresh, other):
        folder.mkdir()
        (folder / "agenda.pdf").write_bytes(b"%PDF")
    for folder in (old, other):
        os.utime(folder, (0, 0))
    (tmp_path / "facilitator-paper-link").symlink_to(other)
    made = delivery.passing_folder()
    assert {path.name for path in tmp_path.iterdir()} == {fresh.name, other.name, made.name, "facilitator-paper-link"}
    assert (other / "agenda.pdf").exists()
