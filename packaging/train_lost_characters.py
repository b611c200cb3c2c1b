"""Makes resources/lexicons/lost_characters.toml: `python packaging/train_lost_characters.py FOLDER SENTENCES.tsv…`.

FOLDER holds clean official texts, of every three of which two tell what is no slip, one of them also which characters
stand alone, and the third is left to try the table on; the last column but one of the .tsv files holds right sentences, from which
characters are taken away. No text is kept, only points: what a feature adds to the odds that a character was lost, as a
natural logarithm, found by boosting with stumps (Friedman 2001).
"""

from __future__ import annotations

import math
import random
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer import resource
from reviewer.language.lattice import Costs, Lattice
from reviewer.language.segmentation import cut
from reviewer.model.document import plain_document
from reviewer.model.outline import Outline
from reviewer.model.time import Dating
from reviewer.readers import read
from reviewer.rules.context import RuleContext
from reviewer.rules.typo import lost
from reviewer.rules.typo.doubts import may_be_slip
from reviewer.rules.typo.unusual import stretches

TARGET = resource.path("lexicons/lost_characters.toml")
HEAD = """\
# 漏字的把握有多大：每个特征加几分；一个字单独成词有多常见。
# Source: points and classes counted by packaging/train_lost_characters.py over public official texts; holds no text.
# Licence: MIT, as the project.
# Date: 2026-11-21.

# Each character with four classes from 0 (never) to 9: how often it stands alone, what share of its uses that is, how
# often it does so before and after which nothing stands.
alone = \"\"\"
{alone}
\"\"\"

# By how much is left of the word: for each feature the bounds of its steps and the points on each.
{points}"""
SIZES = ("one", "two", "more")
ROUNDS = 200
RATE = 0.1
BINS = 48
FEWEST = 15
SMOOTH = 1.0
TAKEN = 3

Row = tuple[float, ...]


@dataclass(slots=True)
class Sample:
    """Features of a guess, with whether it is right, and what to show of it."""

    size: int
    values: Row
    right: bool
    shown: str


def context_of(text: str) -> RuleContext:
    """The text as a rule sees it."""
    return RuleContext(plain_document(text), Outline(), (), Dating())


def samples(context: RuleContext, right: str | None) -> Iterator[Sample]:
    """All guesses in a text; where `right` is given only those that make it of the text, else all are wrong."""
    text = context.text
    for start, stretch in stretches(text):
        lattice = Lattice(stretch, Costs())
        for guess, entry in lost.candidates(lattice):
            a, b = start + guess.start, start + guess.end
            if right is not None and text[:a] + guess.better + text[b:] != right:
                continue
            if may_be_slip(context, start, lattice, guess):
                shown = f"{text[max(0, a - 6) : a]}[{text[a:b]}→{guess.better}]{text[b : b + 6]}"
                size = min(b - a, len(SIZES)) - 1
                yield Sample(size, lost.features(lattice, guess, entry), right is not None, shown)


def classes(texts: Sequence[str]) -> dict[str, str]:
    """The four classes of each character that stands alone anywhere."""
    every, alone, first, last = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        for _, stretch in stretches(text):
            every.update(stretch)
            lattice = Lattice(stretch, Costs())
            for start, end, _, _ in (lattice.words[at] for at in lattice.path):
                if end == start + 1:
                    alone[stretch[start]] += 1
                    first[stretch[start]] += not start
                    last[stretch[start]] += end == len(stretch)
    total = sum(every.values())
    return {
        c: "".join(
            (
                level(alone[c] / total, 6.2),
                level(alone[c] / every[c], 3.2),
                level(first[c] / total, 6.2),
                level(last[c] / total, 6.2),
            )
        )
        for c in sorted(alone)
    }


def level(rate: float, depth: float) -> str:
    """A rate as a digit: 9 for always, 0 for never or once in ten to the power `depth`."""
    return str(max(0, min(9, round(9 + 9 * math.log10(max(rate, 1e-9)) / depth))))


def without_one(sentence: str, dice: random.Random) -> Iterator[str]:
    """The sentence with one character of a word left out, some times."""
    places, at = [], 0
    for word in cut(sentence):
        if len(word) > 1 and all("\u4e00" <= c <= "\u9fff" for c in word):
            places += [at + i for i in range(len(word)) if sentence[at + i] != sentence[at + i - 1 : at + i]]
        at += len(word)
    for place in dice.sample(places, min(TAKEN, len(places))):
        yield sentence[:place] + sentence[place + 1 :]


@dataclass(slots=True)
class Card:
    """The bounds of each feature's steps and the points on each."""

    bounds: list[list[float]]
    points: list[list[float]]

    def total(self, values: Row) -> float:
        """The points of a guess."""
        return sum(p[bisect_right(b, v)] for b, p, v in zip(self.bounds, self.points, values, strict=True))


