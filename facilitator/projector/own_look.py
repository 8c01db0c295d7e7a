"""What the supervisor has put on the group's view from the data folder: an accent, a word and a picture for the break.

What cannot be used is left out and told by ``doctor``: the page then keeps its own.
"""

import re
from pathlib import Path

from msgspec import Struct

from facilitator.settings import Settings
from facilitator.texts.languages import _
from sessions.cleaning import clean

DARK_GROUNDS, LIGHT_GROUNDS = ("#101415", "#181e20"), ("#faf8f3", "#f1eee5")
"""The wall and the cards on it, as in ``page.css``."""
ENOUGH = 4.5
"""The contrast that text needs (WCAG 2.2, AA)."""
MOST_BYTES = 2 * 1024 * 1024
"""Of a picture: it is kept in memory and sent to every viewer."""
_SVG_WITHIN = 1_000
_DRAWING = re.compile(
    r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!DOCTYPE svg[^>\[]*>\s*)?(<!--.*?-->\s*)*<svg\b", re.DOTALL
)
_KINDS = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))


class Picture(Struct, frozen=True):
    """A picture, kept in memory while the session runs."""

    kind: str
    """Its media type."""
    body: bytes


class OwnLook(Struct, frozen=True):
    """What can be used, and a sentence for everything that cannot."""

    accent: str = ""
    accent_on_light: str = ""
    break_text: str = ""
    picture: Picture | None = None
    troubles: tuple[str, ...] = ()


def own_look(folder: Path, settings: Settings) -> OwnLook:
    """What the settings of this data folder ask for, as far as it can be read from eight metres."""
    troubles: list[str] = []
    accent = _accent(settings.accent, DARK_GROUNDS, troubles)
    on_light = _accent(settings.accent_on_light, LIGHT_GROUNDS, troubles)
    picture = _picture(folder, settings.break_picture, troubles) if settings.break_picture else None
    return OwnLook(accent, on_light, clean(settings.break_text), picture, tuple(troubles))


def contrast(one: str, other: str) -> float:
    """How well one colour is told from the other: from 1 to 21, as WCAG 2.2 defines it."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _accent(colour: str, grounds: tuple[str, ...], troubles: list[str]) -> str:
    if not colour:
        return ""
    least = min(contrast(colour, ground) for ground in grounds)
    if least >= ENOUGH:
        return colour.lower()
    said = _("The accent {colour} is too weak on the group's wall: contrast {found}, at least {needed} is needed.")
    troubles.append(said.format(colour=colour, found=f"{least:.1f}", needed=ENOUGH))
    return ""


def _picture(folder: Path, name: str, troubles: list[str]) -> Picture | None:
    """The picture, if it is a file of this folder, not too large, and of a kind that every browser shows."""
    path = folder / name
    try:
        if folder.resolve() not in path.resolve().parents:
            troubles.append(_("The picture for the break must be in the data folder: {path}").format(path=path))
            return None
        with path.open("rb") as file:
            body = file.read(MOST_BYTES + 1)
    except (OSError, ValueError, RuntimeError):
        troubles.append(_("The picture for the break cannot be read: {path}").format(path=path))
        return None
    kind = next((kind for start, kind in _KINDS if body.startswith(start)), "") or _svg(body)
    if len(body) > MOST_BYTES or not kind:
        said = _("The picture for the break must be a PNG, JPEG or SVG of at most {most} MB: {path}")
        troubles.append(said.format(most=MOST_BYTES // 1024 // 1024, path=path))
        return None
    return Picture(kind, body)


def _svg(body: bytes) -> str:
    """Its media type, if it is a drawing; one that defines entities could keep a browser busy, and needs none."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
    is_drawing = _DRAWING.match(text[:_SVG_WITHIN])
    return "image/svg+xml" if is_drawing and "<!ENTITY" not in text else ""
