"""Whatever is changed and however the words are divided into runs, the copy says what it should."""

import re
from html import unescape

from copies_made import docx, main_part, opened, p, r
from hypothesis import given
from hypothesis import strategies as st

from reviewer.exports.docx.copies import docx_copy
from reviewer.exports.docx.markup import escaped
from reviewer.model.edit import Edit, Remark
from reviewer.model.span import Span

WORDS = st.text(st.sampled_from("甲乙丙丁、。 <&>\"'𠮷😀a1"), min_size=1, max_size=6)
RUNS = st.lists(WORDS, min_size=1, max_size=5)
CHANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.text("甲○<& \t", max_size=4)), max_size=4)


def made(runs: list[str], places: list[tuple[int, int, str]]) -> tuple[bytes, str, list[Edit]]:
    """A document of one paragraph, its text, and edits in it that do not overlap."""
    text = "".join(runs)
    edits: list[Edit] = []
    reached = 0
    for start, length, new in sorted(places):
        if reached <= start < len(text):
            reached = min(len(text), start + length)
            edits.append(Edit(Span(0, start, reached), new))
            reached += 1
    return (
        docx(p(*(r(escaped(words).decode(), f'<w:sz w:val="{20 + i}"/>') for i, words in enumerate(runs)))),
        text,
        edits,
    )


def expected(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def said(xml: str, element: str = "t") -> str:
    """The characters of all elements of this name, a tab for each tab."""
    found = re.findall(rf"<w:{element}(?: [^>]*)?>([^<]*)</w:{element}>|(<w:tab/>)", xml)
    return "".join(unescape(words) if not tab else "\t" for words, tab in found)


@given(RUNS, CHANGES)
def test_silent_changes(runs: list[str], places: list[tuple[int, int, str]]) -> None:
    data, text, edits = made(runs, places)
    copy = docx_copy(opened(data), data, edits)
    assert not copy.refused
    assert opened(copy.data).texts == (expected(text, edits),)


@given(RUNS, CHANGES, st.tuples(st.integers(0, 30), st.integers(0, 6)))
def test_tracked_changes_can_be_accepted_and_rejected(
    runs: list[str], places: list[tuple[int, int, str]], marked: tuple[int, int]
) -> None:
    data, text, edits = made(runs, places)
    start = min(marked[0], len(text))
    remark = Remark(Span(0, start, min(len(text), start + marked[1])), "问")
    copy = docx_copy(opened(data), data, edits, [remark], tracked=True)
    assert not copy.refused
    xml = main_part(copy.data)
    assert opened(copy.data).texts == (expected(text, edits),)
    rejected = re.sub(r"<w:ins .*?</w:ins>", "", xml).replace("delText", "t")
    assert said(rejected) == text
