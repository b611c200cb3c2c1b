from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_core_material import outline, read, review_with_outline

from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.outline import build_outline
from reviewer.reading_time import ReadingTimes, spoken
from reviewer.ui.main_window import MainWindow
from reviewer.ui.session import DocumentSession, Phase
from reviewer.ui.typography import PageSetup, Typography

PARTS = ["一、肯定成绩", "二、抓好落实", "三、加强领导"]


@pytest.fixture
def long_window(qtbot: QtBot, make_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """A window with a speech of three long parts."""
    path = tmp_path / "长稿.txt"
    body = [
        line for part in PARTS for line in (part, "一是要抓好这件事。", *["各街道要在6月30日前办好**件事。" * 6] * 30)
    ]
    path.write_text("\n".join(["在会上的讲话", *body]), "utf-8")
    made = make_window(DocumentSession(read, review_with_outline, build_outline))
    made.open_files([str(path)])
    qtbot.waitUntil(lambda: made.session.phase is Phase.REVIEWED and not made.reading.view.filling)
    return made


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.reading.view.filling)


def test_the_heading_of_the_part_stays_in_sight(qtbot: QtBot, long_window: MainWindow) -> None:
    view, section = long_window.reading.view, long_window.reading.view.section
    assert not section.isVisible()
    long_window.session.request_place(Span(50, 0, 0))
    assert section.isVisible()
    assert section.accessibleName() == "现在读到：二、抓好落实 › 一是要抓好这件事"
    assert section.geometry().top() == view.viewport().geometry().top()
    assert not section.grab().isNull()
    qtbot.mouseClick(section, Qt.MouseButton.LeftButton)
    assert long_window.session.cursor == (34, 0)
    view.verticalScrollBar().setValue(0)
    assert not section.isVisible()


def test_a_heading_at_the_top_edge_needs_no_other(long_window: MainWindow) -> None:
    view = long_window.reading.view
    long_window.session.request_place(Span(33, 0, 0))
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + view.cursorRect().top() - view.section.height())
    assert view.section.accessibleName().startswith("现在读到：一、肯定成绩")


def test_reading_view(qtbot: QtBot, long_window: MainWindow) -> None:
    reading, actions = long_window.reading, long_window.workbench.actions
    usual = reading.view._typography.em
    actions["aloud"].trigger()
    settled(qtbot, long_window)
    bar = reading.aloud_bar
    assert bar.isVisible()
    assert reading.view._typography.em > usual
    assert reading.view.extraSelections() == []
    assert not reading.legend.isVisible()
    assert not reading.overview.isVisible()
    outline_dock = long_window.workbench.docks.dock("outline")
    assert outline_dock is not None
    assert not outline_dock.isVisible()
    total = sum(map(len, long_window.session.document.texts))  # type: ignore[union-attr]
    assert bar.whole.text() == f"全文约 {spoken(total, 240)}，还剩 {spoken(total, 240)}"
    assert bar.part.text().startswith("开头：")
    long_window.session.request_place(Span(50, 0, 0))
    assert bar.part.text().startswith("二、抓好落实：还剩")
    assert bar.progress.value() > 0
    assert not reading.view.grab().isNull()
    qtbot.keyClick(reading.view, Qt.Key.Key_Escape)
    settled(qtbot, long_window)
    assert not bar.isVisible()
    assert not actions["aloud"].isChecked()
    assert reading.view.extraSelections()
    assert reading.legend.isVisible()
    assert outline_dock.isVisible()


def test_speed_and_parts_of_the_reading_view(qtbot: QtBot, long_window: MainWindow) -> None:
    reading = long_window.reading
    long_window.workbench.actions["aloud"].trigger()
    bar = reading.aloud_bar
    bar.list_parts()
    names = [action.text().split("\t")[0] for action in bar.menu.actions()]
    assert names == ["开头", *PARTS]
    before = bar.menu.actions()[1].text()
    bar.speed.setValue(120)
    assert long_window.preferences.settings.number("reading_speed") == 120
    bar.list_parts()
    assert bar.menu.actions()[1].text() != before
    bar.menu.actions()[2].trigger()
    settled(qtbot, long_window)
    assert long_window.session.cursor == (33, 0)
    assert reading.view._part_times[33] == spoken(bar.times.parts[2].characters, 120)
    bar.close_button.click()
    assert reading.view._part_times == {}


