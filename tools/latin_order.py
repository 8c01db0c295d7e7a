"""Writes ``exercises/latin-order.txt``: the weights of Latin letters, digits and signs out of the Unicode table.

The whole table takes 0.2 s and many megabytes to read, and the lists of the program have Latin letters only.
"""

from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parent.parent / "exercises" / "latin-order.txt"
SOURCE = "allkeys-10.0.0.txt"
LAST_LETTER = 0x17F
COMBINING = range(0x300, 0x370)
DASHES_AND_QUOTES = range(0x2010, 0x2040)


def wanted(codes: list[int]) -> bool:
    return all(code <= LAST_LETTER or code in COMBINING or code in DASHES_AND_QUOTES for code in codes)


def main() -> None:
    kept = []
    for line in (files("pyuca") / SOURCE).read_text(encoding="utf-8").splitlines():
        row = line.split("#", 1)[0].strip()
        codes = [int(code, 16) for code in row.split(";")[0].split()] if row and not row.startswith("@") else []
        if row.startswith("@version") or (codes and wanted(codes)):
            kept.append(row)
    TARGET.write_text(
        "# Unicode Collation Algorithm, the Latin part (unicode.org/license.html)\n" + "\n".join(kept) + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
