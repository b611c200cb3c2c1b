"""Numbers as Word writes them (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from collections.abc import Callable

from reviewer.language.numerals import to_chinese

_HAN = "○一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL_SIMPLIFIED = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth"}
_ORDINALS |= {"twelve": "twelfth"}


def format_number(value: int, kind: str, pattern: str = "") -> str:
    """`value` in the format that `kind` names; in decimal where the format is unknown or does not reach so far.

    `pattern` is the sample of a custom format, such as `001, 002, 003, ...`. `none` and `bullet` give nothing.
    """
    if kind == "custom":
        return str(value).zfill(len(pattern.partition(",")[0].strip()))
    write = _FORMATS.get(kind)
    if write is None or value < 0:
        return str(value)
    return write(value)


def _thousand(value: int) -> str:
    return to_chinese(value) if value <= 9999 else str(value)


def _counting(value: int) -> str:
    return to_chinese(value) if 0 < value < 100 else _digits(_HAN)(value)


def _han_ten_thousand(value: int) -> str:
    """Japanese counting, which says 百 and 千 without 一 and leaves zeros out."""
    return _thousand(value).replace("一百", "百").replace("一千", "千").replace("零", "") or "〇"


def _digits(signs: str) -> Callable[[int], str]:
    return lambda value: "".join(signs[int(d)] for d in str(value))


def _listed(signs: str) -> Callable[[int], str]:
    """Signs for 1, 2, …; decimal beyond the last."""
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else str(value)


def _repeated(signs: str) -> Callable[[int], str]:
    """a … z, aa … zz, aaa …: beyond the last sign the letter is doubled."""

    def write(value: int) -> str:
        if not 0 < value <= 30 * len(signs):
            return str(value)
        rounds, index = divmod(value - 1, len(signs))
        return signs[index] * (rounds + 1)

    return write


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    out = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        out += letters * count
    return out


def _cycle(value: int) -> str:
    """The sixty years 甲子, 乙丑, …"""
    return f"{_STEMS[(value - 1) % 10]}{_BRANCHES[(value - 1) % 12]}" if value > 0 else str(value)


def _cardinal(value: int) -> str:
    if value < 20:
        return _UNITS[value]
    if value < 100:
        tens, unit = divmod(value, 10)
        return _TENS[tens] + (f"-{_UNITS[unit]}" if unit else "")
    if value < 1000:
        hundreds, rest = divmod(value, 100)
        return f"{_UNITS[hundreds]} hundred" + (f" {_cardinal(rest)}" if rest else "")
    return str(value)


def _ordinal_word(value: int) -> str:
    if value >= 1000:
        return _ordinal(value)
    head, dash, last = _cardinal(value).rpartition("-")
    front, space, last = last.rpartition(" ")
    last = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{head}{dash}{front}{space}{last}"


def _ordinal(value: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th") if value // 10 % 10 != 1 else "th"
    return f"{value}{ending}"


def _range(first: str, count: int) -> str:
    return "".join(chr(ord(first) + i) for i in range(count))


_CIRCLED = _range("①", 20) + _range("㉑", 15) + _range("㊱", 15)
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя"
_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "japaneseCounting": _han_ten_thousand,
    "koreanCounting": _thousand,
    "ideographDigital": _digits(_HAN),
    "japaneseDigitalTenThousand": _digits(_HAN),
    "taiwaneseDigital": _digits(_HAN),
    "chineseLegalSimplified": lambda value: _thousand(value).translate(_LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": lambda value: _thousand(value).translate(_LEGAL_TRADITIONAL),
    "japaneseLegal": lambda value: _thousand(value).translate(_LEGAL_TRADITIONAL),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "ideographEnclosedCircle": _listed(_range("㊀", 10)),
    "decimalEnclosedCircle": _listed(_CIRCLED),
    "decimalEnclosedCircleChinese": _listed(_CIRCLED),
    "decimalEnclosedFullstop": _listed(_range("⒈", 20)),
    "decimalEnclosedParen": _listed(_range("⑴", 20)),
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalZero": lambda value: f"{value:02}",
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerLetter": _repeated(_LATIN),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "russianUpper": _repeated(_CYRILLIC.upper()),
    "russianLower": _repeated(_CYRILLIC),
    "chicago": _repeated("*†‡§"),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _cardinal(value).capitalize(),
    "ordinalText": lambda value: _ordinal_word(value).capitalize(),
}
