"""The second terminal has words in its own memory: they go when the session is over, or nothing is heard of it."""

import asyncio

import pytest
from words_in_memory import where_kept

from facilitator.drawn_texts import A_MOMENT
from facilitator.projector.rendezvous import Rendezvous
from facilitator.projector.second_terminal import LOST_AFTER, Terminal
from facilitator.projector.view import Shown, View
from facilitator.projector.wire import End, Frame

WORD = "".join(reversed("sitpokluseh"))
"""Made here, so that no other test's own texts can be taken for what was typed."""


@pytest.mark.parametrize("how", ["the session is over", "nothing is heard"])
async def test_no_word_stays_in_the_second_terminal(tmp_path, how):
    terminal = Terminal(Rendezvous(tmp_path))
    async with terminal.run_test(size=(80, 24)) as pilot:
        terminal._hear(Frame(View(Shown.ROUND, "fi", speaker=f"{WORD}-1", invitation=f"{WORD}-2")))
        await pilot.pause(0.3)
        assert where_kept(WORD)
        if how == "the session is over":
            terminal._hear(End("fi", "ohi"))
        else:
            terminal._heard -= LOST_AFTER + 1
        for _look in range(20):
            await asyncio.sleep(A_MOMENT + 0.1)
            await pilot.pause()
            if not (kept := where_kept(WORD)):
                break
        assert kept == []
