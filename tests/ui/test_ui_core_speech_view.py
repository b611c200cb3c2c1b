from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_core_material import made_up_session

from reviewer.model.span import Span
from reviewer.ui import theme
from reviewer.ui.marks import END, LOOK_NAME, MarkLook, duty_of_time, marks, marks_at
from reviewer.ui.session import DocumentSession, MarkKind, Phase
from reviewer.ui.speech_view import SpeechView
from reviewer.ui.typography import PageSetup


@pytest.fixture
def view(qtbot: QtBot, opened: DocumentSession) -> SpeechView:
    made = SpeechView(opened)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def long_view(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SpeechView]:
    path = tmp_path_factory.mktemp("long") / "长.txt"
    path.write_text("\n".join(f"第{n}段，有**和，，两处，字数不少。" * 3 for n in range(600)), "utf-8")
    session = made_up_session()
    made = SpeechView(session)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    session.open(str(path))
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED and not made.filling)
    yield made
    session.close()
    session.wait()


def point_of(view: SpeechView, span: Span) -> QPoint:
    document = view._document
    cursor = QTextCursor(view.document())
    cursor.setPosition(document.position(span.paragraph, span.start) or 0)
    first = view.cursorRect(cursor)
    return QPoint(first.left() + 3, first.center().y())


def shown_words(view: SpeechView) -> list[str]:
    return [selection.cursor.selectedText() for selection in view.extraSelections()]


def test_marks_stand_where_the_report_says(view: SpeechView, opened: DocumentSession) -> None:
    assert opened.report is not None
    words = shown_words(view)
    for index in opened.visible_findings():
        assert opened.report.findings[index].text in words
    for index in opened.visible_duties():
        assert opened.report.duties[index].text in words
    assert "6月30日前" in words
    assert "**" in words


def test_reading_begins_at_the_beginning(qtbot: QtBot, long_view: SpeechView) -> None:
    assert long_view.textCursor().position() == 0
    assert long_view._session.cursor == (0, 0)
    long_view._session.next_finding()
    assert long_view._session.selected_finding == 0


def test_kinds_can_be_switched_off(view: SpeechView, opened: DocumentSession) -> None:
    opened.set_kinds_shown(frozenset({MarkKind.DEADLINES}))
    assert sorted(shown_words(view)) == ["6月30日前", "9月底前"]
    opened.set_kinds_shown(frozenset())
    assert shown_words(view) == []


def test_a_click_selects_the_finding(qtbot: QtBot, view: SpeechView, opened: DocumentSession) -> None:
    assert opened.report is not None
    index = opened.visible_findings()[0]
    with qtbot.waitSignal(opened.finding_selected) as selected:
        point = point_of(view, opened.report.findings[index].span)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert selected.args == [index]
    assert opened.cursor == (opened.report.findings[index].span.paragraph, opened.report.findings[index].span.start)


def test_a_click_on_a_deadline_selects_its_duty(qtbot: QtBot, view: SpeechView, opened: DocumentSession) -> None:
    assert opened.report is not None
    with qtbot.waitSignal(opened.duty_selected) as selected:
        point = point_of(view, opened.report.times[1].span)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert selected.args == [1]
    assert duty_of_time(opened.report, 1) == 1


def test_a_click_beside_marks_only_moves_the_cursor(qtbot: QtBot, view: SpeechView, opened: DocumentSession) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, Span(3, 2, 3)))
    assert opened.cursor[0] == 3
    assert (opened.selected_finding, opened.selected_duty) == (-1, -1)


def test_selection_in_a_pane_scrolls_here(long_view: SpeechView) -> None:
    session = long_view._session
    assert session.report is not None
    last = len(session.report.findings) - 1
    assert long_view.verticalScrollBar().value() == 0
    session.select_finding(last)
    assert long_view.verticalScrollBar().value() > 0
    span = session.report.findings[last].span
    assert session.cursor == (span.paragraph, span.start)
    assert long_view.viewport().rect().contains(point_of(long_view, span))
    assert long_view.place_at(point_of(long_view, span)) == (span.paragraph, span.start)


def test_only_what_is_in_sight_is_marked(long_view: SpeechView) -> None:
    session = long_view._session
    assert session.report is not None
    assert 0 < len(long_view.extraSelections()) < len(session.report.findings) / 4
    long_view.verticalScrollBar().setValue(long_view.verticalScrollBar().maximum())
    assert max(mark.span.paragraph for mark in long_view.marks_in_sight()) == 599


def test_steps_follow_the_clerks_own_cursor(qtbot: QtBot, view: SpeechView, opened: DocumentSession) -> None:
    assert opened.report is not None
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, Span(6, 0, 1)))
    opened.next_finding()
    assert opened.report.findings[opened.selected_finding].text == "更多范文请访问某某网"
    opened.next_finding()
    assert opened.report.findings[opened.selected_finding].text == "，，"
    opened.previous_finding()
    assert opened.report.findings[opened.selected_finding].text == "更多范文请访问某某网"


