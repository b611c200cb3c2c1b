from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_core_material import outline, review

from reviewer.model.document import Document, Origin, Paragraph, Place
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.ui import theme
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import DocumentSession, Phase
from reviewer.ui.speech_document import SpeechDocument
from reviewer.ui.speech_looks import Look, looks
from reviewer.ui.table_shapes import Cell, table_pieces
from reviewer.ui.typography import PageSetup, Typography


def cell(text: str, row: int, column: int, table: int = 0) -> Paragraph:
    return Paragraph(text, Origin(f"table/{table}/{row}/{column}/{text}", Place.TABLE, table, row, column))


def body(text: str) -> Paragraph:
    return Paragraph(text, Origin(f"body/{text}"))


def document_of(paragraphs: Sequence[Paragraph]) -> Document:
    return Document("", "docx", tuple(paragraphs))


def grid(rows: int, columns: int, table: int = 0) -> list[Paragraph]:
    return [cell(f"{row}行{column}列", row, column, table) for row in range(rows) for column in range(columns)]


def test_a_table_between_paragraphs() -> None:
    (piece,) = table_pieces(document_of([body("前"), *grid(2, 3), body("后")]))
    assert (piece.first, piece.end, piece.rows) == (1, 7, 2)
    assert piece.cell(5) == Cell(1, 1, 1)
    assert len(piece.shares) == 3
    assert sum(piece.shares) <= 100


def test_a_cell_reaches_to_the_next_one() -> None:
    head = [cell("单位", 0, 0), cell("分工", 0, 1)]
    (piece,) = table_pieces(document_of([*head, *(cell("甲", 1, c) for c in (0, 1, 2))]))
    assert piece.cells[:2] == (Cell(0, 0, 1), Cell(0, 1, 2))


def test_a_cell_does_not_cover_what_reaches_down_from_above() -> None:
    rows = [*(cell("甲", 0, c) for c in (0, 1, 2)), cell("乙", 1, 0), cell("丙", 1, 2)]
    (piece,) = table_pieces(document_of(rows))
    assert piece.cells[3:] == (Cell(1, 0, 1), Cell(1, 2, 1))


def test_a_long_table_comes_in_pieces_of_the_same_columns() -> None:
    pieces = table_pieces(document_of(grid(100, 5)))
    assert len(pieces) > 5
    assert {piece.shares for piece in pieces} == {pieces[0].shares}
    assert [piece.first for piece in pieces[1:]] == [piece.end for piece in pieces[:-1]]
    assert pieces[-1].end == 500
    assert all(c.row < piece.rows for piece in pieces for c in piece.cells)


def test_a_table_inside_a_table_interrupts_it() -> None:
    outer, inner = [cell("外", 0, 0), cell("外", 1, 0)], grid(2, 2, table=1)
    pieces = table_pieces(document_of([outer[0], *inner, outer[1]]))
    assert [(piece.first, piece.end) for piece in pieces] == [(0, 1), (1, 5), (5, 6)]


def test_too_many_columns_are_set_one_below_the_other() -> None:
    document = document_of(grid(2, 13))
    assert table_pieces(document) == ()
    assert {look.look for look in looks(document, Outline())} == {Look.CELL}


PLACES = [
    [body("前"), *grid(2, 2), body("后😀文")],
    grid(3, 2),
    [*grid(1, 1), *grid(2, 2, table=1), body("后")],
    [cell("一", 0, 0), cell("二", 0, 0)._replace(text="第二段𠮷"), cell("", 0, 1), cell("三", 1, 0), body("")],
    [body("前"), *grid(40, 4), body("后")],
]


@pytest.mark.parametrize("paragraphs", PLACES)
def test_every_place_is_found_in_and_out_of_tables(qtbot: QtBot, paragraphs: list[Paragraph]) -> None:
    document = document_of(paragraphs)
    shown = SpeechDocument()
    shown.fill(document.texts, looks(document, Outline()), Typography(PageSetup()))
    qtbot.waitUntil(lambda: not shown.filling)
    for number, text in enumerate(document.texts):
        for offset in range(len(text) + 1):
            position = shown.position(number, offset)
            assert position is not None
            assert shown.place(position) == (number, offset)
        cursor = QTextCursor(shown.qt)
        cursor.setPosition(shown.position(number, 0) or 0)
        assert cursor.block().text() == text
        assert shown.paragraph_of(cursor.block()) == number
        in_table = document.paragraphs[number].origin.place is Place.TABLE
        assert (cursor.currentTable() is not None) == in_table


def test_cells_stand_side_by_side(qtbot: QtBot) -> None:
    document = document_of([cell("标题", 0, 0), *grid(2, 3)[3:]])
    shown = SpeechDocument()
    shown.fill(document.texts, looks(document, Outline()), Typography(PageSetup()))
    frames = shown.qt.rootFrame().childFrames()
    assert len(frames) == 1
    table = frames[0]
    assert isinstance(table, QTextTable)
    assert table.cellAt(0, 0).columnSpan() == 3
    assert [table.cellAt(1, c).firstCursorPosition().block().text() for c in range(3)] == ["1行0列", "1行1列", "1行2列"]


@pytest.fixture
def table_window(qtbot: QtBot, make_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """A window with a table in which something is wrong."""
    path = tmp_path / "表.docx"
    path.write_text("", "utf-8")
    cells = [*grid(3, 3), cell("要在6月30日前报**份", 3, 0), cell("，，", 3, 2)]
    document = replace(document_of([body("前文"), *cells, body("后文")]), path=str(path))
    made = make_window(DocumentSession(lambda _: document, review, outline))
    made.open_files([str(path)])
    qtbot.waitUntil(lambda: made.session.phase is Phase.REVIEWED and not made.reading.view.filling)
    return made


def test_marks_and_clicks_in_a_table(table_window: MainWindow) -> None:
    view, session = table_window.reading.view, table_window.session
    words = [selection.cursor.selectedText() for selection in view.extraSelections()]
    assert {"**", "，，", "6月30日前"} <= set(words)
    session.select_finding(0)
    assert session.cursor == (10, 9)
    rect = view.cursorRect()
    assert view.place_at(rect.center() + rect.topRight() - rect.topLeft()) == (10, 9)
    assert [p for _, p, _ in view.blocks_in(QRect(0, 0, view.width(), view.height()))] == list(range(13))
    assert not view.grab().isNull()


def test_lines_of_tables_follow_the_theme(qtbot: QtBot, table_window: MainWindow) -> None:
    view = table_window.reading.view

    def colour() -> str:
        (table,) = view.document().rootFrame().childFrames()
        return table.frameFormat().borderBrush().color().name()

    assert colour() == theme.current().border_strong.lower()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    light = theme.current()
    theme.apply(application, theme.ThemeChoice.DARK)
    try:
        qtbot.waitUntil(lambda: not view.filling)
        assert colour() == theme.current().border_strong.lower()
        assert colour() != light.border_strong.lower()
    finally:
        theme.apply(application, theme.ThemeChoice.LIGHT)


def test_a_place_behind_a_table_is_reached(table_window: MainWindow) -> None:
    table_window.session.request_place(Span(12, 1, 2))
    assert table_window.session.cursor == (12, 1)
