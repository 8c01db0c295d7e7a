"""Where things are: the data folder, and the few settings in it."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from exercises.languages import LANGUAGES

VARIABLE = "FACILITATOR_DATA"


def data_folder(chosen: str | None) -> Path:
    """The data folder: as chosen on the command line, else by ``FACILITATOR_DATA``, else the system's place for it."""
    if chosen:
        return Path(chosen).expanduser()
    if variable := os.environ.get(VARIABLE):
        return Path(variable).expanduser()
    from platformdirs import user_data_path

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
        data = tomllib.loads((folder / "config.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config(exists=False)
    except (OSError, ValueError):
        return Config(exists=True)
    language = data.get("language")
    return Config(exists=True, language=language if language in LANGUAGES else None)


def write_first_config(folder: Path) -> None:
    """Leave a settings file, so that the first start is over. A folder that cannot be written is no matter."""
    from sessions.store.files import replace_file

    text = '# Kieli / language: "fi", "sv", "en". Oletus: koneen kieli / default: the computer\'s.\n# language = "fi"\n'
    try:
        replace_file(folder / "config.toml", text.encode())
    except OSError:
        return
