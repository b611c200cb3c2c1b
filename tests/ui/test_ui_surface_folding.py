from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot
from ui_core_material import outline, review_with_outline

from reviewer.model.document import Document, Origin, Paragraph, Place, plain_document
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.outline import build_outline
from reviewer.ui import folding, page_painter
from reviewer.ui.folding import bodies
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import DocumentSession, Phase
from reviewer.ui.speech_view import SpeechView
from reviewer.ui.typography import PageSetup

LINES = [
    *("在会上的讲话", "同志们："),
    *(
        "一、认清形势",
        "各街道要在6月30日前办好**件事。",
        "（一）看到成绩",
        "有**项。",
        "（二）看到差距",
        "还有，，问题。",
    ),
    *("二、抓好落实", "务必抓好。", "三、加强领导"),
]


@pytest.fixture
def open_document(qtbot: QtBot, make_window: Callable[..., MainWindow], tmp_path: Path) -> Callable[..., MainWindow]:
    def show(document: Document) -> MainWindow:
        path = tmp_path / "稿.txt"
        path.write_text("", "utf-8")
        placed = replace(document, path=str(path))
        made = make_window(DocumentSession(lambda _: placed, review_with_outline, build_outline))
        made.open_files([str(path)])
        qtbot.waitUntil(lambda: made.session.phase is Phase.REVIEWED and not made.reading.view.filling)
        return made

    return show


@pytest.fixture
def fold_window(open_document: Callable[..., MainWindow]) -> MainWindow:
    return open_document(plain_document("\n".join(LINES)))


def seen(view: SpeechView) -> list[int]:
    everything = QRect(0, 0, view.viewport().width(), view.viewport().height())
    return [paragraph for _, paragraph, _ in view.blocks_in(everything)]


def test_what_stands_under_each_heading() -> None:
    document = plain_document("\n".join(LINES))
    assert bodies(build_outline(document), document.texts) == {2: 8, 4: 6, 6: 8, 8: 10}


def test_points_and_words_before_a_heading_do_not_fold(speech: str) -> None:
    document = plain_document(Path(speech).read_text("utf-8").removesuffix("\n"))
    assert bodies(outline(document), document.texts) == {4: 7, 7: 10}
    assert bodies(Outline(), ()) == {}


def test_the_triangle_closes_and_opens(qtbot: QtBot, fold_window: MainWindow) -> None:
    view = fold_window.reading.view
    assert seen(view) == list(range(11))
    point = next(
        QPoint(x, y)
        for y in range(0, view.viewport().height(), 4)
        for x in range(0, view.viewport().width() // 2, 4)
        if page_painter.fold_at(view, view._typography, view.folding, QPoint(x, y)) == 2
    )
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert seen(view) == [0, 1, 2, 8, 9, 10]
    assert fold_window.session.cursor == (2, 0)
    assert not view.grab().isNull()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert seen(view) == list(range(11))


def test_what_is_hidden_bears_no_marks(fold_window: MainWindow) -> None:
    view = fold_window.reading.view
    before = len(view.marks_in_sight())
    view.folding.toggle(2)
    assert before > 0
    assert view.marks_in_sight() == []
    view.folding.toggle(2)
    assert len(view.marks_in_sight()) == before


def test_commands_close_and_open(fold_window: MainWindow, qtbot: QtBot) -> None:
    actions, view = fold_window.workbench.actions, fold_window.reading.view
    fold_window.session.request_place(Span(5, 0, 0))
    actions["fold_part"].trigger()
    assert seen(view) == [0, 1, 2, 3, 4, 6, 7, 8, 9, 10]
    actions["fold_all"].trigger()
    assert seen(view) == [0, 1, 2, 8, 10]
    actions["unfold_all"].trigger()
    assert seen(view) == list(range(11))
    fold_window.session.request_place(Span(0, 0, 0))
    with qtbot.waitSignal(fold_window.session.notice):
        actions["fold_part"].trigger()


def test_the_next_finding_opens_what_hides_it(fold_window: MainWindow) -> None:
    view, session = fold_window.reading.view, fold_window.session
    fold_window.workbench.actions["fold_all"].trigger()
    session.select_finding(1)
    assert session.cursor == (5, 1)
    assert seen(view) == [0, 1, 2, 3, 4, 5, 6, 8, 10]
    assert view.viewport().rect().contains(view.cursorRect().center())


def test_zoom_keeps_what_is_closed(qtbot: QtBot, fold_window: MainWindow) -> None:
    view = fold_window.reading.view
    view.folding.toggle(2)
    view.set_setup(PageSetup(zoom=80))
    qtbot.waitUntil(lambda: not view.filling)
    assert seen(view) == [0, 1, 2, 8, 9, 10]


def test_a_review_keeps_what_is_closed(qtbot: QtBot, fold_window: MainWindow) -> None:
    view, session = fold_window.reading.view, fold_window.session
    view.folding.toggle(2)
    session.set_year(2025)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    assert seen(view) == [0, 1, 2, 8, 9, 10]


def test_long_parts_come_back_in_slices(
    qtbot: QtBot, open_document: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding, "_SLICE", 20)
    window = open_document(plain_document("\n".join(["一、认清形势", *["要办好**件事。"] * 200, "二、抓好落实"])))
    view, session = window.reading.view, window.session
    view.folding.toggle(0)
    assert seen(view) == [0, 201]
    session.request_place(Span(150, 2, 4))
    assert view.folding.settling
    qtbot.waitUntil(lambda: not view.folding.settling)
    assert session.cursor == (150, 2)
    assert view.viewport().rect().contains(view.cursorRect().center())


def test_tables_go_and_come_too(open_document: Callable[..., MainWindow]) -> None:
    cells = [
        Paragraph("甲", Origin(f"table/0/{row}/{column}", Place.TABLE, 0, row, column))
        for row in range(8)
        for column in range(3)
    ]
    heads = [Paragraph(text, Origin(f"body/{text}")) for text in ("一、认清形势", "下表：", "二、抓好落实", "做好。")]
    window = open_document(Document("", "docx", (*heads[:2], *cells, *heads[2:])))
    view = window.reading.view
    (table,) = view.document().rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    high = view.document().documentLayout().frameBoundingRect(table).height()
    view.folding.toggle(0)
    assert seen(view) == [0, 26, 27]
    assert view.document().documentLayout().frameBoundingRect(table).height() < high / 8
    view.folding.toggle(0)
    assert view.document().documentLayout().frameBoundingRect(table).height() == pytest.approx(high)
