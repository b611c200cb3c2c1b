"""Whatever a clerk can press, choose or read in the panes has a name and can be reached by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QWidget,
)

from reviewer.exports.digest import Digest
from reviewer.model.decision import DutyChanges
from reviewer.model.document import plain_document
from reviewer.model.duty import DocumentKind, Duty, Modality, Tier
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.time import Dating
from reviewer.outline import build_outline
from reviewer.ui import duty_decisions
from reviewer.ui.about_dialog import AboutDialog
from reviewer.ui.aloud_bar import AloudBar
from reviewer.ui.batch_window import BatchWindow
from reviewer.ui.bulk_dialog import BulkDialog
from reviewer.ui.compare_window import CompareWindow
from reviewer.ui.duties_pane import DutiesPane
from reviewer.ui.duty_values import Correction
from reviewer.ui.find_bar import FindBar
from reviewer.ui.findings_pane import FindingsPane
from reviewer.ui.go_to_part import GoToPart
from reviewer.ui.help_window import HelpWindow
from reviewer.ui.outline_pane import OutlinePane
from reviewer.ui.preferences import Preferences
from reviewer.ui.records import Records
from reviewer.ui.records_page import RecordsPage
from reviewer.ui.references import References
from reviewer.ui.session import DocumentSession, DutyView, Phase
from reviewer.ui.settings_dialog import SettingsDialog
from reviewer.ui.start_page import StartPage
from reviewer.ui.statistics_dialog import StatisticsDialog
from reviewer.ui.words_dialog import WordsDialog
from reviewer.ui.year_bar import YearBar

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QLineEdit, QComboBox)


def _report():
    document = plain_document("讲话\n一、学习\n各单位要在**日前办好。\n二、落实", "/somewhere/讲话.txt")
    findings = tuple(
        Finding("none", category, severity, Span(2, 6, 8), "**", "没有填。", ("甲",))
        for category in Category
        for severity in Severity
    )
    duties = (Duty(Span(2, 0, 12), "各单位要在**日前办好", "办好", Modality.OBLIGATION, "要", Tier.FIRM),)
    outline = build_outline(document)
    return Report(document, DocumentKind.SPEECH, Dating(), outline, (), (), duties, findings)


@pytest.fixture
def session(qtbot):
    report = _report()
    made = DocumentSession(reader=lambda path: report.document, reviewer=lambda document, options: report)
    made.open(report.document.path)
    qtbot.waitUntil(lambda: made.phase is Phase.REVIEWED)
    yield made
    made.wait()


def _start_page(session):
    page = StartPage(session)
    page.set_recent(["/somewhere/讲话.txt"])
    return page


def _records(session):
    preferences = Preferences()
    return RecordsPage(Records(preferences, session), preferences)


def _find_bar(session):
    bar = FindBar(session)
    bar.open_bar()
    bar.field.setText("学习")
    bar.listing.setChecked(True)
    return bar


def _go_to(session):
    page = QWidget()
    page.setAccessibleName("正文")
    box = GoToPart(session, page)
    box.open_over(page)
    return page


def _aloud_bar(session):
    bar = AloudBar(session, Preferences())
    bar.open_bar()
    return bar


def _compare_window(session):
    made = CompareWindow(session, lambda path: session.report)
    made.choose(None, session.current)
    return made


def _statistics(session):
    made = StatisticsDialog(session, Preferences())
    made.measure()
    assert made.wait()
    return made


def _settings(session):
    preferences = Preferences()
    return SettingsDialog(References(), preferences, Records(preferences, session))


def _timeline(session):
    session.set_duty_view(DutyView.TIMELINE)
    report = session.report
    duty_decisions.edit(session, report.duties[0], Correction(DutyChanges(due=date(2024, 6, 30))))
    return DutiesPane(session)


MAKERS = {
    "settings": _settings,
    "find": _find_bar,
    "go to": _go_to,
    "aloud": _aloud_bar,
    "compare": _compare_window,
    "batch": lambda session: BatchWindow(lambda path: Digest(path, path)),
    "outline": OutlinePane,
    "findings": FindingsPane,
    "duties": DutiesPane,
    "timeline": _timeline,
    "year": YearBar,
    "words": lambda session: WordsDialog("改为", "原句", "改为：", "改", "甲"),
    "bulk": lambda session: BulkDialog(session.report, range(4), accepting=True),
    "statistics": _statistics,
    "records": _records,
    "start": _start_page,
    "help": lambda session: HelpWindow(),
    "about": lambda session: AboutDialog(),
}


@pytest.fixture(params=MAKERS)
def room(request, qtbot, session):
    made = MAKERS[request.param](session)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def _name(widget):
    if isinstance(widget, QComboBox):  # on Linux Qt gives out what is chosen for the name
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _controls(room):
    """What can be operated; parts that Qt builds into a control speak through it."""
    for widget in room.findChildren(QWidget):
        inside = widget.parentWidget()
        built_in = isinstance(inside, (QLineEdit, QAbstractScrollArea)) or isinstance(widget, QHeaderView)
        if isinstance(inside, QAbstractSpinBox):
            continue
        while inside is not None and not built_in:
            built_in = isinstance(inside, QComboBox)
            inside = inside.parentWidget()
        if isinstance(widget, CONTROLS) and (not built_in or widget.accessibleName()):
            yield widget


def test_every_control_has_a_name(room):
    controls = list(_controls(room))
    assert controls
    assert [widget for widget in controls if not _name(widget).strip()] == []


def test_the_room_itself_has_a_name(room):
    assert _name(room)


def test_names_are_told_apart(room):
    names = [_name(widget) for widget in _controls(room)]
    assert sorted(names) == sorted(set(names))


def test_every_visible_control_takes_the_focus(room):
    idle = [
        _name(widget)
        for widget in _controls(room)
        if widget.isVisibleTo(room)
        and widget.isEnabled()
        and not isinstance(widget, QHeaderView)
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert idle == []


def test_tab_walks_through_all_of_them(room, qtbot):
    wanted = {
        _name(widget)
        for widget in _controls(room)
        if widget.isVisibleTo(room) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    met = set()
    for _ in range(3 * len(wanted) + 10):
        here = QApplication.focusWidget() or room
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        if (now := QApplication.focusWidget()) is not None:
            met.add(_name(now))
    assert wanted <= met
