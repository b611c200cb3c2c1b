"""Rebuild resources/model/words.xz: `python packaging/build_language_model.py libime_1.0.16.orig.tar.xz`.

The archive is Debian's source package of libime (`apt-get source --download-only libime`, LGPL-2.1+), whose
`data/lm_sc.arpa-20220810.tar.xz` holds word n-grams. Kept are the commonest words written in characters of GB 2312 and
all their bigrams; what a word costs is its negative logarithm in steps of 1/32 of a power of ten, in one byte. Words and
set phrases of official writing come on top, from this program's own lexicons.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import sys
import tarfile
import tomllib
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
PAIRS = Path(__file__).with_name("official_pairs.toml")
MEMBER = "data/lm_sc.arpa-20220810.tar.xz"
WORDS = 65_535
STEPS = 32
OWN_WORD = -5.0  # the logarithm given to a word of our own
OWN_PAIR = -1.8  # that of words beside each other in a phrase of our own
LONGEST = 8
MAGIC = b"words-1\n"


def lexicon(name: str) -> dict[str, Any]:
    """One of the program's word lists."""
    return tomllib.loads((RESOURCES / "lexicons" / f"{name}.toml").read_text("utf-8"))


def hanzi() -> frozenset[str]:
    """The characters of GB 2312, which are those of simplified writing."""
    return frozenset("".join(lexicon("pinyin")["syllables"].values()))


def arpa(archive: Path) -> Iterator[str]:
    """The lines of the model in the source package."""
    with tarfile.open(archive) as package:
        inner = package.extractfile(next(m for m in package if m.name.endswith(MEMBER)))
        if inner is None:
            raise SystemExit(f"{MEMBER} is missing")
        with tarfile.open(fileobj=io.BytesIO(inner.read())) as data:
            member = data.extractfile("lm_sc.arpa")
            if member is None:
                raise SystemExit("lm_sc.arpa is missing")
            yield from io.TextIOWrapper(member, "utf-8")


def parsed(lines: Iterator[str]) -> tuple[dict[str, tuple[float, float]], dict[tuple[str, str], float]]:
    """Each word with its logarithm and that of its back-off, and the logarithms of the bigrams."""
    words: dict[str, tuple[float, float]] = {}
    pairs: dict[tuple[str, str], float] = {}
    order = ""
    for line in lines:
        if line.startswith("\\"):
            order = line.strip()
            if order == "\\3-grams:":
                break
            continue
        fields = line.rstrip("\n").split("\t")
        if order == "\\1-grams:" and len(fields) >= 2:
            words[fields[1]] = (float(fields[0]), float(fields[2]) if len(fields) > 2 else 0.0)
        elif order == "\\2-grams:" and len(fields) >= 2:
            first, second = fields[1].split(" ")
            pairs[first, second] = float(fields[0])
    return words, pairs


def cost(logarithm: float) -> int:
    """A logarithm as one byte."""
    return min(255, max(0, round(-logarithm * STEPS)))


def own_words() -> set[str]:
    """Words of official writing that the model lacks."""
    idioms = lexicon("idioms")["official"]
    set_phrases = {idioms[at : at + 4] for at in range(0, len(idioms), 4)}
    return {word for word in lexicon("official_words")["words"].split() if len(word) > 1} | set_phrases


def own_phrases() -> list[str]:
    """What usually stands together in official writing: phrases, and the formulations that proofreading knows."""
    themes = ("party", "state", "bodies", "laws", "idioms")
    entries = " ".join(
        text
        for theme in themes
        for part in lexicon(f"formulations/{theme}").values()
        if isinstance(part, dict)
        for text in part.values()
        if isinstance(text, str)
    )
    return re.findall("[\u4e00-\u9fff]+", lexicon("official_words")["phrases"] + entries) + own_pairs()


def own_pairs() -> list[str]:
    """Words of official writing, each with one of those that usually follow it."""
    followers = tomllib.loads(PAIRS.read_text("utf-8"))["followers"]
    return [word + follower for word, after in followers.items() for follower in after.split()]


def cut(phrase: str, words: dict[str, tuple[float, float]]) -> list[str]:
    """The likeliest words of a phrase; empty if it holds a character that is no word."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(phrase) + 1):
        choices = [
            (best[start][0] + words[phrase[start:end]][0], start)
            for start in range(max(0, end - LONGEST), end)
            if phrase[start:end] in words
        ]
        best.append(max(choices, default=(-1e9, end - 1)))
    cuts: list[str] = []
    end = len(phrase)
    while end:
        start = best[end][1]
        cuts.insert(0, phrase[start:end])
        end = start
    return cuts if all(word in words for word in cuts) else []


def enrich(words: dict[str, tuple[float, float]], pairs: dict[tuple[str, str], float]) -> set[str]:
    """Add our own words and phrases to the model; the words that must be kept."""
    own = own_words()
    for word in own:
        words.setdefault(word, (OWN_WORD, 0.0))
    for phrase in own_phrases():
        cuts = cut(phrase, words)
        own.update(cuts)
        for pair in pairwise(cuts):
            pairs[pair] = max(pairs.get(pair, OWN_PAIR), OWN_PAIR)
    return own


def packed(words: dict[str, tuple[float, float]], pairs: dict[tuple[str, str], float], own: set[str]) -> bytes:
    """The table as the program reads it: words in order, then what follows each of them."""
    known = hanzi()
    common = sorted((w for w in words if set(w) <= known), key=lambda w: (w not in own, -words[w][0], w))[:WORDS]
    names = sorted(common)
    number = {word: i for i, word in enumerate(names)}
    followers: list[list[tuple[int, int]]] = [[] for _ in names]
    for (first, second), logarithm in pairs.items():
        if first in number and second in number:
            followers[number[first]].append((number[second], cost(logarithm)))
    rows = [sorted(row) for row in followers]
    text = "\n".join(names).encode("utf-8")
    sections = (
        text,
        bytes(cost(words[name][0]) for name in names),
        bytes(cost(words[name][1]) for name in names),
        little(array("H", (len(row) for row in rows))),
        little(array("H", (second for row in rows for second, _ in row))),
        bytes(byte for row in rows for _, byte in row),
    )
    return MAGIC + struct.pack(f"<{len(sections)}I", *map(len, sections)) + b"".join(sections)


def little(values: array[int]) -> bytes:
    """The values as bytes, least significant first."""
    if sys.byteorder == "big":
        values.byteswap()
    return values.tobytes()


def main() -> None:
    """Write the table."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    words, pairs = parsed(arpa(Path(sys.argv[1])))
    table = packed(words, pairs, enrich(words, pairs))
    target = RESOURCES / "model" / "words.xz"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(lzma.compress(table, preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(table):,} bytes, packed {target.stat().st_size:,}")


if __name__ == "__main__":
    main()
