"""Whether a near miss is a slip: what segmentation makes of it, and of the formulation in its place."""

from enum import IntEnum

from reviewer.language.segmentation import cut, is_word
from reviewer.rules.formulation.edits import Edit, Kind
from reviewer.rules.formulation.index import Candidate
from reviewer.rules.formulation.lexicon import everyday
from reviewer.rules.formulation.sounds import is_common, same_shape, same_sound, same_sound_class

_REACH = 8
_LONG = 8
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两双多各首第零〇")
_OPTIONAL = frozenset("的和与及了地得等并也都在将对好")
_LIGHT = frozenset("从向为以到上下内外前后性化者式型级们总大小新再更区")
_PLACES = frozenset("国省市县区乡镇村州盟旗街社厂校院所站队组股科处局委办")
_PARTICLES = frozenset(
    "的和与及了地得之等并也都在于将对从向为以到中上下内外前后要是有不就把被让使给由按经用能可应须会来去着过又还很最更再"
    "各每该本我你他她它们这那此其所而且或若如但因故则即既虽抓促稳强推搞守讲学走树建办做好保防查改破立创争抢拓聚抱局厅委"
)
_BESIDE = _PARTICLES | _PLACES


class Verdict(IntEnum):
    """How sure it is that a near miss is a slip."""

    FINE = 0
    LIKELY = 1
    CERTAIN = 2


class _Likeness(IntEnum):
    """How a wrong character resembles the right one."""

    NONE = 0
    SHAPE = 1
    NEAR_SOUND = 2
    SOUND = 3


def judge(text: str, candidate: Candidate) -> Verdict:
    """What to make of `candidate` in `text`: phrases that are sound themselves are fine."""
    if not all(_may_be_slip(text, candidate, edit) for edit in candidate.edits):
        return Verdict.FINE
    reading = _Reading(text, candidate)
    if not reading.right_fits or _belongs_to_neighbour(text, candidate):
        return Verdict.FINE
    if len(candidate.edits) > 1:
        return _of_two(candidate, reading)
    kind = candidate.edits[0].kind
    if kind is Kind.SUBSTITUTED:
        return _of_substitution(text, candidate, reading)
    if kind is Kind.MISSING:
        return _of_missing(candidate, reading)
    if kind is Kind.EXTRA:
        return _of_extra(text, candidate, reading)
    return _of_swap(candidate, reading)


def _may_be_slip(text: str, candidate: Candidate, edit: Edit) -> bool:
    """False for what only counts differently, puts or drops a particle, or names another level of government (市市场…)."""
    size = len(candidate.entry.text)
    if edit.kind is Kind.SUBSTITUTED:
        both = {edit.wrong, edit.right}
        return is_common(edit.wrong) and not both <= _NUMERALS and not both <= _PLACES
    if edit.kind is Kind.SWAPPED:
        return True
    changed = edit.wrong + edit.right
    if edit.kind is Kind.EXTRA and edit.at == 1 and changed == candidate.entry.text[0] and changed in _BESIDE:
        return False
    if changed in _NUMERALS or (edit.kind is Kind.EXTRA and not _doubled(text, candidate, edit) and size < 7):
        return False
    if edit.kind is Kind.MISSING and size <= 4:
        return text[candidate.start - 1 : candidate.start] == "“" and text[candidate.end : candidate.end + 1] == "”"
    return _doubled(text, candidate, edit) or not (changed in _OPTIONAL or (changed in _LIGHT and size < _LONG))


def _doubled(text: str, candidate: Candidate, edit: Edit) -> bool:
    at = candidate.start + edit.at
    return edit.kind is Kind.EXTRA and edit.wrong in (text[at - 1 : at], text[at + 1 : at + 2])


def _belongs_to_neighbour(text: str, candidate: Candidate) -> bool:
    """Whether what stands at the edge of the near miss may as well be the edge of what comes before or after."""
    if len(candidate.edits) > 1:
        return False
    edit, size = candidate.edits[0], candidate.end - candidate.start
    left = edit.at == 0 or (edit.kind is Kind.MISSING and edit.at == 1)
    right = edit.at == size - 1
    if edit.kind is Kind.SUBSTITUTED:
        rest = candidate.entry.text[1:] if left else candidate.entry.text[:-1]
        if not (left or right) or not is_word(rest):
            return False
    elif edit.kind is not Kind.MISSING:
        return False
    before, after = text[candidate.start - 1 : candidate.start], text[candidate.end : candidate.end + 1]
    return bool((left and _run(before)) or (right and _run(after)))


def _likeness(edit: Edit) -> _Likeness:
    if same_sound(edit.wrong, edit.right):
        return _Likeness.SOUND
    if same_sound_class(edit.wrong, edit.right):
        return _Likeness.NEAR_SOUND
    return _Likeness.SHAPE if same_shape(edit.wrong, edit.right) else _Likeness.NONE


