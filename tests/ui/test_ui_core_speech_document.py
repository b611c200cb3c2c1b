import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui import speech_document
from reviewer.ui.speech_document import SpeechDocument
from reviewer.ui.speech_looks import Look, ParagraphLook
from reviewer.ui.typography import PageSetup, Typography

TEXTS = ("标题𠮷", "", "　　先说😀的话，再讲二。", "乱\u2029码\ufdd0在此")


@pytest.fixture
def document(qtbot: QtBot) -> SpeechDocument:
    return SpeechDocument()


def selected(document: SpeechDocument, paragraph: int, start: int, end: int) -> str:
    cursor = QTextCursor(document.qt)
    begin, stop = document.position(paragraph, start), document.position(paragraph, end)
    assert begin is not None
    assert stop is not None
    cursor.setPosition(begin)
    cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_one_block_a_paragraph(qtbot: QtBot, document: SpeechDocument) -> None:
    document.fill(TEXTS, (), Typography(PageSetup()))
    qtbot.waitUntil(lambda: not document.filling)
    assert document.qt.blockCount() == document.paragraphs == len(TEXTS)
    assert selected(document, 2, 4, 5) == "😀"
    assert selected(document, 2, 5, 7) == "的话"
    assert selected(document, 3, 2, 3) == "码"


def test_places_are_found_again(qtbot: QtBot, document: SpeechDocument) -> None:
    document.fill(TEXTS, (), Typography(PageSetup()))
    qtbot.waitUntil(lambda: not document.filling)
    for paragraph, text in enumerate(TEXTS):
        for offset in range(len(text) + 1):
            position = document.position(paragraph, offset)
            assert position is not None
            assert document.place(position) == (paragraph, offset)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=12), min_size=1, max_size=6))
def test_any_text_keeps_its_places(document: SpeechDocument, texts: list[str]) -> None:
    document.fill(texts, (), Typography(PageSetup()))
    assert document.qt.blockCount() == len(texts)
    last = document.position(len(texts) - 1, len(texts[-1]))
    assert last == document.qt.characterCount() - 1


def test_what_is_not_filled_in_has_no_place(
    qtbot: QtBot, document: SpeechDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech_document, "_SLICE", 500)
    texts = [f"第{n}段" + "很长的话。" * 40 for n in range(400)]
    document.fill(texts, (), Typography(PageSetup()))
    assert document.filling
    assert 0 < document.paragraphs < 400
    assert document.position(0, 0) == 0
    assert document.position(399, 0) is None
    qtbot.waitUntil(lambda: not document.filling)
    assert selected(document, 399, 0, 5) == "第399段"


def test_a_new_text_takes_the_place_of_an_unfinished_one(
    qtbot: QtBot, document: SpeechDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech_document, "_SLICE", 500)
    document.fill(["旧" * 500] * 400, (), Typography(PageSetup()))
    document.fill(["新"], (), Typography(PageSetup()))
    QApplication.processEvents()
    assert not document.filling
    assert document.qt.blockCount() == 1
    document.fill((), (), Typography(PageSetup()))
    assert document.place(0) == (0, 0)
    assert document.position(0, 0) is None


def test_stretches_have_their_own_look(qtbot: QtBot, document: SpeechDocument) -> None:
    looks = [ParagraphLook(Look.TITLE), ParagraphLook(Look.BODY, ((2, 4, Look.POINT),))]
    document.fill(("标题", "😀，一是好。"), looks, Typography(PageSetup()))
    bold = QTextCursor(document.qt)
    bold.setPosition(document.position(1, 3) or 0)
    assert bold.charFormat().fontWeight() == 700
    plain = QTextCursor(document.qt)
    plain.setPosition(document.position(1, 5) or 0)
    assert plain.charFormat().fontWeight() < 700
    assert document.look(0) is Look.TITLE
