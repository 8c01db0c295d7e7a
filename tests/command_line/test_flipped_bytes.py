"""A byte that is another; ``benchmarks/flipped_bytes.py`` tries thousands."""

from command_line.flipped_bytes import offenders


def test_one_byte_that_is_another_loses_nothing_without_a_word(with_groups, shipped):
    assert list(offenders(with_groups, shipped, 60, seed=11)) == []
