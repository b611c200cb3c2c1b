"""Which characters are taken for each other: those that sound alike, nearly alike or look alike."""

from functools import cache

from reviewer.resource import lexicon
from reviewer.rules.formulation.sounds import look_alikes

_PRIVATE = 0xE000  # where Unicode leaves places for private use


def _flattened(syllable: str) -> str:
    """The syllable as many speakers hear it: no retroflex initials, no difference of -n and -ng or of n- and l-."""
    for full, flat in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n")):
        if syllable.startswith(full):
            syllable = flat + syllable[len(full) :]
    return syllable.removesuffix("g") if syllable.endswith(("ing", "eng", "ang")) else syllable


@cache
def _sounds() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for syllable, characters in lexicon("pinyin")["syllables"].items():
        for character in characters:
            table.setdefault(character, set()).add(syllable)
    return {character: frozenset(syllables) for character, syllables in table.items()}


@cache
def _near_sounds() -> dict[str, frozenset[str]]:
    return {character: frozenset(map(_flattened, syllables)) for character, syllables in _sounds().items()}


@cache
def _shapes() -> dict[str, str]:
    table: dict[str, str] = {}
    for group in lexicon("confusables_shapes")["groups"].split():
        for character in group:
            table[character] = table.get(character, "") + group
    return table


def same_sound(one: str, other: str) -> bool:
    """Whether the two characters can be read with one syllable, tone aside."""
    sounds = _sounds()
    return one in sounds and other in sounds and not sounds[one].isdisjoint(sounds[other])


def near_sound(one: str, other: str) -> bool:
    """Whether the two characters sound alike to speakers who don't part zh/z, -ng/-n, l/n."""
    sounds = _near_sounds()
    return one in sounds and other in sounds and not sounds[one].isdisjoint(sounds[other])


def same_shape(one: str, other: str) -> bool:
    """Whether the two characters look alike."""
    return other in _shapes().get(one, "")


def alike(one: str, other: str) -> bool:
    """Whether one of the two is easily written for the other."""
    return near_sound(one, other) or same_shape(one, other)


@cache
def sound_classes() -> dict[int, int]:
    """A table for `str.translate` after which characters that sound alike or nearly alike are the same."""
    numbers: dict[str, int] = {}
    return {
        ord(character): numbers.setdefault(_flattened(syllable), _PRIVATE + len(numbers))
        for syllable, characters in lexicon("pinyin")["syllables"].items()
        for character in characters
    }


@cache
def shape_neighbours(character: str) -> str:
    """The characters that look like it, by all that is known of shapes."""
    others = _shapes().get(character, "") + look_alikes().get(character, "")
    return "".join(dict.fromkeys(others)).replace(character, "")


def lookalikes(character: str) -> str:
    """The characters of the same sound or a like shape."""
    sounds = lexicon("pinyin")["syllables"]
    same = "".join(sounds[syllable] for syllable in sorted(_sounds().get(character, ())))
    return "".join(dict.fromkeys(same + _shapes().get(character, ""))).replace(character, "")
