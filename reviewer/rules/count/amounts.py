"""15个, 3.2亿元: written amounts as numbers that can be added and compared."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from reviewer.language.numerals import parse_number
from reviewer.resource import lexicon

_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
_SAME = {"名": "人", "千米": "公里", "公斤": "千克"}


@cache
def number_pattern() -> str:
    """A regular expression for one amount, with the groups `n` and `unit` for a caller to rename."""
    return r"(?P<n>\d{1,12}(?:\.\d{1,6})?|[一二两三四五六七八九十百]{1,5})(?P<unit>" + _units() + ")"


@cache
def _units() -> str:
    return "|".join(sorted(lexicon("sums")["units"], key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` of `unit`, written to within `grain`, the worth of one in its last decimal place; 0 if counted exactly."""

    value: Decimal
    unit: str
    grain: Decimal


def amount(number: str, unit: str) -> Amount | None:
    """What `number` and `unit` say, in the plain unit (万元 as 元); None where the number is none."""
    scale = next((by for name, by in _SCALES.items() if unit.startswith(name)), 1)
    plain = unit.removeprefix(next((name for name in _SCALES if unit.startswith(name)), ""))
    if re.fullmatch(r"\d+(?:\.\d+)?", number):
        value = Decimal(number)
        places = len(number.partition(".")[2])
        grain = Decimal(scale).scaleb(-places) if places else Decimal(0)
    else:
        whole = parse_number(number)
        if whole is None:
            return None
        value, grain = Decimal(whole), Decimal(0)
    return Amount(value * scale, _SAME.get(plain, plain), grain)


def in_words(value: Decimal, unit: str) -> str:
    """`value`, which counts plain units, as it would be written with `unit`, without zeros at the end."""
    scale = next((by for name, by in _SCALES.items() if unit.startswith(name)), 1)
    shown = f"{value / scale:f}"
    return (shown.rstrip("0").rstrip(".") if "." in shown else shown) + unit
