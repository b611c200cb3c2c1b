"""Words that a document writes again and again, and so means as they stand."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

_HAN = re.compile("[\u3400-\u9fff]+")
_LOOSE_MOST = 4
OFTEN = 3


@lru_cache(maxsize=1)
def frequent_words(text: str, least: int = OFTEN) -> frozenset[str]:
    """The words of two and more Chinese characters that `text` writes `least` times or more.

    Characters that segmentation leaves loose side by side count as a word too, two to four at a time, so that names
    and terms no dictionary knows are among them.
    """
    from reviewer.language.segmentation import cut

    counts: Counter[str] = Counter()
    for run in _HAN.findall(text):
        counts.update(_words(cut(run)))
    return frozenset(word for word, times in counts.items() if times >= least)


def _words(words: Sequence[str]) -> Iterator[str]:
    loose = ""
    for word in [*words, ""]:
        if len(word) == 1:
            loose += word
            continue
        if loose:
            yield from _pieces(loose)
            loose = ""
        if word:
            yield word


def _pieces(loose: str) -> Iterator[str]:
    for size in range(2, min(_LOOSE_MOST, len(loose)) + 1):
        for start in range(len(loose) - size + 1):
            yield loose[start : start + size]
