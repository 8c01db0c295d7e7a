"""The long list: what is in sight of it."""

import pytest


@pytest.mark.parametrize("rows", range(16, 34))
async def test_no_heading_stands_alone_at_the_foot(home, rows):
    async with home(size=(100, rows)) as desk:
        await desk.press("c")
        area = desk.app.screen.query_one("#rows").region
        shown = [row[: area.right].strip() for row in desk.screen_text().split("\n")[area.y : area.bottom]]
        last = [row for row in shown if row][-1]
        assert last != last.upper()
