"""Write what the tables of commands say: ``python tools/keys.py`` makes ``docs/keys.md`` and the manual page."""

from pathlib import Path

from facilitator.commands import CONTEXT_NAMES, KEY_NAMES, Context, commands_in
from facilitator.texts import languages
from facilitator.texts.languages import _

if __package__:
    from tools import manual
else:
    import manual

KEYS = Path(__file__).parent.parent / "docs" / "keys.md"


def sheet() -> str:
    """The list in English and Finnish."""
    parts = ["# Keys\n\nMade from `facilitator/commands.py` by `python tools/keys.py`.\n"]
    for context in Context:
        languages.use("en")
        parts.append(f"## {_(CONTEXT_NAMES[context])}\n")
        parts.append("| key | | |\n|---|---|---|")
        for command in commands_in(context):
            languages.use("en")
            keys = (
                "1–9"
                if command.id == "turn_to"
                else " ".join(f"`{_(KEY_NAMES.get(k, '')) or k}`" for k in command.keys)
            )
            english = _(command.help)
            languages.use("fi")
            parts.append(f"| {keys} | {english} | {_(command.help)} |")
        parts.append("")
    return "\n".join(parts)


if __name__ == "__main__":
    KEYS.parent.mkdir(exist_ok=True)
    KEYS.write_text(sheet(), encoding="utf-8")
    manual.PAGE.write_text(manual.page(), encoding="utf-8")
