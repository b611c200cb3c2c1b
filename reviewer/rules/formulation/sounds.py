"""Characters that sound or look alike."""

from collections.abc import Mapping
from functools import cache

from reviewer.resource import lexicon

_FIRST = 0xE000


def _blurred(syllable: str) -> str:
    """The syllable without what many speakers don't tell apart: zh/z, ch/c, sh/s, ang/an, eng/en, ing/in."""
    if syllable[1:2] == "h" and syllable[0] in "zcs":
        syllable = syllable[0] + syllable[2:]
    return syllable[:-1] if syllable.endswith("ng") and syllable[-3:-2] in "aei" else syllable


@cache
def _syllables() -> Mapping[str, str]:
    syllables: Mapping[str, str] = lexicon("pinyin")["syllables"]
    return syllables


@cache
def classes() -> Mapping[int, int]:
    """A table for `str.translate` after which characters that sound almost alike are the same."""
    numbers: dict[str, int] = {}
    table: dict[int, int] = {}
    for syllable, characters in _syllables().items():
        number = numbers.setdefault(_blurred(syllable), _FIRST + len(numbers))
        for character in characters:
            table[ord(character)] = number
    return table


@cache
def _readings() -> Mapping[str, str]:
    return {character: syllable for syllable, characters in _syllables().items() for character in characters}


def same_sound(one: str, other: str) -> bool:
    """Whether two characters are read alike but for the tone."""
    reading = _readings().get(one)
    return reading is not None and reading == _readings().get(other)


@cache
def look_alikes() -> Mapping[str, str]:
    """Each character with those that it is mistaken for by shape."""
    found: dict[str, str] = {}
    for group in lexicon("formulations/shapes")["pairs"].split():
        for character in group:
            others = found.get(character, "")
            found[character] = others + "".join(c for c in group if c != character and c not in others)
    return found


def same_shape(one: str, other: str) -> bool:
    """Whether two characters are mistaken for each other by shape."""
    return other in look_alikes().get(one, "")


def same_sound_class(one: str, other: str) -> bool:
    """Whether two characters are read almost alike."""
    sound = classes().get(ord(one))
    return sound is not None and sound == classes().get(ord(other))


def is_common(character: str) -> bool:
    """Whether it is one of the simplified characters in everyday use (GB 2312)."""
    return ord(character) in classes()
