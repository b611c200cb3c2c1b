"""When minutes say that their meeting was held."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.times.stretches import Piece, read_stretch
from reviewer.times.text import HAN

_HEAD_LINES = 12
_MINUTES = re.compile("纪要|会议记录")
_DAY = rf"(?:[0-9{HAN}]{{4}} ?年 ?)?[0-9{HAN}]{{1,3}} ?月 ?[0-9{HAN}]{{1,3}} ?日"
_LABELLED = re.compile(rf"[ 　]*(?:会议|开会|召开)?(?:时 ?间|日 ?期)[ 　]*[：:][ 　]*(?=(?P<day>{_DAY}))")
_HELD = re.compile(
    rf"(?:^[ 　]*|^[^。；]{{2,30}}，)(?P<on>于|在)?(?=(?P<day>{_DAY})(?![ 　]*(?:至|到|[—–~～、和及前起])|[以之]前)[^。；]{{0,80}}(?:召开|举行|主持|召集|开会))"
)


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting's day: its paragraph, where it begins there, its words and what they mean."""

    paragraph: int
    start: int
    words: str
    piece: Piece


def is_minutes(title: str | None) -> bool:
    """Whether a title is that of minutes."""
    return _MINUTES.search(title or "") is not None


def held(lines: Sequence[str]) -> Iterator[Held]:
    """What the head of minutes, in folded lines, says of the day (时间：4月2日; 2024年4月2日上午，局长主持召开……)."""
    filled = [index for index, line in enumerate(lines) if line.strip()][:_HEAD_LINES]
    for index in filled:
        match = _LABELLED.match(lines[index]) or _HELD.match(lines[index])
        piece = read_stretch(lines[index], match.start("day")) if match else None
        if match is not None and piece is not None:
            yield Held(index, match.start("day"), match["day"], piece)
