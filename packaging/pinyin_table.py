"""Writes resources/lexicons/pinyin.toml: the characters of GB 2312 by syllable, from pypinyin's data (MIT).

Run it in an environment of its own with `pypinyin` installed; the program itself needs only the table.
"""

import sys
from collections import defaultdict
from importlib import import_module
from pathlib import Path

HEAD = """\
# Characters of GB 2312 by their commonest reading, without tones; ü is written v.
# Source: derived from pypinyin {version} (https://github.com/mozillazg/python-pinyin) by packaging/pinyin_table.py.
# Licence: MIT, Copyright (c) 2016 mozillazg, 闲耘.
# Date: 2026-11-21.

[syllables]
"""


def hanzi() -> list[str]:
    """The 6,763 characters of GB 2312 in the order of the standard."""
    found: list[str] = []
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            if row == 0xD7 and cell > 0xF9:
                continue
            found.append(bytes((row, cell)).decode("gb2312"))
    return found


def main(target: Path) -> None:
    """Write the table to `target`."""
    pypinyin = import_module("pypinyin")

    table: dict[str, list[str]] = defaultdict(list)
    for character in hanzi():
        reading = pypinyin.lazy_pinyin(character, v_to_u=False)[0]
        table[reading].append(character)
    lines = [f'{syllable} = "{"".join(characters)}"' for syllable, characters in sorted(table.items())]
    target.write_text(HEAD.format(version=pypinyin.__version__) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
