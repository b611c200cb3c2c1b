"""Radicals that stand for the ideographs which look the same: ⽂ U+2F42 for 文, ⺠ U+2EA0 for 民."""

import re
import unicodedata
from functools import cache

from reviewer import resource

_RADICALS = re.compile("[\u2e80-\u2eff\u2f00-\u2fdf]")


@cache
def _table() -> dict[str, str]:
    table = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
    return table | {pair[0]: pair[1] for pair in resource.lexicon("radicals")["pairs"].split()}


def without_radicals(text: str) -> str:
    """`text` with every radical that stands for an ideograph replaced by it; the length stays."""
    return _RADICALS.sub(lambda radical: _table().get(radical[0], radical[0]), text)
