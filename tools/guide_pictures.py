"""Make the pictures of the guide: ``python tools/guide_pictures.py`` draws the screens of the program by itself.

Needs the extra ``dev``: the ways to the screens are those of the tests.
"""

import asyncio
import os
import random
import re
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZE = (84, 24)
SHOWN = {
    "home": "home",
    "ready": "start",
    "live": "round",
    "group": "group: round",
    "cards": "insert",
    "stored": "stored",
    "end": "end",
    "resume": "resume",
}
"""The pictures, and the scenes they show."""


async def draw(picture: str, language: str) -> None:
    """Draw one picture in one language."""
    from desk.scenes import scene

    from exercises.deck import Deck
    from facilitator.texts import languages

    languages.use(language)
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)  # so that no path of this computer is on the picture
        async with scene(SHOWN[picture], Path("data"), Deck(), SIZE) as desk:
            drawn = desk.app.export_screenshot(title="facilitator")
        os.chdir(ROOT)
    (PICTURES / f"{picture}-{language}.svg").write_text(small(drawn), encoding="utf-8")


def small(picture: str) -> str:
    """Without fonts from elsewhere, and without what a picture that stands still does not need."""
    picture = re.sub(r"@font-face \{[^}]*\}\s*", "", picture)
    picture = re.sub(r"<!--.*?-->", "", picture, flags=re.DOTALL)
    picture = re.sub(r'(\s(?:x|y|width|height|textLength)="\d+\.\d)\d+', r"\1", picture)
    return re.sub(r">\s*\n\s*<", ">\n<", picture).strip() + "\n"


def main() -> int:
    os.environ["TZ"] = "Europe/Helsinki"
    time.tzset()
    sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "sessions")]
    random.SystemRandom = lambda: random.Random(7)  # type: ignore[misc,assignment] # the same pictures every time
    wanted = sys.argv[1:] or list(SHOWN)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for picture in wanted:
        for language in ("fi", "sv", "en"):
            asyncio.run(draw(picture, language))
    return 0


if __name__ == "__main__":
    sys.exit(main())
