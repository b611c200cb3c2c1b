"""Statistics in the words that the report and the window share."""

from reviewer.exports.places import place_names
from reviewer.model.document import Document
from reviewer.reading_time import spoken
from reviewer.statistics import LONG_SENTENCE, Statistics


def fact_lines(measured: Statistics, speed: int) -> list[tuple[str, str]]:
    """Values, each with what it is; `speed` in characters a minute."""
    sentences = measured.sentences
    found = [
        (f"{measured.characters}", "字数"),
        (f"{measured.paragraphs}", "段落"),
        (spoken(measured.characters, speed), f"朗读用时（每分钟 {speed} 字）"),
    ]
    if sentences.count:
        found += [
            (f"{sentences.count}", "句子"),
            (f"{sentences.mean:.0f} 字", "平均一句"),
            (f"{sentences.longest_characters} 字", "最长的一句"),
            (f"{sentences.long}", f"{LONG_SENTENCE} 字以上的长句"),
        ]
    return found


def part_rows(measured: Statistics, speed: int) -> list[tuple[str, str, str, str]]:
    """Title, characters, share and reading time of each part."""
    return [
        (part.title, str(part.characters), f"{measured.share(part):.0%}", spoken(part.characters, speed))
        for part in measured.parts
    ]


def phrase_rows(document: Document, measured: Statistics) -> list[tuple[str, str, str]]:
    """Each repeated phrase, how often it stands there, and where it does first."""
    places = place_names(document)
    return [(phrase.text, str(phrase.count), places[phrase.first.paragraph]) for phrase in measured.phrases]
