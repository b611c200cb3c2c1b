import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.ui.legend import Legend
from reviewer.ui.main_window import MainWindow
from reviewer.ui.marks import END, SWITCH, MarkLook, marks
from reviewer.ui.session import DocumentSession, MarkKind

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def legend(qtbot: QtBot, opened: DocumentSession) -> Legend:
    made = Legend(opened)
    qtbot.addWidget(made)
    made.show()
    return made


def looks(session: DocumentSession) -> set[MarkLook]:
    return {mark.look for mark in marks(session, (0, 0), (END, 0))}


def test_each_look_of_findings_is_a_switch(qtbot: QtBot, legend: Legend, opened: DocumentSession) -> None:
    everything = looks(opened)
    assert {MarkLook.ERROR, MarkLook.WARNING, MarkLook.ADVERT, MarkLook.DUTY} <= everything
    for look in (MarkLook.ERROR, MarkLook.WARNING, MarkLook.ADVERT):
        sample = legend.samples[SWITCH[look]]
        before = sample.grab().toImage()
        qtbot.mouseClick(sample, Qt.MouseButton.LeftButton)
        assert looks(opened) == everything - {look}
        assert sample.grab().toImage() != before
        sample.setFocus()
        qtbot.keyClick(sample, Qt.Key.Key_Space)
        assert looks(opened) == everything


def test_the_box_switches_all_findings(legend: Legend, opened: DocumentSession) -> None:
    legend.switches[MarkKind.FINDINGS].click()
    assert not looks(opened) & set(SWITCH)
    assert not any(sample.isEnabled() for sample in legend.samples.values())
    legend.switches[MarkKind.FINDINGS].click()
    assert MarkLook.ERROR in looks(opened)


def test_what_is_switched_off_stays_off(window: MainWindow) -> None:
    window.reading.legend.samples[MarkKind.WARNINGS].click()
    assert not window.preferences.settings.flag("mark_warnings")
    assert window.preferences.settings.flag("mark_errors")
