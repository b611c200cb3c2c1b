"""What the layout rules look at: elements, their layout, and whether the document means to follow the profile."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.model.layout import ElementFormat, Layout, LayoutProfile, PageLayout, TextLayout
from reviewer.model.span import Span
from reviewer.rules.context import RuleContext
from reviewer.rules.format.elements import Elements, elements
from reviewer.rules.rule import Raw

_SIZES = {
    42: "初号",
    36: "小初",
    26: "一号",
    24: "小一",
    22: "2号",
    18: "小2号",
    16: "3号",
    15: "小3号",
    14: "4号",
    12: "小4号",
    10.5: "5号",
    9: "小5号",
}
_SIDES = ("top", "bottom", "left", "right")
_EVIDENCE = 2
_HALF = 0.5
_NEARLY = 0.3
_FAR = 4.0


@dataclass(frozen=True, slots=True)
class Subject:
    """A document with a layout, and the profile that it is measured by."""

    context: RuleContext
    layout: Layout
    profile: LayoutProfile
    parts: Elements

    def set_as(self, number: int) -> TextLayout:
        """The layout of paragraph `number`, one of the elements'."""
        found = self.layout.paragraphs[number]
        assert found is not None
        return found

    def span(self, number: int) -> Span:
        """The words of paragraph `number` without the spaces around them."""
        text = self.context.document.texts[number]
        return Span(number, len(text) - len(text.lstrip()), len(text.rstrip()))

    def head(self) -> Span | None:
        """Where what concerns the whole document is marked: at its title, else at its first words."""
        chosen = self.parts.title or self.parts.heading1 or self.parts.body
        return self.span(chosen[0]) if chosen else None

    def grouped(self, numbers: Sequence[int], fault: Callable[[TextLayout], str]) -> Iterator[tuple[str, list[Span]]]:
        """The faults among the paragraphs, each with all places that have it."""
        found: dict[str, list[Span]] = {}
        for number in numbers:
            if words := fault(self.set_as(number)):
                found.setdefault(words, []).append(self.span(number))
        yield from found.items()


def subject(context: RuleContext) -> Subject | None:
    """What there is to look at; None where there is no layout or no profile, or where the profile is not meant."""
    return context.once(_subject)


def _subject(context: RuleContext) -> Subject | None:
    layout, profile = context.document.layout, context.profile
    if layout is None or profile is None or not layout.pages:
        return None
    found = Subject(context, layout, profile, elements(context.document, context.outline, layout.paragraphs))
    return found if context.profile_binds or _follows(found) else None


def _follows(subject: Subject) -> bool:
    """Whether two or more things are as the profile wants them, which does not come about by chance."""
    profile, parts = subject.profile, subject.parts
    signs = [margins_fit(subject.layout.pages[0], profile)]
    for wanted, numbers in (
        (profile.title, parts.title),
        (profile.body, parts.body),
        (profile.heading2, parts.heading2),
    ):
        fit = [font_fits(subject.set_as(i), wanted) and size_fits(subject.set_as(i), wanted) for i in numbers]
        signs.append(bool(fit) and 2 * sum(fit) > len(fit))
    lines = [line_fits(subject.set_as(i), profile) for i in parts.body]
    signs.append(bool(lines) and 2 * sum(lines) > len(lines))
    return sum(signs) >= _EVIDENCE


def margins_fit(page: PageLayout, profile: LayoutProfile) -> bool:
    """Whether all four margins are as wanted; those that the file leaves open are."""
    for side in _SIDES:
        is_, wanted = getattr(page, side), getattr(profile.page, side)
        if is_ is not None and wanted is not None and abs(is_ - wanted) > profile.tolerance:
            return False
    return True


def font_fits(text: TextLayout, wanted: ElementFormat) -> bool:
    """Whether the paragraph's first characters are in one of the fonts; an unknown font is."""
    font = text.first_font
    return not font or not wanted.fonts or any(word in font for word in wanted.fonts)


def size_fits(text: TextLayout, wanted: ElementFormat) -> bool:
    """Whether the paragraph's first characters have the size; an unknown one has."""
    return wanted.size is None or text.first_size is None or abs(text.first_size - wanted.size) < _HALF


def line_fits(text: TextLayout, profile: LayoutProfile) -> bool:
    """Whether the distance of lines is fixed within the bounds."""
    least, most = profile.line
    return text.line is not None and least - _HALF / 5 <= text.line <= most + _HALF / 5


def indent_fits(text: TextLayout, wanted: ElementFormat) -> bool:
    """Whether the first line is indented as wanted; where numbering decides, it is."""
    if wanted.first_line is None or text.first_line is None:
        return True
    return abs(text.first_line + text.left_indent - wanted.first_line) <= _NEARLY


def far_right(text: TextLayout) -> bool:
    """Whether a line is set at the right of the page."""
    return text.alignment == "right" or text.left_indent + (text.first_line or 0) >= _FAR


def size_words(points: float) -> str:
    """A size as clerks call it: 3号, or the points where it has no name."""
    return _SIZES.get(points, f"{points:g}磅")


def type_words(text: TextLayout) -> str:
    """Font and size of a paragraph as clerks call them."""
    size = size_words(text.first_size) if text.first_size is not None else ""
    return f"{size}{text.first_font}" or "别的字体"


def wanted_words(wanted: ElementFormat) -> str:
    """Font and size that are wanted."""
    size = size_words(wanted.size) if wanted.size is not None else ""
    return size + (wanted.fonts[0] if wanted.fonts else "")


def misset(subject: Subject, name: str, numbers: Sequence[int], wanted: ElementFormat) -> Iterator[Raw]:
    """One finding for each wrong font or size among paragraphs of one kind."""

    def fault(text: TextLayout) -> str:
        return "" if font_fits(text, wanted) and size_fits(text, wanted) else type_words(text)

    for words, spans in subject.grouped(numbers, fault):
        yield Raw(spans[0], f"{name}应为{wanted_words(wanted)}，{these(spans)}是{words}。", related=tuple(spans[1:]))


def these(spans: Sequence[Span]) -> str:
    """这里, or 这里等3处 where there are more."""
    return "这里" if len(spans) == 1 else f"这里等{len(spans)}处"
