import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextFormat
from pytestqt.qtbot import QtBot

from reviewer.model.span import Span
from reviewer.ui import find_bar
from reviewer.ui.go_to_part import goals
from reviewer.ui.main_window import MainWindow

ALT = Qt.KeyboardModifier.AltModifier


def search(window: MainWindow, words: str) -> None:
    bar = window.reading.find_bar
    bar.open_bar()
    bar.field.setText(words)
    bar._search()


def test_switches_narrow_the_search(window: MainWindow) -> None:
    bar = window.reading.find_bar
    search(window, "３月")
    assert bar.count.text() == "共 1 处"
    bar.width_switch.click()
    assert bar.count.text() == "没有找到"
    bar.regex.click()
    assert not bar.width_switch.isEnabled()
    search(window, r"\d+月")
    assert bar.count.text() == "共 3 处"


def test_a_pattern_that_is_no_pattern_is_explained(window: MainWindow) -> None:
    bar = window.reading.find_bar
    bar.regex.setChecked(True)
    search(window, "(要")
    assert bar.count.text().startswith("正则式第 1 个字符处")
    search(window, "要")
    assert bar.count.text() == "共 4 处"


def test_all_matches_are_listed_and_the_page_follows(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.reading.find_bar
    search(window, "要")
    assert not bar.list.isVisible()
    bar.listing.click()
    assert bar.list.isVisible()
    model = bar.list.model()
    assert model.rowCount() == 4
    assert [model.index(row, 0).data(Qt.ItemDataRole.UserRole)[1] for row in range(4)] == ["要"] * 4
    assert model.index(0, 0).data(Qt.ItemDataRole.StatusTipRole) == "一是任务重"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.list.currentIndex().row() == 0
    qtbot.keyClick(bar.field, Qt.Key.Key_Down)
    qtbot.keyClick(bar.list, Qt.Key.Key_Down)
    assert window.session.cursor[0] == 8
    qtbot.mouseClick(
        bar.list.viewport(), Qt.MouseButton.LeftButton, pos=bar.list.visualRect(model.index(3, 0)).center()
    )
    assert window.session.cursor[0] == 9
    qtbot.keyClick(bar.list, Qt.Key.Key_Escape)
    assert bar.field.hasFocus()
    assert not bar.list.grab().isNull()


def test_a_long_text_is_searched_in_slices(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find_bar, "_SLICE", 40)
    search(window, "要")
    bar = window.reading.find_bar
    assert bar.count.text() == "已找到 0 处…"
    qtbot.waitUntil(lambda: bar.count.text() == "共 4 处")


def test_matches_are_marked_beside_the_scroll_bar(qtbot: QtBot, window: MainWindow) -> None:
    strip = window.reading.overview
    qtbot.waitUntil(lambda: bool(strip.ticks()))
    search(window, "（没有这句）")
    before = strip.grab().toImage()
    search(window, "要")
    assert strip.grab().toImage() != before
    search(window, "")
    assert strip.grab().toImage() == before


def test_matches_are_marked_in_the_text(window: MainWindow) -> None:
    search(window, "街道")
    shown = [s for s in window.reading.view.extraSelections() if s.cursor.selectedText() == "街道"]
    assert shown
    assert shown[-1].format.hasProperty(QTextFormat.Property.OutlinePen)


def test_go_to_a_part(qtbot: QtBot, window: MainWindow) -> None:
    window.workbench.actions["go_to"].trigger()
    box = window.reading.go_to
    assert box.isVisible()
    assert box.list.count() == 4
    qtbot.keyClick(box.field, Qt.Key.Key_Down)
    assert box.list.currentRow() == 1
    box.field.setText("落实")
    assert [box.list.item(row).text() for row in range(box.list.count())] == ["二、抓好落实"]
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert not box.isVisible()
    assert window.session.cursor == (7, 0)
    assert window.reading.view.hasFocus()


def test_go_to_nothing(qtbot: QtBot, window: MainWindow) -> None:
    reading = window.reading
    reading.open_go_to()
    reading.go_to.field.setText("没有这个")
    assert reading.go_to.none.isVisible()
    qtbot.keyClick(reading.go_to.field, Qt.Key.Key_Return)
    assert reading.go_to.isVisible()
    qtbot.keyClick(reading.go_to.field, Qt.Key.Key_Escape)
    assert not reading.go_to.isVisible()
    assert window.session.cursor == (0, 0)


def test_go_to_box_leaves_when_the_clerk_does(qtbot: QtBot, window: MainWindow) -> None:
    reading = window.reading
    reading.open_go_to()
    qtbot.waitUntil(reading.go_to.field.hasFocus)
    reading.view.setFocus()
    assert not reading.go_to.isVisible()


def test_goals_by_words_and_by_number(window: MainWindow) -> None:
    document, outline = window.session.document, window.session.outline
    assert document is not None
    assert outline is not None
    assert [words for words, _ in goals(document, outline, "二 时间")] == ["二是时间紧"]
    assert goals(document, outline, "9")[0][1] == Span(8, 0, 0)
    assert goals(document, outline, "99") == []
    assert goals(document, outline, "²") == []


def test_back_and_forward(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    session.request_place(Span(8, 2, 4))
    session.request_place(Span(3, 0, 0))
    qtbot.keyClick(window.reading.view, Qt.Key.Key_Left, ALT)
    assert session.cursor == (8, 2)
    qtbot.keyClick(window.reading.view, Qt.Key.Key_Left, ALT)
    assert session.cursor == (0, 0)
    with qtbot.waitSignal(session.notice):
        window.reading.go_back()
    qtbot.keyClick(window.reading.view, Qt.Key.Key_Right, ALT)
    assert session.cursor == (8, 2)
    assert window.reading.view.viewport().rect().contains(QPoint(5, 5))
