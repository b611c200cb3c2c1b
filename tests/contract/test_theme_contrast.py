"""Contrast after WCAG 2: 4.5 for words, 3 for signs and the edges of controls."""

import math
from itertools import combinations, product

import pytest

from reviewer import resource
from reviewer.ui import theme

THEMES = sorted(path.stem for path in resource.path("themes").glob("*.toml"))
GROUNDS = ("window", "panel", "panel_alternate", "hover", "page")
SOFT = ("error", "warning", "info", "duty", "deadline", "advert", "accent")
WORDS = (
    *product(("text", "muted"), GROUNDS),
    *(("text", f"{name}_soft") for name in SOFT),
    *((name, f"{name}_soft") for name in SOFT),
    *product(
        ("error", "warning", "info", "duty", "deadline", "advert", "accent", "success"), ("panel", "page", "window")
    ),
    ("accent_text", "accent"),
    ("text", "current"),
)
SIGNS = (
    *product(("border_strong",), ("window", "panel")),
    *product(("error", "warning", "info", "duty", "deadline", "advert", "accent"), ("page", "window", "panel")),
    ("accent", "current"),
)


MARKED = ("error", "warning", "duty", "deadline")
SEEN_WITHOUT = {
    "red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Linear RGB as it is seen without one kind of cones: Machado, Oliveira and Fernandes 2009, severity 1."""
XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
"""Linear sRGB to CIE XYZ, after IEC 61966-2-1."""


def linear(colour: str) -> tuple[float, float, float]:
    shares = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_themes_ship() -> None:
    assert THEMES == ["contrast", "contrast_light", "dark", "light"]
    assert theme.load("contrast").dark
    assert not theme.load("contrast_light").dark
    assert theme.load("dark").dark
    assert not theme.load("light").dark


SAFE = pytest.mark.parametrize("safe", [False, True], ids=["standard", "safe"])


@SAFE
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("front", "ground"), WORDS)
def test_words_can_be_read(name: str, front: str, ground: str, safe: bool) -> None:
    colours = theme.load(name, safe=safe)
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= 4.5


@SAFE
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("front", "ground"), SIGNS)
def test_signs_can_be_seen(name: str, front: str, ground: str, safe: bool) -> None:
    colours = theme.load(name, safe=safe)
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_page_stands_out_from_the_desk(name: str) -> None:
    colours = theme.load(name)
    assert contrast(colours.page, colours.desk) >= 1.15


@SAFE
@pytest.mark.parametrize("name", ["contrast", "contrast_light"])
@pytest.mark.parametrize(("front", "ground"), WORDS)
def test_themes_of_high_contrast_have_more_than_is_asked(name: str, front: str, ground: str, safe: bool) -> None:
    colours = theme.load(name, safe=safe)
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= 7


@pytest.mark.parametrize("blind", SEEN_WITHOUT)
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("one", "other"), tuple(combinations(MARKED, 2)))
def test_safe_colours_are_told_apart_by_everybody(name: str, one: str, other: str, blind: str) -> None:
    colours = theme.load(name, safe=True)
    front = getattr(colours, one), getattr(colours, other)
    soft = getattr(colours, f"{one}_soft"), getattr(colours, f"{other}_soft")
    assert math.dist(*(lab(colour, blind) for colour in front)) >= 12
    assert math.dist(*(lab(colour, blind) for colour in soft)) >= 5


def lab(colour: str, blind: str) -> tuple[float, float, float]:
    """The colour as it is seen without one kind of cones, in CIE L*a*b*."""
    seen = [
        min(1.0, max(0.0, sum(w * v for w, v in zip(row, linear(colour), strict=True)))) for row in SEEN_WITHOUT[blind]
    ]
    x, y, z = (sum(w * v for w, v in zip(row, seen, strict=True)) for row in XYZ)
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x / 0.95047, y, z / 1.08883))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def test_a_theme_with_a_colour_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = resource.read_text("themes/light.toml")
    monkeypatch.setattr(resource, "read_text", lambda _name: f'{text}\npink = "#ff00ff"\n')
    with pytest.raises(ValueError, match="pink"):
        theme.load("light")