def test_reading_view_keeps_the_place(qtbot: QtBot, long_window: MainWindow) -> None:
    view = long_window.reading.view
    view.verticalScrollBar().setValue(2000)
    top = view.places_in(view.viewport().rect())[0]
    long_window.workbench.actions["aloud"].trigger()
    settled(qtbot, long_window)
    begin, end = view.places_in(view.viewport().rect())
    assert begin <= top <= end


def test_focus_mode(qtbot: QtBot, long_window: MainWindow) -> None:
    reading, actions = long_window.reading, long_window.workbench.actions
    dock = long_window.workbench.docks.dock("outline")
    assert dock is not None
    actions["focus"].trigger()
    assert long_window.isFullScreen()
    assert not dock.isVisible()
    assert not long_window.statusBar().isVisible()
    assert not reading.legend.isVisible()
    qtbot.waitUntil(lambda: long_window.menuBar().height() == 0)
    long_window.session.set_show_info(True)
    assert not dock.isVisible()
    qtbot.keyClick(reading.view, Qt.Key.Key_F8)
    assert long_window.session.selected_finding == 0
    qtbot.keyClick(reading.view, Qt.Key.Key_Escape)
    assert not long_window.isFullScreen()
    assert dock.isVisible()
    assert long_window.statusBar().isVisible()
    assert reading.legend.isVisible()
    assert not actions["focus"].isChecked()
    qtbot.waitUntil(lambda: long_window.menuBar().height() > 0)


def test_a_window_that_closes_in_focus_mode_opens_as_usual(long_window: MainWindow) -> None:
    long_window.workbench.actions["focus"].trigger()
    long_window.close()
    assert not long_window.isFullScreen()
    assert not long_window.workbench.actions["focus"].isChecked()


def test_width_of_the_page(qtbot: QtBot, long_window: MainWindow) -> None:
    actions, view = long_window.workbench.actions, long_window.reading.view
    widths = []
    for name in ("line_narrow", "line_standard"):
        actions[name].trigger()
        settled(qtbot, long_window)
        widths.append(view.viewport().width())
        assert actions[name].isChecked()
    assert widths == [Typography(PageSetup(line=line)).page_width for line in (22, 28)]
    actions["line_window"].trigger()
    settled(qtbot, long_window)
    line = view._typography.setup.line
    long_window.workbench.docks.set_aside(True)
    qtbot.waitUntil(lambda: view._typography.setup.line > line)
    settled(qtbot, long_window)
    room = view.width() - view.verticalScrollBar().width()
    assert room - 2 * view._typography.em < view.viewport().width() <= room


def test_setups_fit_their_room() -> None:
    assert PageSetup(line=22).fitted(2000).line == 22
    assert PageSetup(line=0).fitted(1000).line == int(1000 / 20 - 5.8)
    assert PageSetup(line=0).fitted(10).line == 12
    assert PageSetup(line=36, aloud=True).fitted(3000).line == 28
    assert PageSetup(aloud=True).em == 30


def test_times_add_up(speech: str) -> None:
    document = read(speech)
    times = ReadingTimes(document.texts, outline(document))
    assert [part.title for part in times.parts] == ["开头", "一、认清形势", "二、抓好落实"]
    assert sum(part.characters for part in times.parts) == times.total == document.characters
    assert times.part_at((6, 3)).title == "一、认清形势"
    assert times.read(0, 0) == 0
    assert times.read(9, 5) <= times.total
    assert times.read(99, 0) == times.total


def test_a_text_without_headings_is_one_part() -> None:
    times = ReadingTimes(("甲乙", "丙"), Outline())
    assert [(part.title, part.characters) for part in times.parts] == [("全文", 3)]
    assert ReadingTimes((), Outline()).part_at((0, 0)).characters == 0


@pytest.mark.parametrize(
    ("characters", "words"),
    [(0, "0 秒"), (3, "5 秒"), (120, "30 秒"), (480, "2 分钟"), (14_400, "1 小时"), (15_600, "1 小时 5 分钟")],
)
def test_spoken_times(characters: int, words: str) -> None:
    assert spoken(characters, 240) == words
