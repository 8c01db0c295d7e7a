"""The data folder, and the few settings in it."""

from pathlib import Path

import pytest

from facilitator.settings import LARGEST_CONFIG, Config, data_folder, read_config


def test_a_setting_is_read(tmp_path: Path):
    (tmp_path / "config.toml").write_text('language = "sv"')
    assert read_config(tmp_path) == Config(exists=True, language="sv")
    assert read_config(tmp_path / "none") == Config(exists=False)


@pytest.mark.parametrize(
    "source",
    [
        b"x = " + b"[" * 50_000,
        b"x = " + b"{a=" * 10_000,
        b".".join([b"a"] * 30_000) + b" = 1",
        b'language = "sv"\n' + b"# \n" * LARGEST_CONFIG,
        b"\xff",
        b"language = ",
        b'language = ["fi"]',
        b'language = {a = "fi"}',
    ],
    ids=["brackets", "tables", "a long key", "too large", "no UTF-8", "no TOML", "a list", "a table"],
)
def test_settings_that_are_none_count_as_none(tmp_path: Path, source: bytes):
    (tmp_path / "config.toml").write_bytes(source)
    assert read_config(tmp_path) == Config(exists=True)


def test_the_home_of_nobody_is_a_name_like_any_other():
    assert data_folder("~nosuch-user/x") == Path("~nosuch-user/x")
