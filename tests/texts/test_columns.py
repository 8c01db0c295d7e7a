"""Text in columns: no line is wider than it may be, and nothing of a text is lost."""

import textwrap

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitator.texts.columns import wrapped, wrapped_to

TEXT = st.text("abcåäö -–,.1\u00a0漢字👋", max_size=80)


@given(TEXT, st.integers(4, 30), st.sampled_from(["", "   "]))
@example("漢字漢字漢字漢字", 4, "   ")
@example("111字 字", 4, "   ")
@example("    1", 4, "")
@example("   字", 4, "")
def test_no_line_is_wider_and_nothing_is_lost(text: str, columns: int, later: str):
    lines = wrapped(text, columns, later)
    widest = max(2 + len(later), columns)  # a character of two cells may stand where one is left
    assert all(cell_len(line) <= widest for line in lines)
    assert all(line.startswith(later) or not line for line in lines[1:])
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_wide_characters_count_as_two():
    assert wrapped("漢字 漢字 漢字", 9) == ["漢字 漢字", "漢字"]
    assert textwrap.wrap("漢字 漢字 漢字", 9) == ["漢字 漢字 漢字"]  # what it was: fourteen columns


def test_lines_break_between_words_and_after_hyphens_and_never_at_a_fixed_space():
    assert wrapped("työnohjaus-sopimus ja aihe", 12) == ["työnohjaus-", "sopimus ja", "aihe"]
    assert wrapped("noin 5\u00a0min kukin", 8) == ["noin", "5\u00a0min", "kukin"]
    assert wrapped("klo 9-11", 7) == ["klo", "9-11"]
    assert wrapped("", 10) == [""]
    assert wrapped("aaaaaaaa", 3) == ["aaa", "aaa", "aa"]
    assert wrapped("1 first thing", 8, "   ") == ["1 first", "   thing"]


@given(TEXT, st.integers(4, 30), st.integers(1, 4))
@example("11  1", 4, 1)
def test_what_does_not_fit_in_so_many_lines_has_a_mark(text: str, columns: int, most: int):
    lines = wrapped_to(text, columns, most)
    assert 1 <= len(lines) <= most
    assert all(cell_len(line) <= columns for line in lines)
    if (whole := wrapped(text, columns)) != lines:
        assert lines[:-1] == whole[: most - 1]
        assert lines[-1].endswith("…")
