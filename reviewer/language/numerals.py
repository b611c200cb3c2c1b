"""Chinese and Arabic numerals."""

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_DIGITS |= {
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
    "两": 2,
    "俩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}

NUMERAL = "零〇○一二两三四五六七八九十百千万亿"


def parse_number(text: str) -> int | None:
    """The whole number that `text` writes: 十二, 二〇二三, 一百零五, 两千, 12, １２; None where it is none."""
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    seen = False
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
            seen = True
        elif c in _UNITS:
            section += (digit if digit or seen else 1) * _UNITS[c]
            digit, seen = 0, False
        elif c in _LARGE:
            total = (total + section + digit) * _LARGE[c]
            section = digit = 0
            seen = False
        else:
            return None
    return total + section + digit


def to_chinese(number: int) -> str:
    """`number` (0 to 9999) in Chinese numerals, as labels use them: 10 → 十, 21 → 二十一, 105 → 一百零五."""
    if not 0 <= number <= 9999:
        raise ValueError(number)
    if number == 0:
        return "零"
    digits = "零一二三四五六七八九"
    out = ""
    pending_zero = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += ("零" if pending_zero else "") + digits[digit] + name
            pending_zero = False
        elif out and number:
            pending_zero = True
    return out.removeprefix("一") if out.startswith("一十") else out