def _of_substitution(text: str, candidate: Candidate, reading: "_Reading") -> Verdict:
    size, firm, edit = len(candidate.entry.text), candidate.entry.firm, candidate.edits[0]
    likeness = _likeness(edit)
    if likeness is _Likeness.NONE:
        at = candidate.start + edit.at
        inner = 0 < edit.at < size - 1 and is_common(text[at - 1]) and is_common(text[at + 1])
        if size < 5 or not inner or not reading.broken or not reading.alone or edit.wrong in _PARTICLES:
            return Verdict.FINE
        return Verdict.CERTAIN if size >= _LONG else Verdict.LIKELY
    if reading.broken:
        sure = reading.alone or is_word(candidate.entry.text) or size >= (5 if likeness is _Likeness.SOUND else 6)
        return Verdict.CERTAIN if sure else Verdict.FINE
    if is_word(candidate.entry.text) and reading.aligned and reading.torn:
        return Verdict.LIKELY
    if not reading.aligned or not (reading.alone or size >= 6) or (reading.everyday and size < 6):
        return Verdict.FINE
    if likeness is _Likeness.SOUND:
        return Verdict.LIKELY if firm or size >= 6 else Verdict.FINE
    counted = candidate.entry.text[0] in _NUMERALS
    return Verdict.LIKELY if firm and (counted or likeness is _Likeness.NEAR_SOUND or size >= 6) else Verdict.FINE


def _of_missing(candidate: Candidate, reading: "_Reading") -> Verdict:
    size = len(candidate.entry.text)
    if not reading.aligned or not (reading.alone or size >= _LONG):
        return Verdict.FINE
    if not reading.broken:
        return Verdict.LIKELY if candidate.entry.firm and size >= _LONG else Verdict.FINE
    return Verdict.CERTAIN if size >= 6 else Verdict.LIKELY


def _of_extra(text: str, candidate: Candidate, reading: "_Reading") -> Verdict:
    edit, size = candidate.edits[0], len(candidate.entry.text)
    if _doubled(text, candidate, edit) and (reading.broken or (size > 5 and not is_word(edit.wrong * 2))):
        return Verdict.CERTAIN
    if not reading.broken:
        return Verdict.FINE
    return Verdict.LIKELY if reading.alone and edit.wrong in candidate.entry.text else Verdict.FINE


def _of_swap(candidate: Candidate, reading: "_Reading") -> Verdict:
    if reading.broken:
        return Verdict.CERTAIN
    firm = candidate.entry.firm and len(candidate.entry.text) >= 6
    return Verdict.LIKELY if firm and reading.aligned else Verdict.FINE


def _of_two(candidate: Candidate, reading: "_Reading") -> Verdict:
    substitutions = [edit for edit in candidate.edits if edit.kind is Kind.SUBSTITUTED]
    if not reading.broken or not all(map(_likeness, substitutions)):
        return Verdict.FINE
    return Verdict.CERTAIN if len(substitutions) > 1 else Verdict.LIKELY


class _Reading:
    """The near miss and its surroundings as words, beside the formulation in the same surroundings."""

    def __init__(self, text: str, candidate: Candidate) -> None:
        before = _run(text[max(0, candidate.start - _REACH) : candidate.start][::-1])[::-1]
        after = _run(text[candidate.end : candidate.end + _REACH])
        found, right = text[candidate.start : candidate.end], candidate.entry.text
        wrong_words, right_words = cut(before + found + after), cut(before + right + after)
        self.right_fits = _has_borders(right_words, len(before), len(before) + len(right))
        self.aligned = _has_borders(wrong_words, len(before), len(before) + len(found))
        self.torn = any(
            len(word) == 1 and word in _PARTICLES for word in _between(wrong_words, len(before), len(found))
        )
        self.broken = _fragments(wrong_words) > _fragments(right_words)
        self.alone = not _beside_fragment(right_words, len(before), len(before) + len(right))
        self.everyday = bool(everyday().intersection(wrong_words) - set(right_words))


def _run(text: str) -> str:
    """The Chinese characters that `text` begins with."""
    for i, c in enumerate(text):
        if not "\u4e00" <= c <= "\u9fff":
            return text[:i]
    return text


def _has_borders(words: list[str], start: int, end: int) -> bool:
    borders, at = {0}, 0
    for word in words:
        at += len(word)
        borders.add(at)
    return start in borders and end in borders


def _between(words: list[str], start: int, size: int) -> list[str]:
    """The words that lie within `size` characters from `start` on."""
    found, at = [], 0
    for word in words:
        if start <= at and at + len(word) <= start + size:
            found.append(word)
        at += len(word)
    return found


def _beside_fragment(words: list[str], start: int, end: int) -> bool:
    """Whether a loose character or a pair that is no word touches `start:end`, which may belong to a longer name."""
    at = 0
    for word in words:
        if (at + len(word) == start or at == end) and (word not in _BESIDE if len(word) == 1 else _is_odd_pair(word)):
            return True
        at += len(word)
    return False


def _is_odd_pair(word: str) -> bool:
    return len(word) == 2 and not is_word(word)


def _fragments(words: list[str]) -> int:
    return sum(map(_is_fragment, words))


def _is_fragment(word: str) -> bool:
    """Whether it is a loose character, or more than one that the dictionary does not know."""
    return word not in _PARTICLES if len(word) == 1 else not is_word(word)
