"""Gathered paragraphs."""

import pytest

from reviewer.errors import TooLargeError
from reviewer.model.document import Place
from reviewer.readers import limits
from reviewer.readers.gather import CUT, NOTHING_READ, Gatherer, Where, is_page_number, with_space


def test_line_feeds_divide_and_labels_stand_in_the_first_piece() -> None:
    gatherer = Gatherer()
    gatherer.add("甲乙\n丙丁\n", label="一、", inserted=((1, 4),))
    gatherer.add("注", Where(Place.FOOTNOTE, note="1"))
    first, second, third, note = gatherer.document("a", "rtf").paragraphs
    assert [(p.text, p.label, p.inserted) for p in (first, second, third)] == [
        ("一、甲乙", 2, ((3, 4),)),
        ("丙丁", 0, ((0, 1),)),
        ("", 0, ()),
    ]
    assert (note.origin.address, note.origin.note) == ("footnote/3", "1")


def test_long_paragraphs_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PARAGRAPH_CHARACTERS", 3)
    gatherer = Gatherer()
    gatherer.add("甲乙丙丁戊己")
    document = gatherer.document("a", "rtf")
    assert (document.texts, document.warnings) == (("甲乙丙", "丁戊己"), (CUT,))
    assert len({p.origin.address for p in document.paragraphs}) == 2


def test_limits_and_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Gatherer().document("a", "rtf").warnings == (NOTHING_READ,)
    monkeypatch.setattr(limits, "CHARACTERS", 3)
    with pytest.raises(TooLargeError):
        Gatherer().add("甲乙丙丁")


def test_tables_are_counted() -> None:
    gatherer = Gatherer()
    assert [gatherer.next_table(), gatherer.next_table()] == [0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("— 3 —", True), ("第 1 页 共 3 页", True), ("", True), ("Page 1 of 3", True), ("机密", False), ("第一页", False)],
)
def test_page_numbers(text: str, expected: bool) -> None:
    assert is_page_number(text) is expected


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("一、", "甲", "一、"),
        ("1.", "甲", "1."),
        ("1.", "2023年", "1. "),
        ("①", "甲", "① "),
        ("", "甲", ""),
        ("1 ", "甲", "1 "),
    ],
)
def test_space_after_labels(label: str, text: str, expected: str) -> None:
    assert with_space(label, text) == expected
