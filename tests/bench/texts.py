"""Speeches of any length, invented: the samples over and over, with other figures each time."""

import random
import re
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"

_FIGURES = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")


def speech(characters: int) -> str:
    """A text of exactly `characters` code points, the same for the same number; lines end in LF."""
    chance = random.Random(characters)
    sources = [path.read_text(encoding="utf-8").splitlines() for path in sorted(SAMPLES.glob("*.txt"))]
    lines = list(sources[0])
    length = sum(len(line) + 1 for line in lines)
    while length < characters:
        for line in chance.choice(sources):
            lines.append(_FIGURES.sub(lambda match: _other(match[0], chance), line))
            length += len(line) + 1
    return "\n".join(lines)[:characters].ljust(characters, "。")


def _other(figure: str, chance: random.Random) -> str:
    """Another number of as many digits; years stay, and small numbers stay small so that days remain days."""
    if _YEAR.fullmatch(figure):
        return figure
    value = int(figure)
    return str(chance.randint(1, value) if value <= 31 else chance.randint(value, value * 2))
