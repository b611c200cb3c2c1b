"""The window that compares two drafts."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, read, review

from reviewer.comparison import Change
from reviewer.errors import MissingFileError
from reviewer.model.report import Report, ReviewOptions
from reviewer.ui import opening
from reviewer.ui.compare_list import ROW, CompareModel
from reviewer.ui.compare_window import CompareWindow, Draft
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import DocumentSession, Phase

NEW = (
    SPEECH.replace("一起努力", "共同努力")
    .replace("**个", "三个")
    .replace("二、抓好落实", "新加的一段话。\n二、抓好落实")
)

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")


def review_file(path: str) -> Report:
    return review(read(path), ReviewOptions())


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    made = []
    for name, text in (("前稿", SPEECH), ("后稿", NEW)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, "utf-8")
        made.append(str(path))
    return made


@pytest.fixture
def compare(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> CompareWindow:
    session.open_all(paths)
    qtbot.waitUntil(lambda: all(one.phase is Phase.REVIEWED for one in session.documents))
    made = CompareWindow(session, review_file)
    qtbot.addWidget(made)
    made.show()
    made.choose(*session.documents)
    compared(qtbot, made)
    return made


def compared(qtbot: QtBot, window: CompareWindow) -> None:
    qtbot.waitUntil(lambda: "正在对比" not in window._places["paragraphs"].words)


def shown(window: CompareWindow, page: str) -> list[tuple[Change, str, str]]:
    model = window.models[page]
    rows = [model.index(number).data(ROW) for number in range(model.rowCount())]
    return [(row.change, row.old, row.new) for row in rows]


def titles(window: CompareWindow) -> list[str]:
    return [window.pages.tabText(number) for number in range(window.pages.count())]


def test_only_what_changed_is_listed(compare: CompareWindow) -> None:
    assert [change for change, _, _ in shown(compare, "paragraphs")] == [Change.CHANGED, Change.CAME, Change.CHANGED]
    assert titles(compare) == ["文字：改 2，增 1 段", "问题：删 2 处", "任务：没有变化"]
    assert compare._places["duties"].words == "任务没有变化。"
    compare.same.click()
    assert len(shown(compare, "paragraphs")) == 11
    assert compare._places["duties"].words == ""


def test_before_and_after_can_change_places(qtbot: QtBot, compare: CompareWindow) -> None:
    compare.swap.click()
    compared(qtbot, compare)
    qtbot.waitUntil(lambda: titles(compare)[0] == "文字：改 2，删 1 段")


def test_a_draft_against_itself(qtbot: QtBot, compare: CompareWindow, session: DocumentSession) -> None:
    compare.choose(session.documents[0], session.documents[0])
    qtbot.waitUntil(lambda: compare._places["paragraphs"].words == "文字没有变化。")


def test_nothing_chosen(qtbot: QtBot, session: DocumentSession) -> None:
    window = CompareWindow(session, review_file)
    qtbot.addWidget(window)
    window.show()
    window.choose(None, None)
    assert window._places["paragraphs"].words == "请在上面选好前稿和后稿。"


def test_files_that_are_not_open_are_compared(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    window = CompareWindow(session, review_file)
    qtbot.addWidget(window)
    window.show()
    window.choose_files(*paths)
    qtbot.waitUntil(lambda: titles(window)[0] == "文字：改 2，增 1 段")
    assert [window.old.currentText(), window.new.currentText()] == ["前稿.txt", "后稿.txt"]


def test_a_file_that_cannot_be_read_is_told(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    def fail(path: str) -> Report:
        raise MissingFileError("找不到这个文件。", "请重新选择。")

    window = CompareWindow(session, fail)
    qtbot.addWidget(window)
    window.show()
    window.choose_files(*paths)
    qtbot.waitUntil(lambda: window._places["paragraphs"].words == "找不到这个文件。请重新选择。")


def test_keys_go_from_change_to_change(qtbot: QtBot, compare: CompareWindow) -> None:
    view = compare.lists["paragraphs"]
    compare.same.click()
    qtbot.waitUntil(lambda: compare.pages.currentWidget().currentIndex() == 0)
    rows = []
    for button in (compare.next, compare.next, compare.next, compare.next, compare.previous):
        button.click()
        rows.append(view.currentIndex().data(ROW).change)
    assert rows == [Change.CHANGED, Change.CAME, Change.CHANGED, Change.CHANGED, Change.CAME]


def test_a_row_leads_to_its_place(qtbot: QtBot, compare: CompareWindow, session: DocumentSession) -> None:
    asked: list[tuple[Draft, int]] = []
    compare.place_asked.connect(lambda draft, span: asked.append((draft, span.paragraph)))
    view = compare.lists["paragraphs"]
    for number in range(3):
        view.setCurrentIndex(compare.models["paragraphs"].index(number))
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert [place for _, place in asked] == [3, 7, 10]
    assert {draft.document for draft, _ in asked} == {session.documents[1]}


def test_a_new_review_is_compared_anew(qtbot: QtBot, compare: CompareWindow, session: DocumentSession) -> None:
    Path(session.documents[1].path or "").write_text(SPEECH, "utf-8")
    os.utime(session.documents[1].path or "", (1_900_000_000, 1_900_000_000))
    session.check_files()
    qtbot.waitUntil(lambda: titles(compare)[0] == "文字：没有变化")
    names = [compare.old.itemText(number) for number in range(compare.old.count())]
    assert names == ["前稿.txt", "后稿.txt", "后稿.txt（改动前）"]


def test_what_a_screen_reader_says(compare: CompareWindow) -> None:
    model = compare.models["paragraphs"]
    said = [model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert said[1] == "第8段，新增：新加的一段话。"
    assert said[2].startswith("第11段，原来：")


def test_every_control_has_a_name_of_its_own(compare: CompareWindow) -> None:
    kinds = (QAbstractButton, QAbstractItemView, QComboBox)
    controls = [one for kind in kinds for one in compare.findChildren(kind)]
    names = [
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        for one in controls
        if one.parentWidget() is compare or one in compare.lists.values()
    ]
    assert all(names)
    assert len(names) == len(set(names))


def test_the_model_keeps_qts_contract(compare: CompareWindow) -> None:
    model = CompareModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows([compare.models["paragraphs"].index(number).data(ROW) for number in range(3)])
    model.show_same(True)
    model.set_rows([])
    assert tester.model() is model


def test_the_window_offers_what_is_open(
    qtbot: QtBot, make_window: Callable[..., MainWindow], paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    window.open_files(paths)
    qtbot.waitUntil(lambda: [one.phase for one in window.session.documents] == [Phase.REVIEWED] * 2)
    window.workbench.actions["compare"].trigger()
    compare = window.workbench.documents.compare_window
    assert compare.isVisible()
    assert [compare.old.currentText(), compare.new.currentText()] == ["前稿.txt", "后稿.txt"]
    compared(qtbot, compare)
    view = compare.lists["paragraphs"]
    view.setCurrentIndex(compare.models["paragraphs"].index(1))
    view.activated.emit(view.currentIndex())
    assert window.session.current.name == "后稿.txt"
    qtbot.waitUntil(lambda: window.session.cursor[0] == 7)
    other = Path(paths[0]).with_name("别的.txt")
    other.write_text(SPEECH, "utf-8")
    monkeypatch.setattr(opening, "ask_files", lambda *_: [str(other)])
    compare._browse(compare.new)
    compared(qtbot, compare)
    assert compare.new.currentText() == "别的.txt"
    window.close()
    assert not compare.isVisible()
