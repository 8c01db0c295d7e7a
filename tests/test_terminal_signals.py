"""What a terminal is asked for."""

import pytest

from facilitator.terminal_signals import takes_mouse


@pytest.mark.parametrize(
    ("environ", "takes"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "screen-256color", "TMUX": "/tmp/tmux"}, True),
        ({"TERM": "screen", "STY": "1234.pts-0.host"}, False),
        ({"TERM": "screen.xterm-256color", "STY": "1234.pts-0.host"}, False),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/tmux", "STY": "1234.pts-0.host"}, True),
        ({}, True),
    ],
)
def test_the_mouse_is_not_asked_for_where_esc_would_wait_for_it(environ: dict[str, str], takes: bool):
    assert takes_mouse(environ) is takes
