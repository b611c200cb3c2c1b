"""A layout profile as Word needs it: looks of the elements, paper, margins and lines of the page."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reviewer.exports.official.looks import LINE, SETTINGS, TIGHT, Look, Setting
from reviewer.model.layout import ElementFormat, LayoutProfile

_MILLIMETRE = 1440 / 25.4  # twips
_POINT = 20  # twips
_USUAL = (156.0, 16.0)  # width of the type area in millimetres and size of the body (5.2.1 and 5.2.2)


@dataclass(frozen=True, slots=True)
class Manner:
    """How documents are set: the looks of their elements, and `paper`, `margins`, `grid` as attributes of Word's."""

    settings: Mapping[Look, Setting]
    paper: Mapping[str, str]
    margins: Mapping[str, str]
    grid: Mapping[str, str]

    def run_in(self, look: Look) -> str:
        """The font of a heading at the beginning of a paragraph that goes on."""
        return self.settings[look].font


def twips(millimetres: float | None) -> int:
    """A length in the unit of Word."""
    return round((millimetres or 0) * _MILLIMETRE)


def manner(profile: LayoutProfile) -> Manner:
    """What `profile` wants; what it leaves open is as GB/T 9704—2012 has it."""
    page = profile.page
    line = min(max(LINE, profile.line[0]), profile.line[1])
    height = ((page.height or 0) - (page.top or 0) - (page.bottom or 0)) * _MILLIMETRE
    lines = max(1, int(height // (line * _POINT)))
    return Manner(
        _settings(profile, line),
        {"w": f"{twips(page.width)}", "h": f"{twips(page.height)}"},
        {side: f"{twips(getattr(page, side))}" for side in ("top", "right", "bottom", "left")},
        {"type": "lines", "linePitch": f"{int(height / lines)}"},
    )


def _settings(profile: LayoutProfile, line: float) -> dict[Look, Setting]:
    body = replace(profile.body, first_line=None, alignment="")
    named = {
        Look.BODY: profile.body,
        Look.TITLE: profile.title,
        Look.UNDER_TITLE: ElementFormat(size=body.size),
        Look.ADDRESSEE: body,
        Look.HEADING_1: profile.heading1,
        Look.HEADING_2: profile.heading2,
        Look.HEADING_3: profile.body,
        Look.APPENDIX_NOTE: body,
        Look.SIGNATURE: body,
        Look.APPENDIX: profile.appendix,
        Look.APPENDIX_TITLE: profile.title,
        Look.FOOTER: profile.page_number,
    }
    width = (profile.page.width or 0) - (profile.page.left or 0) - (profile.page.right or 0)
    tight = TIGHT if (width, profile.body.size) == _USUAL else 0
    return {look: _setting(usual, named.get(look), line, tight) for look, usual in SETTINGS.items()}


def _setting(usual: Setting, wanted: ElementFormat | None, line: float, tight: int) -> Setting:
    if wanted is None:
        return usual
    size = usual.size if wanted.size is None else wanted.size
    distance = usual.line
    if distance is not None:
        distance = line if distance == LINE else distance * size / usual.size
    fits = not wanted.fonts or any(word in usual.font for word in wanted.fonts)
    return replace(
        usual,
        font=usual.font if fits else wanted.fonts[0],
        size=size,
        align=wanted.alignment or usual.align,
        first=usual.first if wanted.first_line is None else wanted.first_line,
        line=distance,
        spacing=tight if usual.spacing else 0,
    )
