"""Anchors: made from a place in one document, found again in the next version of it."""

from bisect import bisect_right
from dataclasses import dataclass
from hashlib import blake2b

from reviewer.language.sentences import sentences
from reviewer.model.anchor import Anchor
from reviewer.model.document import Document
from reviewer.model.span import Span

_Sentence = tuple[int, int, int]
_REACH = 400


def words_hash(text: str) -> str:
    """A short hash of the words, white space left out so that a re-flowed line is still the same."""
    return blake2b("".join(text.split()).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Index:
    """A document's sentences in order, with their hashes and where each hash occurs."""

    document: Document
    sentences: tuple[_Sentence, ...]
    hashes: tuple[str, ...]
    places: dict[str, list[int]]

    def around(self, number: int) -> tuple[str, str]:
        """The hashes of the sentences before and after one."""
        before = self.hashes[number - 1] if number > 0 else ""
        after = self.hashes[number + 1] if number + 1 < len(self.hashes) else ""
        return before, after


def index(document: Document) -> Index:
    """The index by which anchors of this document are made and found; costs one pass over the text."""
    found = [(i, start, end) for i, text in enumerate(document.texts) for start, end in sentences(text)]
    hashes = tuple(words_hash(document.texts[i][start:end]) for i, start, end in found)
    places: dict[str, list[int]] = {}
    for number, value in enumerate(hashes):
        places.setdefault(value, []).append(number)
    return Index(document, tuple(found), hashes, places)


def anchor(at: Index, span: Span) -> Anchor:
    """The anchor of a span that begins inside a sentence of the indexed document."""
    number = max(0, bisect_right(at.sentences, (span.paragraph, span.start, 1 << 60)) - 1)
    before, after = at.around(number) if at.sentences else ("", "")
    start = at.sentences[number][1] if at.sentences else 0
    return Anchor(
        paragraph=span.paragraph,
        start=span.start,
        end=span.end,
        quote=words_hash(at.document.text(span)),
        sentence=at.hashes[number] if at.hashes else "",
        offset=span.start - start,
        before=before,
        after=after,
    )


def find(at: Index, wanted: Anchor) -> Span | None:
    """Where the anchored words stand now; None where they are gone or cannot be told from others.

    Words that did not move are found where they were. Else their sentence is looked for, the one between the same
    neighbours first and the nearest to the old place next. A sentence that was edited is known by its neighbours,
    and the words are looked for in it near their old place.
    """
    here = Span(wanted.paragraph, wanted.start, wanted.end)
    if _says(at, here, wanted.quote) and wanted.sentence in at.places:
        return here
    candidates = at.places.get(wanted.sentence, [])
    best = min(candidates, key=lambda number: _distance(at, number, wanted), default=None)
    if best is not None:
        paragraph, start, _ = at.sentences[best]
        moved = Span(paragraph, start + wanted.offset, start + wanted.offset + wanted.end - wanted.start)
        if _says(at, moved, wanted.quote):
            return moved
    return _between_neighbours(at, wanted)


def _says(at: Index, span: Span, quote: str) -> bool:
    texts = at.document.texts
    if not (0 <= span.paragraph < len(texts) and 0 <= span.start < span.end <= len(texts[span.paragraph])):
        return False
    return words_hash(at.document.text(span)) == quote


def _distance(at: Index, number: int, wanted: Anchor) -> tuple[int, int]:
    before, after = at.around(number)
    strangers = (before != wanted.before) + (after != wanted.after)
    return strangers, abs(at.sentences[number][0] - wanted.paragraph)


def edited_sentence(at: Index, wanted: Anchor) -> Span | None:
    """The sentence that now stands between the anchored one's neighbours, if its own words have changed."""
    numbers = [n + 1 for n in at.places.get(wanted.before, [])] if wanted.before else [0]
    fitting = [n for n in numbers if n < len(at.sentences) and at.around(n) == (wanted.before, wanted.after)]
    if not fitting or wanted.sentence in at.places:
        return None
    paragraph, start, end = at.sentences[min(fitting, key=lambda n: _distance(at, n, wanted))]
    return Span(paragraph, start, end)


def _between_neighbours(at: Index, wanted: Anchor) -> Span | None:
    """The words, unchanged, in a sentence that was edited around them."""
    sentence = edited_sentence(at, wanted)
    if sentence is None:
        return None
    length = wanted.end - wanted.start
    old = sentence.start + wanted.offset
    reach = range(max(sentence.start, old - _REACH), min(sentence.end - length, old + _REACH) + 1)
    for start in sorted(reach, key=lambda offset: abs(offset - old)):
        span = Span(sentence.paragraph, start, start + length)
        if _says(at, span, wanted.quote):
            return span
    return None
