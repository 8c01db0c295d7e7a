"""Bring the catalogues up to date: ``python tools/translations.py`` extracts, merges and compiles.

Needs Babel (``pip install -e ".[dev]"``). New texts appear in the ``.po`` files without a translation; a test fails
until they have one.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "facilitator" / "texts" / "locale"
A_DAY = datetime(2026, 11, 21, tzinfo=UTC)
"""So that the files change only when a text does."""
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def texts() -> Catalog:
    """Every text in the source."""
    catalog = Catalog()
    found = extract_from_dir(ROOT / "facilitator", [("**.py", "python")], keywords=KEYWORDS)
    for file, line, message, comments, context in found:
        catalog.add(message, locations=[(f"facilitator/{file}", line)], auto_comments=comments, context=context)
    return catalog


def main() -> int:
    template = texts()
    missing = 0
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/facilitator.po")):
        language = po.parent.parent.name
        with po.open("rb") as file:
            catalog = read_po(file, locale=language)
        catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        catalog.project, catalog.version = "facilitator", "1"
        catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
        catalog.creation_date = catalog.revision_date = A_DAY
        for message in catalog:
            message.locations = sorted({(name, 0) for name, _line in message.locations})
            message.flags.discard("fuzzy")  # a doubtful one would be left out of what the program reads
        empty = [m.id for m in catalog if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)]
        missing += len(empty)
        with po.open("wb") as file:
            write_po(file, catalog, width=120, omit_header=False, sort_by_file=True, include_lineno=False)
        with po.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
        print(f"{language}: {len(catalog)} texts, {len(empty)} without a translation")
        for text in empty[:20]:
            print("   ", text)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
