"""What a document is like as a text: how long, in what sentences, in what parts, with which phrases over and over."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.model.document import Document, Place
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.reading_time import ReadingPart, ReadingTimes
from reviewer.statistics.phrases import Phrase, repeated_phrases

LONG_SENTENCE = 80
"""Characters from which on a sentence is long to read aloud, in one or two breaths."""
_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’」』）)】》]*")


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of the body that end in a full stop, question or exclamation mark.

    Lengths are in characters without white space; `long` counts those of at least `LONG_SENTENCE`. `longest` is the
    place of the longest, None where there is no sentence.
    """

    count: int = 0
    characters: int = 0
    long: int = 0
    longest: Span | None = None
    longest_characters: int = 0

    @property
    def mean(self) -> float:
        """Characters a sentence, 0 where there is none."""
        return self.characters / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True)
class Statistics:
    """`characters` are code points as everywhere in the program, `paragraphs` those that hold text."""

    characters: int
    paragraphs: int
    sentences: Sentences
    parts: tuple[ReadingPart, ...]
    phrases: tuple[Phrase, ...]

    def share(self, part: ReadingPart) -> float:
        """How much of the document the part is, from 0 to 1."""
        return part.characters / self.characters if self.characters else 0.0


def statistics(document: Document, outline: Outline) -> Statistics:
    """Measure a document; the first call loads a dictionary, which takes a moment."""
    return Statistics(
        document.characters,
        sum(bool(text.strip()) for text in document.texts),
        _sentences(document),
        ReadingTimes(document.texts, outline).parts,
        repeated_phrases(document),
    )


def _sentences(document: Document) -> Sentences:
    count = characters = long = most = 0
    longest: Span | None = None
    for span, length in _measured(document):
        count += 1
        characters += length
        long += length >= LONG_SENTENCE
        if length > most:
            longest, most = span, length
    return Sentences(count, characters, long, longest, most)


def _measured(document: Document) -> Iterator[tuple[Span, int]]:
    """The sentences of the body with their lengths."""
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.origin.place is Place.BODY:
            for match in _SENTENCE.finditer(paragraph.text):
                words = match.group().lstrip()
                length = len("".join(words.split()))
                if length > 1:
                    yield Span(index, match.end() - len(words), match.end()), length
