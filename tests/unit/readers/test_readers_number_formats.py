"""Numbers in Word's formats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.readers.docx.number_formats import _FORMATS, format_number


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("decimal", 12, "12"),
        ("unheard-of", 12, "12"),
        ("none", 3, ""),
        ("bullet", 3, ""),
        ("chineseCounting", 21, "二十一"),
        ("chineseCounting", 105, "一○五"),
        ("chineseCountingThousand", 10, "十"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("taiwaneseCountingThousand", 12, "十二"),
        ("taiwaneseCounting", 20, "二十"),
        ("japaneseCounting", 105, "百五"),
        ("japaneseCounting", 0, "〇"),
        ("koreanCounting", 11, "十一"),
        ("ideographDigital", 10, "一○"),
        ("taiwaneseDigital", 205, "二○五"),
        ("chineseLegalSimplified", 26, "贰拾陆"),
        ("ideographLegalTraditional", 26, "貳拾陸"),
        ("japaneseLegal", 3, "參"),
        ("ideographTraditional", 2, "乙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographZodiacTraditional", 61, "甲子"),
        ("ideographEnclosedCircle", 10, "㊉"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircleChinese", 50, "㊿"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedFullstop", 20, "⒛"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalFullWidth", 10, "１０"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 12, "12"),
        ("numberInDash", 4, "- 4 -"),
        ("hex", 255, "FF"),
        ("upperLetter", 26, "Z"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 53, "aaa"),
        ("lowerLetter", 100_000, "100000"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("lowerRoman", 4000, "4000"),
        ("russianLower", 2, "б"),
        ("chicago", 5, "**"),
        ("ordinal", 1, "1st"),
        ("ordinal", 112, "112th"),
        ("ordinal", 23, "23rd"),
        ("cardinalText", 342, "Three hundred forty-two"),
        ("ordinalText", 1, "First"),
        ("ordinalText", 20, "Twentieth"),
        ("ordinalText", 42, "Forty-second"),
        ("ordinalText", 1001, "1001st"),
        ("chineseCounting", 0, "○"),
        ("upperLetter", 0, "0"),
        ("ideographTraditional", 0, "0"),
        ("ideographZodiacTraditional", 0, "0"),
        ("chineseCountingThousand", 10_000, "10000"),
        ("chineseCounting", -1, "-1"),
    ],
)
def test_formats(kind: str, value: int, text: str) -> None:
    assert format_number(value, kind) == text


def test_custom_formats_pad_with_zeros() -> None:
    assert format_number(7, "custom", "0001, 0002, ...") == "0007"
    assert format_number(7, "custom", "") == "7"


@given(st.sampled_from(sorted(_FORMATS)), st.integers(-5, 999_999_999))
def test_any_number_can_be_written_in_any_format(kind: str, value: int) -> None:
    text = format_number(value, kind)
    assert "\n" not in text
    assert len(text) < 200
