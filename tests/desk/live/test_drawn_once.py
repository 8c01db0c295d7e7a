"""A key is drawn once: what the screen says and its keys are worked out a single time."""

import pytest

from facilitator.desk.live import drawing
from facilitator.desk.widgets.key_bar import KeyBar


@pytest.mark.parametrize("key", ["space", "p", "x", "plus", "b", "u"])
async def test_what_a_key_changes_is_worked_out_once(live, monkeypatch, key: str):
    async with live() as desk:
        await desk.press("space", "space")
        counts = {"agenda": 0, "keys": 0, "details": 0}

        def counting(name, original):
            def counted(*given):
                counts[name] += 1
                return original(*given)

            return counted

        monkeypatch.setitem(drawing.REGIONS, "agenda", counting("agenda", drawing.REGIONS["agenda"]))
        monkeypatch.setattr(drawing, "now_with_goals", counting("details", drawing.now_with_goals))
        monkeypatch.setattr(KeyBar, "present", counting("keys", KeyBar.present))
        await desk.press(key)
        assert counts == {"agenda": 1, "keys": 1, "details": 1}