def bounds(column: list[float]) -> list[float]:
    """Where a feature is cut, at most BINS times."""
    known = sorted(set(column))
    if len(known) <= BINS:
        return known[1:]
    ordered = sorted(column)
    return sorted({ordered[len(ordered) * i // BINS] for i in range(1, BINS)} - {known[0]})


def boosted(rows: Sequence[Sample]) -> Card:
    """The table of points that tells right from wrong guesses."""
    count = len(lost.FEATURES)
    cuts = [bounds([row.values[f] for row in rows]) for f in range(count)]
    places = [[bisect_right(cuts[f], row.values[f]) for row in rows] for f in range(count)]
    share = sum(row.right for row in rows) / len(rows)
    scores = [math.log(share / (1 - share))] * len(rows)
    card = Card(cuts, [[0.0] * (len(c) + 1) for c in cuts])
    card.points[0] = [scores[0]] * len(card.points[0])
    for _ in range(ROUNDS):
        chances = [1 / (1 + math.exp(-s)) for s in scores]
        slopes = [row.right - p for row, p in zip(rows, chances, strict=True)]
        bends = [p * (1 - p) for p in chances]
        splits = [best_split(places[f], slopes, bends, len(cuts[f])) for f in range(count)]
        feature = max(range(count), key=lambda f: splits[f][0])
        _, border, low, high = splits[feature]
        steps = card.points[feature]
        for step in range(len(steps)):
            steps[step] += RATE * (low if step < border else high)
        for i, place in enumerate(places[feature]):
            scores[i] += RATE * (low if place < border else high)
    return card


def best_split(
    places: Sequence[int], slopes: Sequence[float], bends: Sequence[float], cuts: int
) -> tuple[float, int, float, float]:
    """What the best stump over one feature gains, the step it begins at, and what it adds below and from there on."""
    slope, bend, size = [0.0] * (cuts + 1), [0.0] * (cuts + 1), [0] * (cuts + 1)
    for place, g, h in zip(places, slopes, bends, strict=True):
        slope[place] += g
        bend[place] += h
        size[place] += 1
    best = (0.0, 0, 0.0, 0.0)
    all_slope, all_bend, count = sum(slope), sum(bend), len(places)
    low_slope = low_bend = low_size = 0.0
    for border in range(1, cuts + 1):
        low_slope, low_bend, low_size = (
            low_slope + slope[border - 1],
            low_bend + bend[border - 1],
            low_size + size[border - 1],
        )
        if min(low_size, count - low_size) < FEWEST:
            continue
        high_slope, high_bend = all_slope - low_slope, all_bend - low_bend
        gain = low_slope**2 / (low_bend + SMOOTH) + high_slope**2 / (high_bend + SMOOTH)
        if gain > best[0]:
            best = (gain, border, low_slope / (low_bend + SMOOTH), high_slope / (high_bend + SMOOTH))
    return best


def written(cards: Sequence[Card]) -> str:
    """The cards as TOML, steps with the same points joined."""
    lines = []
    for name, card in zip(SIZES, cards, strict=True):
        lines.append(f"[points.{name}]")
        for feature, cut_at, points in zip(lost.FEATURES, card.bounds, card.points, strict=True):
            kept = [i for i in range(1, len(points)) if round(points[i], 2) != round(points[i - 1], 2)]
            at = [round(cut_at[i - 1], 4) for i in kept]
            given = [round(points[0], 2), *(round(points[i], 2) for i in kept)]
            lines.append(f"{feature} = [{at}, {given}]")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Write the table and show which guesses in the texts left out it thinks most of."""
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    files = sorted(p for p in Path(sys.argv[1]).rglob("*.txt") if "webexcerpt" not in p.parts)
    texts = [list(dict.fromkeys(read(file).texts)) for file in files]
    alone = classes([text for part in texts[2::3] for text in part])
    write(alone, [])
    dice = random.Random(7)
    negative = {s.shown: s for part in (*texts[0::3], *texts[2::3]) for s in samples(context_of("\n".join(part)), None)}
    left_out = {s.shown: s for part in texts[1::3] for s in samples(context_of("\n".join(part)), None)}
    sentences = sorted(
        {line.split("\t")[1] for name in sys.argv[2:] for line in Path(name).read_text("utf-8").splitlines()}
    )
    positive = [
        sample
        for sentence in sentences
        for wrong in without_one(sentence, dice)
        for sample in samples(context_of(wrong), sentence)
    ]
    rows = [*negative.values(), *positive]
    cards = [boosted([row for row in rows if row.size == size]) for size in range(len(SIZES))]
    write(alone, cards)
    shown = sorted(((cards[s.size].total(s.values), s.shown) for s in left_out.values()), reverse=True)
    print(f"{len(negative)} wrong guesses, {len(positive)} right ones; of {len(left_out)} left out:")
    for points, text in shown[:60]:
        print(f"{points:6.2f}  {text}")
    found = sorted((cards[s.size].total(s.values) for s in positive), reverse=True)
    for least in (1.0, 1.5, 2.0, 2.25, 2.5, 2.75, 3.0, 3.5, 4.0):
        wrongly = sum(points >= least for points, _ in shown)
        print(f"from {least}: {sum(points >= least for points in found)} right, {wrongly} wrong")


def write(alone: dict[str, str], cards: Sequence[Card]) -> None:
    """Write the table, without points while there are none."""
    items = [character + digits for character, digits in alone.items() if digits != "0000"]
    lines = [" ".join(items[i : i + 40]) for i in range(0, len(items), 40)]
    points = written(cards) if cards else ""
    TARGET.write_text(HEAD.format(alone="\n".join(lines), points=points), "utf-8")


if __name__ == "__main__":
    main()
