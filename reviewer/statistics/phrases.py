"""Phrases that a document says over and over, without those that every official document says."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer.model.document import Document, Place
from reviewer.model.span import Span
from reviewer.resource import lexicon

_SHORTEST, _LONGEST = 4, 20  # characters
_LEAST = 3  # times
_CHARACTERS_A_TIME = 6000  # in longer texts a phrase must come oftener to be noticed
_MOST = 12
_RUN = re.compile(r"[\u3400-\u9fff]{4,}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that return `count` times, for the first time at `first`."""

    text: str
    count: int
    first: Span


def repeated_phrases(document: Document) -> tuple[Phrase, ...]:
    """Phrases of four characters and more that return often in the body, the most frequent first.

    A phrase within a longer one counts only as far as it stands without it. Set formulations, idioms, offices and words
    that the dictionary lists as one are left out.
    """
    least = max(_LEAST, -(-document.characters // _CHARACTERS_A_TIME))
    places: dict[str, list[Span]] = defaultdict(list)
    for paragraph, start, end in _candidates(document):
        places[document.texts[paragraph][start:end]].append(Span(paragraph, start, end))
    counts = {text: _apart(spans) for text, spans in places.items() if len(spans) >= least}
    kept: list[Phrase] = []
    for text in sorted(counts, key=len, reverse=True):
        within = max((other.count for other in kept if text in other.text), default=0)
        if counts[text] - within >= least:
            kept.append(Phrase(text, counts[text], places[text][0]))
    told = [phrase for phrase in kept if not _is_stock(phrase.text)]
    return tuple(sorted(told, key=lambda phrase: (-phrase.count, -len(phrase.text), phrase.first))[:_MOST])


def _apart(spans: list[Span]) -> int:
    """How many of the places of one phrase, in order, do not overlap."""
    count = 0
    last: Span | None = None
    for span in spans:
        if last is None or not span.overlaps(last):
            count, last = count + 1, span
    return count


def _candidates(document: Document) -> Iterator[tuple[int, int, int]]:
    """Paragraph, start and end of every stretch of two words or more that could be a phrase."""
    from reviewer.language.segmentation import cut

    loose = frozenset(lexicon("phrases")["loose"].split())
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.origin.place is not Place.BODY or paragraph.style.is_contents:
            continue
        for run in _RUN.finditer(paragraph.text):
            words = cut(run.group())
            ends, at = [], run.start()
            for word in words:
                at += len(word)
                ends.append(at)
            for first, word in enumerate(words[:-1]):
                start = ends[first] - len(word)
                if word in loose:
                    continue
                for last in range(first + 1, len(words)):
                    length = ends[last] - start
                    if length > _LONGEST:
                        break
                    if length >= _SHORTEST and words[last] not in loose:
                        yield index, start, ends[last]


def _is_stock(text: str) -> bool:
    from reviewer.language.segmentation import is_word

    return text.endswith(tuple(lexicon("phrases")["offices"].split())) or text in _stock() or is_word(text)


@cache
def _stock() -> str:
    """All set formulations and idioms, each on a line, so that parts of them are found too."""
    from reviewer.rules.formulation.lexicon import known

    idioms = "".join(value for value in lexicon("idioms").values() if isinstance(value, str))
    fours = (idioms[at : at + 4] for at in range(0, len(idioms), 4))
    return "\n".join([*known(), *fours])
