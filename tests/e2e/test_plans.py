"""A plan is prepared, saved and run in the real program."""

import pytest

from exercises.deck import Deck
from sessions.values import Id

pytestmark = pytest.mark.e2e


def test_a_plan_is_prepared_saved_and_run(computer, window):
    computer.data.mkdir()
    (computer.data / "config.toml").write_text("")
    window.start()
    window.wait("New session")
    window.keys("n")
    window.wait("Ordinary session 90", "In all")
    window.keys("O")
    window.wait("In all 90", "o Fit time")
    window.keys("Down", "Down", "+", "+")
    window.wait("In all 92", "2 min too much")
    window.keys("o")
    window.wait("In all 90")
    window.keys("i")
    window.wait("An empty item, 10 min")
    window.keys("/")
    window.keys("b", "u", "z", "z")
    window.wait("Pair buzz")
    window.keys("Enter")
    window.wait("In all 98")
    window.keys("P", "P")
    window.wait("◇")
    window.keys("S")
    window.wait("must not hold names")
    window.keys("Enter")
    window.wait("Saved: Own plan 1.")
    saved = Deck(computer.data).plan(Id("own-1"))
    assert saved is not None
    assert saved.plan.length() == 98
    assert "pair-buzz" in [item.exercise for item in saved.plan.items]
    assert [item.exercise for item in saved.plan.items if item.first_to_go] == ["pair-buzz"]
    window.keys("Enter")
    window.wait("Not begun. Space begins.", "Own plan 1")
    window.keys("Space")
    window.wait("STEP 1/3", "▶")
    window.keys("j")
    window.wait("STEP 2/3")
    window.keys("k")
    window.wait("Another way")
    window.keys("Escape")
    window.wait("STEP 2/3", "SPEAKING")
    window.keys("E")
    window.wait("This is what would be kept")
    window.keys("Down", "Down", "Enter")
    window.wait("Nothing was kept")

    listed = computer.run("plans")
    assert "own-1" in listed.stdout
    window.keys("n")
    window.wait("Own plan 1")
