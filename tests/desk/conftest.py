"""Ways to open the desk."""

from pathlib import Path
from random import Random

import pytest
from desk.driver import Opens, desk_on, left_unpainted, prepared
from fakes import FakeClock
from textual._compositor import Compositor

from exercises.deck import Deck
from facilitator.preparing.preparation import Preparation
from sessions.running import RunningSession
from sessions.store.folder import Store


@pytest.fixture(autouse=True)
def _chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn by chance is the same every time."""
    monkeypatch.setattr("random.SystemRandom", lambda: Random(7))
    monkeypatch.setattr("facilitator.desk.live.goals.SystemRandom", lambda: Random(7))


@pytest.fixture(autouse=True)
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody looks at is not painted; a module that wants it painted has a fixture of this name."""
    monkeypatch.setattr(Compositor, "render_update", left_unpainted)


@pytest.fixture(autouse=True)
def drawn_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was drawn is not looked for in all of memory at an end; who looks there has a fixture of this name."""
    for where in ("facilitator.desk.forgetting", "facilitator.drawn_texts"):
        monkeypatch.setattr(f"{where}.forget_drawn", lambda: None)


@pytest.fixture(autouse=True)
def _paper_stays_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever keys are pressed, no paper is written among somebody's documents, and no viewer is started."""
    monkeypatch.setattr("facilitator.desk.live.on_paper.documents", lambda: tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def clock() -> FakeClock:
    """The clocks, moved by hand."""
    return FakeClock()


@pytest.fixture
def store(data: Path) -> Store:
    """The folder of this test, with nothing in it."""
    return Store(data)


@pytest.fixture
def home(store: Store, shipped: Deck, clock: FakeClock) -> Opens:
    """Opens the program at home."""
    return lambda **options: desk_on(store, shipped, **({"clock": clock} | options))


@pytest.fixture
def live(store: Store, shipped: Deck, clock: FakeClock) -> Opens:
    """Opens the program with an ordinary session made ready."""

    def opens(plan: str = "ordinary-90", people: int | None = None, length: int | None = None, **options):
        making = {name: options.pop(name) for name in ("group", "end") if name in options}
        made: Preparation = options.pop("made", None) or prepared(shipped, plan, people, length, **making)
        return desk_on(store, shipped, **({"clock": clock, "prepared": made} | options))

    return opens


@pytest.fixture
def noticing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The session notices sleep and steps of the clock, though its clock is a test's."""
    original = RunningSession.__init__

    def init(self, ledger, clock, journal, *, notices=True):
        original(self, ledger, clock, journal, notices=True)

    monkeypatch.setattr(RunningSession, "__init__", init)
