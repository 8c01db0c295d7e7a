"""Where things are: the data folder, and the few settings in it."""

import os
from dataclasses import dataclass
from pathlib import Path

from exercises.languages import LANGUAGES
from exercises.source import parse

VARIABLE = "FACILITATOR_DATA"
LARGEST_CONFIG = 64 * 1024
"""Bytes; a larger file is no settings."""


def data_folder(chosen: str | None) -> Path:
    """The data folder: as chosen on the command line, else by ``FACILITATOR_DATA``, else the system's place for it."""
    if asked := chosen or os.environ.get(VARIABLE):
        try:
            return Path(asked).expanduser()
        except RuntimeError:  # the home of nobody: then it is a name like any other
            return Path(asked)
    from platformdirs import user_data_path  # noqa: PLC0415 (start-up)

    return user_data_path("facilitator", appauthor=False)


@dataclass(frozen=True, slots=True)
class Config:
    """``config.toml``."""

    exists: bool
    """False on the very first start."""
    language: str | None = None
    """One of ``LANGUAGES``; None for what the system says."""


def read_config(folder: Path) -> Config:
    """The settings; a file that cannot be read counts as one without settings, for none is needed."""
    try:
        with (folder / "config.toml").open("rb") as file:
            source = file.read(LARGEST_CONFIG + 1)
        data = parse(source.decode()) if len(source) <= LARGEST_CONFIG else {}
    except FileNotFoundError:
        return Config(exists=False)
    except (OSError, ValueError):
        return Config(exists=True)
    language = data.get("language")
    return Config(exists=True, language=language if language in LANGUAGES else None)


def write_first_config(folder: Path) -> None:
    """Leave a settings file, so that the first start is over. A folder that cannot be written is no matter."""
    from sessions.store.files import replace_file  # noqa: PLC0415 (start-up)

    text = '# Kieli / language: "fi", "sv", "en". Oletus: koneen kieli / default: the computer\'s.\n# language = "fi"\n'
    try:
        replace_file(folder / "config.toml", text.encode())
    except OSError:
        return
