"""A fresh computer for every test, and windows that are closed after it."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from e2e.tmux_terminal import Computer, Window


@pytest.fixture(autouse=True, scope="session")
def _tmux_is_there() -> None:
    assert shutil.which("tmux"), "the end-to-end tests need tmux: apt-get install tmux"


@pytest.fixture
def computer(tmp_path) -> Computer:
    """A computer on which the program was never started."""
    return Computer(tmp_path)


@pytest.fixture
def window_on() -> Iterator[Callable[..., Window]]:
    """Opens windows on a computer."""
    opened: list[Window] = []

    def open_window(computer: Computer, columns: int = 80, rows: int = 24) -> Window:
        opened.append(Window(computer, columns, rows))
        return opened[-1]

    yield open_window
    for window in opened:
        window.close()


@pytest.fixture
def window(computer, window_on) -> Window:
    """One window of 80 × 24."""
    return window_on(computer)
