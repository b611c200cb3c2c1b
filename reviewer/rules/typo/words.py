"""Where words begin and end around a place in doubt."""

from itertools import accumulate

_REACH = 8


def _cut(text: str) -> list[tuple[int, int, str]]:
    from reviewer.language.segmentation import cut

    words = cut(text)
    ends = list(accumulate(map(len, words)))
    return [(end - len(word), end, word) for end, word in zip(ends, words, strict=True)]


def cuts_words(text: str, start: int, end: int, better: str) -> bool:
    """Whether `start` or `end` lies inside a dictionary word, so that what is between them is no unit of its own.

    Not so if `better` in its place makes it part of one longer word (侯选人, where 选人 is a word, for 候选人).
    """
    from reviewer.language.segmentation import is_word

    first = max(text.rfind("\n", max(0, start - _REACH), start) + 1, start - _REACH, 0)
    before, after = text[first:start], text[end : end + _REACH].split("\n", 1)[0]
    low, high = len(before), len(before) + end - start
    if not any(
        (a < low < b or a < high < b) and is_word(word) for a, b, word in _cut(before + text[start:end] + after)
    ):
        return False
    stop = low + len(better)
    return not any(
        a <= low and stop <= b and b - a > len(better) and is_word(word) for a, b, word in _cut(before + better + after)
    )
