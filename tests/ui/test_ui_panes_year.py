import pytest
from PySide6.QtCore import Qt
from ui_panes_material import report, session_with

from reviewer.ui.session import Phase
from reviewer.ui.year_bar import YearBar

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def shown(qtbot, year):
    session = session_with(report(year))
    bar = YearBar(session)
    qtbot.addWidget(bar)
    assert bar.isHidden(), "nothing to say before there is a report"
    session.open("x")
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    bar.show()
    return session, bar


def reviewed(qtbot, session):
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)


def test_a_known_year_is_told_with_its_reason(qtbot):
    _, bar = shown(qtbot, 2023)
    assert bar.label.text() == "文件年份：2023（依据：标题）"
    assert bar.change.isVisible()
    assert not bar.edit.isVisible()
    assert not bar.revert.isVisible()


def test_an_unknown_year_is_asked_for(qtbot):
    session, bar = shown(qtbot, None)
    assert bar.label.text() == "文中没有写明年份，月日期限无法推算。年份："
    assert not bar.accept.isEnabled()
    qtbot.keyClicks(bar.edit, "2022")
    qtbot.keyClick(bar.edit, Qt.Key.Key_Return)
    reviewed(qtbot, session)
    assert session.options.year == 2022
    assert bar.label.text() == "文件年份：2022（依据：手工填写）"


def test_the_year_can_be_changed_and_found_anew(qtbot):
    session, bar = shown(qtbot, 2023)
    bar.change.click()
    assert bar.edit.text() == "2023"
    assert bar.edit.selectedText() == "2023"
    bar.edit.setText("２０２５")
    bar.accept.click()
    reviewed(qtbot, session)
    assert bar.label.text() == "文件年份：2025（依据：手工填写）"
    assert not bar.edit.isVisible()
    bar.revert.click()
    reviewed(qtbot, session)
    assert session.options.year is None
    assert bar.label.text() == "文件年份：2023（依据：标题）"


def test_the_same_year_again_only_closes_the_field(qtbot):
    session, bar = shown(qtbot, 2023)
    session.set_year(2025)
    reviewed(qtbot, session)
    bar.change.click()
    bar.accept.click()
    assert not bar.edit.isVisible()
    assert session.phase is Phase.REVIEWED


def test_escape_gives_up(qtbot):
    session, bar = shown(qtbot, 2023)
    bar.change.click()
    qtbot.keyClicks(bar.edit, "2030")
    qtbot.keyClick(bar.edit, Qt.Key.Key_Escape)
    assert bar.change.isVisible()
    assert session.options.year is None


@pytest.mark.parametrize(
    ("text", "year"), [("", None), ("23", None), ("1066", None), ("2101", None), ("二〇二三", None), ("1999", 1999)]
)
def test_only_years_that_a_document_can_have_are_taken(qtbot, text, year):
    session, bar = shown(qtbot, None)
    bar.edit.setText(text)
    assert bar.accept.isEnabled() == (year is not None)
    qtbot.keyClick(bar.edit, Qt.Key.Key_Return)
    assert session.options.year == year
    reviewed(qtbot, session)


def test_closing_the_document_hides_the_bar(qtbot):
    session, bar = shown(qtbot, 2023)
    session.close()
    assert bar.isHidden()
