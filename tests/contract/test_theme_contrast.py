"""Contrast after WCAG 2: 4.5 for words, 3 for signs and the edges of controls."""

from itertools import product

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


def luminance(colour: str) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_themes_ship() -> None:
    assert THEMES == ["dark", "light"]
    assert theme.load("dark").dark
    assert not theme.load("light").dark


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("front", "ground"), WORDS)
def test_words_can_be_read(name: str, front: str, ground: str) -> None:
    colours = theme.load(name)
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("front", "ground"), SIGNS)
def test_signs_can_be_seen(name: str, front: str, ground: str) -> None:
    colours = theme.load(name)
    assert contrast(getattr(colours, front), getattr(colours, ground)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_page_stands_out_from_the_desk(name: str) -> None:
    colours = theme.load(name)
    assert contrast(colours.page, colours.desk) >= 1.15


def test_a_theme_with_a_colour_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = resource.read_text("themes/light.toml")
    monkeypatch.setattr(resource, "read_text", lambda _name: f'{text}\npink = "#ff00ff"\n')
    with pytest.raises(ValueError, match="pink"):
        theme.load("light")
