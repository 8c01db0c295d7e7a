"""What comes along is listed with its licence."""

import re

from tools import licences


def test_everything_that_comes_along_is_listed():
    listed = dict(re.findall(r"^\| ([a-z0-9-]+) \| (.+) \|$", licences.LIST.read_text("utf-8"), re.MULTILINE))
    listed.pop("name", None)
    assert licences.parts() <= set(listed), "python tools/licences.py lists them anew"
    assert [name for name, licence in listed.items() if licence in ("", "UNKNOWN")] == []