def test_place_that_is_still_to_come_is_shown_when_it_is_there(
    qtbot: QtBot, long_view: SpeechView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.ui.speech_document._SLICE", 500)
    long_view.set_setup(PageSetup(zoom=150))
    assert long_view.filling
    long_view.show_span(Span(599, 0, 4))
    assert long_view.verticalScrollBar().value() == 0
    qtbot.waitUntil(lambda: not long_view.filling)
    assert long_view._session.cursor == (599, 0)
    assert long_view.verticalScrollBar().value() > 0


def test_text_that_comes_far_below_costs_no_look_at_what_is_in_sight(
    qtbot: QtBot, long_view: SpeechView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.ui.speech_document._SLICE", 500)
    slices: list[int] = []
    looks: list[int] = []
    look = long_view.places_in
    monkeypatch.setattr(long_view, "places_in", lambda rect: (looks.append(1), look(rect))[1])
    long_view._document.grown.connect(lambda: slices.append(1))
    long_view.set_setup(PageSetup(zoom=150))
    qtbot.waitUntil(lambda: not long_view.filling)
    assert len(slices) > 10
    assert len(looks) < len(slices)
    assert len(shown_words(long_view)) > 0


def test_zoom_keeps_the_place(qtbot: QtBot, long_view: SpeechView) -> None:
    long_view.show_span(Span(300, 0, 4))
    long_view.set_setup(PageSetup(zoom=200))
    qtbot.waitUntil(lambda: not long_view.filling)
    assert long_view._session.cursor == (300, 0)
    assert long_view.viewport().rect().contains(point_of(long_view, Span(300, 0, 4)))


def test_wheel_with_ctrl_asks_for_zoom(qtbot: QtBot, view: SpeechView) -> None:
    def wheel(up: int) -> QWheelEvent:
        return QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(),
            QPoint(0, 120 * up),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )

    for up in (1, -1):
        with qtbot.waitSignal(view.zoom_stepped) as stepped:
            QApplication.sendEvent(view.viewport(), wheel(up))
        assert stepped.args == [up]


@pytest.mark.qt_log_ignore("does not support (raise|propagateSizeHints)")
def test_tooltip_says_why(view: SpeechView, opened: DocumentSession) -> None:
    assert opened.report is not None

    def ask(span: Span) -> str:
        point = point_of(view, span)
        event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
        QApplication.sendEvent(view.viewport(), event)
        return view.card.words.text()

    assert "这里还没有填上内容。" in ask(opened.report.findings[0].span)
    deadline = ask(opened.report.times[0].span)
    assert "2024-06-30" in deadline
    assert "责任单位：街道" in deadline


def test_words_in_tooltips_are_no_markup(view: SpeechView, opened: DocumentSession) -> None:
    from dataclasses import replace

    from reviewer.ui.mark_card import mark_card

    assert opened.report is not None
    finding = replace(opened.report.findings[0], message="<b>不是</b>标记", suggestions=("<i>",))
    assert opened.corrected is not None
    changed = replace(opened.report, findings=(finding, *opened.report.findings[1:]))
    opened.current.corrected = replace(opened.corrected, report=changed)
    span = finding.span
    card = mark_card(opened, marks_at(opened, span.paragraph, span.start))
    assert "&lt;b&gt;不是" in card
    assert "“&lt;i&gt;”" in card


def test_marks_are_in_the_order_of_painting(opened: DocumentSession) -> None:
    found = marks(opened, (0, 0), (99, END))
    assert [mark.look.value for mark in found] == sorted(mark.look.value for mark in found)
    assert {mark.look for mark in found} == set(MarkLook) - {
        *(MarkLook.INFO, MarkLook.ACCEPTED, MarkLook.REMARK, MarkLook.STRUCK)
    }
    assert set(LOOK_NAME) == set(MarkLook)
    assert marks(opened, (0, 0), (2, END)) == []


def test_page_is_no_wider_than_a_page(qtbot: QtBot, view: SpeechView) -> None:
    view.resize(1500, 700)
    wide = view.viewport().width()
    view.resize(2000, 700)
    assert view.viewport().width() == wide
    view.resize(500, 700)
    assert view.viewport().width() <= 500


def test_colours_follow_the_theme(qtbot: QtBot, view: SpeechView, opened: DocumentSession) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    light = theme.load("light")
    dark = theme.apply(application, theme.ThemeChoice.DARK)
    try:
        assert view.palette().base().color().name() == dark.page
        grounds = {selection.format.background().color().name() for selection in view.extraSelections()}
        assert dark.duty_soft in grounds
        assert light.duty_soft not in grounds
    finally:
        theme.apply(application, theme.ThemeChoice.LIGHT)
    assert view.palette().base().color().name() == light.page


def test_copy_takes_what_is_selected(view: SpeechView) -> None:
    view.selectAll()
    view.copy()
    assert QApplication.clipboard().text().startswith("在全区河道整治推进会上的讲话\n（2024年3月8日）")


def test_every_paragraph_paints(view: SpeechView, opened: DocumentSession) -> None:
    opened.select_duty(0)
    assert not view.grab().isNull()
